"""Somebody looked at a person's data: the person asks why, and an official of the body that looked answers."""

import pytest

from .acts import find_at_desk, lodge_certificate, sign_in_with_card, take_step, write
from .pages import arrive, errors_of, follow, go, press, said, shows, text_of
from .papers import text_in
from .ways import three_ways

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
QUESTION = "Навошта вам гэтыя даныя?"
ASKED_BACK = "Вас цікавіць менавіта гэты прагляд?"
ADDED = "Даныя спатрэбіліся для даведкі, якую вы папрасілі."


@three_ways(phone="be", bare="ru")
def test_a_look_is_asked_about_and_answered(at_site, at_desk, state, tmp_path):
    person = at_site()
    sign_in_with_card(person, state.a_resident())
    reference = lodge_certificate(person)
    clerk = at_desk("clerk")
    find_at_desk(clerk, reference)
    take_step(clerk, "accept")

    go(person, "my-data/journal/")
    looked = person.locator("main li", has=person.locator("a[href*='/requests/why/']")).first
    looked.locator("summary").click()
    arrive(person, looked.locator("a[href*='/requests/why/']"))
    assert shows(person, "The look it is about")
    write(person, "text", QUESTION)
    press(person, "Ask why")
    assert shows(person, "Your request is lodged.")
    request = person.url.rstrip("/").split("/")[-1]

    head = at_desk("head", "en")
    find_at_desk(head, request)
    assert QUESTION in text_of(head)
    press(head, "Take up the request")
    write(head, "text", ASKED_BACK)
    press(head, "Send")
    person.reload()
    assert ASKED_BACK in text_of(person)
    write(person, "text", "Так.")
    press(person, "Send")
    assert shows(person, "Your message is sent.")
    head.reload()
    follow(head, "Answer the person")
    draft = head.locator("[name=text]").input_value()
    assert reference in draft
    write(head, "text", "")
    press(head, "Send the answer")
    assert len(errors_of(head)) == 1
    write(head, "text", f"{draft}\n{ADDED}")
    press(head, "Send the answer")

    go(person, f"my-data/requests/{request}/")
    assert ADDED in text_of(person)
    assert person.locator("main .tag.ok").count() == 1  # answered
    with person.expect_download() as waited:
        person.get_by_role("link", name=said(person, "The answer (PDF)")).click()
    paper = tmp_path / waited.value.suggested_filename
    waited.value.save_as(paper)
    assert ADDED in text_in(paper)
    assert request in text_in(paper)

    go(person, "how-long-we-keep/")
    assert shows(person, "Cases: from the day they are closed")
    go(person, "my/")
    follow(person, "Ask about my data")
    press(person, "Send the request")
    assert len(errors_of(person)) == 2
