"""The reference pages that are drawn from the code: who may what, and who hears what."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from django.utils import translation

import ratusha
from ratusha.accounts.public import PERMISSIONS
from ratusha.kernel import events

HEAD = "<!-- Written by `ratusha reference`; a test compares it with the code. -->\n\n"
NOT_READ = (".tests", ".migrations", "ratusha.config", "ratusha.packs")


def load_all() -> None:
    """Permissions and events are known once the file that declares them is loaded."""
    for found in pkgutil.walk_packages(ratusha.__path__, "ratusha."):
        if not any(part in found.name for part in NOT_READ):
            importlib.import_module(found.name)


def permissions() -> str:
    with translation.override("en"):
        rows = "".join(f"| `{name}` | {label} |\n" for name, label in sorted(PERMISSIONS.items()))
    return (
        f"{HEAD}# Permissions\n\n"
        "An appointment of an official to a body lists names from this page. The code asks for a permission at a body\n"
        "on a day, never for a role.\n\n"
        f"| permission | what it allows |\n|---|---|\n{rows}"
    )


def _kinds(of: type[events.Event]) -> Iterator[type[events.Event]]:
    for kind in of.__subclasses__():
        yield from _kinds(kind)
        if not any(part in kind.__module__ for part in NOT_READ):
            yield kind


def event_page() -> str:
    rows = []
    for kind in sorted(_kinds(events.Event), key=events.name_of):
        carries = ", ".join(field.name for field in fields(kind))
        hear = ", ".join(f"`{one.name}`" for one in events.subscriptions_of(kind)) or "nobody yet"
        first = (kind.__doc__ or "").strip().splitlines()[0] if kind.__doc__ else ""
        said = "" if first.startswith(f"{kind.__name__}(") else first
        rows.append(f"| `{events.name_of(kind)}` | {carries} | {said} | {hear} |\n")
    return (
        f"{HEAD}# Events\n\n"
        "What has happened in one module and matters to others. Written in the transaction of the act, delivered by\n"
        "the worker after it; `src/ratusha/config/subscriptions.py` says who hears what.\n\n"
        f"| event | carries | meaning | who hears it |\n|---|---|---|---|\n{''.join(rows)}"
    )


def pages() -> dict[str, str]:
    load_all()
    return {"permissions.md": permissions(), "events.md": event_page()}


def write(folder: Path) -> None:
    for name, text in pages().items():
        (folder / name).write_text(text)
