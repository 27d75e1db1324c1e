"""An edition as a page tells it: rings, questions with their answers, their lacks and what the platform offers."""

import math
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.texts import Said, in_my_language

from .models import Answer, DeclinedOffer, Edition
from .offers import Offer, leads, offers
from .queries import answers_with_contacts, contacts_of, form_of, owners_of, rows_of
from .questionnaire import Question, Section
from .rules import (
    FROM_PLATFORM,
    NO,
    OTHER,
    YES,
    Answers,
    Given,
    Lack,
    Origin,
    Progress,
    lacks,
    open_questions,
    progress,
)

RADIUS = 42
AROUND = 2 * math.pi * RADIUS


@dataclass(frozen=True)
class Ring:
    """A section on the page of its edition: how far it is, whose it is, what is offered."""

    section: Section
    title: Said
    progress: Progress
    owner: User | None
    offered: int
    from_platform: int

    @property
    def arc(self) -> str:
        """How much of the ring is drawn."""
        return f"{AROUND * self.progress.share:.1f} {AROUND:.1f}"

    @property
    def initials(self) -> str:
        return (
            "".join(word[0] for word in self.owner.display_name.split()[:2]) if self.owner else ""
        )


def rings(edition: Edition, on: date, *, with_offers: bool) -> list[Ring]:
    form, answers, rows = form_of(edition), answers_with_contacts(edition), rows_of(edition)
    owners = owners_of(edition)
    offered = open_offers(edition, on) if with_offers else {}
    return [
        Ring(
            section=one,
            title=in_my_language(one.title),
            progress=progress(one, form, answers, leads),
            owner=owners.get(one.code),
            offered=sum(number in offered for number in one.numbers()),
            from_platform=sum(
                number in rows and rows[number].origin in FROM_PLATFORM for number in one.numbers()
            ),
        )
        for one in form.sections
    ]


def open_offers(
    edition: Edition, on: date, questions: set[int] | None = None
) -> dict[int, list[Offer]]:
    """What nobody has decided about yet: not answered from this fact, not declined."""
    rows = rows_of(edition)
    declined = set(
        DeclinedOffer.objects.filter(edition=edition).values_list("question", "fact")
    )  # fmt: skip
    found: dict[int, list[Offer]] = {}
    for one in offers(on, questions=questions):
        row = rows.get(one.question)
        if (one.question, one.fact) in declined or (row and row.fact == one.fact):
            continue
        found.setdefault(one.question, []).append(one)
    return found


@dataclass(frozen=True)
class Shown:
    """One question with everything that stands beside it."""

    question: Question
    text: Said
    english: str
    heading: Said | None
    answer: Answer | None
    given: Given | None
    said: str
    is_open: bool
    lacks: list[Lack]
    offers: list[Offer]
    before: Given | None = None
    hidden: bool = field(default=False)  # it names a person, and the reader need not know

    @property
    def origin(self) -> str:
        return str(Origin(self.answer.origin).label) if self.answer else ""

    @property
    def from_platform(self) -> bool:
        return self.answer is not None and self.answer.origin in FROM_PLATFORM


def questions_of(
    edition: Edition,
    section: Section,
    on: date,
    *,
    sees_contacts: bool = False,
    with_offers: bool = True,
) -> list[Shown]:
    form, rows = form_of(edition), rows_of(edition)
    answers = answers_with_contacts(edition)
    asked = {one.number for one in open_questions(form, answers)}
    offered = open_offers(edition, on, set(section.numbers())) if with_offers else {}
    before = (
        {n: row.given() for n, row in rows_of(edition.before).items()} if edition.before else {}
    )
    contacts = contacts_of(edition) if sees_contacts else {}
    return [
        _shown(one, rows.get(one.number), answers, asked, offered, before, contacts, sees_contacts)
        for one in section.questions
    ]


def _shown(  # noqa: PLR0917 - the parts of one line
    one: Question,
    row: Answer | None,
    answers: Answers,
    asked: set[int],
    offered: dict[int, list[Offer]],
    before: dict[int, Given],
    contacts: dict[int, str],
    sees_contacts: bool,  # noqa: FBT001
) -> Shown:
    given = row.given() if row else None
    if one.personal and one.number in contacts:
        given = Given(text=contacts[one.number])
    is_open = one.number in asked
    return Shown(
        question=one,
        text=one.said(),
        english=one.text["en"],
        heading=in_my_language(one.heading) if one.heading is not None else None,
        answer=row,
        given=given,
        said=said(one, given),
        is_open=is_open,
        lacks=lacks(one, answers.get(one.number), leads) if is_open else [],
        offers=offered.get(one.number, []),
        before=before.get(one.number),
        hidden=one.personal and not sees_contacts,
    )


def said(question: Question, given: Given | None) -> str:
    """A choice in the reader's words, and what was written beside it."""
    if given is None:
        return ""
    names = {one.code: in_my_language(one.name).text for one in question.options}
    names = names or {YES: _("Yes"), NO: _("No"), OTHER: _("Another answer")}
    chosen = "; ".join(names.get(one, one) for one in given.choice)
    return "\n".join(part for part in (chosen, given.text) if part)
