"""The report: where, what, a picture. Everything but the place may be left out."""

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import matter_field
from ratusha.issues.places import towns_named
from ratusha.issues.rules import LONGEST_WORDS
from ratusha.ui import forms as ui

SALT = "issues.photo"
PICTURES = "image/jpeg,image/png"


class PlaceForm(ui.Form):
    """Where it is and what is wrong: what everybody is asked who reports, at whatever desk."""

    town = ui.TextField(
        label=_("Town or village"), required=False, max_length=100,
        help_text=_("Not needed when the point is known."),
    )  # fmt: skip
    address = ui.TextField(
        label=_("Street and house, or how to find the place"), required=False, max_length=300
    )
    lat = ui.NumberField(label=_("Latitude"), required=False, places=8, smallest=-90, greatest=90)
    lon = ui.NumberField(
        label=_("Longitude"), required=False, places=8, smallest=-180, greatest=180
    )
    words = ui.LongTextField(
        label=_("What is wrong"), required=False, max_length=LONGEST_WORDS,
        help_text=_("Please write no names and no telephone numbers."),
    )  # fmt: skip
    town_code = forms.CharField(required=False, widget=forms.HiddenInput, max_length=10)
    another = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("town"):
            given["town_code"] = self._code(given["town"], given.get("town_code", ""))
        elif given.get("lat") is None and "lat" not in self.errors:
            message = _("Write the town or village, or choose a point.")
            self.add_error("town", ValidationError(message, code="required"))
        return given

    def _code(self, name: str, chosen: str) -> str:
        places = towns_named(name)
        codes = [code for code, _label in places]
        if chosen in codes:
            return chosen
        if not codes:
            message = _(
                "We do not know the place “%(place)s”. Write its name without abbreviations."
            )
            self.add_error("town", ValidationError(message, "unknown", {"place": name}))
            return ""
        if len(codes) > 1:
            self.fields["town_code"] = ui.ChoiceField(
                label=_("Which of them?"), choices=places[:20], required=False
            )
            message = _("There are several places with this name. Choose yours.")
            self.add_error("town_code", ValidationError(message, "several"))
            return ""
        return codes[0]


class ReportForm(PlaceForm):
    photo = ui.FileField(
        label=_("Photo"), required=False, kinds=PICTURES,
        help_text=_("We read the place from it and then remove it from the picture."),
    )  # fmt: skip
    matter = matter_field()
    kept_photo = forms.CharField(required=False, widget=forms.HiddenInput, max_length=200)


def sign_photo(file_id: str) -> str:
    """A file that is kept already travels with the form: signed, so that nobody names a file of another."""
    return signing.dumps(file_id, salt=SALT)


def signed_photo(text: str) -> str:
    try:
        return str(signing.loads(text, salt=SALT, max_age=3600)) if text else ""
    except signing.BadSignature:
        return ""
