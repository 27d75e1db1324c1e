"""A throwaway PostgreSQL for a test run, started before Django reads its settings.

Each process of a run in several has one of its own: what the journal seals depends on every transaction of a server.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections

from . import messages, tables
from .postgres import Server

TEMPLATE = "ratusha_tables"  # the database of the tests is copied from it
OURS = "RATUSHA_TEST_DATABASE_IS_OURS"  # for the processes that this one starts
_template: str | None = None
_folder: Path | None = None
_server: Server | None = None


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    global _folder, _server, _template  # noqa: PLW0603 - one server a run
    os.environ.setdefault("RATUSHA_PUBLIC_PAGE_SECONDS", "0")  # a test must not see another's page
    if "PYTEST_XDIST_WORKER" not in os.environ:
        messages.compile_stale()
    _folder = Path(tempfile.mkdtemp(prefix="ratusha-test-", dir="/tmp"))
    _folder.chmod(0o711)
    os.environ["RATUSHA_DATA"] = str(_folder)
    os.environ["RATUSHA_SECRET_KEY"] = "only for tests " * 4
    os.environ["RATUSHA_PROTECTION_KEY"] = "only for tests " * 4
    if "RATUSHA_DATABASE_URL" not in os.environ or OURS in os.environ:
        _server = Server(_folder / "postgres", fsync=False)
        _server.start()
        url = os.environ["RATUSHA_DATABASE_URL"] = _server.url(name="postgres")
        os.environ[OURS] = "yes"
        if sql := tables.kept():
            tables.make_in(url, TEMPLATE, sql)
            _template = TEMPLATE


def pytest_configure(config: pytest.Config) -> None:
    """The server is thrown away as a whole; its databases need not be dropped while a thread still holds one."""
    if _server:
        config.option.reuse_db = True
    connections.settings["default"]["TEST"]["TEMPLATE"] = _template


def pytest_unconfigure() -> None:
    if _server:
        _server.stop("immediate")
        os.environ.pop("RATUSHA_DATABASE_URL", None)
        os.environ.pop(OURS, None)
    if _folder:
        shutil.rmtree(_folder, ignore_errors=True)


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
