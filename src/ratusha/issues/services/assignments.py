"""Assigning territories: the border, a draft from a file, publishing it from a day, ending it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.types.multirange import Int8Multirange
from psycopg.types.range import Range

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.issues.assignment.cells import Cells, Runs, cells_of, square_metres
from ratusha.issues.assignment.check import Findings, check, within
from ratusha.issues.assignment.geojson import Feature, Outline, read, refused, rings_of
from ratusha.issues.assignment.rules import (
    require_act,
    require_begins,
    require_ends,
    require_whole,
)
from ratusha.issues.law import law
from ratusha.issues.models import (
    EVERY_DUTY,
    AssignedTile,
    Assignment,
    AssignmentEdition,
    Border,
    BorderTile,
    Executor,
)
from ratusha.issues.permissions import ASSIGN_TERRITORIES
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.rows import copy_in

Stage = AssignmentEdition.Stage


def require_may(by: User | None, body_id: UUID, *, today: date) -> None:
    """`None` is the operator of the state, or its demonstration."""
    if by is not None and not by.may(ASSIGN_TERRITORIES, body_id, on=today):
        message = _("Territories are assigned by officials who were given this task.")
        raise NotPermitted("assignment.not_permitted", message)


def _cells(outline: Outline) -> Cells:
    return cells_of(rings_of(outline))


def _multirange(runs: Runs) -> Int8Multirange:
    return Int8Multirange([Range(first, behind) for first, behind in runs.tolist()])


@transaction.atomic
def bring_border(
    content: bytes, *, unit_code: str, source: str, body_id: UUID, by: User | None, now: datetime
) -> Border:
    """What has to be covered. Editions that were made for an earlier border keep that one."""
    require_may(by, body_id, today=timezone.localdate(now))
    features = read(content, law().bounds)
    outline = [polygon for one in features for polygon in one.outline]
    cells = _cells(outline)
    if not cells:
        raise refused(_("The outline is smaller than one cell of the map."))
    border = Border.objects.create(
        unit_code=unit_code,
        body_id=body_id,
        outline=outline,
        source=source.strip(),
        square_metres=square_metres(cells),
        at=now,
    )
    copy_in([
        BorderTile(border=border, tile=tile, cells=_multirange(runs))
        for tile, runs in cells.items()
    ])  # fmt: skip
    record("issues.bring_border", "border", str(border.pk), by=by.pk if by else None, body=body_id)
    return border


def _executors(features: Iterable[Feature]) -> dict[str, Executor]:
    codes = {one.organisation for one in features}
    if "" in codes:
        raise refused(_("Every outline names its organisation: the property “organisation”."))
    found = {one.code: one for one in Executor.objects.filter(code__in=codes)}
    unknown = sorted(codes - found.keys())
    if unknown:
        message = _("No organisation has the code: %(codes)s.")
        raise refused(message % {"codes": ", ".join(unknown[:5])})
    return found


@transaction.atomic
def draft(
    content: bytes,
    *,
    border: Border,
    duty: str,
    act: str,
    act_on: date,
    by: User | None,
    now: datetime,
    sample: bool = False,
) -> AssignmentEdition:
    """A file becomes a draft with its findings; it binds nobody, and may be thrown away."""
    today = timezone.localdate(now)
    require_may(by, border.body_id, today=today)
    require_act(act, act_on, today=today)
    known = {EVERY_DUTY, *(one.code for one in law().groups)}
    known |= {one.code for group in law().groups for one in group.categories}
    if duty not in known:
        message = _("Choose the duty from the list.")
        raise RuleBroken("assignment.duty_unknown", message, field="duty")
    features = read(content, law().bounds)
    executors = _executors(features)
    edition = AssignmentEdition(
        border=border, body_id=border.body_id, duty=duty, act=act.strip(), act_on=act_on,
        sample=sample, made_at=now,
    )  # fmt: skip
    border_cells = _cells(border.outline)
    parts, made = {}, []
    for number, one in enumerate(features, start=1):
        cells = _cells(one.outline)
        inside = within(cells, border_cells)
        if not inside:
            message = _("Outline %(number)s lies outside the border of the territory.")
            raise refused(message % {"number": number})
        assignment = Assignment(
            edition=edition,
            executor=executors[one.organisation],
            name=one.name,
            outline=one.outline,
            square_metres=square_metres(inside),
        )
        parts[str(assignment.pk)] = cells
        made.append(assignment)
    edition.findings = check(border_cells, parts).told()
    edition.save()
    Assignment.objects.bulk_create(made)
    _record("draft_assignment", edition, by)
    return edition


def _record(what: str, edition: AssignmentEdition, by: User | None) -> None:
    record(
        f"issues.{what}", "assignment_edition", str(edition.pk),
        by=by.pk if by else None, body=edition.body_id,
    )  # fmt: skip


def _locked(edition_id: UUID, stage: str, by: User | None, today: date) -> AssignmentEdition:
    edition = AssignmentEdition.objects.select_for_update().get(pk=edition_id)
    require_may(by, edition.body_id, today=today)
    if edition.stage != stage:
        message = _("This edition has moved on: look at its page again.")
        raise Conflict("assignment.moved_on", message)
    return edition


@transaction.atomic
def publish(edition_id: UUID, *, since: date, by: User | None, now: datetime) -> AssignmentEdition:
    """In force from a day; the edition before it ends on the day before. With a gap or an overlap it is refused."""
    today = timezone.localdate(now)
    edition = _locked(edition_id, Stage.DRAFT, by, today)
    require_begins(since, edition.act_on, today=today)
    border = Border.objects.get(pk=edition.border_id)
    border_cells = _cells(border.outline)
    assignments = list(edition.assignments.select_related("executor"))
    parts = {str(one.pk): within(_cells(one.outline), border_cells) for one in assignments}
    found: Findings = check(border_cells, parts)
    ended = sum(bool(one.executor.until) for one in assignments)
    require_whole(gaps=len(found.gaps), overlaps=len(found.overlaps), ended=ended)
    _end_before(edition, border.unit_code, since)
    edition.stage, edition.published_at = Stage.PUBLISHED, now
    edition.days = DateRange(since, None)
    edition.save(update_fields=["stage", "published_at", "days"])
    try:
        with transaction.atomic():
            copy_in([
                AssignedTile(
                    assignment=one, edition=edition, duty=edition.duty, days=edition.days,
                    tile=tile, cells=_multirange(runs),
                )
                for one in assignments
                for tile, runs in parts[str(one.pk)].items()
            ])  # fmt: skip
            _hold_now()
    except IntegrityError as error:
        message = _("A part of this territory is assigned by another edition for the same duty.")
        raise Conflict("assignment.taken", message) from error
    _record("publish_assignment", edition, by)
    return edition


def _hold_now() -> None:
    """The database looks for gaps now, not at the end of the transaction: so that the refusal is told."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS assignment_edition_leaves_no_gap IMMEDIATE")
        cursor.execute("SET CONSTRAINTS assignment_edition_leaves_no_gap DEFERRED")


def _end_before(edition: AssignmentEdition, unit_code: str, since: date) -> None:
    earlier = AssignmentEdition.objects.select_for_update(of=("self",)).filter(
        stage=Stage.PUBLISHED, duty=edition.duty, border__unit_code=unit_code, days__endswith=None
    )
    for one in earlier:
        if one.days.lower >= since:
            message = _("An edition from %(day)s is published already: this one must begin later.")
            raise RuleBroken(
                "assignment.not_the_latest", message % {"day": one.days.lower}, field="since"
            )
        one.days = DateRange(one.days.lower, since)
        one.save(update_fields=["days"])


@transaction.atomic
def end(edition_id: UUID, *, until: date, by: User | None, now: datetime) -> AssignmentEdition:
    """After its last day nobody is assigned: what was learned decides, or the dispatcher."""
    today = timezone.localdate(now)
    edition = _locked(edition_id, Stage.PUBLISHED, by, today)
    require_ends(until, edition.days.lower, today=today)
    behind = until + timedelta(days=1)
    if edition.days.upper is not None and edition.days.upper < behind:
        message = _("It ends earlier already.")
        raise RuleBroken("assignment.ends_earlier", message, field="until")
    edition.days = DateRange(edition.days.lower, behind)
    edition.save(update_fields=["days"])
    _record("end_assignment", edition, by)
    return edition


@transaction.atomic
def discard(edition_id: UUID, *, by: User | None, now: datetime) -> dict[str, Any]:
    """A draft that binds nobody is thrown away; the journal keeps that it was there."""
    edition = _locked(edition_id, Stage.DRAFT, by, timezone.localdate(now))
    _record("discard_assignment", edition, by)
    edition.assignments.all().delete()
    edition.delete()
    return {"discarded": str(edition_id)}
