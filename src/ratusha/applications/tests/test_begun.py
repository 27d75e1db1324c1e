"""Begun and not lodged: counted by procedure, page and month when a draft goes, and nothing that leads to a person."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from ratusha.applications.models import Draft, LeftDraft
from ratusha.applications.public import (
    begun_by_month,
    discard,
    forget_old_drafts,
    left_at,
    save_page,
)

from .state import HOUSEHOLD, NOW

MONTH = NOW.date().replace(day=1)
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


def test_what_is_lodged_and_what_is_left_are_counted_by_month(applying):
    applying().lodged()
    other = applying(who="dzmitry")
    draft = other.begun()
    still = [(HOUSEHOLD, MONTH, 1, 0, 0)]  # one is being filled in
    assert begun_by_month(SINCE, UNTIL, HOUSEHOLD) == still
    Draft.objects.filter(pk=draft.pk).update(met_silence=True)
    discard(draft.pk, by=other.user, now=NOW)
    assert begun_by_month(SINCE, UNTIL) == [(HOUSEHOLD, MONTH, 1, 1, 1)]
    assert begun_by_month(SINCE, MONTH) == []


def test_what_an_official_fills_in_is_not_counted(applying):
    draft = applying().begun()
    Draft.objects.filter(pk=draft.pk).update(channel="counter")
    forget_old_drafts(now=NOW + timedelta(days=31))
    assert not LeftDraft.objects.exists()


@pytest.mark.django_db
def test_the_database_takes_no_day():
    with pytest.raises(IntegrityError, match="a_month_and_no_day"), transaction.atomic():
        LeftDraft.objects.create(procedure=HOUSEHOLD, begun_in=date(2026, 5, 2), met_silence=False)
