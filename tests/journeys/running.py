"""One real state for all journeys: `ratusha up`, as anybody would start it.

Pages and worker are processes of their own, and the application has its own role in the database.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KEPT = os.environ.get("RATUSHA_JOURNEYS_STATE", "")  # a folder that lasts, for who writes journeys
PATIENCE = 300  # seconds until the state must be open
RATUSHA = [sys.executable, "-m", "ratusha.config.cli"]
FIND_DATABASE = """
import json
from ratusha.config.state import State, folder
print(json.dumps(State(folder()).environment()))
"""


@dataclass(frozen=True)
class Card:
    """What a person has in the pocket."""

    name: str
    number: str
    pin: str
    personal_number: str = ""
    children: tuple[str, ...] = ()


@dataclass
class Running:
    """The open state: where it is, its demonstration accounts, and residents whom no journey has used yet."""

    url: str
    folder: Path
    log: Path
    accounts: dict[str, dict[str, str]]
    residents: list[Card] = field(default_factory=list)
    visits: dict[str, Any] = field(default_factory=dict)  # cookies of officials who stay signed in

    def card(self, code: str) -> Card:
        one = self.accounts[code]
        return Card(one["name"], one["card"], one["pin"], one.get("login", ""))

    def a_resident(self, *, parent: bool = False) -> Card:
        """Somebody whose cabinet still sleeps; each is handed out once."""
        at = next(n for n, one in enumerate(self.residents) if bool(one.children) == parent)
        return self.residents.pop(at)

    def environment(self) -> dict[str, str]:
        return clean_environment() | {"RATUSHA_DATA": str(self.folder)}

    def ratusha(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The command line, on this state."""
        return run([*RATUSHA, *words], self.environment())

    def as_application(self, program: str, *words: str) -> str:
        """A program beside these journeys, run as the application; what it printed."""
        find = run([sys.executable, "-c", FIND_DATABASE], self.environment())
        environment = self.environment() | json.loads(find.stdout)
        environment["DJANGO_SETTINGS_MODULE"] = "ratusha.config.settings"
        made = run([sys.executable, str(HERE / program), *words], environment)
        if made.returncode:
            raise RuntimeError(made.stderr)
        return made.stdout


def run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own commands
        command, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )


def clean_environment() -> dict[str, str]:
    """Ours without what the test run has set for itself."""
    apart = ("RATUSHA_", "PYTEST_", "DJANGO_")
    return {k: v for k, v in os.environ.items() if not k.startswith(apart)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_state() -> Iterator[Running]:
    folder = Path(KEPT) if KEPT else Path(tempfile.mkdtemp(prefix="ratusha-journeys-", dir="/tmp"))
    if not KEPT:
        folder.chmod(0o711)
    log, port = Path(f"{folder}.log"), free_port()
    command = [*RATUSHA, "up", "--port", str(port), "--data", str(folder), "--workers", "1"]
    with log.open("w") as out:
        up = subprocess.Popen(command, env=clean_environment(), stdout=out, stderr=out)  # noqa: S603
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_until_open(up, url, log)
        accounts = json.loads((folder / "accounts.json").read_text())
        running = Running(url, folder, log, accounts)
        running.residents = _residents(running, 120)
        yield running
    finally:
        up.send_signal(signal.SIGTERM)
        try:
            up.wait(60)
        except subprocess.TimeoutExpired:
            up.kill()
            up.wait()
        if not KEPT:
            run([*RATUSHA, "reset", "--yes", "--data", str(folder)], clean_environment())
            log.unlink(missing_ok=True)


def _wait_until_open(up: subprocess.Popen[bytes], url: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if up.poll() is not None:
            raise RuntimeError(f"`ratusha up` has stopped:\n{log.read_text()}")
        try:
            with urllib.request.urlopen(f"{url}/health/ready", timeout=5):  # noqa: S310 - our own
                break
        except OSError:
            time.sleep(0.3)
    else:
        raise RuntimeError(f"`ratusha up` did not open:\n{log.read_text()}")


def _residents(running: Running, count: int) -> list[Card]:
    """Residents with cards, made beside the running state, as the application."""
    made = running.as_application("residents.py", str(count))
    return [
        Card(one["name"], one["card"], one["pin"], one["number"], tuple(one["small_children"]))
        for one in json.loads(made.splitlines()[-1])
    ]
