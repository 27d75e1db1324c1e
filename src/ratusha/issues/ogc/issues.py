"""The issues that everybody may see, the newest first."""

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from ratusha.issues.facts import facts_of, feature
from ratusha.issues.models import IssueQuerySet
from ratusha.issues.presentation import place_in_list, read_place
from ratusha.issues.queries import GROUPS, Filter, older_than, public_issues
from ratusha.issues.rules import Status

from .asked import Asked
from .layers import DAY, MOMENT, NUMBER, TEXT, TRUTH, Feature, Layer, Page
from .wire import Refusal

COUNTED = 10_000  # up to so many are counted to say of how many a page is a part


class Issues(Layer):
    code = "issues"
    geometry = "Point"
    properties = {
        "reference": TEXT, "category": TEXT, "category_name": TEXT, "status": TEXT, "status_name": TEXT,
        "organisation": TEXT, "organisation_name": TEXT, "territory": TEXT, "address": TEXT, "words": TEXT,
        "reports": NUMBER, "reported_at": MOMENT, "planned_on": DAY, "due_on": DAY, "closed_on": DAY,
        "from_file": TRUTH, "page": TEXT,
    }  # fmt: skip
    columns = ("category_name", "status_name", "address", "organisation_name", "reported_at")
    wanted = ("category", "status", "organisation", "q")

    @property
    def title(self) -> str:
        return _("Issues in town and village")

    @property
    def description(self) -> str:
        return _("What people have reported, who mends it and what was done.")

    def page(self, asked: Asked) -> Page:
        found = self._found(asked)
        start = read_place(asked.after)
        if asked.after and start is None:
            raise Refusal("after", _("Take the address of the next page as it was given."))
        here = list(facts_of(older_than(found, start)[: asked.limit + 1]))
        more = place_in_list(here[asked.limit - 1]) if len(here) > asked.limit else ""
        here = here[: asked.limit]
        matched = None if start else len(here) if not more else self._count(found)
        return Page([feature(one) for one in here], more, matched)

    def one(self, key: str) -> Feature | None:
        found = facts_of(public_issues().filter(case__reference=key[:64]))
        return next((feature(one) for one in found), None)

    def begins(self) -> datetime | None:
        found: datetime | None = (
            public_issues().order_by("reported_at").values_list("reported_at", flat=True).first()
        )
        return found

    @staticmethod
    def _count(found: IssueQuerySet) -> int | None:
        count = found[: COUNTED + 1].count()
        return count if count <= COUNTED else None

    @staticmethod
    def _found(asked: Asked) -> IssueQuerySet:
        wanted = _filter(asked)
        everywhere = wanted.of(public_issues())
        found = everywhere
        if asked.boxes:
            found = replace(wanted, box=asked.boxes[0]).of(public_issues())
            for box in asked.boxes[1:]:
                found |= replace(wanted, box=box).of(public_issues())
        if asked.span and asked.span.since:
            found = found.filter(reported_at__gte=asked.span.since)
        if asked.span and asked.span.before:
            found = found.filter(reported_at__lt=asked.span.before)
        return found


def _filter(asked: Asked) -> Filter:
    """The filter of the list, but here a status that it does not know is a mistake."""
    wanted = asked.wanted
    status = wanted.get("status", "")
    if status and status not in GROUPS and status not in Status.values:
        raise Refusal("status", _("This status is not known."))
    return Filter(
        status=status,
        category=wanted.get("category", ""),
        executor=wanted.get("organisation", ""),
        words=wanted.get("q", ""),
    )
