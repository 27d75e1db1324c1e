"""Finding charges for other modules, without writing anything."""

from collections.abc import Collection
from decimal import Decimal

from django.db.models import DecimalField, Sum
from django.db.models.functions import Coalesce

from .models import Charge, Refund
from .rules import is_settled


def unsettled(references: Collection[str]) -> set[str]:
    """Those with money that is still asked, came too much, or is ordered to go back and has not gone."""
    zero = Decimal(0)
    held = Coalesce(Sum("entries__amount"), zero, output_field=DecimalField())
    charges = Charge.objects.filter(reference__in=references).annotate(held=held)
    sums = charges.values_list("reference", "status", "amount", "held")
    found = {reference for reference, *sum_ in sums if not is_settled(*sum_)}
    ordered = Refund.objects.filter(charge__reference__in=references, paid_at=None)
    return found | set(ordered.values_list("charge__reference", flat=True))
