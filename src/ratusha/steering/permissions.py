"""Who keeps questions of the kind "what if"; to ask them is open to everybody."""

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import declare_permission

SCENARIOS = declare_permission(
    "steering.scenarios", _("Keep what-if scenarios of indices and compare them")
)
