"""Begun and not lodged: counted by procedure, page and month when a draft goes, and nothing that leads to a person."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from ratusha.applications.models import Draft, LeaverMark, LeftDraft
from ratusha.applications.public import (
    begun_by_quarter,
    discard,
    forget_old_drafts,
    left_at,
    save_page,
)

from .state import HOUSEHOLD, NOW

MONTH = NOW.date().replace(day=1)
QUARTER = date(NOW.year, (NOW.month - 1) // 3 * 3 + 1, 1)
SINCE, UNTIL = date(2020, 1, 1), date(2040, 1, 1)


def test_a_draft_that_goes_leaves_its_page_and_month_and_nobody(applying):
    applying().begun()
    dzmitry = applying(who="dzmitry")
    half = dzmitry.begun()
    save_page(half.pk, "facts", {}, by=dzmitry.user, language="be", now=NOW)
    forget_old_drafts(now=NOW + timedelta(days=31))
    left = LeftDraft.objects.all()
    assert {one.begun_in for one in left} == {MONTH}
    assert sorted(left_at(HOUSEHOLD, SINCE, UNTIL).values()) == [1, 1]
    names = {field.name for field in LeftDraft._meta.fields}
    assert names == {"id", "procedure", "page", "begun_in", "met_silence"}


def test_what_is_lodged_and_what_is_left_are_counted_by_quarter(applying):
    applying().lodged()
    other = applying(who="dzmitry")
    draft = other.begun()
    still = [(HOUSEHOLD, QUARTER, 1, 0, 0)]  # one is being filled in
    assert begun_by_quarter(SINCE, UNTIL, HOUSEHOLD) == still
    Draft.objects.filter(pk=draft.pk).update(met_silence=True)
    discard(draft.pk, by=other.user, now=NOW)
    assert begun_by_quarter(SINCE, UNTIL) == [(HOUSEHOLD, QUARTER, 1, 1, 1)]
    assert begun_by_quarter(SINCE, QUARTER) == []


def test_a_person_counts_once_in_a_quarter_however_many_drafts_they_throw_away(applying):
    one = applying()
    for _again in range(3):
        discard(one.begun().pk, by=one.user, now=NOW)
    assert begun_by_quarter(SINCE, UNTIL) == [(HOUSEHOLD, QUARTER, 0, 1, 0)]
    assert str(one.user.pk) not in str(LeaverMark.objects.values_list())


def test_who_has_lodged_one_does_not_count_as_leaving_another(applying):
    one = applying()
    one.lodged()
    discard(one.begun().pk, by=one.user, now=NOW)
    assert begun_by_quarter(SINCE, UNTIL) == [(HOUSEHOLD, QUARTER, 1, 0, 0)]


def test_what_tells_people_apart_goes_with_the_quarter_after(applying):
    one = applying()
    discard(one.begun().pk, by=one.user, now=NOW)
    for days, kept in ((92, 1), (184, 0)):
        forget_old_drafts(now=NOW + timedelta(days=days))
        assert LeaverMark.objects.count() == kept
    assert LeftDraft.objects.count() == 1


def test_what_an_official_fills_in_is_not_counted(applying):
    draft = applying().begun()
    Draft.objects.filter(pk=draft.pk).update(channel="counter")
    forget_old_drafts(now=NOW + timedelta(days=31))
    assert not LeftDraft.objects.exists()


@pytest.mark.django_db
def test_the_database_takes_no_day():
    with pytest.raises(IntegrityError, match="a_month_and_no_day"), transaction.atomic():
        LeftDraft.objects.create(procedure=HOUSEHOLD, begun_in=date(2026, 5, 2), met_silence=False)
