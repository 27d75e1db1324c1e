from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from ratusha.kernel.pack import pack
from ratusha.parties.public import load_bodies
from ratusha.procedures.public import load_pack
from ratusha.territory.public import load_territory

FILLED = ("procedures", "territory", "parties", "audit")


@pytest.fixture(scope="module")
def _loaded(django_db_setup, django_db_blocker) -> Iterator[None]:  # noqa: ARG001 - wanted, not their values
    """The real pack, as `ratusha pack load` brings it in; once for a file of tests, since it takes seconds."""
    with django_db_blocker.unblock():
        load_territory(pack())
        load_bodies(pack())
        load_pack(pack().folder, today=timezone.localdate(), now=timezone.now())
    yield
    with django_db_blocker.unblock():
        empty_what_a_pack_fills()


def empty_what_a_pack_fills() -> None:
    tables = [m._meta.db_table for app in FILLED for m in apps.get_app_config(app).get_models()]
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # the journal guards itself
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        cursor.execute("SET session_replication_role = DEFAULT")


@pytest.fixture
def _catalogue(_loaded, db) -> None:
    pass
