"""The calendars as a program that is not ours reads them."""

from datetime import date, timedelta

import pytest
import vobject
from django.utils import translation

from ratusha.obligations import feeds
from ratusha.obligations.queries import of_body

from .conftest import on
from .test_services import declared

NOW = on("2026-05-20")


def events(content: bytes) -> dict:
    read = vobject.readOne(content.decode())
    return {event.uid.value: event for event in read.vevent_list}


def test_the_calendar_of_all_duties_has_every_rule_of_every_year():
    read = events(feeds.all_rules((2026, 2027), now=NOW))
    plans = {year: read[f"rule-plan-{year}@ratusha"] for year in (2026, 2027)}
    assert [one.dtstart.value for one in plans.values()] == [date(2026, 4, 30), date(2027, 4, 30)]
    assert read["rule-report-2026@ratusha"].dtstart.value == date(2026, 2, 28)
    assert len(read) == 12


@pytest.mark.parametrize(
    ("language", "words"),
    [("be", "План па дасягненні"), ("ru", "План по достижению"), ("en", "Plan for reaching")],
)
def test_words_are_in_the_language_of_the_reader(language, words):
    with translation.override(language):
        read = events(feeds.all_rules((2026,), now=NOW))
    assert read["rule-plan-2026@ratusha"].summary.value.startswith(words)


def test_a_duty_of_a_body_leads_to_its_page_and_warns_before(state):
    duty = declared(state, title={"en": "Semicolons; commas, and a\nnew line"})
    read = events(feeds.of_body("Ministry", of_body(state.transport.pk), now=NOW))
    event = read[f"{duty.pk}@ratusha"]
    assert event.summary.value == "Semicolons; commas, and a\nnew line, 2026"
    assert event.url.value.endswith(duty.get_absolute_url())
    assert event.valarm.trigger.value == timedelta(days=-7)
    assert event.dtend.value - event.dtstart.value == timedelta(days=1)


def test_lines_are_folded_as_the_standard_says(state):
    declared(state, title={"en": "Вельмі доўгая назва " * 20})
    content = feeds.of_body("Ministry", of_body(state.transport.pk), now=NOW)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
