"""Territories assigned by an act: drafted from a file, checked, published from a day, asked by the routing."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.issues import permissions as may
from ratusha.issues.assignment.find import assigned
from ratusha.issues.models import AssignedTile, AssignmentEdition, Executor, Issue
from ratusha.issues.services import assignments as acts
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken

from .conftest import HERE, NOW, TOWN

TODAY = NOW.date()
WEST, SOUTH, MIDDLE, EAST, NORTH = 27.54, 53.89, 27.56, 27.58, 53.91


def square(west, east, south=SOUTH, north=NORTH):
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def geojson(*parts):
    features = [
        {
            "type": "Feature",
            "properties": {"organisation": code},
            "geometry": {"type": "Polygon", "coordinates": square(*box)},
        }
        for code, box in parts
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


HALVES = geojson(("1", (WEST, MIDDLE)), ("2", (MIDDLE, EAST)))


class Office:
    """Who assigns territories in the town, and what they have brought."""

    def __init__(self, town):
        self.town = town
        self.one = town.executor
        self.two = Executor.objects.create(code="2", name={"be": "ЖКГ № 2"})
        self.chief = official(may.ASSIGN_TERRITORIES, body_id=town.hall.pk)
        self.border = acts.bring_border(
            geojson(("", (WEST, EAST))), unit_code=TOWN, source="план", body_id=town.hall.pk,
            by=self.chief, now=NOW,
        )  # fmt: skip

    def draft(self, content=HALVES, duty="road", **changed):
        given = {"act": "Рашэнне № 5", "act_on": TODAY, "by": self.chief, "now": NOW, **changed}
        return acts.draft(content, border=self.border, duty=duty, **given)

    def publish(self, edition, since=TODAY, now=NOW):
        return acts.publish(edition.pk, since=since, by=self.chief, now=now)

    def published(self, content=HALVES, duty="road", since=TODAY):
        return self.publish(self.draft(content, duty), since)


@pytest.fixture
def office(town):
    return Office(town)


def test_a_point_belongs_to_the_organisation_of_its_half_from_the_day_on(office):
    office.published(since=TODAY + timedelta(days=3))
    west, east = (53.9, 27.55), (53.9, 27.57)
    on = TODAY + timedelta(days=3)
    assert assigned("road.hole", *west, on).executor == office.one.pk
    assert assigned("road.hole", *east, on).executor == office.two.pk
    assert assigned("road.hole", *west, on - timedelta(days=1)) is None
    assert assigned("yard.snow", *west, on) is None
    assert assigned("road.hole", 53.95, 27.55, on) is None


def test_the_narrower_duty_goes_before_the_wider(office):
    whole = ("2", (WEST, EAST))
    office.published(duty="*")
    office.published(geojson(whole), duty="road.hole")
    assert assigned("road.hole", 53.9, 27.55, TODAY).executor == office.two.pk
    assert assigned("road.signs", 53.9, 27.55, TODAY).executor == office.one.pk


def test_a_gap_is_told_with_its_place_and_forbids_to_publish(office):
    edition = office.draft(geojson(("1", (WEST, 27.559)), ("2", (MIDDLE, EAST))))
    (gap,) = edition.findings["gaps"]
    assert gap["lon"] == pytest.approx(27.5595, abs=0.0005)
    assert gap["metres"] == pytest.approx(65 * 2226, rel=0.1)
    with pytest.raises(RuleBroken) as refusal:
        office.publish(edition)
    assert refusal.value.code == "assignment.gap"


def test_an_overlap_is_told_and_forbids_to_publish(office):
    edition = office.draft(geojson(("1", (WEST, 27.561)), ("2", (MIDDLE, EAST))))
    assert edition.findings["overlap_count"] == 1
    with pytest.raises(RuleBroken) as refusal:
        office.publish(edition)
    assert refusal.value.code == "assignment.overlap"


@transaction.atomic
def by_hand(edition, since=TODAY):
    """Published beside the acts, as somebody with the database in hand would."""
    days = acts.DateRange(since, None)
    AssignmentEdition.objects.filter(pk=edition.pk).update(
        stage="published", days=days, published_at=NOW
    )
    return days


@transaction.atomic
def with_a_gap(edition):
    by_hand(edition)
    acts._hold_now()


@transaction.atomic
def given_twice(edition):
    days = by_hand(edition, TODAY + timedelta(days=9))
    tile = AssignedTile.objects.first()
    AssignedTile.objects.create(
        assignment=edition.assignments.first(), edition=edition, duty="road", days=days,
        tile=tile.tile, cells=tile.cells,
    )  # fmt: skip


def test_the_database_itself_refuses_an_edition_with_a_gap(office):
    edition = office.draft()
    with pytest.raises(IntegrityError, match="assignment_edition_leaves_no_gap"):
        with_a_gap(edition)


def test_the_database_itself_refuses_to_give_a_cell_twice_for_a_duty_and_a_day(office):
    office.published()
    another = office.draft()
    with pytest.raises(IntegrityError, match="assigned_to_one_organisation"):
        given_twice(another)


@pytest.mark.parametrize(
    "change", ["UPDATE issues_assignedtile SET cells = '{}'", "DELETE FROM issues_assignedtile"]
)
def test_published_cells_are_never_changed(office, change):
    office.published()
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        connection.cursor().execute(change)


def test_a_later_edition_ends_the_earlier_on_the_day_before(office):
    first = office.published()
    later = TODAY + timedelta(days=10)
    office.published(geojson(("2", (WEST, EAST))), since=later)
    first.refresh_from_db()
    assert first.days.upper == later
    assert assigned("road.hole", 53.9, 27.55, later - timedelta(days=1)).executor == office.one.pk
    assert assigned("road.hole", 53.9, 27.55, later).executor == office.two.pk
    with pytest.raises(RuleBroken) as refusal:
        office.published(since=TODAY + timedelta(days=5))
    assert refusal.value.code == "assignment.not_the_latest"


def test_after_its_last_day_nobody_is_assigned(office):
    edition = office.published()
    acts.end(edition.pk, until=TODAY + timedelta(days=2), by=office.chief, now=NOW)
    assert assigned("road.hole", *HERE, TODAY + timedelta(days=2))
    assert assigned("road.hole", *HERE, TODAY + timedelta(days=3)) is None


def test_an_organisation_that_ends_its_work_would_leave_a_gap_of_days(office):
    edition = office.draft()
    Executor.objects.filter(pk=office.two.pk).update(until=TODAY + timedelta(days=30))
    with pytest.raises(RuleBroken) as refusal:
        office.publish(edition)
    assert refusal.value.code == "assignment.organisation_ends"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"act": " "}, "assignment.no_act"),
        ({"act_on": TODAY + timedelta(days=1)}, "assignment.act_later"),
        ({"duty": "nothing"}, "assignment.duty_unknown"),
        ({"content": geojson(("9", (WEST, EAST)))}, "assignment.file"),
        ({"content": geojson(("", (WEST, EAST)))}, "assignment.file"),
        ({"content": geojson(("1", (28.1, 28.2)))}, "assignment.file"),
    ],
)
def test_a_draft_that_makes_no_sense_is_refused(office, changed, code):
    with pytest.raises(RuleBroken) as refusal:
        office.draft(**changed)
    assert refusal.value.code == code


def test_an_assignment_does_not_begin_in_the_past(office):
    with pytest.raises(RuleBroken) as refusal:
        office.published(since=TODAY - timedelta(days=1))
    assert refusal.value.code == "assignment.begins_past"


def test_who_was_not_given_the_task_assigns_nothing(office):
    edition = office.draft()
    for stranger in (UserFactory(), office.town.dispatcher):
        with pytest.raises(NotPermitted):
            acts.publish(edition.pk, since=TODAY, by=stranger, now=NOW)
        with pytest.raises(NotPermitted):
            acts.discard(edition.pk, by=stranger, now=NOW)


def test_a_draft_is_thrown_away_and_a_published_one_is_not(office):
    edition = office.draft()
    acts.discard(edition.pk, by=office.chief, now=NOW)
    assert not AssignmentEdition.objects.exists()
    edition = office.published()
    with pytest.raises(Conflict):
        acts.discard(edition.pk, by=office.chief, now=NOW)


def test_a_report_goes_at_once_to_the_organisation_of_the_place(office):
    office.published()
    case = office.town.reported()
    assert case.status == "assigned"
    issue = case_issue(case)
    assert issue.executor == office.two
    assert issue.routing["by"] == "assignment"


def case_issue(case):
    return Issue.objects.get(pk=case.pk)
