"""What the command line says when something went wrong; loaded only then."""

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import Error as DatabaseError

from ratusha.config.trouble import Trouble
from ratusha.kernel.errors import DomainError


def explain(error: Exception) -> str | None:
    """One sentence that says what to do; None if this is a bug, whose traceback is wanted."""
    if isinstance(error, DomainError):
        return error.message
    if isinstance(error, Trouble | ImproperlyConfigured):
        return str(error)
    if isinstance(error, DatabaseError | psycopg.Error):
        return _about_database(error)
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return None


def _about_database(error: Exception) -> str | None:
    cause = error.__cause__ or error
    first = (str(cause).strip().splitlines() or [type(cause).__name__])[0]
    if isinstance(cause, psycopg.errors.UndefinedTable | psycopg.errors.UndefinedColumn):
        return f"The tables are not up to date ({first}): run `ratusha migrate`."
    if isinstance(cause, psycopg.errors.InsufficientPrivilege):
        return (
            f"The database does not allow it ({first}): use the owner, RATUSHA_DATABASE_OWNER_URL."
        )
    if isinstance(cause, psycopg.OperationalError):
        return f"The database does not answer ({first}): start it with `ratusha up`, or set RATUSHA_DATABASE_URL."
    return None
