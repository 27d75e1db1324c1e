"""Beginning a card, an approver's answer, what the registrar returns."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ratusha.systems import presentation
from ratusha.systems.fields import LABELS
from ratusha.systems.rules import Answer
from ratusha.ui import forms as ui

from .asking import Questions, line, words


def new_form(data: Any = None) -> Questions:
    names = {
        f"name_{code}": line(
            f"{LABELS['name']} {LABELS[code]}", required=code == settings.LANGUAGES[0][0]
        )
        for code, _language in settings.LANGUAGES
    }
    kind = ui.ChoiceField(label=_("What is it?"), choices=list(presentation.KINDS.items()))
    return Questions({**names, "kind": kind}, data)


def answer_form(data: Any = None) -> Questions:
    asked = {
        "answer": ui.ChoiceField(label=_("What does your body say?"), choices=Answer.choices),
        "reasons": words(
            _("Reasons"),
            hint=_("Needed unless you agree; the owner and the registrar read them."),
            required=False,
        ),
    }
    return Questions(asked, data)


def return_form(data: Any = None) -> Questions:
    return Questions({"reasons": words(_("What must be completed"))}, data)


def nothing_form(data: Any = None) -> Questions:
    return Questions({}, data)
