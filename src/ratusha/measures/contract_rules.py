"""A contract of a measure: ceilings, amendments, the states of a stage (rules C01 to C05). Pure.

The rules and limits are ours: no official text of them is stored, so they carry the sample mark; the limits of an
amendment are data of the pack.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel.dates import day_in_words
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.routes import Money
from ratusha.ui import formats

COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class StageState(TextChoices):
    PLANNED = "planned", pgettext_lazy("stage", "Planned")
    HANDED_OVER = "handed_over", pgettext_lazy("stage", "Handed over, waits for acceptance")
    ACCEPTED = "accepted", pgettext_lazy("stage", "Accepted")
    WITH_REMARKS = "with_remarks", pgettext_lazy("stage", "Accepted with remarks")
    REFUSED = "refused", pgettext_lazy("stage", "Acceptance refused")


class StageStep(TextChoices):
    """What happens to a stage; each is an act with its papers."""

    HAND_OVER = "hand_over", gettext_lazy("Handed over")
    ACCEPT = "accept", pgettext_lazy("act of a stage", "Accepted")
    ACCEPT_WITH_REMARKS = (
        "accept_with_remarks",
        pgettext_lazy("act of a stage", "Accepted with remarks"),
    )
    REFUSE = "refuse", pgettext_lazy("act of a stage", "Refused")
    MEND = "mend", pgettext_lazy("act of a stage", "Remarks mended")


CONCLUSIONS = (StageStep.ACCEPT, StageStep.ACCEPT_WITH_REMARKS, StageStep.REFUSE)
IN_WORK = (StageState.PLANNED, StageState.REFUSED)  # still to be handed over, or anew
IN_HAND = (StageState.ACCEPTED, StageState.WITH_REMARKS)  # what may be paid for
MOVES: Mapping[StageStep, tuple[tuple[StageState, ...], StageState]] = {
    StageStep.HAND_OVER: (IN_WORK, StageState.HANDED_OVER),
    StageStep.ACCEPT: ((StageState.HANDED_OVER,), StageState.ACCEPTED),
    StageStep.ACCEPT_WITH_REMARKS: ((StageState.HANDED_OVER,), StageState.WITH_REMARKS),
    StageStep.REFUSE: ((StageState.HANDED_OVER,), StageState.REFUSED),
    StageStep.MEND: ((StageState.WITH_REMARKS,), StageState.ACCEPTED),
}


def next_state(state: str, step: str) -> StageState:
    fitting, after = MOVES[StageStep(step)]
    if state not in fitting:
        message = _("The stage is “%(state)s”: this cannot be done with it now.")
        raise RuleBroken(
            "measure.stage_closed", message % {"state": StageState(state).label}, field="stage"
        )
    return after


def require_papers(count: int, *, field: str) -> None:
    """C02: a stage is handed over with files, and accepted with the protocol of its tests."""
    if not count:
        message = _("C02: choose the file: without evidence no stage is accepted.")
        raise RuleBroken("measure.C02", message, field=field)


def require_commit(commit: str, *, with_code: bool) -> str:
    """C03: what is code stands in the repository of the state; the commit says which code was accepted."""
    commit = commit.strip().lower()
    if with_code and not commit:
        message = _("C03: the result is code: write the hash of the commit in the repository.")
        raise RuleBroken("measure.C03", message, field="commit")
    if commit and not COMMIT.fullmatch(commit):
        message = _(
            "C03: the hash of a commit has 40 or 64 signs, figures and letters from a to f."
        )
        raise RuleBroken("measure.C03", message, field="commit")
    return commit


def require_inspector_apart(*, handed_over_by_them: bool, works_for_implementer: bool) -> None:
    """C05: who carries it out does not accept it."""
    if handed_over_by_them or works_for_implementer:
        message = _(
            "C05: who handed the stage over, or works for who carries it out, does not accept it."
        )
        raise RuleBroken("measure.C05", message)


@dataclass(frozen=True)
class Portion:
    """What a stage costs: in which year, and from which source, where that is told."""

    year: str
    source: str
    amount: Decimal


def require_within_inclusion(
    portions: Iterable[Portion], included: Iterable[Portion] | None
) -> None:
    """C04: no more than was included, for each year and each source of it.

    A measure of own funds has no inclusion to keep to. Stages of before, of which nobody told the source, are held
    against their year alone; so is what was included without a source: it may be of any.
    """
    if included is None:
        return
    planned, allowed = list(portions), list(included)
    within = by_year((one.year, one.amount) for one in allowed)
    for year, amount in sorted(by_year((one.year, one.amount) for one in planned).items()):
        most = within.get(year, Decimal())
        if amount > most:
            message = _(
                "C04: the stages of %(year)s cost %(amount)s; %(most)s is included for that year."
            )
            said = {"year": year, "amount": formats.money(amount), "most": formats.money(most)}
            raise RuleBroken("measure.C04", message % said, field="stages")
    from_source = _by_source(allowed)
    untold = by_year((one.year, one.amount) for one in allowed if not one.source)
    for place, amount in sorted(_by_source(planned).items()):
        most = from_source.get(place, Decimal()) + untold.get(place[0], Decimal())
        if amount > most:
            message = _(
                "C04: the stages of %(year)s take %(amount)s from “%(source)s”; %(most)s of it is included."
            )
            said = {"year": place[0], "source": str(Money(place[1]).label)}
            sums = {"amount": formats.money(amount), "most": formats.money(most)}
            raise RuleBroken("measure.C04", message % {**said, **sums}, field="stages")
    total = sum((one.amount for one in planned), Decimal())
    whole = sum((one.amount for one in allowed), Decimal())
    if total > whole:
        message = _("C04: the contract costs %(amount)s; %(most)s is included.")
        said = {"amount": formats.money(total), "most": formats.money(whole)}
        raise RuleBroken("measure.C04", message % said, field="stages")


@dataclass(frozen=True)
class Terms:
    """What a contract says at one time."""

    amount: Decimal
    ends_on: date


@dataclass(frozen=True)
class Ceiling:
    """By how much a contract may differ from its first terms before the measure itself is changed."""

    percent: Decimal
    days: int


def require_within_ceiling(
    new: Terms, first: Terms, ceiling: Ceiling, *, included_anew: bool
) -> None:
    """All amendments together, against the first terms: cut into parts, a rise is still a rise.

    After a change of the measure the new inclusion is the limit (C04), and no longer the ceiling.
    """
    if included_anew:
        return
    most = first.amount * (1 + ceiling.percent / 100)
    if new.amount > most:
        message = _(
            "All amendments together may raise the price by %(percent)s %% of the first one, up to %(most)s in all; "
            "above that change the measure first."
        )  # fmt: skip
        said = {"percent": formats.number(ceiling.percent), "most": formats.money(most)}
        raise RuleBroken("measure.ceiling_price", message % said, field="stages")
    later = (new.ends_on - first.ends_on).days
    if later > ceiling.days:
        message = _(
            "All amendments together may extend the contract by %(days)s days, not by %(later)s. Above that change "
            "the measure first."
        )  # fmt: skip
        raise RuleBroken(
            "measure.ceiling_days",
            message % {"days": ceiling.days, "later": later},
            field="ends_on",
        )


def require_stages_fit(due: Iterable[date], ends_on: date) -> None:
    last = max(due, default=ends_on)
    if last > ends_on:
        message = _("A stage is due on %(day)s, after the contract ends.")
        raise RuleBroken(
            "measure.stage_after_end", message % {"day": day_in_words(last)}, field="ends_on"
        )


def require_something_amended(before: object, after: object) -> None:
    if before == after:
        message = _("Nothing differs from the contract as it is.")
        raise RuleBroken("measure.nothing_amended", message, field="ends_on")


def by_year(stages: Iterable[tuple[str, Decimal]]) -> dict[str, Decimal]:
    """What falls on each year is what is signed for it."""
    years: dict[str, Decimal] = {}
    for year, amount in stages:
        years[year] = years.get(year, Decimal()) + amount
    return years


def _by_source(portions: Iterable[Portion]) -> dict[tuple[str, str], Decimal]:
    sums: dict[tuple[str, str], Decimal] = {}
    for one in portions:
        if one.source:
            place = (one.year, one.source)
            sums[place] = sums.get(place, Decimal()) + one.amount
    return sums


def source_of(told: str, sources: Sequence[str], *, field: str) -> str:
    """Of a stage: where the measure has several sources it is told, where there is one it is that."""
    if len(sources) == 1:
        return sources[0]
    if told not in sources:
        message = _(
            "Choose from which source the stage is paid; cut a stage of two sources in two."
        )
        raise RuleBroken("measure.stage_source_missing", message, field=field)
    return told
