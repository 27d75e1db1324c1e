"""When the answer is no: with a ground of the law and a reason, or not at all."""

import pytest

from .acts import (
    begin_step,
    choose_first,
    download_decision,
    find_at_desk,
    lodge_certificate,
    open_case,
    sign_in_with_card,
    take_step,
    take_up,
    withdraw,
    write,
)
from .pages import arrive, errors_of, follow, look, press, shows, text_of, wait_for
from .papers import text_in

pytestmark = pytest.mark.journey
REASON = "Адрас у заяве — у іншым раёне. Звярніцеся ў арганізацыю, якая абслугоўвае ваш дом."


@pytest.fixture
def lodged(at_site, state):
    """Somebody who has just lodged an application for a certificate."""

    def make(**options):
        person = at_site(**options)
        sign_in_with_card(person, state.a_resident())
        return person, lodge_certificate(person)

    return make


@pytest.mark.parametrize(
    ("step", "language", "scripts", "outcome"),
    [
        ("refuse-to-accept", "be", True, "Not accepted"),
        ("refuse", "en", False, "Refused"),
    ],
)
def test_a_refusal_needs_a_ground_and_a_reason(  # noqa: PLR0917 - fixtures
    at_desk, lodged, tmp_path, step, language, scripts, outcome
):
    person, reference = lodged(language=language, width=390, scripts=scripts)
    clerk = at_desk("clerk", language, scripts=scripts)
    find_at_desk(clerk, reference)
    if step == "refuse":
        take_step(clerk, "accept")
        take_up(clerk)
    begin_step(clerk, step)
    send = clerk.locator("main form button").last

    arrive(clerk, send)
    assert len(errors_of(clerk)) == 2
    clerk.locator(".error-summary a").last.click()
    if scripts:
        assert clerk.evaluate("document.activeElement.id") == "id_reasons"
    else:
        assert clerk.url.endswith("#id_reasons")

    write(clerk, "reasons", REASON)
    arrive(clerk, send)
    assert len(errors_of(clerk)) == 1
    assert clerk.locator("[name=reasons]").input_value() == REASON

    choose_first(clerk, "ground")
    arrive(clerk, send)
    assert errors_of(clerk) == []

    open_case(person, reference)
    assert shows(person, outcome)
    assert REASON in text_of(person)
    assert shows(person, "Complain about this decision")
    paper = text_in(download_decision(person, tmp_path))
    assert "Звярніцеся ў арганізацыю" in paper


def test_an_applicant_takes_an_application_back(at_desk, lodged):
    person, reference = lodged(language="ru", scripts=False)
    withdraw(person, "Справка больше не нужна.")
    assert shows(person, "The application is withdrawn.")
    assert person.locator("aside a[href$='/withdraw/']").count() == 0

    clerk = at_desk("clerk", "ru")
    find_at_desk(clerk, reference)
    assert clerk.locator("aside .now .btn").count() == 0


def test_a_question_is_asked_and_answered(at_desk, lodged):
    person, reference = lodged(width=390)
    clerk = at_desk("clerk", "be")
    find_at_desk(clerk, reference)
    write(clerk, "text", "Ці пазначыць у даведцы мэту?\nКалі так, якую?")
    press(clerk, "Send")
    assert shows(clerk, "The message is sent.")

    person.goto("/".join(person.url.split("/")[:4]) + "/my/")
    look(person)
    follow(person, "Notices")
    wait_for(person, person.locator("main ol.inbox > li").nth(1))  # the worker brings it
    arrive(person, person.locator("main ol.inbox > li > a").first)
    follow(person, "Open the case")
    assert "Ці пазначыць у даведцы мэту?" in text_of(person)
    press(person, "Send")  # nothing typed yet
    assert len(errors_of(person)) == 1
    write(person, "text", "Так: у школу.")
    press(person, "Send")
    assert shows(person, "Your message is sent.")

    find_at_desk(clerk, reference)
    assert "Так: у школу." in text_of(clerk)


def test_of_two_officials_one_takes_the_step_and_the_other_is_told(at_desk, lodged):
    _person, reference = lodged()
    clerk, head = at_desk("clerk", "be"), at_desk("head", "ru")
    for official in (clerk, head):
        find_at_desk(official, reference)
        begin_step(official, "accept")
    press(clerk, "Accept")
    assert errors_of(clerk) == []
    press(head, "Accept")
    assert len(errors_of(head)) == 1


def test_the_same_decision_sent_twice_is_made_once(at_desk, lodged):
    person, reference = lodged()
    clerk = at_desk("clerk", "be")
    find_at_desk(clerk, reference)
    take_step(clerk, "accept")
    take_up(clerk)
    begin_step(clerk, "grant")
    second = clerk.context.new_page()
    second.goto(clerk.url)
    press(clerk, "Grant")
    press(second, "Grant")
    assert len(errors_of(second)) == 1
    second.close()
    clerk.go_back()
    press(clerk, "Grant")
    assert len(errors_of(clerk)) == 1

    open_case(person, reference)
    assert person.locator(".decision").count() == 1
