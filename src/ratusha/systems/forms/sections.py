"""A card is written section by section. Each question knows its field; forms and values are made from this."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ratusha.systems import presentation
from ratusha.systems.fields import LABELS
from ratusha.systems.law import law
from ratusha.systems.rules import Status
from ratusha.ui import forms as ui

from .asking import Questions

Told = dict[str, Any]
How = Literal[
    "line", "words", "text", "lines", "choice", "yes", "number", "percent", "money", "day", "digest"
]
LANGUAGES = [code for code, _name in settings.LANGUAGES]
YEARS = (1990, 2100)


@dataclass(frozen=True)
class Asked:
    """One question: `text` in three languages, `lines` one entry a line, `digest` a file of which only that is kept."""

    code: str
    how: How = "line"
    required: bool = False
    hint: Promise | str = ""
    choices: Callable[[], list[tuple[str, Any]]] | None = None


@dataclass(frozen=True)
class Section:
    """`inside`: a part of the card; `rows`: a list in it, written entry by entry."""

    code: str
    title: Promise
    asked: tuple[Asked, ...]
    inside: str = ""
    rows: str = ""


def _kinds() -> list[tuple[str, Any]]:
    return list(presentation.KINDS.items())


def _spheres() -> list[tuple[str, Any]]:
    return [(one.code, one.said()) for one in law().spheres]


def _papers() -> list[tuple[str, Any]]:
    return list(presentation.PAPERS.items())


NUMBER_HINT = _("Its number in the register, like SYS-2026-00042.")
ONE_A_LINE = _("One on each line.")
CODE_HINT = _(
    "Small Latin letters, digits and underscores, the same in all cards: person, legal_entity."
)
SECTIONS = (
    Section(
        "identity",
        _("What it is"),
        (
            Asked("name", "text", required=True),
            Asked("short_name"),
            Asked("kind", "choice", required=True, choices=_kinds),
            Asked("sphere", "choice", choices=_spheres),
            Asked("purpose", "text"),
            Asked("functions", "lines", hint=ONE_A_LINE),
            Asked(
                "operator",
                hint=_(
                    "The code of the body, like state:351; leave out when the owner operates it."
                ),
            ),
            Asked(
                "access", "choice", required=True, choices=lambda: list(presentation.ACCESS.items())
            ),
            Asked("address"),
            Asked("contact"),
        ),
    ),
    Section(
        "status",
        _("Where it is on its way"),
        (
            Asked("status", "choice", required=True, choices=lambda: list(Status.choices)),
            Asked("on", "day", required=True),
        ),
        rows="statuses",
    ),
    Section(
        "grounds",
        _("Commissioning, successor, procedures"),
        (
            Asked("commissioned_by"),
            Asked("successor", hint=NUMBER_HINT),
            Asked("procedures", "lines", hint=ONE_A_LINE),
            Asked("measures", "lines", hint=ONE_A_LINE),
            Asked("contracts", "lines", hint=ONE_A_LINE),
            Asked("repository"),
            Asked("licence", hint=_("A code of SPDX where there is one: MIT, Apache-2.0.")),
            Asked(
                "languages",
                "lines",
                hint=_("Codes of languages, one on each line: be, ru, en."),
            ),
        ),
    ),
    Section(
        "legal_basis",
        _("Legal basis"),
        (Asked("title", required=True), Asked("number"), Asked("on", "day")),
        rows="legal_basis",
    ),
    Section(
        "users", _("Users"), (Asked("group", required=True), Asked("count", "number")), rows="users"
    ),
    Section(
        "objects",
        _("Data objects"),
        (
            Asked("code", required=True, hint=CODE_HINT),
            Asked("name", required=True),
            Asked(
                "role", "choice", required=True, choices=lambda: list(presentation.ROLES.items())
            ),
            Asked("master", "yes"),
            Asked("personal", "yes"),
            Asked("open", "yes"),
            Asked("volume", "number"),
            Asked("freshness"),
        ),
        rows="objects",
    ),
    Section(
        "interfaces",
        _("Exchanges"),
        (
            Asked("system", required=True, hint=NUMBER_HINT),
            Asked(
                "direction",
                "choice",
                required=True,
                choices=lambda: list(presentation.DIRECTIONS.items()),
            ),
            Asked("objects", "lines", hint=_("Codes of data objects, one on each line.")),
            Asked(
                "channel",
                "choice",
                required=True,
                choices=lambda: [one for one in presentation.CHANNELS.items() if one[0]],
            ),
            Asked("service"),
            Asked("protocol"),
            Asked("version"),
            Asked("contract"),
            Asked("promised", "percent"),
            Asked("calls_a_month", "number"),
            Asked("needed", "yes"),
        ),
        rows="interfaces",
    ),
    Section(
        "hosting",
        _("Hosting"),
        (
            Asked("site"),
            Asked("state_centre", "yes"),
            Asked("why_elsewhere", "words"),
            Asked(
                "system",
                hint=_("The number of the platform it stands on, where that is in the register."),
            ),
        ),
        inside="hosting",
    ),
    Section(
        "security",
        _("Security"),
        (
            Asked("level"),
            Asked("attestation"),
            Asked("attested_on", "day"),
            Asked("valid_to", "day"),
            Asked("audited_on", "day"),
            Asked("audit_result"),
        ),
        inside="security",
    ),
    Section(
        "quality",
        _("Personal data and quality"),
        (
            Asked("personal_data_number"),
            Asked("promised", "percent"),
            Asked("availability", "percent"),
            Asked("satisfaction", "percent"),
        ),
    ),
    Section(
        "costs",
        _("Costs by year"),
        (Asked("year", "number", required=True), Asked("plan", "money"), Asked("fact", "money")),
        rows="costs",
    ),
    Section(
        "papers",
        _("Documents of the system"),
        (
            Asked("kind", "choice", required=True, choices=_papers),
            Asked("title", required=True),
            Asked("on", "day", required=True),
            Asked("sha256", "digest", required=True),
        ),
        rows="papers",
    ),
)
BY_CODE = {one.code: one for one in SECTIONS}


def values(card: Told, section: Section) -> Told:
    """What of the card a section without rows is about."""
    told: Told = card.get(section.inside, {}) if section.inside else card
    return {one.code: told[one.code] for one in section.asked if one.code in told}


def section_form(section: Section, given: Told, data: Any = None, files: Any = None) -> Questions:
    asked: dict[str, forms.Field] = {}
    initial: Told = {}
    for one in section.asked:
        asked |= _fields(one, given.get(one.code))
        initial |= _initial(one, given.get(one.code))
    return Questions(asked, data, files, initial=initial)


def _fields(one: Asked, now: Any) -> Mapping[str, forms.Field]:
    options: dict[str, Any] = {
        "label": LABELS[one.code],
        "help_text": one.hint,
        "required": one.required,
    }
    match one.how:
        case "text":
            kind = ui.TextField if one.code == "name" else ui.LongTextField
            return {
                f"{one.code}_{code}": kind(
                    label=f"{LABELS[one.code]} {LABELS[code]}",
                    required=one.required and code == LANGUAGES[0],
                )
                for code in LANGUAGES
            }
        case "choice":
            assert one.choices is not None  # noqa: S101 - each choice says of what
            return {one.code: ui.ChoiceField(choices=one.choices(), **options)}
        case "yes":
            return {one.code: ui.YesNoField(**options)}
        case "number":
            bounds = YEARS if one.code == "year" else (0, 10**12)
            return {one.code: ui.NumberField(smallest=bounds[0], greatest=bounds[1], **options)}
        case "percent":
            return {one.code: ui.NumberField(smallest=0, greatest=100, places=3, **options)}
        case "money":
            return {one.code: ui.MoneyField(**options)}
        case "day":
            return {one.code: ui.DayField(**options)}
        case "digest":
            options["help_text"] = _(
                "The register does not keep the file, only its digest: a later change shows."
            )
            return {one.code: ui.FileField(kinds="", kept_name=str(now or "")[:16], **options)}
        case "words" | "lines":
            return {one.code: ui.LongTextField(**options)}
        case _:
            return {one.code: ui.TextField(max_length=300, **options)}


def _initial(one: Asked, now: Any) -> Told:
    if now is None:
        return {}
    match one.how:
        case "text":
            return {f"{one.code}_{code}": now.get(code, "") for code in LANGUAGES}
        case "lines":
            return {one.code: "\n".join(now)}
        case "percent" | "money":
            return {one.code: Decimal(str(now))}
        case "day":
            return {one.code: date.fromisoformat(now)}
        case "digest":
            return {}
        case _:
            return {one.code: now}


def told(section: Section, cleaned: Told, before: Told) -> Told:
    """The answers as the card keeps them; what is left empty is not there."""
    found = {one.code: _value(one, cleaned, before.get(one.code)) for one in section.asked}
    return {code: value for code, value in found.items() if value not in (None, "", [], {})}


def _value(one: Asked, cleaned: Told, before: Any) -> Any:
    match one.how:
        case "text":
            texts = {code: cleaned[f"{one.code}_{code}"] for code in LANGUAGES}
            return {code: text for code, text in texts.items() if text}
        case "lines":
            return [text.strip() for text in cleaned[one.code].splitlines() if text.strip()]
        case "number":
            return None if cleaned[one.code] is None else int(cleaned[one.code])
        case "percent" | "money":
            return None if cleaned[one.code] is None else str(cleaned[one.code])
        case "day":
            return cleaned[one.code].isoformat() if cleaned[one.code] else None
        case "digest":
            file = cleaned[one.code]
            return hashlib.sha256(file.read()).hexdigest() if file else before
        case _:
            return cleaned[one.code]


def with_section(card: Told, section: Section, answers: Told) -> Told:
    """The card with the section written anew; fields it does not ask about stay."""
    asked = {one.code for one in section.asked}
    if section.inside:
        kept = {k: v for k, v in card.get(section.inside, {}).items() if k not in asked}
        return {**card, section.inside: {**kept, **answers}}
    return {**{k: v for k, v in card.items() if k not in asked}, **answers}


def with_row(card: Told, section: Section, place: int | None, answers: Told | None) -> Told:
    """The card with one entry written anew, added (`place` None) or taken away (`answers` None)."""
    rows = list(card.get(section.rows, []))
    if place is None:
        assert answers is not None  # noqa: S101 - nothing is added
        rows.append(answers)
    elif answers is None:
        del rows[place]
    else:
        rows[place] = answers
    return {**card, section.rows: rows}
