"""One state's folder: its database, its secrets, its files, and the lock that lets one `up` at a time run on it."""

import fcntl
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import postgres
from .trouble import Trouble

SECRETS = ("secret_key", "protection_key")


def folder() -> Path:
    """RATUSHA_DATA, else ./data."""
    return Path(os.environ.get("RATUSHA_DATA") or "data").resolve()


def secret(name: str, data: Path) -> str:
    """A secret from the environment, else from this state's folder, else one that lasts as long as the process.

    What a process without a database seals or signs is never kept, so the last is safe; with a database it is not.
    """
    variable = f"RATUSHA_{name.upper()}"
    file = data / "secrets" / name
    if value := os.environ.get(variable):
        return value
    if file.exists():
        return file.read_text().strip()
    if "RATUSHA_DATABASE_URL" in os.environ:
        raise Trouble(
            f"Set {variable} (at least 50 random characters), or start with `ratusha up`, which makes one."
        )
    return secrets.token_urlsafe(48)


@dataclass(frozen=True)
class State:
    data: Path

    @property
    def server(self) -> postgres.Server:
        return postgres.Server(postgres.cluster_folder(self.data))

    @property
    def has_own_server(self) -> bool:
        """No database is named, or the named one is the server in this folder (a parent process said so)."""
        named = os.environ.get("RATUSHA_DATABASE_URL")
        return named in {
            None,
            "",
            self.server.url(postgres.OWNER),
            self.server.url(postgres.APPLICATION),
        }

    def prepare_folder(self) -> None:
        """Make the folder and its secrets, once; never change a secret that is there."""
        try:
            self.data.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
            (self.data / "secrets").mkdir(mode=0o700, exist_ok=True)
            for name in SECRETS:
                file = self.data / "secrets" / name
                if not file.exists():
                    unfinished = file.with_suffix(".unfinished")
                    unfinished.unlink(missing_ok=True)
                    closed = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                    with os.fdopen(closed, "w") as out:
                        out.write(secrets.token_urlsafe(48))
                    unfinished.rename(file)
            if self.server.home.parent != self.data:
                (self.data / postgres.POINTER).write_text(f"{self.server.home}\n")
        except PermissionError:
            raise Trouble(
                f"{self.data} cannot be written by this user: give another folder with --data."
            ) from None

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Held by the one process that may start and stop this state's server; the system frees it if it dies."""
        with (self.data / "lock").open("a+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                raise Trouble(
                    f"{self.data} is in use by another `ratusha` (process {file.read().strip() or '?'}): "
                    "stop it, or give this one another folder with --data."
                ) from None
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
            yield

    @contextmanager
    def running_server(self) -> Iterator[None]:
        """The database is there inside this block: joins a server that runs, else starts one and stops it."""
        if not self.has_own_server or self.server.running:
            yield
            return
        self.prepare_folder()
        with self.lock():
            server = self.server
            server.start()
            try:
                yield
            finally:
                server.stop()

    def environment(self, *, owner: bool = False) -> dict[str, str]:
        """What a child process needs to find this state: as the owner of the tables, or as the application."""
        if self.has_own_server:
            role = postgres.OWNER if owner else postgres.APPLICATION
            url = self.server.url(role)
        else:
            url = os.environ["RATUSHA_DATABASE_URL"]
            if owner:
                url = os.environ.get("RATUSHA_DATABASE_OWNER_URL", url)
        return {"RATUSHA_DATA": str(self.data), "RATUSHA_DATABASE_URL": url}

    def remember(self, what: str, digest: str) -> None:
        """Note what the database and the folder were brought up to, so that the next start need not look."""
        done = self._done() | {what: digest}
        (self.data / "prepared.json").write_text(json.dumps(done, indent=1))

    def is_up_to(self, what: str, digest: str) -> bool:
        return self.has_own_server and self._done().get(what) == digest

    def _done(self) -> dict[str, str]:
        try:
            done: dict[str, str] = json.loads((self.data / "prepared.json").read_text())
        except (FileNotFoundError, ValueError):
            return {}
        return done

    def remove(self, tell: Callable[[str], None]) -> None:
        """Everything this state has: its database, its files, its secrets."""
        if not self.data.exists():
            tell(f"There is nothing at {self.data}.")
            return
        if not (self.data / "secrets").exists():
            raise Trouble(f"{self.data} is not a state's folder: nothing was removed.")
        with self.lock():
            self.server.remove()
            shutil.rmtree(self.data)
        tell(f"Removed {self.data}.")


def digest_of(files: Iterator[Path] | list[Path], *more: str) -> str:
    """Changes when a file among these is added, removed, renamed or rewritten."""
    sum_ = hashlib.sha256(" ".join(more).encode())
    for file in sorted(files):
        sum_.update(str(file).encode())
        sum_.update(hashlib.sha256(file.read_bytes()).digest())
    return sum_.hexdigest()
