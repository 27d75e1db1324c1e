"""The statute and its sentences, without a database. The table is written again by hand."""

from datetime import date

import pytest

from ratusha.issues.law import law
from ratusha.issues.places import house_key, street_and_house
from ratusha.issues.rules import (
    MOVES,
    OPEN,
    Status,
    Step,
    require_day,
    require_may_join,
    require_may_reopen,
    require_place,
)
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import Term

BOUNDS = (23.0, 51.0, 33.0, 56.5)
WAYS = {
    ("reported", "assign"): "assigned", ("assigned", "assign"): "assigned",
    ("planned", "assign"): "assigned", ("reopened", "assign"): "assigned",
    ("assigned", "give_back"): "reported", ("planned", "give_back"): "reported",
    ("reopened", "give_back"): "reported",
    ("assigned", "plan"): "planned", ("planned", "plan"): "planned", ("reopened", "plan"): "planned",
    ("assigned", "finish"): "done", ("planned", "finish"): "done", ("reopened", "finish"): "done",
    ("done", "reopen"): "reopened", ("done", "close"): "closed",
    ("reported", "merge"): "merged", ("assigned", "merge"): "merged", ("planned", "merge"): "merged",
    ("reopened", "merge"): "merged",
    ("merged", "separate"): "reported",
    ("reported", "refuse"): "not_ours",
    ("reported", "withdraw"): "withdrawn", ("assigned", "withdraw"): "withdrawn",
    ("planned", "withdraw"): "withdrawn", ("reopened", "withdraw"): "withdrawn",
}  # fmt: skip


def broken(act, *arguments, **more):
    with pytest.raises(RuleBroken) as error:
        act(*arguments, **more)
    return error.value.code


def test_the_ways_of_an_issue_are_these_and_no_others():
    found = {
        (str(source), str(step)): str(move.target)
        for step, move in MOVES.items()
        for source in move.sources
    }
    assert found == WAYS


def test_what_is_finished_stays_finished_except_what_is_opened_again():
    closed = set(Status) - set(OPEN)
    assert {step for step, move in MOVES.items() if closed & set(move.sources)} == {
        Step.REOPEN,
        Step.CLOSE,
        Step.SEPARATE,
    }


@pytest.mark.parametrize(
    ("lat", "lon", "address", "code"),
    [
        (53.9, None, "Леніна, 5", "issue.half_a_point"),
        (None, 27.5, "Леніна, 5", "issue.half_a_point"),
        (None, None, " ", "issue.nowhere"),
        (27.5, 53.9, "", "issue.point_outside"),  # the two numbers exchanged
        (float("nan"), 27.5, "", "issue.point_outside"),
        (53.9, float("inf"), "", "issue.point_outside"),
    ],
)
def test_an_issue_that_is_nowhere_is_not_taken(lat, lon, address, code):
    assert broken(require_place, lat, lon, address, BOUNDS) == code


def test_a_point_or_an_address_is_enough():
    require_place(53.9, 27.5, "", BOUNDS)
    require_place(None, None, "Леніна, 5", BOUNDS)


def test_an_issue_is_opened_again_up_to_the_last_day_and_not_after():
    closed = date(2026, 9, 1)
    require_may_reopen(closed, 10, today=date(2026, 9, 11))
    assert (
        broken(require_may_reopen, closed, 10, today=date(2026, 9, 12))
        == "issue.too_late_to_reopen"
    )
    assert broken(require_may_reopen, None, 10, today=closed) == "issue.too_late_to_reopen"


def test_work_is_not_planned_for_yesterday():
    require_day(date(2026, 9, 1), today=date(2026, 9, 1))
    assert broken(require_day, date(2026, 8, 31), today=date(2026, 9, 1)) == "issue.day_past"


def test_an_issue_is_joined_with_an_earlier_one_that_is_open_at_the_same_desk():
    fine = {"into_open": True, "into_mine": True, "into_earlier": True}
    require_may_join(2, 1, **fine)
    assert broken(require_may_join, 1, 1, **fine) == "issue.same"
    for missing, code in (
        ("into_open", "issue.into_closed"),
        ("into_mine", "issue.into_elsewhere"),
        ("into_earlier", "issue.into_later"),
    ):
        assert broken(require_may_join, 2, 1, **{**fine, missing: False}) == code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("улица Немига, 5", "Минск,  улица Немига,  5"),
        ("рядом с улица Уборевича, 99", "Уборевича 99"),
        ("вул. Якуба Коласа, 52", "Коласа Якуба вул. 52"),
        ("ул. Плеханова, д. 26", "улица Плеханова 26"),
        ("улица Жудро, 17 к1", "Жудро, 17/1"),
        ("улица Михася Лынькова, 23Б", "михася лынькова 23 б"),
    ],
)
def test_one_house_written_in_two_ways_is_one_house(one, other):
    assert house_key(one) == house_key(other) != ""


def test_a_number_in_the_name_of_a_street_is_not_its_house():
    assert street_and_house("улица 50 лет Победы, 7")[1] == "7"
    assert house_key("парк Челюскинцев") == ""


def test_every_category_of_the_pack_has_a_term_and_says_that_it_is_a_sample():
    categories = [one for group in law().groups for one in group.categories]
    assert len({one.code for one in categories}) == len(categories)
    for one in categories:
        assert Term.parse(one.term)
        assert one.source.confidence == "sample"
        assert set(one.name) >= {"be", "ru", "en"}
