"""Which body carries a procedure out, by the rule of its edition and an address."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.parties.public import Organisation, body_serving
from ratusha.territory.public import Address

from .definition import Definition
from .models import Edition


def deciding_address(
    promise: Definition, answers: Mapping[str, Any], home: Address | None
) -> Address | None:
    """The address that decides about the body: of the object named in the form, else the applicant's own."""
    rule = promise.body
    if rule is None or rule.by != "object_address" or not rule.field:
        return home
    plain = answers.get(rule.field)
    return Address.from_dict(plain) if plain else None


def responsible_body(edition: Edition, *, address: Address | None, on: date) -> Organisation:
    """The body of this procedure at this address, on this day. Every way not to find one is explained."""
    rule = edition.promise.body
    if rule is None:
        message = _("It is not known here yet which body carries out this procedure.")
        raise RuleBroken("procedures.body_not_known", message)
    if rule.by == "fixed":
        found = Organisation.objects.bodies(rule.kind).existing(on).order_by("code").first()
    elif address is None:
        message = _("Tell the address first: it decides which body is responsible.")
        raise RuleBroken("procedures.address_missing", message, field=rule.field)
    else:
        found = body_serving(rule.kind, address.code, on)
    if found is None:
        raise RuleBroken(
            "procedures.no_body", _("No body carries out this procedure at this address.")
        )
    return found
