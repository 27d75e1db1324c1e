"""How many take the new way after it was switched on: applications online, of all that were lodged since."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q
from django.utils import timezone

from ratusha.cases.public import Case

from .models import Card
from .rules import FEWEST, is_few
from .volume import APPLICATION

ONLINE = "portal"


@dataclass(frozen=True)
class Uptake:
    since: date
    online: int
    lodged: int
    people: int
    people_online: int
    people_otherwise: int  # who has applied in both ways is in both

    @property
    def share(self) -> float | None:
        """Told only of enough people, and where neither who took the new way nor the others are a few."""
        if self.people < FEWEST or is_few(self.people_online) or is_few(self.people_otherwise):
            return None
        return self.online / self.lodged


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
    online = Q(channel=ONLINE)
    found = lodged.aggregate(
        online=Count("pk", filter=online),
        lodged=Count("pk"),
        people=Count("applicant_id", distinct=True),
        people_online=Count("applicant_id", distinct=True, filter=online),
        people_otherwise=Count("applicant_id", distinct=True, filter=~online),
    )
    return Uptake(since, **found)
