"""What is asked when territories are assigned."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ratusha.issues.assignment.geojson import MOST_BYTES
from ratusha.issues.assignment.reading import duty_said, territory_said
from ratusha.issues.law import law
from ratusha.issues.models import EVERY_DUTY, Border
from ratusha.kernel.dates import day_in_words
from ratusha.ui import forms as ui

KINDS = ".geojson,.json,application/geo+json"


def _file(hint: Any) -> ui.FileField:
    return ui.FileField(
        label=_("Outlines (GeoJSON)"), help_text=hint, max_bytes=MOST_BYTES, kinds=KINDS
    )


class BorderForm(ui.Form):
    """`units`: the territories that the body serves, by code."""

    source = ui.TextField(label=_("Where the border is taken from"), max_length=300)
    file = _file(_("One outline or several: together they are the territory."))

    def __init__(
        self, data: Any = None, files: Any = None, *, units: list[str], language: str
    ) -> None:
        choices = [(code, territory_said(code, language).text) for code in units]
        self.base_fields = {  # type: ignore[misc]  # Django reads it here, on the instance
            "unit_code": ui.ChoiceField(label=_("Territory"), choices=choices), **self.base_fields,
        }  # fmt: skip
        super().__init__(data, files)


class DraftForm(ui.Form):
    act = ui.TextField(
        label=_("Act that assigns"),
        max_length=300,
        help_text=_("What it is called, and its number."),
    )
    act_on = ui.DayField(label=_("Day of the act"))
    file = _file(
        _(
            "Each outline has the property “organisation”: the code of the organisation that answers there."
        )
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, borders: list[Border], language: str
    ) -> None:
        told = [
            (
                str(one.pk),
                f"{territory_said(one.unit_code, language).text}, {day_in_words(one.at)}",
            )
            for one in borders
        ]
        duties = [(EVERY_DUTY, duty_said(EVERY_DUTY))]
        for group in law().groups:
            duties.append((group.code, group.said()))
            duties += [(one.code, f"{group.said()}: {one.said()}") for one in group.categories]
        self.base_fields = {  # type: ignore[misc]  # Django reads it here, on the instance
            "border": ui.ChoiceField(label=_("Territory and its border"), choices=told),
            "duty": ui.ChoiceField(
                label=_("Duty"), choices=duties,
                help_text=_("The narrower goes before the wider: one kind of issue before its whole group."),
            ),
            **self.base_fields,
        }  # fmt: skip
        super().__init__(data, files)


class PublishAssignmentForm(ui.Form):
    since = ui.DayField(
        label=_("In force from"), help_text=_("The edition before it ends on the day before.")
    )


class EndAssignmentForm(ui.Form):
    until = ui.DayField(label=_("Last day"))
