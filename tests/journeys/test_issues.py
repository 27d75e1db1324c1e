"""From the citizen to the answer: reported, joined, shown, mended, opened again, confirmed; and by telephone."""

from itertools import count
from pathlib import Path

import pytest
from django.utils import translation
from playwright.sync_api import Page

from ratusha.issues.rules import Status
from ratusha.issues.tests.pictures import street_jpeg, with_position

from .acts import (
    attach,
    choose,
    choose_labelled,
    sign_in_with_card,
    status_of,
    write,
    write_day,
)
from .pages import arrive, errors_of, follow, go, language_of, press, said, shows, text_of, wait_for
from .ways import Way, three_ways

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
RUNS = count()
WORDS = {
    "be": "Глыбокая яма каля школы.",
    "ru": "Глубокая яма у школы.",
    "en": "A deep hole near the school.",
}
DONE = {"be": "Яма засыпана.", "ru": "Яма засыпана полностью.", "en": "The hole is filled."}
NOT_DONE = {"be": "Яма на месцы!", "ru": "Яма на месте!", "en": "The hole is still there!"}
PLATE = (370, 660, 630, 740)  # of a thousand: left, top, right, bottom
SQUARES = ["77", "78", "79", "80"]  # the same, in the grid of twelve by nine


def a_place() -> tuple[float, float]:
    """A street in the south of Minsk; each run has its own, so that none finds the trouble of another."""
    return 53.8702 + next(RUNS) * 0.002, 27.6003


def stands(person: Page, status: Status) -> bool:
    """Whether the issue on this page stands so, in the language of the page."""
    with translation.override(language_of(person)):
        return status_of(person) == str(status.label)


def report(person: Page, place: tuple[float, float], words: str) -> None:
    """From the first page of issues, without a photo: the point is typed."""
    go(person, "issues/")
    follow(person, "Report an issue")
    arrive(person, person.locator("main a[href$='/issues/new/road.hole/']"))
    person.locator("main details summary").first.click()
    write(person, "lat", f"{place[0]:.5f}")
    write(person, "lon", f"{place[1]:.5f}")
    write(person, "words", words)
    press(person, "Send the report")


def number_of(person: Page) -> str:
    number = person.locator("h1").inner_text().split()[-1]
    assert number.count("-") == 3, f"no number of an issue: {person.url}"
    return number


def office_of(official: Page) -> str:
    """The body that the official acts for, as the header says it."""
    told = official.locator("header a.capacity .tag").first.text_content() or ""
    return " ".join(told.split())


def at_desk_page(official: Page, number: str) -> None:
    go(official, f"desk/issues/{number}/")


def take(official: Page, number: str, step: str) -> None:
    at_desk_page(official, number)
    arrive(official, official.locator(f"main a[href$='/steps/{step}/']").first)


def send(page: Page) -> None:
    arrive(page, page.locator("main form[method=post] button.btn").last)


def cover(official: Page, way: Way) -> None:
    """Draw over the number plate; where no script arrives, tick the squares that it lies in."""
    press(official, "Show it to everybody so")
    assert errors_of(official)
    if way.scripts:
        rim = official.locator("[data-cover] img").bounding_box()
        assert rim
        left, top, right, bottom = PLATE
        official.locator("[data-cover]").scroll_into_view_if_needed()
        rim = official.locator("[data-cover] img").bounding_box() or rim
        official.mouse.move(
            rim["x"] + rim["width"] * left / 1000, rim["y"] + rim["height"] * top / 1000
        )
        official.mouse.down()
        for share in (0.5, 1.0):
            official.mouse.move(
                rim["x"] + rim["width"] * (left + (right - left) * share) / 1000,
                rim["y"] + rim["height"] * (top + (bottom - top) * share) / 1000,
            )
        official.mouse.up()
        assert official.locator("[data-drawn] li").count() == 1
        assert official.locator("[name=square]:checked").count() == 0
    else:
        for number in SQUARES:
            official.locator(f"[name=square][value='{number}']").check(force=True)
    press(official, "Show it to everybody so")


def report_twice(
    first: Page, second: Page, placed: Path, place: tuple[float, float], words: str
) -> tuple[str, str]:
    """One lets the photo say where, the other types the point; the second is shown the first before it is sent."""
    go(first, "issues/new/road.hole/")
    attach(first, "photo", placed)
    press(first, "Send the report")
    assert shows(first, "Was it here?")
    arrive(first, first.locator("button[name=position]").first)
    number = number_of(first)
    report(second, place, words)
    assert number in second.locator("main").inner_html()
    press(second, "No, mine is another: send it")
    return number, number_of(second)


def merge(dispatcher: Page, twin: str, number: str) -> None:
    """The desk names the earlier report beside the later one."""
    at_desk_page(dispatcher, twin)
    arrive(dispatcher, dispatcher.locator(f"main a[href$='/steps/merge/?into={number}']"))
    send(dispatcher)
    assert stands(dispatcher, Status.MERGED)


def finish(master: Page, number: str, words: str, photo: Path | None = None) -> None:
    take(master, number, "finish")
    write(master, "text", words)
    if photo:
        attach(master, "photo", photo)
    send(master)


def open_again(person: Page, words: str) -> None:
    arrive(person, person.locator("main a[href$='/reopen/']"))
    send(person)
    assert errors_of(person)
    write(person, "reasons", words)
    send(person)
    assert stands(person, Status.REOPENED)


@three_ways(phone="be", bare="ru")
def test_a_hole_is_reported_joined_mended_opened_again_and_confirmed(
    at_site, at_desk, way, tmp_path
):
    place = a_place()
    placed, street = tmp_path / "placed.jpg", tmp_path / "street.jpg"
    placed.write_bytes(with_position(*place, size=(800, 600)))
    street.write_bytes(street_jpeg("1234 AB-7"))

    first, second = at_site(), at_site()
    number, twin = report_twice(first, second, placed, place, WORDS[way.language])
    mine, second_page = first.url, second.url

    dispatcher, master = at_desk("dispatcher"), at_desk("master")
    merge(dispatcher, twin, number)
    second.goto(second_page)  # the code leads to the one trouble that is left
    assert number in text_of(second)
    take(dispatcher, number, "assign")
    choose_labelled(dispatcher, "executor", office_of(master))
    send(dispatcher)
    at_desk_page(dispatcher, number)
    arrive(dispatcher, dispatcher.locator("main a[href$='/release/']").first)
    cover(dispatcher, way)

    take(master, number, "plan")
    write_day(master, "on", "2031-05-06")
    send(master)
    finish(master, number, DONE[way.language], street)
    cover(master, way)  # the next question: what everybody may see of it

    for person, page in ((first, mine), (second, second_page)):
        person.goto(page)
        assert stands(person, Status.DONE)
    open_again(second, NOT_DONE[way.language])
    finish(master, number, DONE[way.language])
    first.goto(mine)
    arrive(first, first.locator("main a[href$='/close/']"))
    send(first)
    assert stands(first, Status.CLOSED)

    anybody = at_site()
    go(anybody, f"issues/{number}/")
    assert DONE[way.language] in text_of(anybody)
    assert NOT_DONE[way.language] not in text_of(anybody)  # the words of a reporter
    assert anybody.locator("main img.photo").count() == 2
    widths = "all => all.map(one => one.naturalWidth)"
    assert all(anybody.locator("main img.photo").evaluate_all(widths))


# ---- by telephone ----
NUMBER = "+375 29 765-43-21"
BAGS = {"be": "Мяшкі не забралі", "ru": "Мешки не забрали", "en": "The bags are still there"}


def take_down_a_call(operator: Page, place: tuple[float, float], words: str) -> tuple[str, str]:
    """What the caller says, with a telephone; number and code are read out and gone."""
    go(operator, "desk/issues/")  # an operator has the calls here and nothing else
    follow(operator, "A report for a caller")
    arrive(operator, operator.locator("main a[href$='/calls/new/yard.rubbish/']"))
    operator.locator("main details summary").first.click()
    write(operator, "lat", f"{place[0]:.5f}")
    write(operator, "lon", f"{place[1]:.5f}")
    write(operator, "words", words)
    write(operator, "telephone", NUMBER)
    press(operator, "Write the report down")
    assert errors_of(operator)  # not without a yes
    operator.locator("[name=agreed]").check(force=True)
    press(operator, "Write the report down")
    number, code = operator.locator("main .code").all_inner_texts()
    told = operator.url
    press(operator, "I have told it: go on")
    operator.goto(told)
    assert code not in operator.locator("body").inner_text()
    return number, code


def open_call(operator: Page, number: str) -> None:
    go(operator, "desk/issues/calls/")
    assert NUMBER not in text_of(operator)
    arrive(operator, operator.locator("main li.card", has_text=number).locator("button"))
    assert NUMBER in text_of(operator)


@three_ways(phone="ru", bare="en")
def test_a_caller_is_asked_by_lot_and_says_that_it_is_not_done(at_site, at_desk, state, way):
    operator, dispatcher, master = at_desk("operator"), at_desk("dispatcher"), at_desk("master")
    number, code = take_down_a_call(operator, a_place(), WORDS[way.language])
    take(dispatcher, number, "assign")
    choose_labelled(dispatcher, "executor", office_of(master))
    send(dispatcher)
    finish(master, number, DONE[way.language])
    assert int(state.as_application("lot_night.py", number)) >= 1

    open_call(operator, number)
    choose(operator, "reached", "nobody")
    press(operator, "Note how it went")

    caller = at_site()  # could answer without being called
    go(caller, f"issues/mine/{code}/")
    follow(caller, "Answer the question")
    press(caller, "Send the answer")
    assert errors_of(caller)

    open_call(operator, number)
    choose(operator, "reached", "answered")
    choose(operator, "done", "no")
    press(operator, "Note how it went")
    assert errors_of(operator)  # what is missing has to be said
    write(operator, "words", BAGS[way.language])
    press(operator, "Note how it went")
    assert number not in operator.locator("main ul.stacked").all_inner_texts()

    go(caller, f"issues/{number}/")
    assert stands(caller, Status.REOPENED)
    assert BAGS[way.language] not in text_of(caller)
    at_desk_page(master, number)
    assert BAGS[way.language] in master.locator("main").text_content()
    for page in ("issues/survey/", "issues/statistics/"):
        go(caller, page)
    arrive(caller, caller.locator("main a[href*='/issues/organisations/']").first)


# ---- joined and taken apart ----
@three_ways(phone="en", bare="be")
@pytest.mark.usefixtures("way")
def test_who_reported_is_told_that_it_was_joined_and_that_it_was_taken_apart(
    at_site, at_desk, state
):
    place = a_place()
    anybody, resident, dispatcher = at_site(), at_site(), at_desk("dispatcher")
    report(anybody, place, WORDS["be"])
    first = number_of(anybody)
    sign_in_with_card(resident, state.a_resident())
    report(resident, place, WORDS["be"])
    press(resident, "No, mine is another: send it")
    twin = resident.url.rstrip("/").split("/")[-1]

    merge(dispatcher, twin, first)
    told_by_letter(resident, twin, first)
    take(dispatcher, twin, "separate")
    send(dispatcher)
    assert errors_of(dispatcher)
    write(dispatcher, "reasons", "Гэта яма на іншым баку.")
    send(dispatcher)
    assert stands(dispatcher, Status.REPORTED)
    go(resident, f"issues/{twin}/")
    assert stands(resident, Status.REPORTED)
    assert "Гэта яма на іншым баку." not in text_of(resident)
    told_by_letter(resident, twin, first, times=2)


def told_by_letter(person: Page, number: str, into: str, *, times: int = 1) -> None:
    """The newest of so many notices about reports names both."""
    go(person, "notifications/")
    told = person.locator("main ol.inbox li a", has_text=said(person, "Your report of an issue"))
    wait_for(person, told.nth(times - 1))
    arrive(person, told.first)
    assert number in text_of(person)
    assert into in text_of(person)
