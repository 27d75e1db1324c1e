"""A picture is kept until something has changed, whoever has changed it; then everybody sees the new one."""

from datetime import timedelta

import pytest
from django.db import connection

from ratusha.programmes import kept
from ratusha.programmes.figures.compute import Figures, figures_of
from ratusha.programmes.figures.formulas import FORMULAS
from ratusha.programmes.models import Change
from ratusha.programmes.picture import picture
from ratusha.programmes.tests.conftest import NOW, TODAY
from ratusha.programmes.tree import STATE

pytestmark = pytest.mark.django_db
CHANGES = (
    "UPDATE measures_payment SET amount = amount + 1 WHERE id = (SELECT min(id) FROM measures_payment)",
    "UPDATE cases_case SET status = status WHERE id = (SELECT case_id FROM measures_measure LIMIT 1)",
    "DELETE FROM programmes_progress",
)
ELSEWHERE = "UPDATE cases_case SET status = status WHERE kind <> 'measure'"


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.usefixtures("living")
def test_a_picture_is_kept_until_anybody_changes_what_it_shows():
    first = kept.picture_now(TODAY)
    run(ELSEWHERE)
    assert kept.picture_now(TODAY) is first
    assert kept.picture_now(TODAY + timedelta(days=1)) is not first
    for statement in CHANGES:
        before = kept.picture_now(TODAY)
        run(statement)
        assert kept.picture_now(TODAY) is not before, statement
    old, new = figures_of(kept.picture_now(TODAY), STATE), Figures(picture(TODAY), STATE)
    assert {code: old.value(code) for code in FORMULAS} == {
        code: new.value(code) for code in FORMULAS
    }
    assert old.curves == new.curves


def test_forgetting_old_changes_gives_a_version_that_never_was():
    Change.objects.bulk_create([Change(), Change()])
    before = kept.version()
    kept.forget_old_changes(NOW)
    assert Change.objects.count() == 1
    assert kept.version() != before
