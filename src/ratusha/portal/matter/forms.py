"""A number, perhaps a code; a reason."""

from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui


class NumberForm(ui.Form):
    number = ui.TextField(label=_("Number"), max_length=64)
    code = ui.TextField(
        label=_("Code"), max_length=64, required=False,
        help_text=_("Only if you reported an issue without signing in."),
    )  # fmt: skip


class TieForm(ui.Form):
    matter = ui.TextField(label=_("My other number on the same matter"), max_length=64)
    code = ui.TextField(
        label=_("Code"), max_length=64, required=False,
        help_text=_("Only if you reported an issue without signing in."),
    )  # fmt: skip


class TieAtDeskForm(ui.Form):
    number = ui.TextField(label=_("Number of the other case"), max_length=64)
    reason = ui.LongTextField(label=_("Why it is the same matter"), max_length=500)


class UntieForm(ui.Form):
    reason = ui.LongTextField(label=_("Why it is another matter"), max_length=500)
