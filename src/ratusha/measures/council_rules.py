"""The Council on digital projects: quorum, conflicts of interest, votes, protocol. Pure.

The acting rules of the Council are not in the stored material: its parameters are data of the pack, marked sample.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel.calendar import Calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import Term, due


class Choice(TextChoices):
    FOR = "for", pgettext_lazy("vote", "For")
    AGAINST = "against", pgettext_lazy("vote", "Against")
    ABSTAIN = "abstain", pgettext_lazy("vote", "Abstain")


class Decision(TextChoices):
    """What the Council may decide; the codes are steps of both statutes."""

    RECOMMEND = "recommend", gettext_lazy("Recommend")
    ON_CONDITIONS = "on_conditions", gettext_lazy("Recommend with conditions")
    DEFER = "defer", gettext_lazy("Defer")
    REJECT = "reject", gettext_lazy("Reject")


class Phase(TextChoices):
    """Where a session is."""

    PLANNED = "planned", pgettext_lazy("session", "Being prepared")
    PUBLISHED = "published", pgettext_lazy("session", "Agenda published")
    OPEN = "open", pgettext_lazy("session", "Open")
    CLOSED = "closed", pgettext_lazy("session", "Closed, the protocol is being signed")
    SEALED = "sealed", pgettext_lazy("session", "Protocol signed")


class Manner(TextChoices):
    IN_PERSON = "in_person", gettext_lazy("In person")
    VIDEO = "video", gettext_lazy("By video")
    POLL = "poll", gettext_lazy("By poll")


@dataclass(frozen=True)
class Tally:
    votes_for: int
    against: int
    abstained: int
    not_taking_part: int  # present, with a conflict of interest
    carried: bool
    by_chair: bool  # a tie that the chair's vote has decided

    @property
    def cast(self) -> int:
        return self.votes_for + self.against + self.abstained


def quorum(members: int, share: Fraction) -> int:
    """The least number that is more than this share of the members."""
    return int(members * share) + 1


def require_quorum(present: int, members: int, share: Fraction) -> None:
    """K01: no decision without quorum."""
    needed = quorum(members, share)
    if present < needed:
        message = _(
            "K01: there is no quorum: %(present)s of %(members)s members are here, %(needed)s are needed."
        )
        said = {"present": present, "members": members, "needed": needed}
        raise RuleBroken("council.K01", message % said)


def has_conflict(organisation: UUID, parties: Iterable[UUID | None]) -> bool:
    """The member's organisation proposes the measure or carries it out."""
    return organisation in set(parties)


def require_no_conflict(*, conflict: bool) -> None:
    if conflict:
        message = _(
            "Your organisation has a part in this measure: you do not vote on it, and the protocol says so."
        )
        raise RuleBroken("council.conflict", message)


def require_opinion(*, given: bool, order: str) -> None:
    """K02: without the experts' opinion only by an order of the chair, which the agenda names."""
    if not given and not order.strip():
        message = _("K02: there is no opinion of the experts. Name the order of the chair.")
        raise RuleBroken("council.K02", message, field="order")


def require_phase(phase: str, *wanted: Phase) -> None:
    """K03: no vote after closing; no change of the agenda after it was published."""
    if phase not in wanted:
        message = _("The session has moved on: it is now “%(phase)s”.")
        raise RuleBroken("council.phase", message % {"phase": Phase(phase).label})


def require_agenda_in_time(today: date, session_on: date, days: int, calendar: Calendar) -> None:
    """Members have the agenda so many working days before the session."""
    earliest = due(today, Term.parse(f"{days} working days"), calendar=calendar, source="").on
    if earliest is None or session_on < earliest:
        message = _(
            "Members must have the agenda %(days)s working days before. Choose a later day of the session."
        )
        raise RuleBroken("council.agenda_late", message % {"days": days})


def require_all_have_voted(expected: int, cast: int) -> None:
    """K04: the votes are those of the present members with a right to vote."""
    if cast != expected:
        message = _("K04: %(missing)s present members have not voted yet.")
        raise RuleBroken("council.K04", message % {"missing": expected - cast})


def tally(
    votes: Iterable[tuple[str, bool]], *, not_taking_part: int, chair_breaks_ties: bool = True
) -> Tally:
    """Votes as (choice, is it the chair's). A majority of those present who may vote; a tie as configured (K05)."""
    cast = list(votes)
    counted = {choice: sum(1 for one, _chair in cast if one == choice) for choice in Choice}
    votes_for, against = counted[Choice.FOR], counted[Choice.AGAINST]
    tie = chair_breaks_ties and votes_for * 2 == len(cast) and votes_for > 0
    chair_for = any(chair and one == Choice.FOR for one, chair in cast)
    return Tally(
        votes_for=votes_for,
        against=against,
        abstained=counted[Choice.ABSTAIN],
        not_taking_part=not_taking_part,
        carried=votes_for * 2 > len(cast) or (tie and chair_for),
        by_chair=tie and chair_for,
    )


def tally_secret(box: Mapping[str, int], *, not_taking_part: int) -> Tally:
    """Nobody knows how the chair has voted, so a tie carries nothing."""
    counted = {choice: box.get(choice, 0) for choice in Choice}
    votes_for = counted[Choice.FOR]
    return Tally(
        votes_for=votes_for,
        against=counted[Choice.AGAINST],
        abstained=counted[Choice.ABSTAIN],
        not_taking_part=not_taking_part,
        carried=votes_for * 2 > sum(counted.values()),
        by_chair=False,
    )


def require_conditions(decision: str, conditions: int) -> None:
    if decision == Decision.ON_CONDITIONS and not conditions:
        message = _("Write at least one condition, with who meets it and by when.")
        raise RuleBroken("council.conditions_missing", message)


def require_all_decided(undecided: int) -> None:
    if undecided:
        message = _("Decide every item of the agenda before closing: %(count)s are left.")
        raise RuleBroken("council.undecided", message % {"count": undecided})


def require_correction(stood: str, reads: str, words: Iterable[str]) -> None:
    """Words of a sealed protocol are corrected; what was decided and how votes fell is not, but by another session."""
    if stood == reads:
        message = _("What is to be read instead is the same.")
        raise RuleBroken("council.correction_empty", message, field="reads")
    if not any(stood in line for line in words):
        message = _(
            "This does not stand among the words that can be corrected. What was decided, the votes and the conditions "
            "are changed by another session alone."
        )
        raise RuleBroken("council.correction_elsewhere", message, field="stood")
