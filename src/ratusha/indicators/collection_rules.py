"""How an answer becomes a figure: its states, what is wrong with it (V01 to V12), what a verifier opens. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import ceil
from random import Random
from statistics import median
from typing import Any

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

from .collecting import Question

SPREADS = 3  # median absolute deviations from the middle of one's own series
PERIODS_ALIKE = 4
FEWEST_FOR_A_SERIES = 3
UNITS = (10, 100, 1000)  # thousands for units, and the like
NEAR = Decimal("0.05")  # of such a factor


class State(TextChoices):
    NOT_STARTED = "not_started", gettext_lazy("Not started")
    DRAFT = "draft", gettext_lazy("Being written")
    SUBMITTED = "submitted", gettext_lazy("Handed in")
    AUTO_FLAGGED = "auto_flagged", gettext_lazy("Handed in with remarks")
    VERIFYING = "verifying", gettext_lazy("Being verified")
    RETURNED = "returned", gettext_lazy("Given back")
    ACCEPTED = "accepted", gettext_lazy("Verified")
    DISPUTED = "disputed", gettext_lazy("In dispute")
    APPROVED = "approved", gettext_lazy("Approved")


class Step(TextChoices):
    SAVE = "save", gettext_lazy("Saved")
    SUBMIT = "submit", gettext_lazy("Handed in")
    FLAG = "flag", gettext_lazy("Handed in with remarks")
    CHOOSE = "choose", gettext_lazy("Chosen to be verified")
    ACCEPT = "accept", gettext_lazy("Verified")
    GIVE_BACK = "give_back", gettext_lazy("Given back")
    DISPUTE = "dispute", gettext_lazy("Disputed")
    UPHOLD = "uphold", gettext_lazy("The dispute was settled for the respondent")
    OVERRULE = "overrule", gettext_lazy("The dispute was settled for the verifier")
    APPROVE = "approve", gettext_lazy("Approved")


WRITTEN = (State.NOT_STARTED, State.DRAFT, State.RETURNED)
HANDED_IN = (State.SUBMITTED, State.AUTO_FLAGGED)
MOVES: dict[str, tuple[tuple[State, ...], State]] = {
    Step.SAVE: (WRITTEN, State.DRAFT),
    Step.SUBMIT: ((State.DRAFT,), State.SUBMITTED),
    Step.FLAG: ((State.DRAFT,), State.AUTO_FLAGGED),
    Step.CHOOSE: (HANDED_IN, State.VERIFYING),
    Step.ACCEPT: ((*HANDED_IN, State.VERIFYING), State.ACCEPTED),
    Step.GIVE_BACK: ((*HANDED_IN, State.VERIFYING), State.RETURNED),
    Step.DISPUTE: ((State.RETURNED,), State.DISPUTED),
    Step.UPHOLD: ((State.DISPUTED,), State.ACCEPTED),
    Step.OVERRULE: ((State.DISPUTED,), State.RETURNED),
    Step.APPROVE: ((State.ACCEPTED,), State.APPROVED),
}


def next_state(state: str, step: str) -> State:
    sources, target = MOVES[step]
    if state not in sources:
        raise RuleBroken("collection.moved", _("The answer has moved on: reload the page."))
    return target


class Severity(IntegerChoices):
    ERROR = 0, gettext_lazy("error")
    WARNING = 1, gettext_lazy("remark")
    ADVICE = 2, gettext_lazy("advice")


WORDS = {
    "V01": gettext_lazy("outside of what is possible: between %(least)s and %(most)s"),
    "V02": gettext_lazy("the part is greater than the whole"),
    "V03": gettext_lazy("nought, and it was %(last)s the last time"),
    "V04": gettext_lazy("the same figure for four periods running: was it counted anew?"),
    "V05": gettext_lazy("far from the own figures of earlier periods, whose middle is %(middle)s"),
    "V06": gettext_lazy("differs from what the registers know: %(truth)s"),
    "V07": gettext_lazy("the districts together give %(sum)s"),
    "V08": gettext_lazy("there is no proof, and this figure needs one"),
    "V09": gettext_lazy("a proof bears a day that has not come"),
    "V10": gettext_lazy("%(factor)s times the last figure: is the unit right?"),
    "V11": gettext_lazy("nobody verifies what they have answered themselves"),
    "V12": gettext_lazy("handed in after the last day"),
}
SEVERITY = {
    "V01": Severity.ERROR, "V02": Severity.ERROR, "V03": Severity.WARNING, "V04": Severity.ADVICE,
    "V05": Severity.WARNING, "V06": Severity.WARNING, "V07": Severity.ERROR, "V08": Severity.ERROR,
    "V09": Severity.ERROR, "V10": Severity.WARNING, "V11": Severity.ERROR, "V12": Severity.ADVICE,
}  # fmt: skip


@dataclass(frozen=True)
class Finding:
    rule: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return SEVERITY[self.rule]

    def sentence(self) -> str:
        return str(WORDS[self.rule]) % self.values


@dataclass(frozen=True)
class Given:
    """One answer as it was given: a figure, or a part and its whole; the days of its proofs."""

    part: Decimal | None = None
    whole: Decimal | None = None
    proofs: tuple[date, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What is known besides: the day, the own figures of earlier periods, the registers, the districts."""

    today: date
    last_day: date
    past: tuple[Decimal, ...] = ()  # the oldest first
    truth: Decimal | None = None
    districts: tuple[Decimal, ...] = ()


def value_of(question: Question, given: Given) -> Decimal | None:
    if given.part is None:
        return None
    if question.kind == "number":
        return given.part
    if not given.whole:
        return None
    return (given.part / given.whole).quantize(Decimal("0.0001"))


def examine(question: Question, given: Given, beside: Beside) -> list[Finding]:
    """Everything that is wrong or strange; an answer that is not there is not judged."""
    value = value_of(question, given)
    found = [
        *_of_itself(question, given, value),
        *_against_the_past(value, beside),
        *_against_others(question, given, value, beside),
    ]
    if given.part is not None and question.evidence and not given.proofs:
        found.append(Finding("V08"))
    if any(day > beside.today for day in given.proofs):
        found.append(Finding("V09"))
    if given.part is not None and beside.today > beside.last_day:
        found.append(Finding("V12"))
    return sorted(found, key=lambda one: one.rule)


def _of_itself(question: Question, given: Given, value: Decimal | None) -> list[Finding]:
    found = []
    part_of = question.kind == "share" and given.part is not None and given.whole is not None
    if part_of and given.part > given.whole:  # type: ignore[operator]
        found.append(Finding("V02"))
    elif value is not None and not question.least <= value <= question.most:
        found.append(
            Finding("V01", {"least": _plain(question.least), "most": _plain(question.most)})
        )
    return found


def _against_the_past(value: Decimal | None, beside: Beside) -> list[Finding]:
    if value is None or not beside.past:
        return []
    found, last = [], beside.past[-1]
    if value == 0 and last > 0:
        found.append(Finding("V03", {"last": _plain(last)}))
    series = beside.past[-(PERIODS_ALIKE - 1) :]
    if len(series) == PERIODS_ALIKE - 1 and set(series) == {value}:
        found.append(Finding("V04"))
    if is_far(value, beside.past):
        found.append(Finding("V05", {"middle": _plain(median(beside.past))}))
    if factor := _factor(value, last):
        found.append(Finding("V10", {"factor": factor}))
    return found


def is_far(value: Decimal, past: Sequence[Decimal]) -> bool:
    """Further than three median absolute deviations; a series that never moved says nothing."""
    if len(past) < FEWEST_FOR_A_SERIES:
        return False
    middle = median(past)
    spread = median(abs(one - middle) for one in past)
    return bool(spread) and abs(value - middle) > SPREADS * spread


def _factor(value: Decimal, last: Decimal) -> str:
    if value <= 0 or last <= 0:
        return ""
    for unit in UNITS:
        if abs(value / last / unit - 1) <= NEAR:
            return str(unit)
        if abs(last / value / unit - 1) <= NEAR:
            return f"1/{unit}"
    return ""


def _against_others(
    question: Question, given: Given, value: Decimal | None, beside: Beside
) -> list[Finding]:
    found = []
    apart = 0 if value is None or beside.truth is None else abs(value - beside.truth)
    if apart > question.tolerance:
        found.append(Finding("V06", {"truth": _plain(beside.truth or Decimal(0))}))
    if beside.districts and given.part is not None and sum(beside.districts) != given.part:
        found.append(Finding("V07", {"sum": _plain(sum(beside.districts, Decimal(0)))}))
    return found


def _plain(value: Decimal) -> str:
    """Without noughts that say nothing: 1 and not 1.000000."""
    return f"{value.normalize():f}"


def has_errors(findings: Sequence[Finding]) -> bool:
    return any(one.severity == Severity.ERROR for one in findings)


def require_another(answered_by: Any, verifier: Any) -> None:
    """V11: nobody verifies what they have answered themselves."""
    if answered_by is not None and answered_by == verifier:
        raise RuleBroken("collection.V11", Finding("V11").sentence())


@dataclass(frozen=True)
class Candidate:
    """One answer among those that could be looked at."""

    key: int
    change: Decimal | None  # as a share of the last figure; None: there was none
    far: bool


def chosen(
    candidates: Sequence[Candidate], *, share: Decimal, change: Decimal, seed: int
) -> dict[int, str]:
    """Whom a verifier opens, and why: all that are far off, all that changed much, and some of all by lot.

    The lot is drawn with a seed that is kept, so that anybody can draw it again.
    """
    found: dict[int, str] = {}
    for one in candidates:
        if one.far:
            found[one.key] = "far"
        elif one.change is not None and abs(one.change) > change:
            found[one.key] = "change"
    keys = sorted(one.key for one in candidates)
    for key in Random(seed).sample(keys, ceil(len(keys) * share)):  # noqa: S311 - a lot that can be drawn again
        found.setdefault(key, "lot")
    return found


WHY = {
    "far": gettext_lazy("far from earlier periods"),
    "change": gettext_lazy("changed by more than a fifth"),
    "lot": gettext_lazy("drawn by lot"),
}
