"""Sample words for the gallery of components: every component in every state, for eyes and for tests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from . import forms

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Step:
    title: str
    note: str = ""
    state: str = ""


@dataclass(frozen=True)
class TermStep:
    on: date
    source: str
    words: str

    def sentence(self) -> str:
        return self.words


def places(name: str) -> list[tuple[str, str]]:
    known = {
        "мінск": [("5000000000", "Мінск")],
        "бярозаўка": [
            ("4243557000", "Бярозаўка, Лідскі раён"),
            ("1204805011", "Бярозаўка, Баранавіцкі раён"),
        ],
    }
    return known.get(name.lower(), [])


class GalleryForm(forms.Form):
    name = forms.TextField(label=_("Your name"), help_text=_("As in your passport"))
    reasons = forms.LongTextField(label=_("What has changed"), max_length=300)
    born = forms.DayField(
        label=_("Date of birth"), help_text=_("For example, 22 12 1988"), latest=TODAY
    )
    kind = forms.ChoiceField(
        label=_("What do you need?"),
        choices=[("new", _("A new certificate")), ("copy", _("A copy of an old one"))],
    )
    region = forms.ChoiceField(
        label=_("Region"), choices=[(str(n), f"{n}") for n in range(1, 10)], required=False
    )
    letters = forms.ChoicesField(
        label=_("How shall we write to you?"),
        choices=[("cabinet", _("In the cabinet")), ("mail", _("By e-mail"))],
    )
    owner = forms.YesNoField(label=_("Do you own the flat?"))
    people = forms.NumberField(label=_("How many people live there?"), smallest=1, greatest=30)
    rent = forms.MoneyField(label=_("Rent a month"), required=False)
    phone = forms.PhoneField(label=_("Phone"), required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    address = forms.AddressField(label=_("Where do you live?"), find_places=places)
    scan = forms.FileField(
        label=_("The lease"), help_text=_("PDF, JPEG or PNG"), kept_name="dahavor-1.pdf"
    )


WRONG_ANSWERS = {
    "name": "Алена Кавалёва з Мiнска",
    "reasons": "а" * 301,
    "born_day": "31",
    "born_month": "лютага",
    "born_year": "1988",
    "letters": ["mail"],
    "people": "паўтара",
    "rent": "12,345",
    "email": "alena@",
    "address_settlement": "Бярозаўка",
    "address_house": "24",
}


def context() -> dict[str, Any]:
    return {
        "today": TODAY,
        "moment": datetime(2026, 11, 22, 7, 42, tzinfo=UTC),
        "amount": Decimal("1234.5"),
        "steps": [
            Step("Заява прынятая", "22 лістапада, 10:42", "done"),
            Step("Разглядае аддзел сацыяльнай абароны", "Цяпер справа ў спецыяліста, 2 дні", "now"),
            Step("Рашэнне", "Падпісаны дакумент прыйдзе сюды і на пошту"),
        ],
        "term": [
            TermStep(date(2026, 11, 22), "арт. 20", "Дзень падачы"),
            TermStep(date(2026, 12, 22), "Указ № 200, п. 2.6", "1 месяц"),
        ],
        "page": Paginator(range(200), 10).page(7),
    }
