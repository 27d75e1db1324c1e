"""Which sections a definition has, and what each of them asks. Pure: a place in the text, and its slots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from django.utils.translation import gettext_lazy as _

from ratusha.procedures.public import FieldKind
from ratusha.ui.formats import number

from .slots import Choices, OneOf, Pairs, Paragraphs, Slot, Words, YesNo

Steps = tuple[str | int, ...]
CONDITION = _("A condition over answers, facts, applicant and today. Empty: always.")
CODE = _("Small Latin letters, digits and underscores. Cases point to it: do not reword it later.")
TERM = _("A number and a unit: 15 days, 1 month, 5 working days.")
LEVELS = [
    ("e0", _("e0: the name only")),
    ("e1", _("e1: information")),
    ("e2", _("e2: a form to print")),
    ("e3", _("e3: applied for electronically")),
    ("e4", _("e4: decided electronically too")),
    ("e5", _("e5: begun by the state")),
]
FEES = [
    ("free", _("Free of charge")),
    ("base_value", _("So many base values")),
    ("tariffs", _("Tariffs, as the text lists them")),
    ("several", _("Several, not entered yet")),
    ("paid_service", _("A paid service with its own prices")),
]
RESULTS = [
    ("certificate", _("A certificate")),
    ("decision", _("A decision")),
    ("register_entry", _("An entry in a register")),
    ("queue_place", _("A place in a queue")),
]
KINDS = {
    "text": _("One line"), "long_text": _("Several lines"), "date": _("A day"), "choice": _("One of several"),
    "choices": _("Some of several"), "yes_no": _("Yes or no"), "number": _("A number"), "money": _("A sum"),
    "address": _("An address"), "person": _("A person"), "personal_number": _("A personal number"),
    "payer_number": _("A payer number"), "email": _("An e-mail address"), "phone": _("A telephone number"),
    "file": _("A file"),
}  # fmt: skip
BRINGERS = [
    ("applicant", _("The applicant brings it")),
    ("body", _("The body obtains it by itself")),
]


@dataclass(frozen=True)
class Kind:
    """A kind of section. `many`: the list it is one of; `preview`: what a person meets of it, a page or a paper."""

    name: Any
    slots: tuple[Slot, ...]
    many: str = ""
    preview: str = ""


TITLES = Kind(
    _("Titles and level"),
    (
        Words("title", _("Title"), _("As the law words it."), needed=True, long=True),
        Words("short", _("Short name"), _("What people call it: the heading of pages.")),
        Words("summary", _("Summary"), long=True),
        OneOf("level", _("Electronic level"), choices=LEVELS, default="e0"),
        YesNo("decision_electronic", _("Is the decision electronic?")),
    ),
)
RULES = Kind(
    _("Term and validity"),
    (
        Slot("term.base", _("Term"), TERM),
        Slot("term.if_requested", _("Term when another body is asked"), TERM),
        Slot(
            "validity.period", _("Validity of the result"), _("A term, or: unlimited, once, bound.")
        ),
    ),
)
FEE = Kind(
    _("Fee"),
    (
        OneOf("kind", _("What is paid"), choices=FEES, needed=True),
        Slot("multiple", _("How many base values"), _("With a point: 0.5")),
    ),
)
DOCUMENT = Kind(
    _("Document"),
    (
        Slot("code", _("Code"), CODE, needed=True),
        Words("title", _("Title"), needed=True),
        OneOf("from", _("Who brings it?"), choices=BRINGERS, default="applicant"),
        Slot("service", _("Exchange service that replaces the paper")),
        Slot("when", _("Condition"), CONDITION),
    ),
    many="documents",
)
PAGE = Kind(
    _("Page of the form"),
    (
        Slot("code", _("Code"), CODE, needed=True),
        Words("title", _("Title"), needed=True),
        Words("hint", _("Hint"), long=True),
        Slot("when", _("Condition"), CONDITION),
    ),
    many="form",
    preview="page",
)
QUESTION = Kind(
    _("Question"),
    (
        Slot("code", _("Code"), CODE, needed=True),
        OneOf("kind", _("Kind of answer"), choices=list(KINDS.items()), needed=True),
        Words("label", _("Question"), needed=True),
        Words("hint", _("Hint")),
        YesNo("required", _("Must it be answered?"), default=True),
        Slot("when", _("Condition"), CONDITION),
        Choices("choices", _("Answers to choose from"), _("A line each: code | be | ru | en")),
    ),
    many="fields",
    preview="page",
)
RESULT = Kind(
    _("Result"),
    (
        OneOf("kind", _("What the person gets"), choices=RESULTS, needed=True),
        Words("title", _("Title"), needed=True),
        Paragraphs(
            "template",
            _("Paragraphs"),
            _(
                "A line each. In braces: applicant, body, reference, today, lodged_on, or a name below."
            ),
        ),
        Pairs("values", _("Values of the names in braces"), _("A line each: name = expression")),
    ),
    preview="paper",
)
assert set(KINDS) == set(get_args(FieldKind))  # noqa: S101 - a new kind of question gets its words here

_PLACES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile("titles"), TITLES),
    (re.compile("term"), RULES),
    (re.compile("fee"), FEE),
    (re.compile(r"documents/\d{1,3}"), DOCUMENT),
    (re.compile(r"form/\d{1,3}"), PAGE),
    (re.compile(r"form/\d{1,3}/fields/\d{1,3}"), QUESTION),
    (re.compile("result"), RESULT),
)
_AT_THE_ROOT = ("titles", "term")


@dataclass(frozen=True)
class Section:
    """One section of one definition; `steps` lead to it in the text, `value` is what stands there."""

    place: str
    kind: Kind
    steps: Steps
    value: dict[str, Any]

    @property
    def heading(self) -> str:
        """Its name, with the number where there are several."""
        last = self.place.rpartition("/")[2]
        name = str(self.kind.name)
        return f"{name} {number(int(last) + 1)}" if self.kind.many else name

    @property
    def title(self) -> dict[str, str]:
        told = self.value.get("label") or self.value.get("title")
        return told if self.kind.many and isinstance(told, dict) else {}

    def slot_at(self, steps: Steps) -> Slot | None:
        """The slot that a place in the text belongs to."""
        own = steps[len(self.steps) :]
        return next(
            (slot for slot in self.kind.slots if own[: len(slot.steps)] == slot.steps), None
        )


def section(place: str, whole: dict[str, Any]) -> Section | None:
    """The section at a place; None where the definition has no such place."""
    kind = next((kind for pattern, kind in _PLACES if pattern.fullmatch(place)), None)
    if kind is None:
        return None
    steps: Steps = () if place in _AT_THE_ROOT else steps_of(place)
    value: Any = whole
    for step in steps:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
            break
    if value is None and not kind.many:
        value = {}
    return Section(place, kind, steps, value) if isinstance(value, dict) else None


def steps_of(place: str) -> Steps:
    return tuple(int(part) if part.isdigit() else part for part in place.split("/"))


def sections(whole: dict[str, Any]) -> Iterator[Section]:
    """All of a definition, in the order in which a lawyer goes through them."""
    places = ["titles", "term", "fee"]
    places += [f"documents/{i}" for i in range(_length(whole, "documents"))]
    for i in range(_length(whole, "form")):
        places.append(f"form/{i}")
        page = whole["form"][i]
        fields = _length(page, "fields") if isinstance(page, dict) else 0
        places += [f"form/{i}/fields/{j}" for j in range(fields)]
    for place in [*places, "result"]:
        found = section(place, whole)
        if found is not None:
            yield found


def _length(value: dict[str, Any], key: str) -> int:
    found = value.get(key)
    return len(found) if isinstance(found, list) else 0
