"""A number that has served is erased at once, unless its case is held: then the night erases it after the hold."""

from collections.abc import Collection
from uuid import UUID

from ratusha.issues.holds import held_cases
from ratusha.issues.models import Telephone


def forget_numbers(reporters: Collection[UUID]) -> None:
    """Called within the act by which they have served."""
    served = Telephone.objects.filter(reporter__in=reporters)
    served.exclude(reporter__issue__in=held_cases()).delete()
