from django.utils.translation import gettext_lazy as _

from ratusha.ui.forms import Form, LongTextField

LONGEST = 200_000  # characters of a definition file


class EditionForm(Form):
    """A new edition as its file holds it."""

    text = LongTextField(
        label=_("The new edition"),
        help_text=_("The whole definition file, as the pack holds it."),
        max_length=LONGEST,
    )
