"""New rows of several tables in one statement: for acts that write the same few rows thousands of times a day."""

from functools import cache
from typing import Any

from django.db import connection, models

from .events import NotInTransaction


def insert_together(*rows: models.Model) -> None:
    """Write these new rows, whole or not at all. Numbers that the database gives are not read back.

    Keys to one another are right if the key is known beforehand (a UUID): PostgreSQL looks at them in the end.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction(", ".join(type(row).__name__ for row in rows))
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection)
        for row in rows
        for field in _fields(type(row))
    ]
    with connection.cursor() as cursor:
        cursor.execute(_statement(tuple(type(row) for row in rows)), values)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


@cache
def _fields(table: type[models.Model]) -> tuple["models.Field[Any, Any]", ...]:
    """Those that the program sets: all but numbers given by the database."""
    fields = table._meta.local_concrete_fields
    return tuple(field for field in fields if not isinstance(field, models.AutoField))


@cache
def _statement(tables: tuple[type[models.Model], ...]) -> str:
    inserts = [_insert(table) for table in tables]
    before = ", ".join(f"row{place} AS ({one})" for place, one in enumerate(inserts[:-1]))
    return f"WITH {before} {inserts[-1]}" if before else inserts[-1]


def _insert(table: type[models.Model]) -> str:
    quoted = connection.ops.quote_name
    columns = [quoted(field.column or "") for field in _fields(table)]
    places = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {quoted(table._meta.db_table)} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - names of our models
