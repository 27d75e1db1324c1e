"""What must be true before the site may serve, each step done only when its sources have changed."""

import importlib.metadata
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles.management.commands import collectstatic
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

from ratusha.kernel.pack import pack

from . import messages
from .state import State, digest_of

SOURCE = Path(__file__).resolve().parent.parent
WITH_TABLES = (
    "django",
    "django-axes",
    "procrastinate",
)  # packages that bring migrations of their own


@dataclass(frozen=True)
class Step:
    name: str
    sentence: str
    digest: Callable[[], str]
    do: Callable[[], None]
    for_demonstration: bool = False


def _tables_digest() -> str:
    versions = [f"{name}={importlib.metadata.version(name)}" for name in WITH_TABLES]
    return digest_of(list(SOURCE.glob("*/migrations/*.py")), *versions)


def _static_digest() -> str:
    return digest_of([f for f in SOURCE.glob("*/static/**/*") if f.is_file()])


def _pack_digest() -> str:
    return digest_of([f for f in pack().folder.rglob("*") if f.is_file()])


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def _collect() -> None:
    """Into hashed and compressed files, whatever this process itself serves from."""
    command = collectstatic.Command()
    command.storage = CompressedManifestStaticFilesStorage()
    call_command(command, interactive=False, verbosity=0, clear=True)


STEPS = [
    Step("messages", "compiling the translations", messages.digest, messages.compile_all),
    Step("tables", "bringing the tables up to date", _tables_digest, _migrate),
    Step("static", "collecting style sheets and fonts", _static_digest, _collect),
]


def open_steps(state: State, *, demo: bool) -> list[Step]:
    """Those whose sources have changed since they were last done on this state."""
    wanted = [step for step in STEPS if demo or not step.for_demonstration]
    return [step for step in wanted if not state.is_up_to(step.name, step.digest())]


def do_open_steps(state: State, *, demo: bool, tell: Callable[[str], None]) -> None:
    """In order; what is done is remembered at once, so that a step that fails is where the next try begins."""
    for step in open_steps(state, demo=demo):
        start = time.perf_counter()
        step.do()
        state.remember(step.name, step.digest())
        tell(f"  {step.sentence} ({time.perf_counter() - start:.1f} s)")
