"""What consultations that ended came to: sums and public words. Nobody's own answer, signature or ballot is here."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.kernel.texts import Text, in_all_languages
from ratusha.territory.public import Unit

from .models import Budget, Discussion, Draft, Petition, Poll
from .opinions.queries import agreed_in, took_part
from .petitions.rules import PetitionStatus
from .polls.rules import PollStatus

ENDED_POLLS = (PollStatus.CLOSED, PollStatus.COUNTED, PollStatus.TOO_FEW)
Dated = tuple[date, date]


@dataclass(frozen=True)
class Line:
    """One part of a result; `under` is the question. `count` is of people; None: the words alone are the result."""

    text: Text
    under: Text = field(default_factory=dict)
    count: int | None = None


@dataclass(frozen=True)
class Ended:
    """`unit`: an empty one is the whole country. `took_part`: people, as counted: hide few."""

    kind: str
    code: str
    title: Text
    unit: str
    on: date
    took_part: int
    outcome: Text
    lines: list[Line]


def ended_between(
    first: date, last: date, *, units: Collection[str], bodies: Collection[UUID]
) -> list[Ended]:
    """Of these units, of what lies in them, and of these bodies; the first to end first."""
    inside = Unit.objects.filter(lineage__overlap=list(units)).values("code")
    theirs = Q(unit_code__in=inside) | Q(body_id__in=list(bodies))
    days = (first, last)
    found = [
        *_polls(Poll.objects.filter(theirs), days),
        *_petitions(Petition.objects.filter(theirs), days),
        *_discussions(Discussion.objects.filter(theirs), days),
        *_budgets(Budget.objects.filter(theirs), days),
        *_drafts(Draft.objects.filter(body_id__in=list(bodies)), days),
    ]
    return sorted(found, key=lambda one: (one.on, one.kind, one.code))


def page_of(kind: str, code: str) -> str:
    """Where everybody reads about it."""
    return reverse(f"consultations:{kind}", args=[code])


def _polls(found: QuerySet[Poll], days: Dated) -> Iterator[Ended]:
    ended = found.filter(status__in=ENDED_POLLS, closed_at__date__range=days)
    for one in ended.defer("archive", "receipts"):
        assert one.closed_at is not None  # noqa: S101 - asked for
        yield Ended(
            "poll", one.code, one.said, one.unit_code, timezone.localdate(one.closed_at),
            one.ballots_cast or 0, _label(PollStatus(one.status)), list(_votes(one)),
        )  # fmt: skip


def _votes(poll: Poll) -> Iterator[Line]:
    """Blank answers with the others: what is left of the ballots tells of nobody else."""
    for question, (blank, *votes) in zip(poll.questions, poll.result or [], strict=False):
        under = {poll.language: question["question"]}
        for answer, count in zip(question["answers"], votes, strict=True):
            yield Line({poll.language: answer}, under, count)
        yield Line(in_all_languages(lambda: _("No answer")), under, blank)


def _petitions(found: QuerySet[Petition], days: Dated) -> Iterator[Ended]:
    """Once when the threshold is reached, once when it is answered or has lapsed. The refused stay unpublished."""
    for one in found.filter(reached_on__range=days):
        yield _petition(one, one.reached_on, PetitionStatus.REACHED)
    public = (PetitionStatus.ANSWERED, PetitionStatus.LAPSED)
    for one in found.filter(finished_on__range=days, status__in=public):
        yield _petition(one, one.finished_on, PetitionStatus(one.status))


def _petition(one: Petition, on: date | None, outcome: PetitionStatus) -> Ended:
    assert on is not None  # noqa: S101 - asked for
    return Ended("petition", one.code, one.said, one.unit_code, on, one.signed, _label(outcome), [])


def _discussions(found: QuerySet[Discussion], days: Dated) -> Iterator[Ended]:
    """Statements that every group of opinion agrees with: words without numbers, as the rest may be few."""
    for one in found.filter(closes_on__range=days):
        agreed = [Line(statement.said) for statement in agreed_in(one)]
        words = in_all_languages(partial(_concluded, one))
        yield Ended(
            "discussion", one.code, one.said, one.unit_code, one.closes_on, took_part(one), words, agreed
        )  # fmt: skip


def _concluded(discussion: Discussion) -> str:
    if discussion.concluded_on:
        return _("the body has said what it heard")
    return _("the body has still to say what it heard")


def _budgets(found: QuerySet[Budget], days: Dated) -> Iterator[Ended]:
    for one in found.filter(votes_until__range=days):
        yield Ended(
            "budget", one.code, one.said, one.unit_code, one.votes_until,
            one.approvals.count(), in_all_languages(partial(_counted, one)), _chosen(one),
        )  # fmt: skip


def _counted(budget: Budget) -> str:
    return _("the projects are chosen") if budget.outcome else _("the choices are being counted")


def _chosen(budget: Budget) -> list[Line]:
    """The projects that get money, each with how many approved it."""
    outcome: dict[str, Any] = budget.outcome or {"bought": []}
    names = {one.number: one.said for one in budget.projects.all()}
    return [
        Line(names[one["project"]], count=outcome["votes"][str(one["project"])])
        for one in outcome["bought"]
    ]


def _drafts(found: QuerySet[Draft], days: Dated) -> Iterator[Ended]:
    shown = Q(comments__hidden_ground="")
    people = Count("comments__author_id", distinct=True, filter=shown)
    for one in found.filter(closes_on__range=days).annotate(people=people):
        words = in_all_languages(partial(_answered, one))
        yield Ended("draft", one.code, one.said, "", one.closes_on, one.people, words, [])


def _answered(draft: Draft) -> str:
    if draft.finished_on:
        return _("every comment is answered")
    return _("comments are being answered")


def _label(state: TextChoices) -> Text:
    return in_all_languages(lambda: str(state.label))
