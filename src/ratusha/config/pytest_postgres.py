"""A throwaway PostgreSQL for a test run, started before Django reads its settings; xdist workers share it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections

from . import messages, tables
from .postgres import Server

TEMPLATE = "ratusha_tables"  # copied for each process of the run
_folder: Path | None = None
_server: Server | None = None


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    global _folder, _server  # noqa: PLW0603 - one server a run
    os.environ.setdefault("RATUSHA_PUBLIC_PAGE_SECONDS", "0")  # a test must not see another's page
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    messages.compile_stale()
    _folder = Path(tempfile.mkdtemp(prefix="ratusha-test-", dir="/tmp"))
    _folder.chmod(0o711)
    os.environ["RATUSHA_DATA"] = str(_folder)
    os.environ["RATUSHA_SECRET_KEY"] = "only for tests " * 4
    os.environ["RATUSHA_PROTECTION_KEY"] = "only for tests " * 4
    if "RATUSHA_DATABASE_URL" not in os.environ:
        _server = Server(_folder / "postgres", fsync=False)
        _server.start()
        url = os.environ["RATUSHA_DATABASE_URL"] = _server.url(name="postgres")
        if sql := tables.kept():
            tables.make_in(url, TEMPLATE, sql)
            os.environ["RATUSHA_TEST_TEMPLATE"] = TEMPLATE


def pytest_configure(config: pytest.Config) -> None:
    """The server is thrown away as a whole; its databases need not be dropped while a thread still holds one."""
    if _server:
        config.option.reuse_db = True
    if template := os.environ.get("RATUSHA_TEST_TEMPLATE"):
        connections.settings["default"]["TEST"]["TEMPLATE"] = template


def pytest_unconfigure() -> None:
    if _server:
        _server.stop("immediate")
        os.environ.pop("RATUSHA_DATABASE_URL", None)
        os.environ.pop("RATUSHA_TEST_TEMPLATE", None)
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
