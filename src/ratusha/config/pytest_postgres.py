"""A throwaway PostgreSQL for a test run, started before Django reads its settings; xdist workers share it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from .postgres import Server

_server: Server | None = None


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    global _server  # noqa: PLW0603 - one server a run
    if "RATUSHA_DATABASE_URL" in os.environ:
        return
    home = Path(tempfile.mkdtemp(prefix="ratusha-test-", dir="/tmp"))
    home.chmod(0o755)
    _server = Server(home)
    _server.start(fsync=False)
    os.environ["RATUSHA_DATABASE_URL"] = _server.url("postgres")


def pytest_unconfigure() -> None:
    if _server:
        _server.stop()
        shutil.rmtree(_server.home, ignore_errors=True)
        os.environ.pop("RATUSHA_DATABASE_URL", None)


@pytest.fixture(autouse=True)
def _empty_journal(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that really commits leaves entries that nobody may remove; here the database's guard looks away."""
    yield
    marker = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    if commits or (marker and marker.kwargs.get("transaction")):
        with request.getfixturevalue("django_db_blocker").unblock(), connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute("TRUNCATE audit_entry, audit_seal, audit_link RESTART IDENTITY")
            cursor.execute("SET session_replication_role = DEFAULT")
