"""Territories with the organisation that answers there, by duty and act: in force today, or at the moment asked for."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

import shapely
from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.issues.assignment.geojson import shape_of
from ratusha.issues.assignment.reading import duty_said, last_day, territory_said
from ratusha.issues.geometry import Box
from ratusha.issues.models import Assignment, AssignmentEdition

from .asked import Asked
from .layers import DAY, TEXT, TRUTH, Feature, Layer, Page
from .wire import Refusal

READ_AT_ONCE = 50  # outlines may be long


class Territories(Layer):
    code = "territories"
    geometry = "MultiPolygon"
    properties = {
        "organisation": TEXT, "organisation_name": TEXT, "name": TEXT, "duty": TEXT, "duty_name": TEXT,
        "territory": TEXT, "territory_name": TEXT, "act": TEXT, "act_on": DAY, "since": DAY, "until": DAY,
        "sample": TRUTH, "page": TEXT,
    }  # fmt: skip
    columns = ("organisation_name", "duty_name", "territory_name", "act", "since", "until")
    wanted = ("organisation", "duty", "territory")

    @property
    def title(self) -> str:
        return _("Whose territory it is")

    @property
    def description(self) -> str:
        return _(
            "Territories given to organisations, by duty and act: those in force today, or at the time asked for."
        )

    def page(self, asked: Asked) -> Page:
        """`matched` is told where the whole answer is on the page; else counting would mean to read every outline."""
        found = self._found(asked)
        if asked.after:
            found = found.filter(pk__gt=_key(asked.after))
        rows = found.order_by("pk").iterator(chunk_size=READ_AT_ONCE)
        here = list(islice(_inside(rows, asked.boxes), asked.limit + 1))
        more = str(here[asked.limit - 1].pk) if len(here) > asked.limit else ""
        here = here[: asked.limit]
        matched = None if more or asked.after else len(here)
        return Page([self._feature(one) for one in here], more, matched)

    def one(self, key: str) -> Feature | None:
        try:
            found = _published().filter(pk=UUID(key)).first()
        except ValueError:
            return None
        return self._feature(found) if found else None

    def begins(self) -> datetime | None:
        first = (
            _published().order_by("edition__days").values_list("edition__days", flat=True).first()
        )
        return (
            timezone.make_aware(datetime.combine(first.lower, datetime.min.time()))
            if first
            else None
        )

    @staticmethod
    def _found(asked: Asked) -> QuerySet[Assignment]:
        found = _published()
        if asked.span is None:
            found = found.filter(edition__days__contains=timezone.localdate())
        else:
            since, before = asked.span.since, asked.span.before
            days = DateRange(
                timezone.localdate(since) if since else None,
                timezone.localdate(before - timedelta(microseconds=1)) if before else None,
                "[]",
            )
            found = found.filter(edition__days__overlap=days)
        names = {
            "organisation": "executor__code",
            "duty": "edition__duty",
            "territory": "edition__border__unit_code",
        }
        return found.filter(**{names[name]: said for name, said in asked.wanted.items()})

    @staticmethod
    def _feature(one: Assignment) -> Feature:
        edition: AssignmentEdition = one.edition
        until = last_day(edition)
        language = translation.get_language() or ""
        return {
            "type": "Feature",
            "id": str(one.pk),
            "geometry": {"type": "MultiPolygon", "coordinates": one.outline},
            "properties": {
                "organisation": one.executor.code,
                "organisation_name": str(one.executor),
                "name": one.name or None,
                "duty": edition.duty,
                "duty_name": duty_said(edition.duty),
                "territory": edition.border.unit_code,
                "territory_name": territory_said(edition.border.unit_code, language).text,
                "act": edition.act,
                "act_on": edition.act_on.isoformat(),
                "since": edition.days.lower.isoformat() if edition.days else None,
                "until": until.isoformat() if until else None,
                "sample": edition.sample,
                "page": settings.SITE_ADDRESS.rstrip("/")
                + reverse("issues:territory", args=[edition.pk]),
            },
        }


def _published() -> QuerySet[Assignment]:
    """Drafts bind nobody, and nobody outside sees them."""
    there = Assignment.objects.filter(edition__stage=AssignmentEdition.Stage.PUBLISHED)
    return there.select_related("edition__border", "executor")


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        message = _("Take the address of the next page as it was given.")
        raise Refusal("after", message) from error


def _inside(rows: Iterator[Assignment], boxes: tuple[Box, ...]) -> Iterator[Assignment]:
    wanted = [shapely.box(*box) for box in boxes]
    for one in rows:
        if not wanted or shapely.intersects(shape_of(one.outline), wanted).any():
            yield one
