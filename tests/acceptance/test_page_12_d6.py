"""The checks a reviewer would run on the platform (page 12, D6) that concern the main street; the same numbers."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.models import Decision
from ratusha.applications.presentation import due
from ratusha.applications.public import accept, resume, suspend
from ratusha.applications.tests.state import BENEFIT, LATER, NOW, REASONS, TRADE
from ratusha.cases.public import rate
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.identifiers import check_payer_number, check_personal_number
from ratusha.kernel.terms import Term
from ratusha.kernel.terms import due as due_of_term

MARKS = {"simplicity": 5, "information": 4, "term": 5, "politeness": 5}


def test_1_a_personal_number_is_known_by_its_check_digit():
    assert check_personal_number("7123456A789PB6").value == "7123456A789PB6"
    with pytest.raises(RuleBroken, match="identifier"):
        check_personal_number("7123456A789PB5")


def test_1_cyrillic_look_alikes_are_put_right_with_a_warning():
    checked = check_personal_number("7123456А789РВ6")
    assert checked.value == "7123456A789PB6"
    assert checked.warnings


@pytest.mark.parametrize("number", ["200988541", "MA1953684"])
def test_2_a_right_payer_number_is_accepted(number):
    assert check_payer_number(number).value == number


def test_2_a_wrong_payer_number_is_rejected():
    with pytest.raises(RuleBroken, match="identifier"):
        check_payer_number("200988542")


@pytest.mark.parametrize(
    ("lodged", "ends"),
    [
        (date(2025, 1, 31), date(2025, 2, 28)),
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2026, 1, 31), date(2026, 3, 2)),  # 28 February 2026 is a Saturday
    ],
)
def test_4_a_month_from_the_last_of_january_ends_in_february_or_on_the_next_working_day(
    lodged, ends
):
    month = Term.parse("1 month")
    assert due_of_term(lodged, month, calendar=national_calendar(), source="433-З").on == ends


def test_4_fifteen_days_that_end_on_a_day_off_move_on():
    end = due_of_term(
        date(2026, 12, 10), Term.parse("15 days"), calendar=national_calendar(), source="433-З"
    )
    assert end.on == date(2026, 12, 28)  # 25 December is a day off, then a week-end


def test_5_a_request_to_another_body_makes_the_term_a_month_and_shows_why(
    client, applying, time_machine
):
    benefits = applying(BENEFIT)
    case = benefits.lodged()
    assert case.due_on == date(2026, 12, 11)
    assert accept(case.pk, by=benefits.official, now=NOW).due_on == date(2027, 1, 4)
    time_machine.move_to(LATER, tick=False)
    sign_in(client, benefits.user)
    with translation.override("en"):
        address = reverse("applications:case", args=[case.reference])
    text = client.get(address).text
    assert "another body" in text
    assert "4 January 2027" in text


def test_6_a_foreign_request_stops_the_clock_until_the_answer(applying):
    trade = applying(TRADE, "pavel", of="trader")
    case = trade.accepted()
    before = case.due_on
    stopped = suspend(case.pk, by=trade.official, now=LATER, note="Польшча")
    assert (stopped.due_on, due(stopped).on) == (None, None)
    again = resume(case.pk, by=trade.official, now=NOW + timedelta(days=10))
    assert again.due_on > before


def test_7_a_refusal_without_a_ground_is_impossible_on_the_page(client, applying, time_machine):
    clerk = applying()
    case = clerk.accepted()
    time_machine.move_to(LATER, tick=False)
    sign_in(client, clerk.official, acting=case.body_id)
    answer = client.post(
        reverse("applications:desk_refuse", args=[case.reference]),
        {"ground": "", "reasons": REASONS},
    )
    assert answer.status_code == 422
    assert not Decision.objects.exists()


def test_7_a_refusal_without_a_ground_is_impossible_in_the_database(applying):
    clerk = applying()
    case = clerk.accepted()
    with pytest.raises(IntegrityError, match="decision_to_refuse_has"), transaction.atomic():
        Decision.objects.create(
            case=case, outcome="refused", reasons=REASONS, decided_at=NOW, by=clerk.official
        )


def test_11_a_rating_is_possible_only_after_a_result_and_once_a_case(applying):
    alena = applying()
    running = alena.lodged()
    with pytest.raises(RuleBroken, match="no_result"):
        rate(running.pk, scores=MARKS, comment="", by=alena.user, now=LATER)
    done = alena.granted(now=LATER)
    rate(done.pk, scores=MARKS, comment="", by=alena.user, now=LATER)
    with pytest.raises(Conflict, match="rated"):
        rate(done.pk, scores=MARKS, comment="", by=alena.user, now=LATER)


def test_12_a_citizen_sees_who_asked_for_their_data_and_on_what_ground(
    client, applying, time_machine
):
    clerk = applying()
    case = clerk.accepted()
    time_machine.move_to(LATER, tick=False)
    sign_in(client, clerk.official, acting=case.body_id)
    client.get(reverse("applications:desk_case", args=[case.reference]))
    client.logout()
    sign_in(client, clerk.user)
    with translation.override("be"):
        text = client.get(reverse("exchange:journal")).text
    assert case.reference in text
    assert clerk.state.bodies["clerk"].title("be").replace("«", "").split()[0] in text
    assert "№ 200" in text
