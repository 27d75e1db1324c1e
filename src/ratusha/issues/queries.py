"""Finding issues, without writing anything."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet
from django.utils import timezone

from ratusha.accounts.public import User

from .geometry import Box
from .law import law
from .models import Escalation, Issue, IssueQuerySet, Lot
from .models.issue import WORDS
from .permissions import CARRY_OUT, DISPATCH, OVERSEE, TAKE_CALLS
from .rules import OPEN, Status

ON_A_PAGE = 25
GROUPS = {
    "open": OPEN,
    "done": (Status.DONE, Status.CLOSED),
    "refused": (Status.NOT_OURS,),
}


@dataclass(frozen=True)
class Filter:
    """What a list, a map or a feed shows. Empty: everything."""

    status: str = ""  # a status, or a group of them: open, done, refused
    category: str = ""
    executor: str = ""
    words: str = ""
    box: Box | None = None
    since: date | None = None
    until: date | None = None

    @property
    def query(self) -> str:
        """For an address of a page."""
        told = {
            "status": self.status,
            "category": self.category,
            "executor": self.executor,
            "q": self.words,
            "bbox": ",".join(map(str, self.box)) if self.box else "",
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
        }
        return urlencode({name: said for name, said in told.items() if said})

    def of(self, found: IssueQuerySet) -> IssueQuerySet:
        if self.status in GROUPS:
            found = found.filter(case__status__in=GROUPS[self.status])
        elif self.status:
            found = found.filter(case__status=self.status)
        if self.category:
            known = {one.code: one for one in law().groups}
            codes = (
                [c.code for c in known[self.category].categories]
                if self.category in known
                else [self.category]
            )
            found = found.filter(category__in=codes)
        if self.executor:
            found = found.filter(executor__code=self.executor)
        if self.words:
            found = found.alias(found_in=WORDS).filter(
                found_in=SearchQuery(self.words, config="simple", search_type="websearch")
            )
        if self.box:
            found = found.within(self.box)
        if self.since:
            found = found.filter(reported_at__gte=_begin(self.since))
        if self.until:
            found = found.filter(reported_at__lt=_begin(self.until + timedelta(days=1)))
        return found


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - made aware here


def public_issues() -> IssueQuerySet:
    return Issue.objects.public().select_related("case", "executor")


def older_than(found: IssueQuerySet, place: tuple[datetime, UUID] | None) -> IssueQuerySet:
    """The next of the newest first; a place in the list is the moment and the key of the last that was seen."""
    if place is not None:
        at, key = place
        found = found.filter(Q(reported_at__lt=at) | Q(reported_at=at, pk__lt=key))
    return found.order_by("-reported_at", "-case")


def at_desk_of(user: User, body_id: UUID | None, on: date) -> IssueQuerySet:
    """What one has a part in at the body one acts for: as its dispatcher, or as who carries out."""
    if body_id is None:
        return Issue.objects.none()
    mine = Q(pk__in=[])
    if user.may(DISPATCH, body_id, on=on):
        mine |= Q(case__body_id=body_id)
    if user.may(CARRY_OUT, body_id, on=on):
        mine |= Q(executor__body_id=body_id)
    if user.may(OVERSEE, body_id, on=on):
        mine |= Q(pk__in=Escalation.objects.filter(body_id=body_id).values("issue"))
    return Issue.objects.filter(mine).select_related("case", "executor")


def calls_to_make(user: User, body_id: UUID | None, on: date) -> QuerySet[Lot]:
    """Whom the lot has chosen at this body and who may still answer, never oneself: the least tried first."""
    if body_id is None or not user.may(TAKE_CALLS, body_id, on=on):
        return Lot.objects.none()
    return (
        Lot.objects.filter(
            outcome=Lot.Outcome.WAITING,
            until__gte=on,
            issue__case__body_id=body_id,
            issue__case__status__in=GROUPS["done"],
        )
        .exclude(reporter__party_id__in=[user.party_id or user.pk, user.pk])
        .select_related("issue__case", "issue__executor")
        .order_by("tries", "until", "pk")
    )
