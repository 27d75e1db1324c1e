"""What pages show of an appeal, in the reader's language. Reads only."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ratusha.cases.public import Case, due_of
from ratusha.documents.public import Document
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.terms import Due
from ratusha.parties.public import party_name

from .models import Answer, Forwarding
from .rules import Status


@dataclass(frozen=True)
class Stage:
    """One stop of the rail: `state` is done, now, or empty for what is to come."""

    title: str
    note: str
    state: str


def rail(case: Case, language: str) -> list[Stage]:
    """Registered, each body it went to, considered, answered."""
    stages = [Stage(pgettext("appeal", "Registered"), day_in_words(case.lodged_on), "done")]
    stages += [
        Stage(
            _("Went to %(body)s") % {"body": party_name(one.to_body, language)},
            day_in_words(one.at),
            "done",
        )
        for one in Forwarding.objects.filter(case=case)
    ]
    if case.closed_on:
        return [*stages, Stage(case.status_label, day_in_words(case.closed_on), "done")]
    considered = pgettext("appeal", "Being considered")
    if case.status == Status.IN_WORK:
        return [*stages, Stage(considered, _("An official prepares the answer."), "now"), _answer()]
    now = Stage(stages[-1].title, _("An official will take it up."), "now")
    return [*stages[:-1], now, Stage(considered, "", ""), _answer()]


def _answer() -> Stage:
    return Stage(pgettext("appeal", "Answer"), "", "")


def due(case: Case) -> Due:
    """The due date with its explanation, replayed from the ledger."""
    return due_of(list(case.clock.all()), national_calendar())


def paper_code(answer: Answer | None) -> str:
    """The code under which the paper of an answer is handed out; nothing where there is no paper."""
    if answer is None or answer.document_id is None:
        return ""
    return Document.objects.values_list("code", flat=True).get(pk=answer.document_id)
