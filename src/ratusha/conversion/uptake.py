"""How many take the new way after it was switched on: applications online, of all that were lodged since."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q
from django.utils import timezone

from ratusha.cases.public import Case

from .models import Card
from .rules import FEWEST
from .volume import APPLICATION

ONLINE = "portal"


@dataclass(frozen=True)
class Uptake:
    since: date
    online: int
    lodged: int

    @property
    def share(self) -> float | None:
        return self.online / self.lodged if self.lodged >= FEWEST else None


def uptake(procedure: str, on: date) -> Uptake | None:
    """Since the newest way was switched on; None where none was."""
    switched = Card.objects.filter(procedure=procedure, switched_on_at__date__lte=on)
    at = switched.aggregate(at=Max("switched_on_at"))["at"]
    if at is None:
        return None
    since = timezone.localdate(at)
    lodged = Case.objects.filter(
        kind=APPLICATION, subject_code=procedure, lodged_on__gte=since, lodged_on__lte=on
    )
    found = lodged.aggregate(online=Count("pk", filter=Q(channel=ONLINE)), lodged=Count("pk"))
    return Uptake(since, found["online"], found["lodged"])
