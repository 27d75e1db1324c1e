"""Databases beside the state's own, for measurements at another size."""

from django.db import connection
from psycopg import sql


def copy_to(name: str) -> dict[str, str]:
    """A copy of the state's database as it is now; one that is there is replaced. Nobody may be in it meanwhile."""
    with connection.cursor() as cursor:
        for command in (
            "DROP DATABASE IF EXISTS {} WITH (FORCE)",
            "CREATE DATABASE {} TEMPLATE ratusha",
        ):
            cursor.execute(sql.SQL(command).format(sql.Identifier(name)))
    return {"made": name}
