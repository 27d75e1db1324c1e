"""All tables of a new state at once: what the migrations would make, kept as SQL beside this file.

The migrations are the truth, and every change of a running state goes through them. On an empty database they take
half a minute, because Django draws related models anew after every step; the same tables as plain SQL take a second.
`ratusha tables write` makes the file by migrating an empty database. Its head names the migrations that it was made
from; where one of these has changed, the file is left alone and the migrations do the work.
"""

import hashlib
import importlib.metadata
import re
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connection, transaction

from .prepare import SOURCE, WITH_TABLES

APPLIED = re.compile(r"INSERT INTO public\.django_migrations VALUES \(\d+, '(\w+)', '(\w+)'")
FILE = Path(__file__).with_name("tables.sql")


def kept() -> str | None:
    """The SQL, or None where a migration that it was made from has changed, or the file was changed by hand.

    Migrations that have come since are no hindrance: `migrate` goes on from there.
    """
    if not FILE.exists():
        return None
    head, _, sql = FILE.read_text().partition("\n")
    return sql if head == _head(sql) else None


def is_whole() -> bool:
    """Whether the kept tables are those of all migrations there are."""
    sql = kept()
    return sql is not None and set(_files(sql)) == set(SOURCE.glob("*/migrations/0*.py"))


def bring_up_to_date() -> None:
    """Tables as the migrations say: at once on an empty database, step by step on any other."""
    sql = kept()
    if sql and not connection.introspection.table_names():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    call_command("migrate", interactive=False, verbosity=0)


def make_in(url: str, database: str, sql: str) -> None:
    """A new database with the tables, beside the one that the address names."""
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{database}"'.encode())
    with psycopg.connect(url, dbname=database) as fresh:
        fresh.execute(sql.encode())


def keep(sql: str) -> None:
    FILE.write_text(f"{_head(sql)}\n{sql}")


def _head(sql: str) -> str:
    body = hashlib.sha256(sql.encode()).hexdigest()
    return f"-- Written by `ratusha tables write`: of migrations {_made_from(sql)}, content {body}"


def _made_from(sql: str) -> str:
    """Of the migrations in it and of the packages that bring their own: changes with any of them."""
    whole = hashlib.sha256()
    for name in WITH_TABLES:
        whole.update(f"{name}={importlib.metadata.version(name)}\n".encode())
    for file in _files(sql):
        whole.update(f"{file.relative_to(SOURCE)}\n".encode())
        whole.update(file.read_bytes() if file.exists() else b"gone")
    return whole.hexdigest()


def _files(sql: str) -> list[Path]:
    """Ours among the migrations that the tables have gone through."""
    files = (SOURCE / app / "migrations" / f"{name}.py" for app, name in APPLIED.findall(sql))
    return [file for file in files if file.parent.exists()]
