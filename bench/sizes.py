"""Databases beside the state's own, for measurements at another size."""

from django.db import connection
from psycopg import sql


def copy_once(name: str, template: str = "ratusha") -> dict[str, bool]:
    """A copy of a database as it is now, if there is none yet. Nobody may be in it meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [name])
        if cursor.rowcount:
            return {"made": False}
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        cursor.execute(made.format(sql.Identifier(name), sql.Identifier(template)))
    return {"made": True}
