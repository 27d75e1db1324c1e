"""The real catalogue comes in whole, once, and never edits what has been in force."""

from datetime import date

import pytest
from django.utils import timezone

from ratusha.kernel.pack import PACKS
from ratusha.procedures.models import Chapter, Edition, Procedure
from ratusha.procedures.public import edition_in_force, in_force, load_pack

pytestmark = pytest.mark.django_db
BELARUS = PACKS / "belarus"
TODAY = date(2026, 11, 23)


def load(folder=BELARUS, today=TODAY):
    return load_pack(folder, today=today, now=timezone.now())


def test_the_whole_catalogue_comes_in_with_the_counts_of_the_official_lists():
    load()
    citizens = Procedure.objects.filter(list="U200")
    business = Procedure.objects.filter(list="CM156")
    assert (Chapter.objects.filter(list="U200").count(), citizens.count()) == (22, 795 - 22)
    assert (Chapter.objects.filter(list="CM156").count(), business.count()) == (25, 870 - 25)
    assert citizens.filter(is_heading=False).count() == 710
    assert business.filter(is_heading=False).count() == 784
    assert citizens.exclude(excluded_since=None).count() == 56


def test_an_excluded_row_is_kept_with_its_day_but_is_not_in_force():
    load()
    row = Procedure.objects.get(code="U200/1.1.1")
    assert row.excluded_since == date(2019, 12, 30)
    assert not in_force(TODAY).filter(procedure=row).exists()
    assert edition_in_force("U200/1.1.1", date(2019, 12, 29)).procedure == row


def test_loading_twice_changes_nothing():
    load()
    before = list(Edition.objects.values_list("pk", flat=True))
    load()
    assert list(Edition.objects.values_list("pk", flat=True)) == before


def test_a_promise_is_read_from_an_edition():
    load()
    promise = edition_in_force("U200/2.6", TODAY).promise
    assert promise.title["ru"] == "Назначение пособия в связи с рождением ребенка"
    assert (promise.term.base, promise.term.if_requested) == ("10 days", "1 month")
