"""From the pocket of the citizen to the answer: reported, joined, shown, mended, opened again, confirmed."""

from itertools import count
from pathlib import Path

import pytest
from django.utils import translation
from playwright.sync_api import Page

from ratusha.issues.rules import Status
from ratusha.issues.tests.pictures import street_jpeg, with_position

from .acts import attach, choose_labelled, status_of, write, write_day
from .pages import arrive, errors_of, follow, go, language_of, press, shows, text_of
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
