from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import declare_permission

COMPILE = declare_permission(
    "law.compile", _("Compile rows of the law, check them and mend their definitions")
)
PUBLISH = declare_permission(
    "law.publish", _("Put a definition into force that somebody else has reviewed")
)
