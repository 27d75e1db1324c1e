"""What one more site would cost when a pilot is scaled: the middle, and what four in five stay under. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, quantiles

ENOUGH = 5  # sites whose own spread is believed
CENT = Decimal("0.01")


@dataclass(frozen=True)
class PerSite:
    half: Decimal  # P50
    most: Decimal  # P80
    count: int
    own_spread: bool  # else P80 is P50 with what projects of an outside class became dearer by


def per_site(costs: Sequence[Decimal], *, dearer: Decimal) -> PerSite | None:
    """`dearer` is of the outside class, in per cent."""
    if not costs:
        return None
    half, own = Decimal(median(costs)), len(costs) >= ENOUGH
    tenths = quantiles(costs, n=10, method="inclusive") if own else []
    most = Decimal(tenths[7]) if own else half * (1 + dearer / 100)
    return PerSite(half.quantize(CENT), most.quantize(CENT), len(costs), own)
