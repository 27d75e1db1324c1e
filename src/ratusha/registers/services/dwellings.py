"""The address register: dwellings and who owns them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict
from ratusha.registers import rules
from ratusha.registers.models import Dwelling, DwellingShare
from ratusha.territory.public import Address

Share = tuple[UUID, int, int]  # owner, numerator, denominator


@transaction.atomic
def enter_dwelling(
    address: Address,
    *,
    kind: str,
    rooms: int,
    total_area: Decimal,
    living_area: Decimal,
    by: UUID | None,
) -> Dwelling:
    if Dwelling.objects.filter(spellings__overlap=address.spellings).exists():
        raise Conflict("dwelling.known", _("This address is in the register already."))
    dwelling = Dwelling.objects.create(
        code=address.code,
        address=address.to_dict(),
        key=address.key,
        spellings=address.spellings,
        kind=kind,
        rooms=rooms,
        total_area=total_area,
        living_area=living_area,
    )
    record("dwelling.enter", "dwelling", str(dwelling.pk), by=by)
    return dwelling


@transaction.atomic
def record_owners(
    dwelling_id: UUID, shares: Sequence[Share], *, since: date, basis: str, by: UUID | None
) -> None:
    """All owners at once: what was before ends, and the new shares make one whole."""
    Dwelling.objects.select_for_update().get(pk=dwelling_id)
    rules.require_whole((n, d) for _owner, n, d in shares)
    DwellingShare.objects.filter(dwelling_id=dwelling_id, until=None).update(until=since)
    DwellingShare.objects.bulk_create(
        DwellingShare(
            dwelling_id=dwelling_id,
            owner_id=owner,
            numerator=n,
            denominator=d,
            since=since,
            basis=basis,
        )
        for owner, n, d in shares
    )
    record("dwelling.record_owners", "dwelling", str(dwelling_id), by=by, owners=len(shares))
