"""Whether an office can carry out a measure without a competition: who knows (T01, T03), who is free (T02). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ratusha.systems.rules import Finding

from .rules import Need, Role, check_certificate, require_competence

FULL = 100  # per cent of one person


@dataclass(frozen=True)
class Person:
    """A specialist on a day: no name, what they know, how loaded, until when what was learnt is certified."""

    role: str
    level: int
    load: int
    certificates: tuple[tuple[date, date | None], ...] = ()


def holds(person: Person, on: date) -> bool:
    """T03: who has certificates has one that holds on the day of the contract."""
    told = person.certificates
    return not told or any(not check_certificate(since, until, on) for since, until in told)


def lacking(needs: Iterable[Need], people: Iterable[Person], on: date) -> list[Finding]:
    """What is missing for this measure: who is certified and, among them, who is free."""
    wanted = list(needs)
    certified = [one for one in people if holds(one, on)]
    found = require_competence(wanted, _levels(certified))
    if found:
        return found
    free = [one for one in certified if one.load < FULL]
    return [
        Finding("T02", "error", _busy(one.message, wanted))
        for one in require_competence(wanted, _levels(free))
    ]


def _busy(missing: str, wanted: list[Need]) -> str:
    quarter = wanted[0].quarter if wanted else ""
    return _("Nobody is free in %(quarter)s: %(missing)s") % {
        "quarter": quarter,
        "missing": missing,
    }


def _levels(people: Iterable[Person]) -> dict[str, list[int]]:
    known: dict[str, list[int]] = {role: [] for role in Role.values}
    for one in people:
        known[one.role].append(one.level)
    return known
