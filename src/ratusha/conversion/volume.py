"""By which way and from where a procedure is applied for, what people complain of, what they pay: sums of a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Sum

from ratusha.cases.public import Case
from ratusha.parties.public import Organisation
from ratusha.payments.public import CLOSED, Charge
from ratusha.territory.public import region_of

from .rules import FEWEST, folded

APPLICATION = "application"  # the kinds of case; their modules are on this floor
COMPLAINT = "complaint"
YEAR = timedelta(days=365)
WHOLE_COUNTRY = ""


@dataclass(frozen=True)
class Volume:
    """People; rows about fewer than five are put together in `rest`, and others with them where that tells."""

    all: int
    by_channel: dict[str, int]
    channels_rest: int
    by_region: dict[str, int]
    regions_rest: int

    @property
    def is_told(self) -> bool:
        return self.all >= FEWEST


def volume(procedure: str, on: date) -> Volume:
    lodged = Case.objects.filter(
        kind=APPLICATION, subject_code=procedure, lodged_on__gt=on - YEAR, lodged_on__lte=on
    )
    people = Count("applicant_id", distinct=True)
    channels = dict(lodged.order_by().values_list("channel").annotate(people))
    bodies = set(lodged.order_by().values_list("body_id", flat=True).distinct())
    regions = _regions(bodies)
    working: dict[str, list[UUID]] = {}
    for body in bodies:
        working.setdefault(regions.get(body, WHOLE_COUNTRY), []).append(body)
    counted = [
        (region, lodged.filter(body_id__in=there).aggregate(n=people)["n"])
        for region, there in working.items()
    ]
    return Volume(lodged.aggregate(n=people)["n"], *folded(channels), *folded(dict(counted)))


def _regions(bodies: set[UUID]) -> Mapping[UUID, str]:
    """Of each body the code of the region it works in; none where it works in several."""
    found = {}
    for body, serves in Organisation.objects.filter(pk__in=bodies).values_list("pk", "serves"):
        regions = {region.codes.territory for code in serves if (region := region_of(code))}
        if len(regions) == 1:
            found[body] = regions.pop()
    return found


def complained(on: date) -> dict[str, int]:
    """Complaints of the last year about decisions in applications, by procedure."""
    lodged = Case.objects.filter(
        kind=COMPLAINT, lodged_on__gt=on - YEAR, lodged_on__lte=on, links__kind=COMPLAINT,
        links__ended_at=None, links__about__kind=APPLICATION,
    )  # fmt: skip
    return dict(
        lodged.order_by()
        .values_list("links__about__subject_code")
        .annotate(Count("pk", distinct=True))
    )


@dataclass(frozen=True)
class Fees:
    """What people were asked to pay in the applications of a year; nothing is told of fewer than five people."""

    cases: int
    people: int
    sum: Decimal

    @property
    def mean(self) -> Decimal | None:
        return (self.sum / self.cases).quantize(Decimal("0.01")) if self.people >= FEWEST else None


def fees(procedure: str, on: date) -> Fees:
    lodged = Case.objects.filter(
        kind=APPLICATION, subject_code=procedure, lodged_on__gt=on - YEAR, lodged_on__lte=on
    )
    asked = Charge.objects.filter(reference__in=lodged.values("reference")).exclude(
        status__in=CLOSED
    )
    found = asked.aggregate(cases=Count("reference", distinct=True), sum=Sum("amount"))
    people = lodged.filter(reference__in=asked.values("reference")).aggregate(
        n=Count("applicant_id", distinct=True)
    )["n"]
    return Fees(found["cases"], people, found["sum"] or Decimal(0))
