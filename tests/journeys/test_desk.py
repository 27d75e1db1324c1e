"""The desk at full strength: own words of the body, many cases given at once, refusals counted, keys alone."""

import csv
from datetime import timedelta

import pytest
from django.utils import timezone

from .acts import (
    begin_step,
    choose,
    choose_labelled,
    find_at_desk,
    lodge_certificate,
    open_case,
    sign_in_with_card,
    take_step,
    take_up,
    write,
    write_day,
)
from .pages import arrive, errors_of, follow, go, look, press, said, shows, text_of

pytestmark = pytest.mark.journey
GROUND = "no_grounds"
OWN = {
    "be": "Звярніцеся ў службу вашага дома: яе тэлефон на вашай жыроўцы.",
    "ru": "Обратитесь в службу вашего дома: её телефон указан на вашем счёте.",
    "en": "Turn to the service of your house: its telephone is on your bill.",
}


@pytest.fixture
def lodged(at_site, state):
    """So many applications for a certificate, by somebody who has just come."""

    def make(count=1, language="be"):
        person = at_site(language)
        sign_in_with_card(person, state.a_resident())
        return person, [lodge_certificate(person) for _once in range(count)]

    return make


@pytest.fixture
def held(lodged, at_desk):
    """Applications that the clerk has accepted and works on."""

    def make(count=1, language="be", **options):
        person, references = lodged(count, language)
        clerk = at_desk("clerk", language, **options)
        for reference in references:
            find_at_desk(clerk, reference)
            take_step(clerk, "accept")
            take_up(clerk)
        return person, clerk, references

    return make


@pytest.mark.parametrize(("language", "scripts"), [("be", False), ("ru", True)])
def test_a_refusal_begins_with_the_words_of_the_body(held, at_desk, language, scripts):
    head = at_desk("head", language, width=390, scripts=scripts)
    go(head, "desk/workload/")
    follow(head, "Own words of the body")
    follow(head, "Write words")
    press(head, "Save")  # nothing chosen, nothing written
    assert errors_of(head)
    choose(head, "ground", GROUND)
    for code, words in OWN.items():
        write(head, code, words)
    press(head, "Save")
    assert shows(head, "The words are written.")

    person, clerk, (reference,) = held(1, language, width=390, scripts=scripts)
    find_at_desk(clerk, reference)
    begin_step(clerk, "refuse")
    clerk.locator("main details summary").first.click()
    own = clerk.locator("main details li", has_text=OWN[language])
    arrive(clerk, own.locator("a").first)
    assert clerk.locator("[name=reasons]").input_value() == OWN[language]
    assert clerk.locator(f"[name=ground][value={GROUND}]").is_checked()
    arrive(clerk, clerk.locator("main form button").last)

    go(head, "desk/words/")
    press(head, "Retire")
    assert OWN[language] not in text_of(head)
    open_case(person, reference)
    assert OWN[language] in text_of(person)  # a decision keeps its words


def test_the_head_gives_many_cases_to_an_official_and_to_the_substitute(held, at_desk, state):
    _person, clerk, references = held(3, "en")
    head, clerk_name = at_desk("head", "en"), state.card("clerk").name
    today = timezone.localdate()
    go(head, "desk/workload/")
    arrive(head, head.locator("main th a", has_text=surname(clerk_name)).first)
    for reference in references[:2]:
        head.locator(f"input[name=case][value='{reference}']").check()
    press(head, "Give to an official")
    choose_labelled(head, "handler", surname(state.card("head").name))
    press(head, "Give")
    assert shows(head, "What was given")
    assert all(reference in text_of(head) for reference in references[:2])

    go(head, "desk/order/")
    choose_labelled(head, "principal", surname(state.card("head").name))
    choose_labelled(head, "deputy", surname(clerk_name))
    write_day(head, "since", today.isoformat())
    write_day(head, "until", (today + timedelta(days=1)).isoformat())
    press(head, "Name the deputy")
    try:
        go(head, "desk/workload/")
        assert "stands in" in text_of(head)
        go(clerk, "desk/?show=mine")  # the substitute sees what the head holds
        assert all(reference in text_of(clerk) for reference in references)
    finally:
        go(head, "desk/order/")
        press(head, "End it")


def surname(name):
    return name.split()[0]


def test_refusals_are_counted_by_ground_and_taken_along(held, at_desk):
    _person, clerk, (reference,) = held(1, "en")
    find_at_desk(clerk, reference)
    take_step(clerk, "refuse", ground=GROUND, reasons=OWN["en"])
    head = at_desk("head", "en")
    go(head, "desk/workload/")
    follow(head, "Refusals by ground")
    with head.expect_download() as waited:
        head.get_by_role("link", name=said(head, "The same as a table (CSV)")).click()
    rows = list(csv.DictReader(waited.value.path().read_text().splitlines()))
    (mine,) = [r for r in rows if (r["ground"], r["outcome"]) == (GROUND, "refused")]
    told = said(head, "fewer than five") if mine["count"] == "<5" else mine["count"]
    line = head.locator("main tr", has_text=mine["ground_text"]).first.inner_text()
    assert line.split("\t")[-1] == told
    assert all(r["count"] == "<5" or int(r["count"]) >= 5 for r in rows)


def test_a_case_is_found_opened_accepted_and_taken_up_by_keys_alone(lodged, at_desk):
    _person, (reference,) = lodged(1, "be")
    clerk = at_desk("clerk", "be")
    go(clerk, "desk/?show=all")
    rows = clerk.locator("[data-row]")
    for key, at in (("j", 0), ("j", 1), ("k", 0)):
        clerk.keyboard.press(key)
        assert focused(clerk) == rows.nth(at).inner_text()
    clerk.keyboard.press("x")
    assert clerk.locator("input[name=case]:checked").count() == 1

    clerk.keyboard.press("/")
    clerk.keyboard.type(reference)
    with clerk.expect_navigation():
        clerk.keyboard.press("Enter")
    look(clerk)
    press_in_cyrillic(clerk, "о", "KeyJ")
    assert focused(clerk) == reference
    with clerk.expect_navigation():
        clerk.keyboard.press("Enter")
    look(clerk)
    for key in ("a", "a"):
        with clerk.expect_navigation():
            clerk.keyboard.press(key)
        look(clerk)
    assert clerk.locator("main aside a[href$='/accept/']").count() == 0
    if clerk.locator("main aside a[href$='/take-up/']").count():
        for _twice in range(2):
            with clerk.expect_navigation():
                press_in_cyrillic(clerk, "е", "KeyT")
            look(clerk)
    assert clerk.locator("main aside a[href$='/grant/']").count() == 1


def test_the_keys_are_explained_and_can_be_switched_off(at_desk):
    clerk = at_desk("clerk", "ru", width=390)
    go(clerk, "desk/?show=all")
    follow(clerk, "Keys")
    assert shows(clerk, "accept; once more to confirm")
    follow(clerk, "Switch the keys off in this browser")
    clerk.locator("input[name=ways][value=nokeys]").check()
    arrive(clerk, clerk.locator("main form button").last)
    go(clerk, "desk/?show=all")
    clerk.keyboard.press("j")
    assert clerk.evaluate("document.activeElement.hasAttribute('data-row')") is False


def test_the_queue_says_what_could_go_wrong_first(held):
    _person, clerk, (reference,) = held(1, "en")
    go(clerk, "desk/?show=mine")
    follow(clerk, "What could go wrong first")
    assert "Why here:" in text_of(clerk)
    find_at_desk(clerk, reference)
    clerk.locator("main details summary", has_text="Where the days went").click()
    assert "Together" in text_of(clerk)
    look(clerk)


def focused(page):
    return page.evaluate("document.activeElement.innerText")


def press_in_cyrillic(page, key, code):
    page.evaluate(
        "([key, code]) => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key, code, bubbles: true, cancelable: true}))",
        [key, code],
    )
