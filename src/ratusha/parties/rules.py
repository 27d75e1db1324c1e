"""What a party is, how a person is called, and which body is nearest. Who may act for whom: `powers`. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.pack import pack

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


@dataclass(frozen=True)
class FormOfName:
    surname: str
    given: str
    patronymic: str = ""


def _key(names: Names, language: str) -> str:
    """Which form a reader of this language sees: one without its own form sees the passport's, then any."""
    official = pack().about["official_languages"]
    others = [key for key in names if key != LATIN]
    order = [language, *others, LATIN] if language in official else [language, LATIN, *others]
    return next((key for key in order if key in names), "")


def form_of_name(names: Names, language: str) -> FormOfName:
    form = names.get(_key(names, language), {})
    return FormOfName(form.get("surname", ""), form.get("given", ""), form.get("patronymic", ""))


def full_name(names: Names, language: str) -> str:
    """Surname, given name, patronymic; in Latin letters the given name comes first."""
    form = form_of_name(names, language)
    if _key(names, language) == LATIN:
        return f"{form.given} {form.surname}".strip()
    return " ".join(word for word in (form.surname, form.given, form.patronymic) if word)


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
