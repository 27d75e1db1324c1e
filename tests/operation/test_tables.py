"""The tables that a new state gets at once are those that the migrations make."""

from pathlib import Path

import pytest

from ratusha.config import postgres, tables
from ratusha.config.cli.tables import dump, made_by_migrations


@pytest.mark.timeout(600)
def test_the_kept_tables_are_what_the_migrations_make():
    assert tables.kept() == made_by_migrations(), "Run `ratusha tables write`."


@pytest.mark.parametrize(
    "engine", postgres.engines(), ids=lambda engine: f"PostgreSQL {engine.major}"
)
def test_every_supported_database_understands_them(tmp_path_factory, engine):
    folder = Path("/tmp") / f"ratusha-{tmp_path_factory.mktemp('tables').name}"  # noqa: S108 - where a socket's path fits
    server = postgres.Server(folder, engine=engine, fsync=False)
    server.start()
    try:
        tables.make_in(server.url(name="postgres"), "copy", tables.kept() or "")
        if engine.origin == "embedded":
            assert dump(server.url(name="copy")) == tables.kept()
    finally:
        server.remove()


ONE = "INSERT INTO public.django_migrations VALUES (1, 'audit', '0001_initial', now());"


def test_tables_of_a_changed_migration_are_not_used(tmp_path, monkeypatch):
    source, migration = tmp_path / "source", tmp_path / "source/audit/migrations/0001_initial.py"
    migration.parent.mkdir(parents=True)
    migration.write_text("as it was")
    monkeypatch.setattr(tables, "SOURCE", source)
    monkeypatch.setattr(tables, "FILE", tmp_path / "tables.sql")
    assert tables.kept() is None
    tables.keep(ONE)
    assert tables.kept() == ONE
    assert tables.is_whole()
    (migration.parent / "0002_more.py").write_text("new")
    assert tables.kept() == ONE
    assert not tables.is_whole()
    migration.write_text("changed")
    assert tables.kept() is None


def test_tables_changed_by_hand_are_not_used(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "FILE", tmp_path / "tables.sql")
    tables.keep("SELECT 1;")
    tables.FILE.write_text(tables.FILE.read_text() + "DROP TABLE audit_entry;")
    assert tables.kept() is None
