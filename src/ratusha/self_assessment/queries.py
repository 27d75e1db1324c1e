"""Reading editions: the newest answers, owners of sections, who may answer what."""

from datetime import date
from uuid import UUID

from ratusha.accounts.public import Appointment, User

from .models import Answer, Contact, Edition, SectionOwner
from .offers import leads
from .permissions import FILL, may_coordinate
from .questionnaire import Questionnaire, Section, questionnaire
from .rules import Given, Progress, progress


def form_of(edition: Edition) -> Questionnaire:
    return questionnaire(edition.questionnaire)


def rows_of(edition: Edition) -> dict[int, Answer]:
    """The newest answer to each question; one that was emptied again is no answer."""
    newest = (
        Answer.objects.filter(edition=edition)
        .order_by("question", "-pk")
        .distinct("question")
        .select_related("by")
    )
    return {one.question: one for one in newest if one.given()}


def answers_of(edition: Edition) -> dict[int, Given]:
    """Without those that name persons."""
    return {number: one.given() for number, one in rows_of(edition).items()}


def contacts_of(edition: Edition) -> dict[int, str]:
    found = Contact.objects.filter(edition=edition).exclude(text="")
    return dict(found.values_list("question", "text"))


def answers_with_contacts(edition: Edition) -> dict[int, Given]:
    contacts = {number: Given(text=text) for number, text in contacts_of(edition).items()}
    return {**answers_of(edition), **contacts}


def owners_of(edition: Edition) -> dict[str, User]:
    """By section, the last one named."""
    named = SectionOwner.objects.filter(edition=edition).select_related("owner")
    return {one.section: one.owner for one in named}


def may_answer(edition: Edition, number: int, user: User, on: date) -> bool:
    """The owner of the section, while appointed to fill in; and who coordinates the whole."""
    if may_coordinate(user, edition.body_id, on):
        return True
    owner = owners_of(edition).get(form_of(edition).section_of(number).code)
    return owner is not None and owner.pk == user.pk and bool(user.bodies_with(FILL, on=on))


def candidates(on: date) -> list[User]:
    """Officials of any body who may fill in sections."""
    found = Appointment.objects.filter(permissions__contains=[FILL]).select_related("user")
    users = {one.user for one in found if one.in_force(on)}
    return sorted(users, key=lambda user: user.display_name)


def editions_of(body_id: UUID | None) -> list[Edition]:
    return list(Edition.objects.filter(body_id=body_id))


def progress_of(edition: Edition, section: Section) -> Progress:
    return progress(section, form_of(edition), answers_with_contacts(edition), leads)
