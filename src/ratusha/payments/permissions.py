"""Who may order that money is given back: an official of the body that was paid, never the payer."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User, declare_permission
from ratusha.kernel.errors import NotPermitted
from ratusha.parties.public import parties_of

from .models import Charge, Refund

REFUND = declare_permission("payments.refund", gettext_lazy("Order that money is given back"))


def may_refund(user: User, charge: Charge, on: date) -> bool:
    own = parties_of(user.party_id, on) if user.party_id else []
    return user.may(REFUND, charge.body_id, on=on) and charge.payer_id not in own


def may_approve(user: User, refund: Refund, on: date) -> bool:
    """Four eyes are two persons."""
    return refund.ordered_by_id != user.pk and may_refund(user, refund.charge, on)


def require(*, allowed: bool) -> None:
    if not allowed:
        raise NotPermitted("payments.not_yours", _("You may not do this with this payment."))
