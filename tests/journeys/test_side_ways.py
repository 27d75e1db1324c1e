"""The side ways of a case: a clock that stands, a supplement asked and answered, a second official who gives back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from .acts import (
    begin_step,
    choose_first,
    find_at_desk,
    lodge_certificate,
    open_case,
    sign_in_with_card,
    take_step,
    take_up,
    write,
    write_day,
)
from .pages import arrive, errors_of, follow, go, press, shows, text_of
from .ways import three_ways

pytestmark = pytest.mark.journey
ABROAD = "Польшча, рэестр насельніцтва"
WANTED = "Дашліце, калі ласка, старонку пра дзяцей."
REASON = "Звярніцеся ў арганізацыю, якая абслугоўвае ваш дом."


@pytest.fixture
def in_work(at_site, at_desk, state):
    """Somebody who has just applied, and the official who has taken the case up."""

    def make(**options):
        person = at_site(**options)
        sign_in_with_card(person, state.a_resident())
        reference = lodge_certificate(person)
        clerk = at_desk("clerk", **options)
        find_at_desk(clerk, reference)
        take_step(clerk, "accept")
        take_up(clerk)
        return person, clerk, reference

    return make


def send(page):
    arrive(page, page.locator("main form button").last)


@three_ways(phone="ru", bare="en")
def test_a_clock_stops_for_a_foreign_body_and_says_so(in_work):
    person, clerk, reference = in_work()
    begin_step(clerk, "suspend")
    write(clerk, "note", ABROAD)
    send(clerk)
    open_case(person, reference)
    assert shows(person, "The clock of the term has stopped")
    assert ABROAD in text_of(person)

    find_at_desk(clerk, reference)
    take_step(clerk, "resume")
    open_case(person, reference)
    assert shows(person, "The answer from abroad is here")
    assert person.locator(".notice").count() == 1


def test_a_supplement_is_asked_for_and_sent(in_work):
    person, clerk, reference = in_work(width=320, scripts=False)
    begin_step(clerk, "ask-correction")
    send(clerk)  # nothing said yet
    assert len(errors_of(clerk)) == 2
    write(clerk, "wanted", WANTED)
    write_day(clerk, "until", (timezone.localdate() + timedelta(days=3)).isoformat())
    send(clerk)
    assert errors_of(clerk) == []

    open_case(person, reference)
    assert WANTED in text_of(person)
    follow(person, "Answer")
    press(person, "Send")  # an empty answer
    assert len(errors_of(person)) == 1
    write(person, "text", "Дзеці ўпісаны на старонцы 17.")
    press(person, "Send")
    assert shows(person, "Your answer is sent. The official goes on with the case.")

    find_at_desk(clerk, reference)
    assert "Дзеці ўпісаны на старонцы 17." in text_of(clerk)
    assert clerk.locator("main aside a[href$='/grant/']").count() == 1


def test_a_second_official_gives_a_draft_back_and_confirms_the_next(in_work, at_desk):
    person, clerk, reference = in_work()
    head = at_desk("head", "be")
    go(head, "desk/order/")
    press(head, "Ask for a second official")
    try:
        begin_step(clerk, "refuse")
        choose_first(clerk, "ground")
        write(clerk, "reasons", "Не той дом.")
        send(clerk)
        find_at_desk(head, reference)
        begin_step(head, "give-back")
        write(head, "note", "Напішыце, куды звярнуцца.")
        send(head)

        find_at_desk(clerk, reference)
        assert "Напішыце, куды звярнуцца." in text_of(clerk)
        begin_step(clerk, "refuse")
        choose_first(clerk, "ground")
        write(clerk, "reasons", REASON)
        send(clerk)
        assert clerk.locator("main aside a[href$='/confirm/']").count() == 0

        find_at_desk(head, reference)
        follow(head, "Read and confirm")
        assert REASON in text_of(head)
        press(head, "Confirm and sign")
    finally:
        go(head, "desk/order/")
        press(head, "No longer ask for a second official")
    open_case(person, reference)
    assert shows(person, "Refused")
    assert REASON in text_of(person)
