"""What is asked before each step of the dispatcher, the organisation, and those who reported."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ratusha.issues.models import Executor, Issue
from ratusha.issues.rules import LONGEST_WORDS
from ratusha.ui import forms as ui

from .report import PICTURES


def _words(label: Any, hint: Any = "") -> ui.LongTextField:
    return ui.LongTextField(label=label, help_text=hint, max_length=LONGEST_WORDS)


class AssignForm(ui.Form):
    """The likely ones first, then all that work."""

    def __init__(self, data: Any = None, *, issue: Issue, **options: Any) -> None:
        likely = [key for key, _share in issue.routing.get("likely", [])]
        working = {str(one.pk): str(one) for one in Executor.objects.filter(until=None)}
        first = [key for key in likely if key in working]
        rest = sorted((key for key in working if key not in first), key=lambda key: working[key])
        choices = [(key, working[key]) for key in (*first, *rest)]
        self.base_fields = {"executor": ui.ChoiceField(label=_("Organisation"), choices=choices)}  # type: ignore[misc]  # Django reads it here, on the instance
        super().__init__(data, **options)


class ReasonsForm(ui.Form):
    reasons = _words(_("Why, in a few words"), _("People will read this."))


class PlanForm(ui.Form):
    on = ui.DayField(label=_("Day of the work"))


class FinishForm(ui.Form):
    text = _words(_("What was done"), _("People will read this."))
    photo = ui.FileField(label=_("Photo of the work"), required=False, kinds=PICTURES)


class MergeForm(ui.Form):
    into = ui.TextField(label=_("Number of the earlier report"), max_length=64)


class PublishForm(ui.Form):
    text = ui.LongTextField(
        label=_("Words that everybody may read"), required=False, max_length=LONGEST_WORDS,
        help_text=_("Take out names, telephone numbers and anything about health."),
    )  # fmt: skip


PUBLISH_LABEL = _("Decide what everybody may read")


class NothingForm(ui.Form):
    pass


class CodeForm(ui.Form):
    code = ui.TextField(label=_("Your code"), max_length=64)
