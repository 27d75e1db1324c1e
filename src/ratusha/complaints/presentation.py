"""What pages show of a complaint, in the reader's language. Reads only."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ratusha.cases.public import Case, due_of
from ratusha.documents.public import Document
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.terms import Due

from .models import Ruling
from .rules import Status, Step


@dataclass(frozen=True)
class Stage:
    """One stop of the rail: `state` is done, now, or empty for what is to come."""

    title: str
    note: str
    state: str


NOW = {
    Status.LODGED: lambda: _("An official will check the complaint."),
    Status.IN_WORK: lambda: _("An official of the higher body considers it."),
    Status.EXPLAINING: lambda: _("The body whose decision it is was asked to explain."),
}


def rail(case: Case) -> list[Stage]:
    """What was done and when, what is now, what is to come."""
    at = {step.step: step.at for step in case.history.all()}
    done = [(pgettext("complaint", "Lodged"), at["lodge"])]
    if Step.ACCEPT in at:
        done.append((pgettext("complaint", "Accepted"), at[Step.ACCEPT]))
    stages = [Stage(title, day_in_words(on), "done") for title, on in done]
    if case.closed_on:
        return [*stages, Stage(case.status_label, day_in_words(case.closed_on), "done")]
    stages[-1] = Stage(stages[-1].title, NOW[Status(case.status)](), "now")
    ahead = [pgettext("complaint", "Accepted")] if case.status == Status.LODGED else []
    return [*stages, *(Stage(title, "", "") for title in (*ahead, _("Result")))]


def due(case: Case) -> Due:
    """The due date with its explanation, replayed from the ledger."""
    return due_of(list(case.clock.all()), national_calendar())


def paper_code(ruling: Ruling | None) -> str:
    """The code under which the paper of a ruling is handed out; nothing where there is no ruling."""
    if ruling is None:
        return ""
    return Document.objects.values_list("code", flat=True).get(pk=ruling.document_id)
