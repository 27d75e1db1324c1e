"""A throwaway PostgreSQL for a test run, started before Django reads its settings; xdist workers share it."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

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
