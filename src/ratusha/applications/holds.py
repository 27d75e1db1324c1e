"""What holds a case up, for pages: who was asked what, since when, and what that did to the term. Reads only."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from ratusha.cases.public import Case, ClockEntry, Tick, due_of
from ratusha.exchange.public import InteragencyRequest, requests_of_case, service
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.texts import Text, in_language
from ratusha.parties.public import party_name

from .models import DraftDecision, Supplement
from .presentation import plain
from .rules import Status, Step


@dataclass(frozen=True)
class RequestRow:
    """One question to another body and what it answered."""

    to_name: str
    question: Text
    sent_at: datetime
    due_on: date
    answered_at: datetime | None
    answer_rows: list[tuple[str, str]]


def requests_rows(case_reference: str, language: str) -> list[RequestRow]:
    return [
        RequestRow(
            party_name(one.to_body_id, language),
            one.question,
            one.sent_at,
            one.due_on,
            one.answered_at,
            _answer_rows(one, language),
        )
        for one in requests_of_case(case_reference)
    ]


def _answer_rows(request: InteragencyRequest, language: str) -> list[tuple[str, str]]:
    if request.answered_at is None:
        return []
    if not request.facts:
        return [(_("Answer"), _("no data held"))]
    fields = service(request.service).fields
    return [
        (in_language(fields[name].label, language).text, plain(value, language))
        for name, value in request.facts.items()
        if name in fields
    ]


@dataclass(frozen=True)
class Standstill:
    """A time in which the clock stood; `until` and the day after it are open while it stands."""

    asked: str
    since: date
    until: date | None
    due_before: date | None
    due_after: date | None


def standstills(case: Case) -> list[Standstill]:
    """The stops of the running round, the oldest first, each with the day of the answer before and after it.

    Where the term had ended before, nothing stopped: late is late.
    """
    told = [step.note for step in case.history.all() if step.step == Step.SUSPEND]
    found: list[Standstill] = []
    read: list[ClockEntry] = []
    for entry in case.clock.all():
        match entry.tick:
            case Tick.RESTART:
                found = []
            case Tick.STOP:
                found.append(Standstill("", entry.on, None, _due(read), None))
            case Tick.RESUME:
                last = found.pop()
                after = _due([*read, entry])
                found.append(Standstill("", last.since, entry.on, last.due_before, after))
        read.append(entry)
    notes = told[len(told) - len(found) :]
    return [
        Standstill(note, one.since, one.until, one.due_before, one.due_after)
        for note, one in zip(notes, found, strict=True)
        if one.due_before and one.due_before >= one.since
    ]


def _due(ledger: list[ClockEntry]) -> date | None:
    return due_of(ledger, national_calendar()).on


def supplements(case: Case) -> list[Supplement]:
    return list(Supplement.objects.filter(case=case))


def waiting_supplement(case: Case) -> Supplement | None:
    if case.status != Status.CORRECTION:
        return None
    return Supplement.objects.filter(case=case, ended_at=None).first()


def draft_decision(case: Case) -> DraftDecision | None:
    """The draft that waits to be confirmed; in work again, the last one that was given back."""
    drafts = DraftDecision.objects.filter(case=case).select_related("by", "ended_by")
    if case.status == Status.TO_CONFIRM:
        return drafts.filter(ended_at=None).first()
    if case.status == Status.IN_WORK:
        last = drafts.last()
        return last if last and last.note else None
    return None
