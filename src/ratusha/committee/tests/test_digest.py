"""The digest: made once a week, without small cells and without people, and read by the committee alone."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.cases.models import Case
from ratusha.committee import permissions as may
from ratusha.committee.cells import OTHERS, SUM, WHOLE
from ratusha.committee.models import Digest
from ratusha.committee.reading import _in, told
from ratusha.committee.services.digest import make_digests
from ratusha.committee.weeks import Change, monday_of
from ratusha.issues.models import Issue

from .conftest import day

MONDAY = monday_of(day()) - timedelta(weeks=1)


@pytest.fixture
def made(hall):
    """Seven people about a hole in the last week and one in each before; three about a lamp."""
    reader = official(may.SEE, body_id=hall.committee.pk)
    for weeks, many, category in ((0, 7, "road.hole"), (0, 3, "road.lights"), (1, 6, "road.hole")):
        for nth in range(many):
            hall.town.now += timedelta(minutes=20)
            case = hall.town.lodged(
                by=UserFactory(),
                category=category,
                lat=53.8 + nth / 50,
                unit_code=hall.town.unit.pk,
            ).case
            on = MONDAY - timedelta(weeks=weeks)
            Case.objects.filter(pk=case.pk).update(lodged_on=on, due_on=on)
    make_digests(hall.town.now)
    return reader


def browser(user, body):
    return sign_in(Client(), user, AccessMode.STRICT, body.pk)


def newest():
    return Digest.objects.select_related("committee").get(week=MONDAY)


@pytest.mark.usefixtures("made")
def test_five_weeks_are_made_and_a_second_run_makes_none(hall):
    assert Digest.objects.count() == 5
    assert make_digests(hall.town.now) == 0


@pytest.mark.usefixtures("made")
def test_few_people_are_put_together_with_others_and_no_person_and_no_word_is_kept():
    issues = next(one for one in newest().tables if one["source"] == "issues")
    assert list(issues["topics"]) == [OTHERS]
    counts = [count for line in issues["cells"] for count in line]
    assert 3 not in counts
    kept = json.dumps(newest().tables, ensure_ascii=False)
    assert "яма" not in kept
    for who in Case.objects.values_list("applicant_id", flat=True):
        assert str(who) not in kept


@pytest.mark.usefixtures("made")
def test_a_week_is_compared_only_with_what_was_published():
    topics = [one for table in told(newest()) for one in table.topics]
    assert topics
    assert {one.change for one in topics} == {Change.UNKNOWN}
    before = Digest.objects.get(week=MONDAY - timedelta(weeks=1))
    whole = next(table for table in told(before) if table.source == "issues")
    assert whole.topics[0].count == 6


@pytest.mark.usefixtures("made")
def test_what_is_found_out_later_changes_no_digest(hall):
    first = newest().tables
    Case.objects.filter(pk__in=Issue.objects.values("pk")).update(lodged_on=MONDAY)
    make_digests(hall.town.now)
    assert newest().tables == first


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    "change",
    ["UPDATE committee_digest SET formula = 'other'", "DELETE FROM committee_digest"],
)
def test_the_database_itself_keeps_digests(change):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_a_digest_is_read_printed_and_taken_as_a_table(hall, made):
    reader = browser(made, hall.committee)
    assert str(newest().pk) in reader.get(reverse("committee:digests")).text
    page = reader.get(reverse("committee:digest", args=[newest().pk])).text
    assert "everything rare together" in page
    for language in ("be", "ru", "en"):
        with translation.override(language):
            paper = reader.get(reverse("committee:digest_pdf", args=[newest().pk]))
        assert paper.content.startswith(b"%PDF")
    table = reader.get(reverse("committee:digest_csv", args=[newest().pk])).text
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {row["count"] for row in rows if row["source"] == "issues"} == {"10"}


@pytest.mark.usefixtures("made")
def test_who_carries_tasks_out_and_who_is_elsewhere_read_no_digest(hall):
    address = [newest().pk]
    hall.given()
    for user, body in (
        (hall.foreman, hall.utility),
        (official(may.SEE, body_id=hall.stranger.pk), hall.stranger),
    ):
        for name in ("digest", "digest_pdf", "digest_csv"):
            page = browser(user, body).get(reverse(f"committee:{name}", args=address))
            assert page.status_code == 404


def test_issues_that_a_body_of_the_territory_dispatches_are_topics_of_the_committee(hall):
    official(may.SEE, body_id=hall.committee.pk)
    case = hall.town.lodged(by=UserFactory(), unit_code=hall.town.unit.pk).case
    on = {"lodged_on": MONDAY, "due_on": MONDAY}
    Case.objects.filter(pk=case.pk).update(body_id=hall.utility.pk, **on)
    make_digests(hall.town.now)
    assert newest().tables[0]["hidden"] > 0


def test_each_topic_has_its_own_number_whatever_the_length_of_its_code(hall):
    official(may.SEE, body_id=hall.committee.pk)
    for category, many in (("road.lights", 6), ("yard.snow", 9)):
        for nth in range(many):
            hall.town.now += timedelta(minutes=20)
            case = hall.town.lodged(
                by=UserFactory(),
                category=category,
                lat=53.8 + nth / 50,
                unit_code=hall.town.unit.pk,
            ).case
            Case.objects.filter(pk=case.pk).update(lodged_on=MONDAY, due_on=MONDAY)
    make_digests(hall.town.now)
    (issues, *_others) = told(newest())
    assert {one.topic.text: one.count for one in issues.topics} == {
        "A street lamp is out": 6,
        "Snow or ice is not cleared": 9,
    }


@pytest.mark.parametrize(
    ("now", "earlier", "count"),
    [
        (("a", "x"), {("a", "x"): 7, ("a", "y"): 9}, 7),
        (("a", "z"), {("a", "x"): 7}, 0),
        (("a", "z"), {("a", "x"): 7, ("a", OTHERS): 6}, None),  # it may be among the rare
        (("a", OTHERS), {("a", OTHERS): 6}, None),  # other things were rare then
        (("a", "x"), {(WHOLE, "x"): 7, (SUM, "x"): 7}, None),
        ((WHOLE, "x"), {("a", "x"): 7, (SUM, "x"): 12}, 12),
    ],
)
def test_what_was_put_together_is_compared_with_nothing(now, earlier, count):
    assert _in(earlier, now) == count
