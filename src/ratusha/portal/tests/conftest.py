from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import timezone

from ratusha.kernel.pack import pack
from ratusha.procedures.models import Chapter, Edition, Loading, Procedure, ProcedureList
from ratusha.procedures.public import load_pack


@pytest.fixture(scope="module")
def _loaded(django_db_setup, django_db_blocker) -> Iterator[None]:  # noqa: ARG001 - wanted, not their values
    """The real lists, as `ratusha pack load` brings them in; once for a file of tests, since it takes seconds."""
    with django_db_blocker.unblock():
        load_pack(pack().folder, today=timezone.localdate(), now=timezone.now())
    yield
    tables = [m._meta.db_table for m in (Edition, Procedure, Chapter, ProcedureList, Loading)]
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")


@pytest.fixture
def _catalogue(_loaded, db) -> None:
    pass
