"""Who is told what and when, with the clock set to the real days of 2026 and 2027."""

from datetime import date, timedelta

import pytest

from ratusha.kernel.sources import Source
from ratusha.notifications.models import Letter, Notice
from ratusha.obligations.models import Reminder
from ratusha.obligations.services import arise, fulfil
from ratusha.obligations.services.remind import tonight

from .conftest import on


def nights(since: str, until: str) -> None:
    day, end = date.fromisoformat(since), date.fromisoformat(until)
    while day <= end:
        tonight(on(day.isoformat(), hour=4))
        day += timedelta(days=1)


def days_told(user) -> list[str]:
    notices = Notice.objects.of(user.party_id).order_by("created_at")
    return [one.created_at.date().isoformat() for one in notices]


@pytest.mark.parametrize(
    ("year", "reminders", "escalations"),
    [
        (
            2026,
            [
                "2026-03-01",
                "2026-03-31",
                "2026-04-16",
                "2026-04-23",
                "2026-04-27",
                "2026-04-29",
                "2026-04-30",
            ],
            ("2026-05-01", "2026-05-08", "2026-05-15"),
        ),
        (
            2027,
            [
                "2027-03-01",
                "2027-03-31",
                "2027-04-16",
                "2027-04-23",
                "2027-04-27",
                "2027-04-29",
                "2027-04-30",
            ],
            ("2027-05-01", "2027-05-07", "2027-05-17"),
        ),
    ],
)
def test_a_plan_that_does_not_come_is_reminded_seven_times_and_goes_up_three(
    state, year, reminders, escalations
):
    state.opened(year)
    hand_in_the_report(state, year)
    nights(f"{year}-02-25", f"{year}-05-31")
    assert days_told(state.specialist) == reminders
    head, ministry, government = escalations
    assert days_told(state.head) == [head]
    assert ministry in days_told(state.overseer)
    assert government in days_told(state.cabinet)
    plan = state.owed("plan", str(year + 1))
    assert plan.late_since == date(year, 5, 1)
    told = list(plan.reminders.values_list("mark", flat=True))
    assert told == ["T-60", "T-30", "T-14", "T-7", "T-3", "T-1", "T-0", "+1", "+5", "+10"]


def hand_in_the_report(state, year):
    report = state.owed("report", str(year - 1))
    fulfil.submit(
        report.pk, evidence="№ 1", by=state.specialist, now=on(f"{year}-02-01"), room="plans"
    )


def test_every_notice_is_also_a_letter(state):
    state.opened(2026)
    nights("2026-03-01", "2026-03-01")
    notice = Notice.objects.of(state.specialist.party_id).get()
    assert Letter.objects.filter(notice_id=notice.pk).count() == 1


def test_the_same_night_twice_says_nothing_new(state):
    state.opened(2026)
    nights("2026-03-01", "2026-03-01")
    there = Notice.objects.count(), Reminder.objects.count()
    assert tonight(on("2026-03-01", hour=23)) == 0
    assert (Notice.objects.count(), Reminder.objects.count()) == there


def test_several_duties_are_one_digest(state):
    state.everybody()
    for about in ("first", "second", "third"):
        declare(state, about, date(2026, 6, 10))
    tonight(on("2026-06-03", hour=4))
    notice = Notice.objects.of(state.specialist.party_id).get()
    assert notice.subject["en"] == "3 duties have their day soon"
    assert notice.body["en"].count("The last day is 10 June 2026: 7 days are left.") == 3


def test_on_the_last_day_each_duty_is_told_by_itself(state):
    state.everybody()
    for about in ("first", "second"):
        declare(state, about, date(2026, 6, 10))
    declare(state, "third", date(2026, 6, 11))
    tonight(on("2026-06-10", hour=4))
    told = Notice.objects.of(state.specialist.party_id).values_list("subject__en", flat=True)
    assert sorted(told) == [
        "Last day 11 June 2026: A duty, 2026",
        "Today is the last day: A duty, 2026",
        "Today is the last day: A duty, 2026",
    ]


def test_nobody_gets_two_digests_a_day(state):
    state.everybody()
    declare(state, "first", date(2026, 6, 10))
    tonight(on("2026-06-03", hour=4))
    declare(state, "second", date(2026, 6, 10))
    assert tonight(on("2026-06-03", hour=12)) == 0
    assert tonight(on("2026-06-04", hour=4)) == 1  # what waited is told the next day
    assert days_told(state.specialist) == ["2026-06-03", "2026-06-04"]


def test_what_is_handed_in_is_not_reminded_of(state):
    state.opened(2026)
    hand_in_the_report(state, 2026)
    plan = state.owed("plan", "2027")
    fulfil.submit(plan.pk, evidence="№ 2", by=state.specialist, now=on("2026-02-20"), room="plans")
    nights("2026-02-21", "2026-05-20")
    assert days_told(state.specialist) == []


def test_what_is_given_back_is_reminded_of_by_its_new_day(state):
    state.everybody()
    duty = declare(state, "first", date(2026, 6, 10))
    fulfil.submit(duty.pk, evidence="№ 1", by=state.specialist, now=on("2026-06-09"))
    fulfil.give_back(duty.pk, reason="Mend it.", by=state.overseer, now=on("2026-06-11"))
    nights("2026-06-12", "2026-06-20")  # to be mended by 18 June
    marks = duty.reminders.filter(deadline=date(2026, 6, 18)).values_list("mark", flat=True)
    assert set(marks) >= {"T-3", "T-1", "T-0", "+1"}
    assert days_told(state.head) == ["2026-06-19"]


def test_a_body_without_officials_is_told_itself(state):
    assert state.health.pk
    state.opened(2026)
    nights("2026-03-01", "2026-03-01")
    assert Notice.objects.of(state.health.pk).count() == 1


def declare(state, about, due_on):
    return arise.declare(
        rule="measures.condition", period="2026", title={"en": "A duty"}, source=Source(title="Act"),
        due_on=due_on, about=about, subject_id=state.transport.pk, to_id=state.ministry.pk,
        by=None, now=on("2026-05-20"),
    )  # fmt: skip
