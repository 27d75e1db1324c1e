"""`ratusha up`: one process that starts the database, the pages and the worker, watches them, and stops them."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from . import prepare
from .state import State
from .trouble import Trouble

PATIENCE = 60.0  # seconds for the pages to answer, and for the children to stop
RATUSHA = [sys.executable, "-m", "ratusha.config.cli"]
PAUSES = (1, 2, 5, 10, 30)  # seconds before the worker is started again, the last one for ever


@dataclass(frozen=True)
class Address:
    host: str
    port: int

    @property
    def reachable_host(self) -> str:
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - compared, not bound

    @property
    def url(self) -> str:
        host = f"[{self.reachable_host}]" if ":" in self.reachable_host else self.reachable_host
        return f"http://{host}:{self.port}"

    def require_free(self) -> None:
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError:
                raise Trouble(
                    f"Port {self.port} on {self.host} cannot be had: stop what uses it, or give another one, "
                    f"for example --port {self.port + 1}."
                ) from None


class Child:
    """A process that goes when we go, even if we are killed."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        self.name = name
        self.failures = 0
        self.start_again_at = 0.0
        leash = [shutil.which("setpriv"), "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        self._command = [str(part) for part in [*leash, *command]]
        self._environment = os.environ | environment
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            self._command, env=self._environment, stdin=subprocess.DEVNULL, start_new_session=True
        )

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def stop(self) -> None:
        if self.alive:
            self.process.terminate()

    def wait(self) -> None:
        try:
            self.process.wait(PATIENCE / 4)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Stopped(BaseException):  # like KeyboardInterrupt: nothing on the way may swallow it
    """SIGTERM or Ctrl-C came."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


@contextmanager
def stoppable() -> Iterator[None]:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        yield
    except Stopped:
        pass
    finally:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)


def up(
    state: State, address: Address, *, workers: int | None, demo: bool, tell: Callable[[str], None]
) -> None:
    address.require_free()
    state.prepare_folder()
    with state.lock(), stoppable():
        server = state.server if state.has_own_server else None
        children: list[Child] = []
        try:
            if server:
                origin = f"{server.programs.origin} PostgreSQL {server.programs.major}"
                tell(f"Starting {origin} in {server.home} ...")
                server.start()
            named = {"RATUSHA_ADDRESS": os.environ.get("RATUSHA_ADDRESS", address.url)}
            _prepare(state, named, demo=demo)
            address.require_free()  # a first start takes a minute: somebody else may have come
            environment = state.environment() | named
            web = [*RATUSHA, "web", "--host", address.host, "--port", str(address.port)]
            web += ["--workers", str(workers)] if workers else []
            children.append(Child("web", web, environment))
            _wait_until_open(address, children[0])
            children.append(Child("worker", [*RATUSHA, "worker"], environment))
            _welcome(state, address, tell)
            _watch(children, tell)
        finally:
            tell("Stopping ...")
            for child in children:
                child.stop()
            for child in children:
                child.wait()
            if server:
                server.stop()


def _prepare(state: State, named: dict[str, str], *, demo: bool) -> None:
    """In a process of its own, as the owner of the tables, so that what it loads does not stay in memory.

    The papers of the demonstration state name the address too.
    """
    if not prepare.open_steps(state, demo=demo):
        return
    command = [*RATUSHA, "prepare", *(["--demo"] if demo else [])]
    environment = os.environ | state.environment(owner=True) | named
    done = subprocess.run(command, check=False, env=environment)  # noqa: S603 - our own command
    if done.returncode:
        raise Trouble("The state could not be prepared: see above.")


def _wait_until_open(address: Address, web: Child) -> None:
    until, said = time.monotonic() + PATIENCE, ""
    while time.monotonic() < until and web.alive:
        connection = http.client.HTTPConnection(address.reachable_host, address.port, timeout=5)
        try:
            connection.request("GET", "/health/ready")
            answer = connection.getresponse()
            if answer.status == http.HTTPStatus.OK:
                return
            said = (
                f" The last answer was {answer.status}: {answer.read(200).decode(errors='replace')}"
            )
        except OSError:
            pass  # not listening yet
        finally:
            connection.close()
        time.sleep(0.05)
    raise Trouble(f"The pages do not answer: see the messages above.{said}")


def _welcome(state: State, address: Address, tell: Callable[[str], None]) -> None:
    tell(f"\nRatusha is open: {address.url}/")
    accounts = state.data / "accounts.txt"  # written when the demonstration state was made
    if accounts.exists():
        tell(accounts.read_text().rstrip())
    tell(f"The state is kept in {state.data}. Ctrl-C stops it; `ratusha reset` starts over.")


def _watch(children: list[Child], tell: Callable[[str], None]) -> None:
    """The worker is started again when it falls; without pages there is nothing to stay up for."""
    while True:
        time.sleep(0.5)
        for child in children:
            if child.alive:
                continue
            if child.name == "web":
                raise Trouble("The web server has stopped by itself: see the messages above.")
            now = time.monotonic()
            if not child.start_again_at:
                pause = PAUSES[min(child.failures, len(PAUSES) - 1)]
                tell(
                    f"The {child.name} has stopped (exit code {child.process.returncode}); again in {pause} s."
                )
                child.failures += 1
                child.start_again_at = now + pause
            elif now >= child.start_again_at:
                child.start_again_at = 0.0
                child.start()
