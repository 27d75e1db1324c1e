"""Who replies for an organisation, and who looks after all ratings."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User, declare_permission
from ratusha.kernel.errors import NotPermitted
from ratusha.parties.public import find_body

from .law import law

REPLY = declare_permission("ratings.reply", gettext_lazy("Reply to ratings of the organisation"))
OVERSEE = declare_permission(
    "ratings.oversee", gettext_lazy("Release words of ratings and decide about what is strange")
)


def may_reply(user: User, body_id: UUID | None, on: date) -> bool:
    return body_id is not None and user.may(REPLY, body_id, on=on)


def may_oversee(user: User, body_id: UUID | None, on: date) -> bool:
    """At the one body whose part it is."""
    overseer = find_body(law().overseer)
    return overseer is not None and overseer.pk == body_id and user.may(OVERSEE, body_id, on=on)


def oversees(user: User, on: date) -> bool:
    overseer = find_body(law().overseer)
    return overseer is not None and user.may(OVERSEE, overseer.pk, on=on)


def acts_for(user: User, party_id: UUID | None, on: date) -> bool:
    return party_id is not None and any(one.body_id == party_id for one in user.appointments_on(on))


def has_part(user: User, body_id: UUID | None, on: date) -> bool:
    return may_reply(user, body_id, on) or may_oversee(user, body_id, on)


def require(*, allowed: bool) -> None:
    if not allowed:
        raise NotPermitted("rating.not_yours", _("You may not do this with ratings."))
