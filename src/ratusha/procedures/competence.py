"""Which body is responsible for a procedure at an address."""

from datetime import date

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.parties.public import Organisation, body_serving
from ratusha.territory.public import Address

from .models import Edition


def responsible_body(edition: Edition, *, address: Address | None, on: date) -> Organisation:
    """The nearest body of the kind that the definition names; for a fixed one the address does not matter.

    RuleBroken says what is missing: the address, or a body that serves it.
    """
    rule = edition.promise.body
    if rule is None:
        message = _("It is not known here which body is responsible for this procedure.")
        raise RuleBroken("procedures.body_not_known", message)
    if rule.by == "fixed":
        bodies = Organisation.objects.bodies(rule.kind).existing(on).order_by("code")
        body = (bodies.filter(code=rule.named) if rule.named else bodies).first()
    elif address is None or not address.code:
        message = _(
            "The register holds no address of yours, so we cannot tell which body is responsible."
        )
        raise RuleBroken("procedures.address_not_known", message)
    else:
        body = body_serving(rule.kind, address.code, on)
    if body is None:
        message = _("No body is listed that serves this address.")
        raise RuleBroken("procedures.no_body_serves", message)
    return body
