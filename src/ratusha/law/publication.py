"""What must be true before a definition goes into force."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_language
from ratusha.procedures.public import (
    Definition,
    Edition,
    asked_twice,
    digest_of,
    read_definitions,
    read_registers,
)

from .impact.signing import lacks_sign_off
from .scenarios.derive import APPLIED_FOR_FROM
from .scenarios.verdicts import shipped, verdict_on


@dataclass(frozen=True)
class Problem:
    """`code` is for programs: scenario.<code>, once_only.<code>, impact; `words` say what is wrong."""

    code: str
    words: str


def publishable(
    definition: Definition, *, folder: Path, now: datetime, replayed: bool = True
) -> list[Problem]:
    """Nothing, or what stands in the way. A verdict on the same wording is not sought twice.

    `replayed`: past cases are lived once more; where one changes, somebody must have signed.
    """
    today = timezone.localdate(now)
    found = [*_debts(definition, folder, max(today, definition.valid_from))]
    if replayed and (changed := lacks_sign_off(definition)):
        words = _("It changes past cases (%(number)s): look at the report and sign it off.")
        found.append(Problem("impact", words % {"number": changed}))
    if definition.level >= APPLIED_FOR_FROM and digest_of(definition) not in shipped(folder):
        found += _scenarios(definition, now)
    return found


def _debts(definition: Definition, folder: Path, on: date) -> list[Problem]:
    """`on`: the first day on which it would ask; a waiver that ends later is renewed or the next edition stops."""
    words = _("%(asked)s: the state holds it (%(service)s), and no act in force lets it be asked.")
    return [
        Problem(
            f"once_only.{one.code}",
            words % {"asked": in_language(one.title, "").text, "service": one.service},
        )
        for one in asked_twice(definition, read_registers(folder))
        if not one.is_waived(on)
    ]


def _scenarios(definition: Definition, now: datetime) -> list[Problem]:
    verdict = verdict_on(definition, now=now)
    if verdict.green:
        return []
    red = [row for row in verdict.told["scenarios"] if row["verdict"] == "red"]
    if not red:
        return [Problem("scenario.none", _("No scenario reaches the decision."))]
    return [Problem(f"scenario.{row['scenario']}", row["reason"]) for row in red]


def held_back(folder: Path, *, now: datetime, replayed: bool) -> dict[str, list[Problem]]:
    """New wordings of a pack that may not go into force yet, by their digest; those in force are not asked again."""
    known = set(Edition.objects.values_list("digest", flat=True))
    stopped = {}
    for definition in read_definitions(folder):
        digest = digest_of(definition)
        if digest not in known and (
            problems := publishable(definition, folder=folder, now=now, replayed=replayed)
        ):
            stopped[digest] = [Problem(definition.code, f"{p.code}: {p.words}") for p in problems]
    return stopped
