from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms


class ReadingForm(forms.Form):
    """How pages look in this browser."""

    ways = forms.ChoicesField(
        label=_("How pages look in this browser"),
        choices=[("large", _("Large text")), ("contrast", _("High contrast"))],
        required=False,
    )
