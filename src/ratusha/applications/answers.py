"""Answers to a form: what may be asked now, what the registers say, whether everything is there.

Answers are plain JSON: text, ISO dates, codes, true or false, numbers as text, addresses as dictionaries, files as
{"id", "name"}.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import jsonschema_rs
import msgspec
from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_language
from ratusha.procedures.public import ChoicesFrom, Definition, Field, Page, Prefill, evaluate

LONGEST = {"text": 300, "long_text": 4000, "email": 254, "phone": 30}


@dataclass(frozen=True)
class Problem:
    """`page` and `field` are codes of the form."""

    page: str
    field: str
    message: str


@dataclass(frozen=True)
class Filled:
    """A form on the way: everything a condition may look at."""

    promise: Definition
    answers: Mapping[str, Any]
    facts: Mapping[str, Any]
    applicant: Mapping[str, Any]
    today: date

    def with_answers(self, more: Mapping[str, Any]) -> "Filled":
        return replace(self, answers={**self.answers, **more})

    @cached_property
    def context(self) -> dict[str, Any]:
        """What conditions are evaluated over."""
        return {
            "answers": dict(self.answers),
            "facts": {service: fact.get("facts", {}) for service, fact in self.facts.items()},
            "applicant": dict(self.applicant),
            "today": self.today.isoformat(),
        }

    @cached_property
    def _held(self) -> dict[str, bool]:
        """Conditions that were asked already."""
        return {}

    def holds(self, condition: str) -> bool:
        if not condition:
            return True
        if condition not in self._held:
            self._held[condition] = evaluate(condition, self.context)
        return self._held[condition]

    def pages(self) -> list[Page]:
        return [page for page in self.promise.form if self.holds(page.when)]

    def fields(self, page: Page) -> list[Field]:
        return [field for field in page.fields if self.holds(field.when)]

    def at(self, place: Prefill | ChoicesFrom) -> Any:
        """What the register says at this place, or None."""
        value: Any = self.facts.get(place.service, {}).get("facts")
        for key in place.path.split(".") if place.path else ():
            if not isinstance(value, dict):
                return None
            value = value.get(key)
        return value

    def known(self, field: Field) -> Any:
        return self.at(field.prefill) if field.prefill else None

    def is_shown_not_asked(self, field: Field) -> bool:
        """A fact with a source of truth is shown with its provenance and never typed."""
        return (
            field.prefill is not None
            and not field.prefill.editable
            and self.known(field) not in (None, "", [], {})
        )

    def choices(self, field: Field, language: str) -> list[tuple[str, str]]:
        """Codes and labels: the definition's own, or things a register lists by id and name."""
        if field.choices_from is None:
            return [(c.code, in_language(c.label, language).text) for c in field.choices]
        things = self.at(field.choices_from)
        found = [t for t in things if isinstance(t, dict)] if isinstance(things, list) else []
        key, name = field.choices_from.key, field.choices_from.name
        return [(str(t.get(key)), _name(t.get(name), language)) for t in found]

    def what_applies(self) -> dict[str, Any]:
        """The answers to questions that are asked: what is lodged, and nothing beside it."""
        codes = [
            field.code
            for page in self.pages()
            for field in self.fields(page)
            if not self.is_shown_not_asked(field)
        ]
        return {code: self.answers[code] for code in codes if code in self.answers}

    def problems(self) -> list[Problem]:
        """Every page that applies, every field that applies, every check."""
        return [p for page in self.pages() for p in self._problems(page)]

    def first_open_page(self, done: list[str]) -> Page | None:
        """The first page that still needs the person, in the order of the form."""
        return next((p for p in self.pages() if p.code not in done or self._has_gap(p)), None)

    def _has_gap(self, page: Page) -> bool:
        return any(True for _problem in self._problems(page))

    def _problems(self, page: Page) -> Iterator[Problem]:
        for field in self.fields(page):
            if self.is_shown_not_asked(field):
                continue
            value = self.answers.get(field.code)
            if value in (None, "", [], {}):
                if field.required:
                    yield Problem(page.code, field.code, _("This question has no answer yet."))
            elif not self._fits(field, value):
                yield Problem(page.code, field.code, _("Answer this question again."))
            else:
                yield from (
                    Problem(page.code, field.code, in_language(c.message, "").text)
                    for c in field.check
                    if not self.holds(c.rule)
                )

    def _fits(self, field: Field, value: Any) -> bool:
        if field.choices_from:
            known = [code for code, _label in self.choices(field, "")]
            chosen = value if field.kind == "choices" else [value]
            return isinstance(chosen, list) and all(code in known for code in chosen)
        return _validator(msgspec.json.encode(_schema(field))).is_valid(value)


def _name(name: Any, language: str) -> str:
    return in_language(name, language).text if isinstance(name, dict) else str(name)


def _schema(field: Field) -> dict[str, Any]:
    match field.kind:
        case "yes_no":
            return {"type": "boolean"}
        case "choices":
            codes = [c.code for c in field.choices]
            return {"type": "array", "items": {"enum": codes}, "uniqueItems": True}
        case "choice":
            return {"enum": [c.code for c in field.choices]}
        case "address":
            return {"type": "object", "required": ["code", "house"]}
        case "file":
            return {"type": "object", "required": ["id", "name"]}
        case "date":
            return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        case "number" | "money":
            return {"type": "string", "pattern": r"^-?\d{1,12}(\.\d{1,6})?$"}
        case kind:
            longest = field.max_length or LONGEST.get(kind, 300)
            return {"type": "string", "minLength": 1, "maxLength": longest}


@lru_cache(maxsize=4096)
def _validator(schema: bytes) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(msgspec.json.decode(schema))


def files_in(promise: Definition, answers: Mapping[str, Any]) -> list[dict[str, str]]:
    codes = [field.code for field in promise.fields if field.kind == "file"]
    return [answers[code] for code in codes if answers.get(code)]
