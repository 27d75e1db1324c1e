"""What a call for pilots and its directions say, in each language of the site; questions about it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.texts import Text
from ratusha.measures.law import law
from ratusha.ui import forms as ui

from .asking import Questions, line, one_of, words

CALL_TEXTS = ("name", "terms", "how_to_apply", "sought")
DIRECTION_TEXTS = ("name", "problem", "data", "site", "success")
LABELS = {
    "name": _("Name"),
    "terms": _("Terms: who pays, what is given, for how long"),
    "how_to_apply": _("How to apply"),
    "sought": _("By what applications are judged"),
    "problem": _("What the problem is"),
    "data": _("Which data there are"),
    "site": _("Where it can be tried"),
    "success": _("What would be success"),
}


def _in_languages(names: tuple[str, ...]) -> dict[str, forms.Field]:
    """One language after another, so that each is written in one go."""
    return {
        f"{name}_{code}": _asked(name, language)
        for code, language in settings.LANGUAGES
        for name in names
    }


def _asked(name: str, language: str) -> forms.Field:
    label = format_lazy("{} ({})", LABELS[name], language)
    return line(label, most=200) if name == "name" else words(label)


def texts_of(given: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Text]:
    codes = [code for code, _language in settings.LANGUAGES]
    return {name: {code: given[f"{name}_{code}"] for code in codes} for name in names}


def as_typed(texts: Mapping[str, Text]) -> dict[str, str]:
    return {f"{name}_{code}": said for name, text in texts.items() for code, said in text.items()}


def call_form(data: Any = None, initial: dict[str, Any] | None = None) -> Questions:
    asked = {
        "opens_on": ui.DayField(label=_("Applications are taken from")),
        "closes_on": ui.DayField(label=_("Applications are taken until")),
        **_in_languages(CALL_TEXTS),
    }
    return Questions(asked, data, initial)


def direction_form(owners: list[tuple[str, str]], data: Any = None) -> Questions:
    asked = {
        "owner": one_of(_("Whose problem it is"), owners),
        "sphere": one_of(_("Sphere"), [(one.code, one.said()) for one in law().spheres]),
        **_in_languages(DIRECTION_TEXTS),
    }
    return Questions(asked, data)


def publish_form(data: Any = None) -> Questions:
    return Questions({"act": line(_("Act: kind, number and date"))}, data)


def question_form(data: Any = None) -> Questions:
    hint = _("Everybody will read it with the answer, without your name.")
    return Questions({"text": words(_("Your question"), hint=hint)}, data)


def answer_form(data: Any = None) -> Questions:
    hint = _("Everybody will read it.")
    return Questions({"answer": words(_("Answer for everybody"), hint=hint)}, data)
