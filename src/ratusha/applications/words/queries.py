"""For which grounds a body may have words of its own, and which it has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from operator import attrgetter
from uuid import UUID

from ratusha.applications.models import OwnWords
from ratusha.applications.rules import KIND
from ratusha.cases.public import Case
from ratusha.procedures.public import Ground, general_grounds, in_force


def grounds_at(body_id: UUID, on: date) -> dict[str, Ground]:
    """By code: those of the law on procedures, and of the procedures under which this body has had applications."""
    codes = Case.objects.filter(body_id=body_id, kind=KIND).values_list("subject_code").distinct()
    promises = [one.promise for one in in_force(on).filter(procedure_id__in=codes)]
    own: Iterable[Ground] = chain.from_iterable((*p.refuse, *p.refuse_to_accept) for p in promises)
    return {ground.code: ground for ground in (*own, *general_grounds())}


@dataclass(frozen=True)
class Series:
    """The words for one ground: what holds today, what is planned, and everything that was written, newest first."""

    now: OwnWords | None
    planned: list[OwnWords]
    versions: list[OwnWords]

    @property
    def last(self) -> OwnWords:
        return self.versions[0]


def series_of(body_id: UUID, on: date) -> list[Series]:
    """Every series of the body that is not retired, by ground."""
    rows = OwnWords.objects.of_body(body_id)
    held = {one.series: one for one in rows.in_force(on)}
    found = []
    for key, group in groupby(rows.order_by("series", "-id"), key=attrgetter("series")):
        versions = list(group)
        if not versions[0].retired:
            planned = [one for one in reversed(versions) if one.since > on]
            found.append(Series(held.get(key), planned, versions))
    return sorted(found, key=lambda one: (one.last.ground_code, one.last.series))
