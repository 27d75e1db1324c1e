"""All tables of a new state at once: what the migrations would make, kept as SQL beside this file.

The migrations are the truth, and every change of a running state goes through them. On an empty database they take
half a minute, because Django draws related models anew after every step; the same tables as plain SQL take a second.
`ratusha tables write` makes the file by migrating an empty database. Its head names the migrations that it was made
from; where these are others (somebody is writing a new one), the file is left alone and the migrations do the work.
"""

import hashlib
import importlib.metadata
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connection, transaction

from .prepare import SOURCE, WITH_TABLES

FILE = Path(__file__).with_name("tables.sql")


def made_from() -> str:
    """Of the migrations and of the packages that bring their own: changes with any of them."""
    whole = hashlib.sha256()
    for name in WITH_TABLES:
        whole.update(f"{name}={importlib.metadata.version(name)}\n".encode())
    for file in sorted(SOURCE.glob("*/migrations/*.py")):
        whole.update(f"{file.relative_to(SOURCE)}\n".encode() + file.read_bytes())
    return whole.hexdigest()


def kept() -> str | None:
    """The SQL, or None where it was made from other migrations or changed by hand."""
    if not FILE.exists():
        return None
    head, _, sql = FILE.read_text().partition("\n")
    return sql if head == _head(sql) else None


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
    return f"-- Written by `ratusha tables write`: of migrations {made_from()}, content {body}"
