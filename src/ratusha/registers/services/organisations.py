"""The register of organisations and the trade register."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish
from ratusha.kernel.texts import Text
from ratusha.parties.public import Organisation, Status
from ratusha.registers.events import OrganisationEntered
from ratusha.registers.models import RegisteredOrganisation, TradeObject
from ratusha.registers.rules import State
from ratusha.territory.public import Address


@transaction.atomic
def enter_organisation(
    organisation_id: UUID,
    *,
    registered_on: date,
    authority: Text,
    activity_code: str,
    activity: Text,
    by: UUID | None,
    now: datetime,
) -> RegisteredOrganisation:
    entry = RegisteredOrganisation.objects.create(
        organisation_id=organisation_id,
        state=State.ACTIVE,
        registered_on=registered_on,
        authority=authority,
        activity_code=activity_code,
        activity=activity,
    )
    record("organisation.enter", "organisation", str(organisation_id), by=by)
    publish(OrganisationEntered(organisation_id=organisation_id, at=now))
    return entry


@transaction.atomic
def enter_trade_object(
    organisation_id: UUID,
    *,
    name: str,
    kind: str,
    address: Address,
    area: Decimal | None,
    since: date,
    basis: str,
    by: UUID | None,
) -> TradeObject:
    """Only an organisation in work trades. The number comes from the register."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation_id)
    if organisation.status != Status.ACTIVE:
        message = _("The organisation is not active: it cannot open a trade object.")
        raise RuleBroken("trade.organisation_not_active", message)
    entry = TradeObject.objects.create(
        number=_next_number(since),
        organisation=organisation,
        name=name,
        kind=kind,
        address=address.to_dict(),
        area=area,
        since=since,
        basis=basis,
    )
    record("trade_object.enter", "trade_object", entry.number, by=by)
    return entry


def _next_number(since: date) -> str:
    """A sequence of the database: two entries at once get two numbers, and counting rows is never needed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('registers_tradeobject_numbers')")
        return f"{since:%y}-{cursor.fetchone()[0]:06}"


@transaction.atomic
def close_trade_object(number: str, *, until: date, by: UUID | None) -> None:
    entry = TradeObject.objects.select_for_update().get(number=number)
    if until < entry.since:
        raise RuleBroken("trade.closes_before_opening", _("It cannot close before it opened."))
    entry.until = until
    entry.save(update_fields=["until"])
    record("trade_object.close", "trade_object", number, by=by)
