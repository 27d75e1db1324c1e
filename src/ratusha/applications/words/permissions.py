"""Who writes the body's own words."""

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import declare_permission

WORDS = declare_permission(
    "desk.words", _("Write the body’s own words for explanations of refusals")
)
