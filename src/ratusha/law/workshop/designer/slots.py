"""What a section asks: each slot is one value of the definition, as controls of a form and as it stands in the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ratusha.ui.forms import ChoiceField, LongTextField, TextField, YesNoField

LANGUAGES = {"be": _("Belarusian"), "ru": _("Russian"), "en": _("English")}
LONGEST_LINE = 1000
LONGEST_TEXT = 8000


@dataclass(frozen=True)
class Slot:
    """One line of text. An empty one is left out of the definition."""

    name: str
    label: Any
    hint: Any = ""
    needed: bool = False

    @property
    def steps(self) -> tuple[str, ...]:
        return tuple(self.name.split("."))

    def fields(self) -> dict[str, forms.Field]:
        options = {"label": self.label, "help_text": self.hint, "required": self.needed}
        return {self.name: TextField(max_length=LONGEST_LINE, **options)}

    def initial(self, value: Any) -> dict[str, Any]:
        return {self.name: "" if value is None else str(value)}

    def value(self, cleaned: dict[str, Any]) -> Any:
        """None leaves it out."""
        return cleaned[self.name] or None


@dataclass(frozen=True)
class Words(Slot):
    """A text in three languages."""

    long: bool = False

    def fields(self) -> dict[str, forms.Field]:
        kind = LongTextField if self.long else TextField
        return {
            f"{self.name}-{code}": kind(
                label=_("%(what)s, in %(language)s") % {"what": self.label, "language": language},
                help_text=self.hint if code == "be" else "",
                required=self.needed,
                max_length=LONGEST_TEXT if self.long else LONGEST_LINE,
            )
            for code, language in LANGUAGES.items()
        }

    def initial(self, value: Any) -> dict[str, Any]:
        told = value if isinstance(value, dict) else {}
        return {f"{self.name}-{code}": told.get(code, "") for code in LANGUAGES}

    def value(self, cleaned: dict[str, Any]) -> Any:
        told = {code: cleaned[f"{self.name}-{code}"] for code in LANGUAGES}
        return {code: words for code, words in told.items() if words} or None


@dataclass(frozen=True)
class Paragraphs(Slot):
    """Texts in three languages, a line for each."""

    def fields(self) -> dict[str, forms.Field]:
        return Words(self.name, self.label, self.hint, long=True).fields()

    def initial(self, value: Any) -> dict[str, Any]:
        told = [one if isinstance(one, dict) else {} for one in value or []]
        return {
            f"{self.name}-{code}": "\n".join(str(one.get(code, "")) for one in told)
            for code in LANGUAGES
        }

    def value(self, cleaned: dict[str, Any]) -> Any:
        lines = {
            code: [
                line.strip() for line in cleaned[f"{self.name}-{code}"].splitlines() if line.strip()
            ]
            for code in LANGUAGES
        }
        if len({len(told) for told in lines.values()}) > 1:
            message = _("“%(what)s”: each language needs as many paragraphs as the others")
            raise ValidationError(message, params={"what": self.label})
        told = zip(*lines.values(), strict=True)
        return [dict(zip(lines, one, strict=True)) for one in told] or None


@dataclass(frozen=True)
class OneOf(Slot):
    choices: Sequence[tuple[str, Any]] = ()
    default: str = ""

    def fields(self) -> dict[str, forms.Field]:
        field = ChoiceField(choices=self.choices, label=self.label, help_text=self.hint)
        return {self.name: field}

    def initial(self, value: Any) -> dict[str, Any]:
        return {self.name: value or self.default}

    def value(self, cleaned: dict[str, Any]) -> Any:
        chosen = cleaned[self.name]
        return None if chosen == self.default and not self.needed else chosen


@dataclass(frozen=True)
class YesNo(Slot):
    default: bool = False

    def fields(self) -> dict[str, forms.Field]:
        return {self.name: YesNoField(label=self.label, help_text=self.hint)}

    def initial(self, value: Any) -> dict[str, Any]:
        said = self.default if value is None else bool(value)
        return {self.name: "yes" if said else "no"}

    def value(self, cleaned: dict[str, Any]) -> Any:
        return None if cleaned[self.name] == self.default else cleaned[self.name]


@dataclass(frozen=True)
class Choices(Slot):
    """Answers to choose from: a line each, code | be | ru | en."""

    def fields(self) -> dict[str, forms.Field]:
        options = {"label": self.label, "help_text": self.hint, "required": False}
        return {self.name: LongTextField(max_length=LONGEST_TEXT, **options)}

    def initial(self, value: Any) -> dict[str, Any]:
        lines = [
            " | ".join(
                [str(one.get("code", "")), *(one.get("label", {}).get(c, "") for c in LANGUAGES)]
            )
            for one in value or []
        ]
        return {self.name: "\n".join(lines)}

    def value(self, cleaned: dict[str, Any]) -> Any:
        found = []
        for line in cleaned[self.name].splitlines():
            code, *words = (part.strip() for part in line.split("|"))
            if len(words) != len(LANGUAGES):
                message = _("“%(what)s”: write each line as code | be | ru | en")
                raise ValidationError(message, params={"what": self.label})
            found.append({"code": code, "label": dict(zip(LANGUAGES, words, strict=True))})
        return found or None


@dataclass(frozen=True)
class Pairs(Slot):
    """Names with their expressions, a line each: name = expression."""

    def fields(self) -> dict[str, forms.Field]:
        options = {"label": self.label, "help_text": self.hint, "required": False}
        return {self.name: LongTextField(max_length=LONGEST_TEXT, **options)}

    def initial(self, value: Any) -> dict[str, Any]:
        return {self.name: "\n".join(f"{name} = {said}" for name, said in (value or {}).items())}

    def value(self, cleaned: dict[str, Any]) -> Any:
        found = {}
        for line in cleaned[self.name].splitlines():
            name, sign, expression = line.partition("=")
            if not sign or not name.strip() or not expression.strip():
                message = _("“%(what)s”: write each line as name = expression")
                raise ValidationError(message, params={"what": self.label})
            found[name.strip()] = expression.strip()
        return found or None
