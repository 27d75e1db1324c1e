"""A procedure on its way to electronic form: from the queue over a card, two ministries, a group and a test to life."""

from datetime import date

import pytest

from .acts import write, write_day
from .pages import arrive, errors_of, follow, go, press, shows

pytestmark = pytest.mark.journey
CODE = "U200/7.2.1"
TO_BE = "Падае заяву ў кабінеце | 0 | 0 | 0\nАтрымлівае вынік у кабінеце | 1 | 0 | 0"


def step(page, name, *, passed=True):
    """The step that is in turn: who, when and what came of it."""
    follow(page, name)
    write_day(page, "on", date.today().isoformat())  # noqa: DTZ011 - as the person's own calendar says
    write(page, "who", "Міністэрства сувязі, Міністэрства аховы здароўя")
    if page.locator("input[name=goes_on]").count():
        page.locator(f"input[name=goes_on][value={'yes' if passed else 'no'}]").check()
    press(page, "Write it down")
    assert errors_of(page)  # what came of it is not said
    write(page, "result", "Пратакол № 1.")
    press(page, "Write it down")


def test_a_procedure_goes_from_the_queue_to_a_new_way(at_desk):
    drawer = at_desk("programme", "be")
    go(drawer, "steering/conversion/")
    follow(drawer, "What comes next")
    go(drawer, f"steering/conversion/procedures/{CODE}/")
    follow(drawer, "Draw a card")
    drawer.locator("input[name=variant][value=shorten]").check()
    write(drawer, "to_be", TO_BE)
    write(drawer, "told_volume", "120 000")
    write(drawer, "told_cost", "18,40")
    press(drawer, "Save the card")
    assert errors_of(drawer)  # figures have a source
    write(drawer, "told_source", "Справаздача за 2025 год")
    press(drawer, "Save the card")
    press(drawer, "Send to be agreed")
    card = drawer.url.split("/be/")[1]

    for code in ("law_reviewer", "council_member"):
        asked = at_desk(code, "be")
        go(asked, card)
        asked.locator("input[name=agrees][value=yes]").check()
        press(asked, "Say it")

    go(drawer, card)
    step(drawer, "The working group has met")
    step(drawer, "The new way is developed")
    step(drawer, "The new way is tested", passed=False)
    step(drawer, "The new way is developed")
    step(drawer, "The new way is tested")
    press(drawer, "Switch it on")
    assert errors_of(drawer)
    write(drawer, "act", "Указ № 1 (узор)")
    press(drawer, "Switch it on")
    assert shows(drawer, "switched on")

    go(drawer, "steering/conversion/")
    arrive(drawer, drawer.locator("main a[href$='/figures/cards/switched_on/']"))
    assert CODE in drawer.locator("main").inner_text()
    go(drawer, f"steering/conversion/procedures/{CODE}/")
    assert shows(drawer, "Begun online, and left")
