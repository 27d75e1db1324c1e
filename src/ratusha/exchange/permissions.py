"""Who may answer: an official with this permission, for the body that was asked."""

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import declare_permission

ANSWER = declare_permission("exchange.answer", _("Answer requests of other bodies"))
