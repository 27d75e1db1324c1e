from datetime import date

import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.measures.call_rules import (
    CallState,
    require_days,
    require_every_language,
    require_no_person,
    require_open,
    state_of,
)
from ratusha.measures.incident_rules import (
    Severity,
    require_day,
    require_incidents_answered,
    require_live,
    suspends,
)
from ratusha.measures.pilot_checks import require_comparison, require_place_named

FIRST, LAST = date(2026, 3, 2), date(2026, 4, 10)


@pytest.mark.parametrize(
    ("published", "today", "state"),
    [
        (False, date(2026, 3, 5), CallState.DRAFT),
        (True, date(2026, 3, 1), CallState.ANNOUNCED),
        (True, FIRST, CallState.OPEN),
        (True, LAST, CallState.OPEN),
        (True, date(2026, 4, 11), CallState.CLOSED),
    ],
)
def test_a_call_is_open_from_its_first_to_its_last_day(published, today, state):
    assert state_of(published=published, opens_on=FIRST, closes_on=LAST, today=today) == state
    if state != CallState.OPEN:
        with pytest.raises(RuleBroken, match="call_not_open"):
            require_open(state)
    else:
        require_open(state)


def test_a_call_leaves_time_to_apply():
    require_days(FIRST, date(2026, 3, 21), least=20)
    with pytest.raises(RuleBroken, match="call_too_short"):
        require_days(FIRST, date(2026, 3, 20), least=20)


def test_a_call_is_written_in_every_language_of_the_site():
    require_every_language({"terms": {"be": "Так", "ru": "Да", "en": "Yes"}})
    with pytest.raises(RuleBroken) as broken:
        require_every_language({"terms": {"be": "Так", "ru": " ", "en": "Yes"}})
    assert broken.value.field == "terms_ru"


def test_what_everybody_reads_names_nobody():
    require_no_person("Датчык заменены.", field="summary")
    with pytest.raises(RuleBroken, match="names_a_person"):
        require_no_person("Датчык замяніў Іваноў І. І.", field="summary")


@pytest.mark.parametrize(
    ("design", "places", "points", "field"),
    [
        ("comparison", [], 0, "compared_with"),
        ("comparison", ["Ліда"], 0, None),
        ("before_after", [], 11, "points"),
        ("before_after", [], 12, None),
        ("randomised", [], 0, None),
        ("opinion", [], 0, None),
    ],
)
def test_q02_the_comparison_is_chosen_before_the_pilot(design, places, points, field):
    if field is None:
        require_comparison(design, compared_with=places, points=points)
        return
    with pytest.raises(RuleBroken, match="Q02") as broken:
        require_comparison(design, compared_with=places, points=points)
    assert broken.value.field == field


def test_q02_a_place_is_compared_with_only_if_the_application_named_it():
    require_place_named("Ліда", ["Ліда"])
    require_place_named("Ліда", [])  # applications that are older than the rule
    with pytest.raises(RuleBroken, match="Q02"):
        require_place_named("Слонім", ["Ліда"])


# ---- diary and incidents ----
def test_only_a_grave_incident_suspends():
    assert {one.value for one in Severity if suspends(one)} == {"grave"}


def test_a_diary_is_kept_while_the_pilot_lives_and_of_days_that_were():
    require_live("running")
    with pytest.raises(RuleBroken, match="not_running"):
        require_live("agreement")
    require_day(FIRST, begun=FIRST, today=LAST)
    for on in (date(2026, 3, 1), date(2026, 4, 11)):
        with pytest.raises(RuleBroken, match="day_outside"):
            require_day(on, begun=FIRST, today=LAST)


def test_a_pilot_goes_on_when_every_grave_incident_is_answered():
    require_incidents_answered([])
    require_incidents_answered([True, True])
    with pytest.raises(RuleBroken, match="incident_unanswered"):
        require_incidents_answered([True, False])
