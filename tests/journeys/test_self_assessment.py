"""The UN's questionnaire: offers of the platform are taken, changed and declined; what is lacking is told."""

import pytest

from .acts import write
from .pages import arrive, errors_of, follow, go, press, shows, text_of

pytestmark = pytest.mark.journey
ROOM = "steering/self-assessment/"
WAYS = [("be", True, 1280), ("ru", False, 390), ("en", True, 390)]
SECTION = {"be": "38", "ru": "42", "en": "46"}  # each walk has a question of its own
DECLINED = {"be": "48", "ru": "50", "en": "52"}


@pytest.mark.parametrize("walk", WAYS, ids=lambda walk: walk[0])
def test_an_owner_takes_changes_and_declines_what_the_platform_offers(at_desk, walk):
    language, scripts, width = walk
    number = int(SECTION[language])
    page = at_desk("law_reviewer", language, scripts=scripts, width=width)
    go(page, f"{ROOM}work/2026/")
    arrive(page, page.locator("main a[href$='/sections/c/']"))
    page.locator(f"input[value='{number}:law-{number}']").check()
    press(page, "Take the ticked answers")
    assert shows(page, "answer from the platform")

    go(page, f"{ROOM}work/2026/questions/q{number + 1}/")
    write(page, "links", "pravo.by")
    press(page, "Save the answer")
    assert errors_of(page)
    arrive(page, page.locator(f"aside a[href='?from=law-{number}']"))
    assert shows(
        page, "Begun from what the platform offers. Change the words, and save them as yours."
    )
    write(page, "text", f"In our own words, {language}.")
    press(page, "Save the answer")
    assert f"In our own words, {language}." in text_of(page)

    go(page, f"{ROOM}work/2026/questions/q{DECLINED[language]}/")
    page.locator("aside summary").first.click()
    write(page, "reason", "Акт зменены.")
    press(page, "Decline the offer")
    assert "Акт зменены." in text_of(page)


def test_who_coordinates_sees_the_whole_and_is_told_what_is_left(at_desk):
    page = at_desk("programme", "be", width=390)
    go(page, f"{ROOM}work/")
    arrive(page, page.locator("main h2 a[href$='/work/2026/']"))
    press(page, "Hand in")
    assert "112" in errors_of(page)[0]
    follow(page, "Name the owner of section %(code)s", code="B")
    page.locator("input[name=owner]").first.check()
    press(page, "Name the owner")
    arrive(page, page.locator("main a[href$='/changes/']"))


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_everybody_reads_what_the_platform_can_answer(at_site, language):
    page = at_site(language, width=390)
    go(page, ROOM)
    arrive(page, page.locator("main a[href$='/facts/satisfaction/']"))
    go(page, f"{ROOM}acts/")
    arrive(page, page.locator("main h2 a").first)
