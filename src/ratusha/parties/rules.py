"""What a party is, how a person is called, and which body is nearest. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

Names = Mapping[str, Mapping[str, str]]
LATIN = "lat"  # the form of the name in a passport


class Sex(models.TextChoices):
    FEMALE = "F", _("female")
    MALE = "M", _("male")


class Status(models.TextChoices):
    """State of an organisation; a body is an organisation too."""

    ACTIVE = "active", _("Active")
    CLOSING = "closing", _("In liquidation")
    BANKRUPT = "bankrupt", _("Bankrupt")
    CLOSED = "closed", _("Closed")


class Role(models.TextChoices):
    """Why a person may act for an organisation."""

    HEAD = "head", _("Head")
    REPRESENTATIVE = "representative", _("Representative")
    SELF = "self", _("Sole trader")


@dataclass(frozen=True)
class FormOfName:
    surname: str
    given: str
    patronymic: str = ""


def form_of_name(names: Names, language: str) -> FormOfName:
    """The form for this language; a language that writes in Latin letters takes the form of the passport."""
    order = [language, LATIN] if language not in names and LATIN in names else [language]
    form = next((names[key] for key in (*order, *names) if key in names), {})
    return FormOfName(form.get("surname", ""), form.get("given", ""), form.get("patronymic", ""))


def full_name(names: Names, language: str) -> str:
    """Surname, given name, patronymic; in Latin letters the given name comes first."""
    form = form_of_name(names, language)
    words = (
        (form.surname, form.given, form.patronymic)
        if language in names
        else (form.given, form.surname)
    )
    return " ".join(word for word in words if word)


def short_name(names: Names, language: str) -> str:
    """The given name and one letter: enough to greet somebody, too little to look for them."""
    form = form_of_name(names, language)
    return f"{form.given} {form.surname[:1]}." if form.surname else form.given


def name_with_initials(names: Names, language: str) -> str:
    """As officials sign: the surname and initials."""
    form = form_of_name(names, language)
    initials = " ".join(f"{word[0]}." for word in (form.given, form.patronymic) if word)
    return f"{form.surname} {initials}".strip()


def age(birth_date: date, on: date) -> int:
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def distance(lineage: Sequence[str], serves: Iterable[str]) -> int | None:
    """How many units up from the place the body begins to serve; None when it does not serve the place."""
    served = set(serves)
    return next((steps for steps, code in enumerate(lineage) if code in served), None)
