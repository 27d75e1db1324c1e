"""Databases beside the state's own, for measurements at another size."""

from django.db import connection
from psycopg import sql


def copy_once(name: str) -> dict[str, bool]:
    """A copy of the state's database as it is now, if there is none yet. Nobody may be in it meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [name])
        if cursor.rowcount:
            return {"made": False}
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE ratusha").format(sql.Identifier(name)))
    return {"made": True}
