"""A picture is kept until something has changed, whoever has changed it; then everybody sees the new one."""

from datetime import timedelta
from unittest import mock

import pytest
from django.db import connection

from ratusha.measures.public import Status
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
OF_A_CASE = """UPDATE cases_case SET status = status WHERE id = (
    SELECT k.case_id FROM measures_payment p JOIN measures_contract k ON k.id = p.contract_id ORDER BY p.id LIMIT 1
)"""
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


@pytest.mark.usefixtures("living")
@pytest.mark.parametrize("statement", [CHANGES[0], OF_A_CASE])
def test_only_the_measure_that_has_changed_is_read_anew(statement):
    before = kept.picture_now(TODAY)
    figures_of(before, STATE).curves  # noqa: B018 - so that what rows keep is there
    run(statement)
    after = kept.picture_now(TODAY)
    anew = [row.key for row in after.rows if row is not before.by_reference[row.key]]
    assert len(anew) == 1
    fresh = picture(TODAY)
    assert [row.key for row in after.rows] == [row.key for row in fresh.rows]
    for key in {STATE, anew[0], after.by_reference[anew[0]].node}:
        old, new = figures_of(after, key), figures_of(fresh, key)
        assert {code: old.value(code) for code in FORMULAS} == {
            code: new.value(code) for code in FORMULAS
        }
        assert old.curves == new.curves


@pytest.mark.usefixtures("living")
def test_a_measure_that_is_shown_no_longer_goes_and_comes_back():
    before = kept.picture_now(TODAY)
    gone = before.rows[0]
    change = "UPDATE cases_case SET status = %s WHERE id = %s"
    with connection.cursor() as cursor:
        cursor.execute(change, [Status.CLASSIFIED, gone.facts.case_id])
        assert [row.key for row in kept.picture_now(TODAY).rows] == [
            row.key for row in before.rows if row is not gone
        ]
        cursor.execute(change, [gone.facts.status, gone.facts.case_id])
    assert [row.key for row in kept.picture_now(TODAY).rows] == [row.key for row in before.rows]


@pytest.mark.usefixtures("living")
def test_a_statement_names_its_measure_and_of_many_changed_ones_all_are_read_anew():
    Change.objects.all().delete()
    run(CHANGES[0])
    assert Change.objects.get().measure is not None
    with mock.patch.object(kept, "MOST_ANEW", 0):
        before = kept.picture_now(TODAY)
        run(CHANGES[0])
        assert not {id(row) for row in before.rows} & {
            id(row) for row in kept.picture_now(TODAY).rows
        }


def test_forgetting_old_changes_gives_a_version_that_never_was():
    Change.objects.bulk_create([Change(), Change()])
    before = kept.version()
    kept.forget_old_changes(NOW)
    assert Change.objects.count() == 1
    assert kept.version() != before
