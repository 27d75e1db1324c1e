"""Who disposes of the records of a body, and holds them."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User, declare_permission
from ratusha.kernel.errors import NotPermitted

DISPOSE = declare_permission(
    "records.dispose", gettext_lazy("Propose and confirm which cases are erased, and hold cases")
)


def may_dispose(user: User, body_id: UUID | None, on: date) -> bool:
    return body_id is not None and user.may(DISPOSE, body_id, on=on)


def require(user: User, body_id: UUID, on: date) -> None:
    if not may_dispose(user, body_id, on):
        raise NotPermitted("disposal.not_yours", _("You may not dispose of records of this body."))
