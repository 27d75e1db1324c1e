"""Who keeps the register of breaches of a body."""

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import declare_permission

BREACH = declare_permission("records.breach", _("Keep the register of breaches of personal data"))
