"""What one act writes, in one statement: for acts that write the same few rows thousands of times a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, models


class NotInTransaction(RuntimeError):
    """What is written outside a transaction could stand without the rest of its act."""


@dataclass(frozen=True)
class Statement:
    """One INSERT or UPDATE with its values, written by the module whose table it is."""

    sql: str
    values: list[Any]

    def run(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.values)


Part = models.Model | Statement


def write_together(*parts: Part) -> None:
    """Write these new rows and what else belongs to the act, whole or not at all.

    Numbers that the database gives are not read back. Keys to one another are right if the key is known beforehand (a
    UUID): PostgreSQL looks at them in the end. No part sees what another has written.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction(", ".join(type(part).__name__ for part in parts))
    kinds = tuple(part.sql if isinstance(part, Statement) else type(part) for part in parts)
    values = [value for part in parts for value in _values(part)]
    Statement(_joined(kinds), values).run()
    for part in parts:
        if isinstance(part, models.Model):
            part._state.adding, part._state.db = False, connection.alias


def _values(part: Part) -> list[Any]:
    if isinstance(part, Statement):
        return part.values
    return [
        field.get_db_prep_save(field.pre_save(part, add=True), connection)
        for field in _fields(type(part))
    ]


def changed(row: models.Model, *fields: str) -> Statement:
    """These fields of a row that is there, held by its lock: what `save(update_fields=...)` writes."""
    values = [
        field.get_db_prep_save(getattr(row, field.attname), connection)
        for field in _named(type(row), fields)
    ]
    key = row._meta.pk.get_db_prep_save(row.pk, connection)
    return Statement(_update(type(row), fields), [*values, key])


def put(row: models.Model) -> Statement:
    """A row whose key is known: written anew, or over the one that has this key."""
    return Statement(_put(type(row)), _values(row))


@cache
def _fields(table: type[models.Model]) -> tuple["models.Field[Any, Any]", ...]:
    """Those that the program sets: all but numbers given by the database."""
    fields = table._meta.local_concrete_fields
    return tuple(field for field in fields if not isinstance(field, models.AutoField))


@cache
def _named(
    table: type[models.Model], names: tuple[str, ...]
) -> tuple["models.Field[Any, Any]", ...]:
    by_name = {field.name: field for field in table._meta.concrete_fields}
    return tuple(by_name[name] for name in names)


@cache
def _joined(parts: tuple[type[models.Model] | str, ...]) -> str:
    all_ = [part if isinstance(part, str) else _insert(part) for part in parts]
    before = ", ".join(f"part{place} AS ({one})" for place, one in enumerate(all_[:-1]))
    return f"WITH {before} {all_[-1]}" if before else all_[-1]


def _insert(table: type[models.Model]) -> str:
    quoted = connection.ops.quote_name
    columns = [quoted(field.column or "") for field in _fields(table)]
    places = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {quoted(table._meta.db_table)} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - names of our models


@cache
def _put(table: type[models.Model]) -> str:
    quoted, key = connection.ops.quote_name, table._meta.pk.column
    columns = [quoted(field.column or "") for field in _fields(table) if not field.primary_key]
    over = ", ".join(f"{column} = EXCLUDED.{column}" for column in columns)
    return f"{_insert(table)} ON CONFLICT ({quoted(key or '')}) DO UPDATE SET {over}"


@cache
def _update(table: type[models.Model], fields: tuple[str, ...]) -> str:
    quoted, about = connection.ops.quote_name, table._meta
    columns = ", ".join(f"{quoted(field.column or '')} = %s" for field in _named(table, fields))
    return (
        f"UPDATE {quoted(about.db_table)} SET {columns} WHERE {quoted(about.pk.column or '')} = %s"  # noqa: S608 - names of our models
    )


def copy_in(rows: Sequence[models.Model]) -> None:
    """Many new rows of one table by COPY, in the transaction of the act that brings them."""
    if not rows:
        return
    table = type(rows[0])
    if not connection.in_atomic_block:
        raise NotInTransaction(table.__name__)
    quoted, fields = connection.ops.quote_name, _fields(table)
    columns = ", ".join(quoted(field.column or "") for field in fields)
    copying = f"COPY {quoted(table._meta.db_table)} ({columns}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(copying) as copy:
        for row in rows:
            copy.write_row(_values(row))
