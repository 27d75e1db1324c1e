"""What holds of answers to a questionnaire. Pure: no database, no clock, no request.

The questionnaire is the UN's (Member States Questionnaire): which questions are starred and which open is data.
That details need evidence, that a fact of the platform is never an answer by itself, and that consent comes before any
publication are rules of this house; no act was seen that asks for them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import Conflict, RuleBroken

from .questionnaire import OF_CHOICE, Question, Questionnaire, Section

YES, NO, OTHER = "yes", "no", "other"
AFFIRMED = {YES, OTHER}
ADDRESS = re.compile(r"https?://[^\s<>\"]{3,1990}")
MOST_LINKS = 40


class State(TextChoices):
    FILLING = "filling", gettext_lazy("being filled in")
    HANDED_IN = "handed_in", gettext_lazy("handed in")
    PUBLISHED = "published", gettext_lazy("published")


class Origin(TextChoices):
    """Whose words an answer is."""

    TYPED = "typed", gettext_lazy("written")
    ACCEPTED = "accepted", gettext_lazy("offered by the platform, accepted")
    EDITED = "edited", gettext_lazy("offered by the platform, changed")
    IMPORTED = "imported", gettext_lazy("taken over from a file")


FROM_PLATFORM = (Origin.ACCEPTED, Origin.EDITED)


class Lack(TextChoices):
    """What an answer still lacks before the form can be handed in."""

    EMPTY = "S01", gettext_lazy("This question must be answered")
    EVIDENCE = "S02", gettext_lazy("Give a link that opens, or keep a copy")
    NOT_OPENED = "S03", gettext_lazy("Open the links of other sites and say that they answer")
    LEADS_NOWHERE = "S04", gettext_lazy("A link to this site leads to no page")


@dataclass(frozen=True)
class Given:
    """One answer, whatever its kind."""

    choice: tuple[str, ...] = ()
    text: str = ""
    links: tuple[str, ...] = ()
    has_copy: bool = False
    opened_on: date | None = None  # when a person last saw the links of other sites answer

    def __bool__(self) -> bool:
        return bool(self.choice or self.text or self.links or self.has_copy)


Answers = Mapping[int, Given]
Leads = Callable[
    [str], bool | None
]  # whether an address of this site has a page; None: another site's


def is_open(question: Question, answers: Answers) -> bool:
    """A detail is asked once its parent was answered with Yes (or Other)."""
    if question.opens_on is None:
        return True
    parent = answers.get(question.opens_on)
    return parent is not None and bool(AFFIRMED.intersection(parent.choice))


def open_questions(form: Questionnaire, answers: Answers) -> list[Question]:
    """In order; a question whose parent is shut is shut too, whatever was once answered to it."""
    shut: set[int] = set()
    found = []
    for one in form.questions():
        if one.opens_on in shut or not is_open(one, answers):
            shut.add(one.number)
        else:
            found.append(one)
    return found


def require_shape(question: Question, given: Given) -> None:
    """What cannot be kept even as a beginning: a choice that is not there, an address that is none."""
    if question.kind in OF_CHOICE:
        known = {one.code for one in question.options} or {YES, NO}
        known |= {OTHER} if question.kind == "yes_no_other" else set()
        if not known.issuperset(given.choice):
            raise RuleBroken(
                "self_assessment.choice", _("Choose one of the answers."), field="choice"
            )
    wrong = [one for one in given.links if not ADDRESS.fullmatch(one)]
    if wrong:
        message = _("“%(address)s” is not an address. Write it in full, with https://.")
        raise RuleBroken(
            "self_assessment.address", message % {"address": wrong[0][:80]}, field="links"
        )
    if len(given.links) > MOST_LINKS:
        message = _("There are more than %(most)s links.") % {"most": MOST_LINKS}
        raise RuleBroken("self_assessment.many_links", message, field="links")


def lacks(question: Question, given: Given | None, leads: Leads) -> list[Lack]:
    """Of an open question."""
    if not given:
        required = question.starred or question.needs_evidence
        return [Lack.EMPTY] if required else []
    found = []
    theirs = [one for one in given.links if leads(one) is None]
    if question.needs_evidence and not given.links and not given.has_copy:
        found.append(Lack.EVIDENCE)
    if theirs and given.opened_on is None and not given.has_copy:
        found.append(Lack.NOT_OPENED)
    if any(leads(one) is False for one in given.links):
        found.append(Lack.LEADS_NOWHERE)
    return found


@dataclass(frozen=True)
class Progress:
    """How far a section is. Questions that are shut are neither done nor left."""

    open: int
    done: int
    lacking: int

    @property
    def share(self) -> float:
        return self.done / self.open if self.open else 0.0


def progress(section: Section, form: Questionnaire, answers: Answers, leads: Leads) -> Progress:
    numbers = set(section.numbers())
    asked = [one for one in open_questions(form, answers) if one.number in numbers]
    done = sum(
        bool(answers.get(one.number)) and not lacks(one, answers.get(one.number), leads)
        for one in asked
    )
    lacking = sum(bool(lacks(one, answers.get(one.number), leads)) for one in asked)
    return Progress(len(asked), done, lacking)


def require_filling(state: str) -> None:
    if state != State.FILLING:
        message = _("This edition has been handed in. What is in it stays as it is.")
        raise Conflict("self_assessment.handed_in", message)


def require_open(question: Question, form: Questionnaire, answers: Answers) -> None:
    if question not in open_questions(form, answers):
        message = _("This question is asked once question %(number)s is answered with Yes.")
        raise RuleBroken("self_assessment.shut", message % {"number": question.opens_on})


def require_complete(form: Questionnaire, answers: Answers, leads: Leads) -> None:
    lacking = [
        one.number
        for one in open_questions(form, answers)
        if lacks(one, answers.get(one.number), leads)
    ]
    if lacking:
        message = _("Not ready yet. Look at the questions: %(numbers)s.")
        raise RuleBroken(
            "self_assessment.incomplete", message % {"numbers": ", ".join(map(str, lacking))}
        )


def require_consent(form: Questionnaire, answers: Answers) -> None:
    """Question 112 of the UN's form: without a Yes nothing is shown to anybody else."""
    given = answers.get(form.consent)
    if given is None or given.choice != (YES,):
        message = _("Question %(number)s, the consent to publish, is not answered with Yes.")
        raise RuleBroken("self_assessment.consent", message % {"number": form.consent})


@dataclass(frozen=True)
class Difference:
    question: Question
    before: Given | None
    after: Given | None
    kind: str = field(default="changed")  # new, gone, changed


def differences(form: Questionnaire, before: Answers, after: Answers) -> list[Difference]:
    """What another edition says otherwise. Personal answers are left out of it."""
    found = []
    for one in form.questions():
        was, now = before.get(one.number), after.get(one.number)
        if one.personal or _same(was, now):
            continue
        kind = "new" if not was else "gone" if not now else "changed"
        found.append(Difference(one, was, now, kind))
    return found


def _same(was: Given | None, now: Given | None) -> bool:
    if not was or not now:
        return not was and not now
    return (was.choice, was.text, was.links) == (now.choice, now.text, now.links)
