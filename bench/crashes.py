"""`./ratusha bench crashes`: kill web, worker and database at random moments, then look for every answered act.

Somebody lodges and somebody accepts, over HTTP, each again and again until the state has answered; meanwhile processes
are killed with SIGKILL, as a power cut would. In the end each answered act must be there once: its number, its step,
its entry in the journal, its clock, and the letter its event caused. Exit code 1 if one is not.
"""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import psutil

from ratusha.config.serve import RATUSHA
from ratusha.config.state import State

from . import machine
from .__main__ import Bench, tell
from .pages import free_port

PEOPLE_FOR_A_LODGING = 2.5  # children do not lodge
CLIENTS = 6
PATIENCE = 120.0  # seconds until an act must have been answered, whatever fell meanwhile
BETWEEN = (0.3, 4.0)  # seconds from one blow to the next
SEEN = {http.client.FOUND, http.client.SEE_OTHER}
TARGETS = ("web process", "web", "worker", "database")


@dataclass
class Act:
    """One thing to be done, and what was answered: the address of the case for a lodging."""

    path: str
    headers: dict[str, str]
    answered: str = ""
    refused: int = 0  # an answer that says no: after a broken try it means that the try had worked
    tries: int = 0


@dataclass
class Household:
    """The processes of one state, and the strength to start them again."""

    state: State
    port: int
    environment: dict[str, str]
    parts: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    blows: Counter[str] = field(default_factory=Counter)

    def start(self, part: str) -> None:
        words = {"web": ["web", "--port", str(self.port), "--workers", "2"], "worker": ["worker"]}
        self.parts[part] = subprocess.Popen(  # noqa: S603 - our own command
            [*RATUSHA, *words[part]],
            env=os.environ | self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def strike(self, target: str) -> None:
        self.blows[target] += 1
        match target:
            case "database":
                self._fell(self._postmaster())
                self.state.server.start()
            case "web process":  # its father starts another
                children = psutil.Process(self.parts["web"].pid).children()
                if children:
                    self._kill(random.choice(children))  # noqa: S311 - a drill
            case part:
                self._fell(psutil.Process(self.parts[part].pid))
                self.parts[part].wait()
                self.start(part)

    def mend(self) -> None:
        """Whatever has stopped by itself meanwhile is started again, as a service manager would."""
        for part, process in self.parts.items():
            if process.poll() is not None:
                self.start(part)

    def stop(self) -> None:
        for process in self.parts.values():
            process.terminate()
        for process in self.parts.values():
            process.wait(60)

    def _postmaster(self) -> psutil.Process:
        pid = (self.state.server.data / "postmaster.pid").read_text().split()[0]
        return psutil.Process(int(pid))

    def _fell(self, root: psutil.Process) -> None:
        for process in (*root.children(recursive=True), root):
            self._kill(process)

    @staticmethod
    def _kill(process: psutil.Process) -> None:
        try:
            os.kill(process.pid, signal.SIGKILL)
            process.wait(10)
        except (psutil.Error, ProcessLookupError):
            pass  # it had gone already


def perform(port: int, act: Act) -> None:
    """Ask until the state has said yes or no."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        act.tries += 1
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=15)
        try:
            connection.request("POST", act.path, headers=act.headers | {"Content-Length": "0"})
            answer = connection.getresponse()
            answer.read()
            if answer.status in SEEN:
                act.answered = answer.headers["Location"]
                return
            if answer.status < http.client.INTERNAL_SERVER_ERROR:
                act.refused = answer.status
                return
        except (OSError, http.client.HTTPException):
            pass  # somebody was killed: ask again
        finally:
            connection.close()
        time.sleep(0.2)


def all_at_once(port: int, acts: list[Act]) -> list[threading.Thread]:
    waiting: Iterator[Act] = iter(acts)
    door = threading.Lock()

    def work() -> None:
        while True:
            with door:
                act = next(waiting, None)
            if act is None:
                return
            perform(port, act)

    clients = [threading.Thread(target=work) for _number in range(CLIENTS)]
    for client in clients:
        client.start()
    return clients


def rage(house: Household, clients: list[threading.Thread], rng: random.Random) -> None:
    while any(client.is_alive() for client in clients):
        time.sleep(rng.uniform(*BETWEEN))
        house.strike(rng.choice(TARGETS))
        house.mend()


def wait_for_deliveries(bench: Bench) -> int:
    """How many rows of the outbox are left when nothing moves any more."""
    until = time.monotonic() + PATIENCE
    while (
        left := bench.inside("after_crashes", "undelivered")["left"]
    ) and time.monotonic() < until:
        time.sleep(2)
    return int(left)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path), default=Path("/tmp/ratusha-crashes"), show_default=True,  # noqa: S108
              help="Where the state that suffers is kept.")  # fmt: skip
@click.option("--acts", default=2000, show_default=True, help="Half lodgings, half steps.")
@click.option(
    "--seed", default=1, show_default=True, help="Of the moments and targets of the blows."
)
@click.option(
    "--format", "as_format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def main(*, data: Path, acts: int, seed: int, as_format: str) -> None:
    """Kill processes while people lodge and officials accept; then look for everything that was answered."""
    half = acts // 2
    state = State(data.resolve())
    people = max(1000, int(half * PEOPLE_FOR_A_LODGING))
    bench = Bench(state, people=people, cases=0, waiting=0, rounds=1, seconds=1)
    begun = time.monotonic()
    with state.running_server():
        bench.prepare()
        bench.inside("people", "open_cabinets", count=half)
        bench.inside("fill", "lodged_at_the_desk", owner=True, count=half)
        asked = bench.inside("questions", "pages", lodgings=half, steps=half)
        official = asked["official"]["headers"]
        lodgings = [Act(path, headers) for path, headers in asked["lodging"]]
        steps = [Act(path, official) for path in asked["steps"]]
        house = Household(state, free_port(), bench.environment())
        for part in ("web", "worker"):
            house.start(part)
        mixed = lodgings + steps
        random.Random(seed).shuffle(mixed)  # noqa: S311 - a drill
        tell(f"{len(lodgings)} lodgings and {len(steps)} steps while processes fall ...")
        rage(house, all_at_once(house.port, mixed), random.Random(seed))  # noqa: S311
        house.mend()
        left = wait_for_deliveries(bench)
        house.stop()
        found = bench.inside(
            "after_crashes",
            "look",
            lodged=[[act.path.split("/")[-3], act.answered] for act in lodgings],
            stepped=[[act.path.split("/")[-3], bool(act.answered)] for act in steps],
        )
    found |= {
        "acts": len(mixed),
        "answered": sum(bool(act.answered) for act in mixed),
        "answered_no_after_a_broken_try": sum(bool(act.refused) for act in mixed),
        "never_answered": sum(not act.answered and not act.refused for act in mixed),
        "asked_more_than_once": sum(act.tries > 1 for act in mixed),
        "killed": dict(house.blows),
        "undelivered": left,
        "seconds": round(time.monotonic() - begun),
        "machine": machine.about(),
    }
    click.echo(json.dumps(found, indent=1) if as_format == "json" else told(found))
    sys.exit(1 if found["wrong"] or left or found["never_answered"] else 0)


def told(found: dict[str, Any]) -> str:
    blows = ", ".join(f"{name} {count}" for name, count in sorted(found["killed"].items()))
    lines = [
        f"{found['acts']} acts, {found['answered']} answered; killed: {blows} ({found['seconds']} s in all).",
        f"Asked more than once because somebody fell: {found['asked_more_than_once']}.",
        f"Looked at: {found['looked_at']}.",
        *found["wrong"][:20],
        f"Wrong: {len(found['wrong'])}. Undelivered: {found['undelivered']}.",
        f"Never answered: {found['never_answered']}.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
