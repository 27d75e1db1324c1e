"""The last day, the state, lateness, reminders and the clock of who judges; without a database."""

from datetime import date

import pytest

from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.terms import Term
from ratusha.obligations import rules
from ratusha.obligations.rules import Act, Boundary, Pause, Recipient, Shift, Standing, State


def day(text: str) -> date:
    return date.fromisoformat(text)


def last(named: str, boundary: str, shift: str) -> date:
    found = rules.last_day(
        day(named), Boundary(boundary), Shift(shift), calendar=national_calendar(), source="act"
    )
    return found.on


@pytest.mark.parametrize(
    ("named", "boundary", "shift", "expected"),
    [
        # 1 May is a holiday each year: in 2026 a Friday, in 2027 a Saturday
        ("2026-05-01", "exclusive", "none", "2026-04-30"),
        ("2026-05-01", "inclusive", "none", "2026-05-01"),
        ("2026-05-01", "inclusive", "next_workday", "2026-05-04"),
        ("2026-05-01", "inclusive", "previous_workday", "2026-04-30"),
        ("2027-05-01", "exclusive", "none", "2027-04-30"),
        ("2027-05-01", "inclusive", "next_workday", "2027-05-03"),
        # 1 March 2026 is a Sunday, so 28 February is a Saturday
        ("2026-03-01", "exclusive", "none", "2026-02-28"),
        ("2026-03-01", "inclusive", "none", "2026-03-01"),
        ("2026-03-01", "inclusive", "next_workday", "2026-03-02"),
        ("2026-03-01", "exclusive", "previous_workday", "2026-02-27"),
        (
            "2026-03-01",
            "exclusive",
            "next_workday",
            "2026-02-27",
        ),  # never on the named day or past it
        ("2027-03-01", "exclusive", "none", "2027-02-28"),  # a Sunday, and it stays
        ("2027-03-01", "inclusive", "next_workday", "2027-03-01"),
        ("2026-09-01", "exclusive", "none", "2026-08-31"),
        ("2027-09-01", "inclusive", "next_workday", "2027-09-01"),
    ],
)
def test_by_a_day_is_read_as_the_rule_says(named, boundary, shift, expected):
    assert last(named, boundary, shift) == day(expected)


def test_the_reading_in_force_is_told_first_and_the_others_after_it():
    found = rules.readings(
        day("2026-05-01"),
        Boundary.EXCLUSIVE,
        Shift.NONE,
        calendar=national_calendar(),
        source="act",
    )
    assert [one.on for one in found] == [day("2026-04-30"), day("2026-05-01"), day("2026-05-04")]


def test_readings_that_fall_on_one_day_are_told_once():
    found = rules.readings(
        day("2026-09-01"),
        Boundary.INCLUSIVE,
        Shift.NONE,
        calendar=national_calendar(),
        source="act",
    )
    assert [one.on for one in found] == [day("2026-09-01"), day("2026-08-31")]


@pytest.mark.parametrize(
    ("standing", "today", "expected"),
    [
        (Standing.AWAITED, "2026-01-31", State.FUTURE),
        (Standing.AWAITED, "2026-02-01", State.OPEN),
        (Standing.AWAITED, "2026-04-30", State.OPEN),
        (Standing.AWAITED, "2026-05-01", State.LATE),
        (Standing.RETURNED, "2026-04-30", State.RETURNED),
        (Standing.RETURNED, "2026-05-01", State.LATE),
        (Standing.SUBMITTED, "2026-06-01", State.SUBMITTED),
        (Standing.ACCEPTED, "2026-06-01", State.ACCEPTED),
        (Standing.WAIVED, "2026-06-01", State.WAIVED),
    ],
)
def test_the_day_makes_of_a_standing_a_state(standing, today, expected):
    state = rules.state_of(
        standing, opens_on=day("2026-02-01"), deadline=day("2026-04-30"), today=day(today)
    )
    assert state is expected


def test_lateness_stops_growing_when_the_thing_is_there():
    since = day("2026-05-01")
    assert rules.days_late(since, None, day("2026-05-01")) == 1
    assert rules.days_late(since, None, day("2026-05-12")) == 12
    assert rules.days_late(since, day("2026-05-03"), day("2026-12-31")) == 3


@pytest.mark.parametrize(
    ("standing", "act"),
    [
        (Standing.SUBMITTED, Act.SUBMIT),
        (Standing.ACCEPTED, Act.SUBMIT),
        (Standing.WAIVED, Act.SUBMIT),
        (Standing.AWAITED, Act.ACCEPT),
        (Standing.RETURNED, Act.ACCEPT),
        (Standing.ACCEPTED, Act.RETURN),
        (Standing.ACCEPTED, Act.WAIVE),
    ],
)
def test_an_act_that_comes_too_early_or_too_late_is_a_conflict(standing, act):
    with pytest.raises(Conflict):
        rules.require_move(standing, act)


def test_nobody_judges_what_they_have_handed_in():
    with pytest.raises(RuleBroken, match="own"):
        rules.require_another(handed_in_by=1, judging=1)
    rules.require_another(handed_in_by=1, judging=2)
    rules.require_another(handed_in_by=None, judging=2)


def test_nothing_is_handed_in_before_it_opens():
    with pytest.raises(RuleBroken, match="too_early"):
        rules.require_open(day("2026-02-01"), day("2026-01-31"))


# ---- pauses ----
def judged(*pauses: Pause) -> date | None:
    due = rules.judged_by(
        day("2026-04-20"),
        Term.parse("5 working days"),
        pauses,
        calendar=national_calendar(),
        source="act",
    )
    return due.on


def test_who_judges_has_so_many_working_days_from_the_day_after():
    assert judged() == day("2026-04-27")  # 20 and 21 April off, Saturday 25 April worked


def test_the_clock_of_who_judges_stands_while_it_is_mended():
    assert judged(Pause(day("2026-04-23"), None)) is None
    # two days were used (22, 23 April); three are left after the 30th: 4, 5, 6 May
    assert judged(Pause(day("2026-04-23"), day("2026-04-30"))) == day("2026-05-06")


def test_every_pause_is_told():
    due = rules.judged_by(
        day("2026-04-20"), Term.parse("5 working days"), [Pause(day("2026-04-23"), day("2026-04-30"))],
        calendar=national_calendar(), source="act",
    )  # fmt: skip
    assert "suspended" in {step.code for step in due.steps} or len(due.steps) > 2


def test_what_is_given_back_is_mended_within_five_working_days():
    assert rules.mended_by(day("2026-04-30"), 5, national_calendar()) == day("2026-05-08")


# ---- reminders ----
@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (
            "2026-04-30",
            {
                "T-60": "2026-03-01", "T-30": "2026-03-31", "T-14": "2026-04-16", "T-7": "2026-04-23",
                "T-3": "2026-04-27", "T-1": "2026-04-29", "T-0": "2026-04-30", "+1": "2026-05-01",
                "+5": "2026-05-08", "+10": "2026-05-15",
            },
        ),
        (
            "2027-04-30",
            {
                "T-60": "2027-03-01", "T-30": "2027-03-31", "T-14": "2027-04-16", "T-7": "2027-04-23",
                "T-3": "2027-04-27", "T-1": "2027-04-29", "T-0": "2027-04-30", "+1": "2027-05-01",
                "+5": "2027-05-07", "+10": "2027-05-17",
            },
        ),
        (
            "2026-02-28",
            {
                "T-60": "2025-12-30", "T-30": "2026-01-29", "T-14": "2026-02-14", "T-7": "2026-02-21",
                "T-3": "2026-02-25", "T-1": "2026-02-27", "T-0": "2026-02-28", "+1": "2026-03-01",
                "+5": "2026-03-06", "+10": "2026-03-13",
            },
        ),
    ],
)  # fmt: skip
def test_the_days_of_reminders_by_the_calendar(deadline, expected):
    found = {
        one.code: one.on.isoformat() for one in rules.marks(day(deadline), national_calendar())
    }
    assert found == expected


def told_on(today: str, *told: str) -> tuple[list[str], list[str]]:
    tell, over = rules.due_marks(day("2026-04-30"), told, day(today), national_calendar())
    return [one.code for one in tell], [one.code for one in over]


def test_on_its_day_a_mark_is_told_and_on_other_days_nothing():
    assert told_on("2026-02-28") == ([], [])
    assert told_on("2026-03-01") == (["T-60"], [])
    assert told_on("2026-03-02", "T-60") == ([], [])


def test_of_reminders_that_were_missed_only_the_newest_is_told():
    assert told_on("2026-04-25") == (["T-7"], ["T-60", "T-30", "T-14"])


def test_after_the_last_day_nobody_is_reminded_and_every_escalation_is_told():
    before = ("T-60", "T-30", "T-14", "T-7")
    assert told_on("2026-05-18", *before) == (["+1", "+5", "+10"], ["T-3", "T-1", "T-0"])


def test_each_escalation_goes_one_step_up():
    found = {one.code: one.to for one in rules.marks(day("2026-04-30"), national_calendar())}
    assert [found[code] for code in ("T-1", "T-0", "+1", "+5", "+10")] == [
        Recipient.SUBJECT,
        Recipient.SUBJECT,
        Recipient.HEAD,
        Recipient.OVERSEER,
        Recipient.GOVERNMENT,
    ]
