"""What a yearly plan and a report must hold, and who signs. Pure: no database, no clock.

Edict No. 381: an approved plan for the coming year by 1 May, a report on it by 1 March after the year. The rules are
numbered as in the specification of this room: R01 to R06 (R05, late for ever, is kept by `obligations`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.words import require_words
from ratusha.ui.formats import number

LONGEST_WORDS = 4000


class Kind(models.TextChoices):
    PLAN = "plan", gettext_lazy("Plan")
    REPORT = "report", gettext_lazy("Report")


class Stage(models.TextChoices):
    DRAFTING = "drafting", gettext_lazy("Being written")
    PREPARED = "prepared", gettext_lazy("Waits for the signature of the head")
    SUBMITTED = "submitted", gettext_lazy("At the ministry")
    RETURNED = "returned", gettext_lazy("Returned to be completed")
    ACCEPTED = "accepted", gettext_lazy("Accepted and frozen")


class Act(models.TextChoices):
    PREPARE = "prepare", gettext_lazy("Hand over to the head")
    REOPEN = "reopen", gettext_lazy("Take back to go on writing")
    SIGN = "sign", gettext_lazy("Sign and send to the ministry")
    ACCEPT = "accept", gettext_lazy("Accept and freeze")
    RETURN = "return", gettext_lazy("Return to be completed")


WRITTEN = (Stage.DRAFTING, Stage.RETURNED)  # rows may change
MOVES: dict[Act, tuple[tuple[Stage, ...], Stage]] = {
    Act.PREPARE: (WRITTEN, Stage.PREPARED),
    Act.REOPEN: ((Stage.PREPARED,), Stage.DRAFTING),
    Act.SIGN: ((Stage.PREPARED,), Stage.SUBMITTED),
    Act.ACCEPT: ((Stage.SUBMITTED,), Stage.ACCEPTED),
    Act.RETURN: ((Stage.SUBMITTED,), Stage.RETURNED),
}


class About(models.TextChoices):
    """What a row of a plan is about."""

    INDICATOR = "indicator", gettext_lazy("Indicator")
    MEASURE = "measure", gettext_lazy("Measure")
    OTHER = "other", gettext_lazy("Something else")


class Direction(models.TextChoices):
    MORE = "more", gettext_lazy("the more, the better")
    LESS = "less", gettext_lazy("the less, the better")


class Level(models.TextChoices):
    MISTAKE = "E", gettext_lazy("mistake")
    ADVICE = "W", gettext_lazy("advice")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong (it holds the paper back) or worth a look. `row` is its number."""

    rule: str
    level: Level
    message: str
    row: int | None = None


@dataclass(frozen=True)
class PlannedRow:
    number: int
    code: str
    task: str
    owner: str
    base: Decimal | None
    target: Decimal
    direction: str
    risk: str = ""


@dataclass(frozen=True)
class ReportedRow:
    number: int
    title: str
    target: Decimal
    direction: str
    source: str
    money_planned: Decimal
    fact: Decimal | None = None
    reason: str = ""
    words: str = ""
    evidence: str = ""
    money: Decimal | None = None
    known: Decimal | None = None
    difference: str = ""


# ---- stages ----
def require_move(stage: Stage, act: Act) -> Stage:
    allowed, to = MOVES[act]
    if stage not in allowed:
        message = _("This cannot be done now: the paper is “%(stage)s”. Look at its page again.")
        raise Conflict("plans.moved_on", message % {"stage": stage.label})
    return to


def require_written(stage: Stage) -> None:
    """What is handed over, sent or accepted does not change; an accepted plan has annexes."""
    if stage not in WRITTEN:
        message = _("The paper does not change now: it is “%(stage)s”.")
        raise Conflict("plans.frozen", message % {"stage": stage.label})


def require_second(*, prepared_by: object, signing: object) -> None:
    """R06: who prepared a paper does not sign it."""
    if prepared_by == signing:
        message = _("R06: you have prepared this paper. Somebody else must sign it.")
        raise RuleBroken("plans.R06", message)


def require_period_over(kind: Kind, year: int, today: date) -> None:
    """R03: a report is not earlier than the end of its year."""
    if kind is Kind.REPORT and today.year <= year:
        message = _("R03: the year %(year)s is not over. The report can be signed from 1 January.")
        raise RuleBroken("plans.R03", message % {"year": year})


def require_complete(findings: Sequence[Finding]) -> None:
    wrong = [one for one in findings if one.level is Level.MISTAKE]
    if wrong:
        message = _("The paper is not complete. First: %(first)s")
        raise RuleBroken(f"plans.{wrong[0].rule}", message % {"first": wrong[0].message})


def require_text(text: str, *, field: str, missing: str) -> str:
    return require_words(
        text, code=f"plans.{field}", field=field, missing=missing, longest=LONGEST_WORDS
    )


# ---- figures ----
def percent(fact: Decimal | None, target: Decimal, direction: str) -> Decimal | None:
    """How much of the target is reached, with one digit; None where that cannot be said."""
    if fact is None:
        return None
    above, below = (fact, target) if direction == Direction.MORE else (target, fact)
    if below == 0:
        return Decimal(100) if above == 0 or direction == Direction.LESS else None
    return (above / below * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def is_short(fact: Decimal, target: Decimal, direction: str) -> bool:
    return fact < target if direction == Direction.MORE else fact > target


# ---- what a plan must hold ----
def check_plan(
    rows: Sequence[PlannedRow],
    *,
    training: str,
    indicators: Mapping[str, str],
    measures: Mapping[str, str],
) -> list[Finding]:
    """`indicators` and `measures` (by code: name) are those of the body, as far as they are known."""
    found = [*_require_rows(rows, training), *_whose(rows), *_ambition(rows)]
    told = {row.code for row in rows}
    found += [
        Finding(
            "coverage", Level.MISTAKE, _("The indicator “%(name)s” has no row.") % {"name": name}
        )
        for code, name in indicators.items()
        if code not in told
    ]
    found += [
        Finding("measures", Level.ADVICE, _("The measure “%(name)s” has no row.") % {"name": name})
        for code, name in measures.items()
        if code not in told
    ]
    return found


def _require_rows(rows: Sequence[object], training: str) -> list[Finding]:
    found = []
    if not rows:
        found.append(Finding("rows", Level.MISTAKE, _("There is no row yet.")))
    if not training.strip():
        message = _("The line about training of people is empty.")
        found.append(Finding("training", Level.MISTAKE, message))
    return found


def _whose(rows: Sequence[PlannedRow]) -> list[Finding]:
    """Each row has an owner and serves a task."""
    message = _(
        "Row %(row)s has no owner or no task: who answers for it, and which task does it serve?"
    )
    return [
        Finding("owner", Level.MISTAKE, message % {"row": row.number}, row.number)
        for row in rows
        if not (row.owner.strip() and row.task)
    ]


def _ambition(rows: Sequence[PlannedRow]) -> list[Finding]:
    """A target is not worse than what is already reached, unless the risk says why."""
    found = []
    for row in rows:
        if row.base is None or not is_short(row.target, row.base, row.direction):
            continue
        level = Level.ADVICE if row.risk.strip() else Level.MISTAKE
        message = _(
            "Row %(row)s: the target %(target)s is worse than %(base)s, which is reached already. Say why in the risk."
        ) % {"row": row.number, "target": number(row.target), "base": number(row.base)}
        found.append(Finding("ambition", level, message, row.number))
    return found


# ---- what a report must hold ----
def check_report(
    rows: Sequence[ReportedRow],
    *,
    training: str,
    treasury: Mapping[str, Decimal] | None,
) -> list[Finding]:
    """`treasury` are the sums of the body by source of money; None: nothing was imported, and that is said."""
    found = _require_rows(rows, training)
    for row in rows:
        found += _facts(row)
        found += _campaign(row)
    return [*found, *_sums(rows, treasury)]


def _facts(row: ReportedRow) -> list[Finding]:
    """R01: each row has a fact or a coded reason; a gap has a reason in words too."""
    if row.fact is None and not row.reason:
        message = _("R01: row %(row)s has neither a fact nor a reason.") % {"row": row.number}
        return [Finding("R01", Level.MISTAKE, message, row.number)]
    short = row.fact is None or is_short(row.fact, row.target, row.direction)
    if short and not (row.reason and row.words.strip()):
        message = _("R01: row %(row)s is short of its target: choose the reason and explain it.")
        return [Finding("R01", Level.MISTAKE, message % {"row": row.number}, row.number)]
    if row.fact is not None and not row.evidence.strip():
        message = _("Row %(row)s has no evidence.") % {"row": row.number}
        return [Finding("evidence", Level.MISTAKE, message, row.number)]
    return []


def _campaign(row: ReportedRow) -> list[Finding]:
    """R02: the fact equals the value of the campaign, or the difference is explained."""
    if row.known is None or row.fact is None or row.fact == row.known or row.difference.strip():
        return []
    message = _(
        "R02: row %(row)s says %(fact)s, the campaign of indicators says %(known)s. Explain the difference."
    ) % {"row": row.number, "fact": number(row.fact), "known": number(row.known)}
    return [Finding("R02", Level.MISTAKE, message, row.number)]


def _sums(rows: Sequence[ReportedRow], treasury: Mapping[str, Decimal] | None) -> list[Finding]:
    """R04: the sums by source of money equal what the treasury says."""
    if treasury is None:
        message = _("R04: the sums are not compared: no figures of the treasury were brought in.")
        return [Finding("R04", Level.ADVICE, message)]
    told = sums_by_source(rows)
    found = []
    for source in sorted({*told, *treasury}):
        ours, theirs = told.get(source, Decimal(0)), treasury.get(source, Decimal(0))
        if ours != theirs:
            message = _(
                "R04: from “%(source)s” the report has %(ours)s, the treasury %(theirs)s."
            ) % {"source": source, "ours": ours, "theirs": theirs}
            found.append(Finding("R04", Level.MISTAKE, message))
    return found


def sums_by_source(rows: Sequence[ReportedRow]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for row in rows:
        if row.money:
            sums[row.source] = sums.get(row.source, Decimal(0)) + row.money
    return sums


# ---- discipline ----
@dataclass(frozen=True)
class Weights:
    """Points of a hundred: `on_time` is lost by being late, `complete` by each return, until nothing is left."""

    on_time: int
    complete: int
    each_return: int


def discipline(*, there: bool, late: bool, returned: int, weights: Weights) -> int:
    """From 0 to 100: in time, complete at once, how often returned. What is not there has nothing."""
    if not there:
        return 0
    points = 0 if late else weights.on_time
    return points + max(weights.complete - weights.each_return * returned, 0)
