"""What pages show of drafts and cases, in the reader's language. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.cases.public import Case, Outcome, due_of
from ratusha.documents.public import Document
from ratusha.exchange.public import journal_of, service
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.terms import Due, Term
from ratusha.kernel.texts import in_language
from ratusha.parties.public import party_name
from ratusha.procedures.public import Definition, Field, Page
from ratusha.territory.public import Address
from ratusha.ui.formats import number as in_figures

from .answers import Filled
from .models import Decision, Draft
from .rules import Status, Step


@dataclass(frozen=True)
class Row:
    """One answer or fact: what it is, what it says, where it came from, where to change it."""

    term: str
    value: str
    provenance: str = ""
    change: str = ""


@dataclass(frozen=True)
class Group:
    title: str
    rows: list[Row]


def known_rows(filled: Filled, page: Page, language: str) -> list[Row]:
    """Facts of this page that the registers gave: shown, never typed."""
    return [
        _known_row(filled, f, language) for f in filled.fields(page) if filled.is_shown_not_asked(f)
    ]


def _known_row(filled: Filled, field: Field, language: str) -> Row:
    assert field.prefill is not None  # noqa: S101 - the caller has looked
    source = filled.facts[field.prefill.service].get("source", {})
    return Row(
        in_language(field.label, language).text,
        said(filled, field, filled.known(field), language),
        in_language(source, language).text if source else "",
    )


def check_rows(draft: Draft, filled: Filled, language: str) -> list[Group]:
    """Everything that will be lodged, a page a group, each answer with the way back to it."""
    groups = []
    for page in filled.pages():
        address = reverse("applications:page", args=[draft.pk, page.code])
        rows = list(answer_rows(filled, page, language, address))
        groups.append(Group(in_language(page.title, language).text, rows))
    return groups


def answer_rows(filled: Filled, page: Page, language: str, change: str = "") -> Iterator[Row]:
    for field in filled.fields(page):
        if filled.is_shown_not_asked(field):
            yield _known_row(filled, field, language)
        else:
            value = said(filled, field, filled.answers.get(field.code), language)
            yield Row(in_language(field.label, language).text, value, "", change)


def groups_of(filled: Filled, language: str) -> list[Group]:
    """The lodged form as it was, for the case page and the desk."""
    return [
        Group(in_language(p.title, language).text, list(answer_rows(filled, p, language)))
        for p in filled.pages()
    ]


def said(filled: Filled, field: Field, value: Any, language: str) -> str:
    """One answer in words."""
    if value in (None, "", [], {}):
        return "—"
    match field.kind:
        case "yes_no":
            return _("Yes") if value else _("No")
        case "choice" | "person":
            return dict(filled.choices(field, language)).get(str(value), plain(value, language))
        case "choices":
            labels = dict(filled.choices(field, language))
            return ", ".join(labels.get(one, one) for one in value)
        case "address" if isinstance(value, dict) and "house" in value:
            return Address.from_dict(value).text(language)
        case "number" | "money" if isinstance(value, str):
            return in_figures(Decimal(value))
        case "file":
            return str(value["name"])
        case _:
            return plain(value, language)


def plain(value: Any, language: str) -> str:
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case int() | float() | Decimal():
            return in_figures(value)
        case dict() if "house" in value:
            return Address.from_dict(value).text(language)
        case dict() if "name" in value:
            return plain(value["name"], language)
        case dict():
            return in_language(value, language).text
        case list():
            return "; ".join(plain(one, language) for one in value) or "—"
        case str() if _is_day(value):
            return day_in_words(date.fromisoformat(value))
        case _:
            return str(value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-12-22")


@dataclass(frozen=True)
class Stage:
    """One stop of the rail: `state` is done, now, or empty for what is to come."""

    title: str
    note: str
    state: str


MAIN_LINE = (Status.LODGED, Status.ACCEPTED, Status.IN_WORK, Status.GRANTED, Status.DELIVERED)
REACHED = {
    Status.LODGED: 0,
    Status.ACCEPTED: 1,
    Status.AWAITING_PAYMENT: 2,
    Status.IN_WORK: 2,
    Status.CORRECTION: 2,
    Status.WAITING: 2,
    Status.SUSPENDED: 2,
    Status.TO_CONFIRM: 2,
    Status.GRANTED: 3,
    Status.REFUSED: 3,
    Status.NOT_ACCEPTED: 3,
    Status.WITHDRAWN: 3,
    Status.ANNULLED: 3,
    Status.DELIVERED: 4,
}


def rail(case: Case) -> list[Stage]:
    """Where the case is on its way: what was done and when, what is now, what is to come."""
    at = {step.step: step.at for step in case.history.all()}
    reached = REACHED[Status(case.status)]
    decided = _("Decision")
    if case.outcome:
        decided = str(Outcome(case.outcome).label)
    names = [_("Lodged"), _("Accepted"), _("In work"), decided, _("Delivered")]
    moments = [
        at.get("lodge"),
        at.get(Step.ACCEPT),
        at.get(Step.TAKE_UP),
        next(
            (
                at[s]
                for s in (Step.GRANT, Step.REFUSE, Step.REFUSE_TO_ACCEPT, Step.WITHDRAW)
                if s in at
            ),
            None,
        ),
        at.get(Step.DELIVER),
    ]
    if case.outcome in {Outcome.NOT_ACCEPTED, Outcome.WITHDRAWN}:
        kept = [i for i, moment in enumerate(moments) if moment]
        names, moments = [names[i] for i in kept], [moments[i] for i in kept]
        reached = len(names)
    stages = []
    for number, (name, moment) in enumerate(zip(names, moments, strict=True)):
        state = (
            "done" if number < reached or (moment and number == reached and case.closed_on) else ""
        )
        if number == reached and not state:
            state = "now"
        note = _now_note(case) if state == "now" else (day_in_words(moment) if moment else "")
        stages.append(Stage(name, note, state))
    return stages


def _now_note(case: Case) -> str:
    match case.status:
        case Status.LODGED:
            return _("The number is given. An official will check that everything is there.")
        case Status.ACCEPTED:
            return _("The application is accepted and waits for an official.")
        case Status.AWAITING_PAYMENT:
            return _("Work goes on when the payment is in.")
        case Status.CORRECTION:
            return _("An official asks you to add something: see above.")
        case Status.TO_CONFIRM:
            return _("The decision is written and is being checked by a second official.")
        case Status.WAITING:
            return _("We asked another body for data: you need not bring them.")
        case Status.SUSPENDED:
            return _("A foreign body was asked. The clock stands until it answers.")
        case Status.IN_WORK:
            return _("An official is working on it.")
        case Status.GRANTED | Status.REFUSED:
            return _("The decision is made: open it below.")
        case _:
            return ""


def due(case: Case) -> Due:
    """The due date with its explanation, replayed from the ledger."""
    return due_of(list(case.clock.all()), national_calendar())


@dataclass(frozen=True)
class Look:
    who: str
    what: str
    at: datetime


def looks_at(case: Case, language: str) -> list[Look]:
    """Who was given data of the applicant for this case, the newest first."""
    rows = journal_of(case.applicant_id).filter(case_reference=case.reference)[:20]
    return [
        Look(
            party_name(row.body_id, language) if row.body_id else _("The platform, for you"),
            in_language(service(row.service).title, language).text,
            row.at,
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Terms:
    """The terms of the law in words; the second is empty where none is set."""

    base: str
    if_requested: str
    source: str


def terms_of(promise: Definition, language: str) -> Terms | None:
    rule = promise.term
    if rule is None:
        return None
    longer = Term.parse(rule.if_requested).text() if rule.if_requested else ""
    return Terms(Term.parse(rule.base).text(), longer, rule.source.cited(language))


def paper_code(decision: Decision) -> str:
    """The code under which the paper of a decision is handed out; nothing where there is no paper."""
    if decision.document_id is None:
        return ""
    return Document.objects.values_list("code", flat=True).get(pk=decision.document_id)
