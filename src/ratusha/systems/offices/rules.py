"""What an office must be able to do: rules T01 to T04, gaps by quarter, cells large enough to be told. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel.dates import day_in_words
from ratusha.kernel.errors import RuleBroken
from ratusha.systems.rules import Finding

FEWEST = 5  # people in a cell of a table that others see
MOST_LOAD = 120  # per cent of one person
LEVELS = range(5)


class Role(models.TextChoices):
    ARCHITECT = "architect", gettext_lazy("Architect")
    ANALYST = "analyst", gettext_lazy("Analyst")
    PRODUCT = "product", gettext_lazy("Product owner")
    SECURITY = "security", gettext_lazy("Specialist in security")
    DATA = "data", gettext_lazy("Specialist in data")
    PROCUREMENT = "procurement", gettext_lazy("Specialist in procurement")
    CHANGE = "change", gettext_lazy("Specialist in change")
    OPERATIONS = "operations", gettext_lazy("Specialist in operations")


class Teaching(models.TextChoices):
    """The kinds of training the law knows."""

    TRAINING = "training", gettext_lazy("training of new specialists")
    RETRAINING = "retraining", gettext_lazy("retraining")
    INTERNSHIP = "internship", gettext_lazy("internship")
    QUALIFICATION = "qualification", gettext_lazy("advanced training")


def quarter_of(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


@dataclass(frozen=True)
class Need:
    """So many people of a role at this level, in a quarter; `measure`: which asks for them."""

    role: str
    level: int
    people: int
    quarter: str
    measure: str = ""


@dataclass(frozen=True)
class Gap:
    role: str
    level: int
    quarter: str
    need: int
    have: int

    @property
    def missing(self) -> int:
        return max(0, self.need - self.have)


def gaps(needs: Iterable[Need], have: Mapping[str, Iterable[int]]) -> list[Gap]:
    """`have`: of each role the levels of its people. Somebody of a higher level can do the work of a lower one."""
    wanted: Counter[tuple[str, int, str]] = Counter()
    for one in needs:
        wanted[one.role, one.level, one.quarter] += one.people
    return [
        Gap(role, level, quarter, people, sum(known >= level for known in have.get(role, ())))
        for (role, level, quarter), people in sorted(
            wanted.items(), key=lambda item: (item[0][2], item[0])
        )
    ]


def require_competence(needs: Iterable[Need], have: Mapping[str, Iterable[int]]) -> list[Finding]:
    """T01: an office that carries out a measure without a competition has the competence for it."""
    return [
        Finding("T01", "error", _said(one, _("%(role)s at level %(level)s: %(missing)s missing.")))
        for one in gaps(needs, have)
        if one.missing
    ]


def _said(one: Gap, message: str) -> str:
    words = {
        "role": Role(one.role).label,
        "level": one.level,
        "missing": one.missing,
        "quarter": one.quarter,
    }
    return message % words


def check_load(loads: Mapping[str, int]) -> list[Finding]:
    """T02: `loads`: per cent of one person by quarter."""
    message = _("In %(quarter)s the load is %(load)s %%; more than %(most)s %% is too much.")
    return [
        Finding("T02", "error", message % {"quarter": quarter, "load": load, "most": MOST_LOAD})
        for quarter, load in sorted(loads.items())
        if load > MOST_LOAD
    ]


def check_certificate(valid_from: date, valid_to: date | None, on: date) -> list[Finding]:
    """T03: on the day of a contract the certificate holds."""
    if valid_from <= on and (valid_to is None or on <= valid_to):
        return []
    return [Finding("T03", "error", _("The certificate does not hold on that day."))]


SOON_DAYS = 90  # a course is found and passed in such a time


class Holds(models.TextChoices):
    """How a certificate stands on a day."""

    NOT_YET = "not_yet", gettext_lazy("does not hold yet")
    HOLDS = "holds", pgettext_lazy("certificate", "holds")
    SOON = "soon", gettext_lazy("ends soon")
    ENDED = "ended", pgettext_lazy("certificate", "has ended")


def certificate_on(valid_from: date, valid_to: date | None, today: date) -> Holds:
    if today < valid_from:
        return Holds.NOT_YET
    if valid_to is None:
        return Holds.HOLDS
    if valid_to < today:
        return Holds.ENDED
    return Holds.SOON if valid_to <= today + timedelta(days=SOON_DAYS) else Holds.HOLDS


def require_days_in_order(valid_from: date, valid_to: date | None) -> None:
    if valid_to is not None and valid_to < valid_from:
        message = _("It cannot end before it begins.")
        raise RuleBroken("office.certificate_days", message, field="valid_to")


def require_time_for_an_effect(from_day: date, today: date) -> None:
    """The effect of a training is told when there has been time for one."""
    if today < from_day:
        message = _("What a training has changed can be told from %(day)s on.")
        words = {"day": day_in_words(from_day)}
        raise RuleBroken("office.effect_early", message % words, field="effect")


def check_plan(found: Iterable[Gap], planned: Iterable[tuple[str, int]]) -> list[Finding]:
    """T04: each gap has a line in the plan of training; `planned`: roles and levels aimed at."""
    lines = set(planned)
    return [
        Finding(
            "T04",
            "warning",
            _said(one, _("%(quarter)s: no training is planned for %(role)s, level %(level)s.")),
        )
        for one in found
        if one.missing and not any(role == one.role and level >= one.level for role, level in lines)
    ]


def told(counts: Mapping[tuple[str, int], int]) -> dict[tuple[str, int], int | None]:
    """A matrix role by level that others may see: a cell of fewer than five people is not told.

    Where one small cell of a role could be worked out from its total, the smallest told cell goes too.
    """
    shown: dict[tuple[str, int], int | None] = {
        (role, level): counts.get((role, level), 0) for role in Role.values for level in LEVELS
    }
    for role in Role.values:
        hidden = [level for level in LEVELS if 0 < (counts.get((role, level), 0)) < FEWEST]
        for level in hidden:
            shown[role, level] = None
        if len(hidden) == 1:
            others = [level for level in LEVELS if (shown[role, level] or 0) >= FEWEST]
            if others:
                shown[role, min(others, key=lambda level: counts[role, level])] = None
    return shown
