"""What the pages of a sitting show, in the reader's language. Reads only."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.applications.public import (
    AnswerRow,
    Cost,
    Filled,
    FilledGroup,
    Terms,
    answer_rows,
    cost_before_lodging,
    filled_of,
    said,
    terms_of,
)
from ratusha.cases.public import Case
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.money import Money
from ratusha.kernel.texts import Said, in_language, in_my_language
from ratusha.parties.public import party_name
from ratusha.procedures.public import Definition, Edition, edition_in_force

from .models import Errand, Offer
from .queries import Errands
from .reading import LifeEvent
from .rules import Stage


@dataclass(frozen=True)
class Choice:
    """One procedure that can be chosen: what it gives, how long it takes, what it costs, what need not be brought."""

    code: str
    printed: str
    name: Said
    gives: Said
    terms: Terms | None
    free: bool
    known: list[str]
    after: list[str]
    sample: bool


def choices_of(event: LifeEvent, editions: dict[str, Edition]) -> list[Choice]:
    return [_choice(event, code, edition) for code, edition in editions.items()]


def _choice(event: LifeEvent, code: str, edition: Edition) -> Choice:
    promise = edition.promise
    return Choice(
        code=code,
        printed=edition.procedure.printed,
        name=in_my_language(event.named(code)),
        gives=in_my_language(promise.summary),
        terms=terms_of(promise, get_language() or ""),
        free=_is_free(promise),
        known=[
            in_my_language(d.title).text
            for d in promise.documents
            if d.service or d.from_ == "body"
        ],
        after=[in_my_language(event.named(one)).text for one in event.after[code]],
        sample=edition.sample,
    )


def _is_free(promise: Definition) -> bool:
    return promise.fee is None or promise.fee.kind == "free"


@dataclass(frozen=True)
class Part:
    """One procedure on the check page."""

    name: Said
    groups: list[FilledGroup]
    free: bool
    cost: Cost | None  # none: the tariffs are not entered


def sum_of(parts: list[Part]) -> Money | None:
    """What all of them cost together, where more than one costs something."""
    sums = [one.cost.total for one in parts if one.cost and one.cost.total.amount]
    return sum(sums[1:], start=sums[0]) if len(sums) > 1 else None


def parts_of(errands: Errands, today: date) -> list[Part]:
    """Everything that will be lodged; an answer is changed where it was asked."""
    language = get_language() or ""
    asked = {(one.errand.pk, one.page.code): one for one in errands.pages(today)}
    parts = []
    for errand in errands.to_fill:
        if errand.draft is None:
            continue
        filled = filled_of(errand.draft, today)
        groups = []
        for page in filled.pages():
            here_asked = asked.get((errand.pk, page.code))
            rows: list[AnswerRow] = []
            for field in filled.fields(page):
                change = ""
                if here_asked and field in here_asked.page.fields:
                    change = page_address(errand, page.code)
                alone = msgspec.structs.replace(page, fields=[field])
                rows += answer_rows(filled, alone, language, change)
            groups.append(FilledGroup(in_my_language(page.title).text, rows))
        promise = errand.draft.edition.promise
        parts.append(
            Part(
                name=in_my_language(errands.event.named(errand.procedure)),
                groups=groups,
                free=_is_free(promise),
                cost=cost_before_lodging(filled, today, language),
            )
        )
    return parts


def page_address(errand: Errand, code: str) -> str:
    return reverse("life_events:page", args=[errand.sitting_id, errand.pk, code])


@dataclass(frozen=True)
class Row:
    """One procedure on the page of the whole event."""

    name: Said
    stage: Stage
    note: str
    case: Case | None


def rows_of(errands: Errands) -> list[Row]:
    return [
        Row(
            in_my_language(errands.event.named(one.procedure)),
            errands.stage(one),
            _note(errands, one),
            one.case,
        )
        for one in errands.all
    ]


def _note(errands: Errands, errand: Errand) -> str:
    names = ", ".join(
        in_my_language(errands.event.named(one)).text for one in errands.waits_for(errand)
    )
    match errands.stage(errand):
        case Stage.FILL:
            return _("To be filled in and lodged.")
        case Stage.WAIT:
            return _("Waits for: %(names)s. We tell you when you can go on.") % {"names": names}
        case Stage.STOPPED:
            return _("Cannot be lodged here, since this was not granted: %(names)s.") % {
                "names": names
            }
        case _ if errand.case and errand.case.due_on and not errand.case.closed_on:
            return _("Answer by %(day)s") % {"day": day_in_words(errand.case.due_on)}
        case _:
            return ""


@dataclass(frozen=True)
class OfferedPart:
    edition: Edition
    name: Said
    rows: list[tuple[str, str]]


def offered_parts(offer: Offer, event: LifeEvent, today: date) -> list[OfferedPart]:
    """What will be lodged, with every answer that will stand in it."""
    language = get_language() or ""
    parts = []
    for code, answers in offer.answers.items():
        edition = edition_in_force(code, today)
        filled = Filled(edition.promise, answers, facts={}, applicant={}, today=today)
        rows = [
            (
                in_language(field.label, language).text,
                party_name(UUID(offer.about), language)
                if answers[field.code] == offer.about
                else said(filled, field, answers[field.code], language),
            )
            for field in edition.promise.fields
            if field.code in answers
        ]
        parts.append(OfferedPart(edition, in_my_language(event.named(code)), rows))
    return parts
