"""Reading editions of assignments for pages and for whoever takes them along. Nothing is written."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ratusha.issues.law import law
from ratusha.issues.models import EVERY_DUTY, Assignment, AssignmentEdition, Executor
from ratusha.kernel.texts import Said, in_language
from ratusha.territory.public import find_unit

from .picture import Picture, drawn

Stage = AssignmentEdition.Stage


def published() -> QuerySet[AssignmentEdition]:
    return AssignmentEdition.objects.filter(stage=Stage.PUBLISHED).select_related("border")


def in_force(on: date) -> QuerySet[AssignmentEdition]:
    return published().filter(days__contains=on)


def last_day(edition: AssignmentEdition) -> date | None:
    """None: no end is known."""
    ends = edition.days and edition.days.upper
    return ends - timedelta(days=1) if ends else None


def duty_said(duty: str) -> str:
    if duty == EVERY_DUTY:
        return _("Every kind of issue")
    groups = {one.code: one for one in law().groups}
    return groups[duty].said() if duty in groups else law().category(duty).said()


def territory_said(unit_code: str, language: str) -> Said:
    unit = find_unit(unit_code)
    return in_language(unit.name if unit else {"": unit_code}, language)


@dataclass(frozen=True)
class Share:
    """What one organisation has in an edition."""

    number: int
    executor: Executor
    names: list[str]
    square_metres: float
    share: float


@dataclass(frozen=True)
class Shown:
    edition: AssignmentEdition
    shares: list[Share]
    picture: Picture
    overlaps: list[dict[str, Any]]


def shown(edition: AssignmentEdition) -> Shown:
    """The largest organisation has number 1, on the picture as in the table."""
    assignments = list(edition.assignments.select_related("executor").order_by("pk"))
    together: dict[Executor, list[Assignment]] = {}
    for one in assignments:
        together.setdefault(one.executor, []).append(one)
    sizes = {key: sum(one.square_metres for one in parts) for key, parts in together.items()}
    ranked = sorted(together, key=lambda executor: (-sizes[executor], executor.code))
    numbers = {executor.pk: number for number, executor in enumerate(ranked, start=1)}
    shares = [
        Share(
            numbers[executor.pk],
            executor,
            [one.name for one in together[executor] if one.name],
            sizes[executor],
            sizes[executor] / edition.border.square_metres,
        )
        for executor in ranked
    ]
    known = {str(one.pk): str(one.executor) for one in assignments}
    overlaps = [
        {**one, "one": known.get(one["one"], "?"), "other": known.get(one["other"], "?")}
        for one in edition.findings.get("overlaps", [])
    ]
    picture = drawn(
        edition.border.outline,
        [(numbers[one.executor_id], one.outline) for one in assignments],
        edition.findings,
    )
    return Shown(edition, shares, picture, overlaps)


def as_geojson(edition: AssignmentEdition) -> dict[str, Any]:
    """The same form in which an edition comes in, with its act and its days."""
    return {
        "type": "FeatureCollection",
        "act": edition.act,
        "act_on": edition.act_on.isoformat(),
        "duty": edition.duty,
        "since": edition.days.lower.isoformat(),
        "before": edition.days.upper.isoformat() if edition.days.upper else None,
        "sample": edition.sample,
        "features": [
            {
                "type": "Feature",
                "id": str(one.pk),
                "properties": {"organisation": one.executor.code, "name": one.name},
                "geometry": {"type": "MultiPolygon", "coordinates": one.outline},
            }
            for one in edition.assignments.select_related("executor").order_by("pk")
        ],
    }


def lapsing(edition: AssignmentEdition) -> list[Executor]:
    """Organisations that end their work while the edition lasts: from then nobody answers there."""
    ends = Q(executor__until__isnull=False)
    if edition.days and edition.days.upper:
        ends &= Q(executor__until__lt=edition.days.upper)
    keys = edition.assignments.filter(ends).values("executor")
    return list(Executor.objects.filter(pk__in=keys))
