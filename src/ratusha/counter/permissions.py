"""Who works at the counter."""

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import declare_permission

SERVE = declare_permission("counter.serve", _("Serve people at the counter of the body"))
