"""Programmes in a browser: a number opened down to its rows, a forecast, a choice, a rating."""

import pytest

from ratusha.programmes.law import law

from .acts import write
from .measuring import last_button
from .pages import arrive, errors_of, follow, go, press, shows, text_of

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]
HOME = "steering/programmes/"
RUNNING = "Дзяржава ў кішэні"


def test_a_number_opens_down_to_its_rows_for_everybody(at_site):
    for language, width, scripts in (("be", 320, False), ("ru", 390, True), ("en", 1280, True)):
        page = at_site(language, width=width, scripts=scripts)
        go(page, HOME)
        arrive(page, page.locator("main table a[href*='2021-2025']").first)
        arrive(page, page.locator("main table a[href*='2021-2025.3/']").first)
        arrive(page, page.locator(".tiles a[href*='/cost_index/']"))
        assert "cost-index-1" in text_of(page)
        arrive(page, page.locator("#inputs a[href*='/cost/']"))
        arrive(page, page.locator("#inputs a").first)  # an event
        arrive(page, page.locator("#inputs a").first)  # a measure
        assert page.locator("#inputs data").count()  # its payments
        go(page, HOME + "calibration/")
        assert page.locator("main table a.opens").count()


def test_who_keeps_programmes_forecasts_and_chooses(at_desk):
    for width in (390, 1280):
        page = at_desk("programme", "be", width=width, scripts=width == 1280)
        go(page, HOME + "2026-2030/")
        assert shows(page, "Needs a decision this week")
        follow(page, "Forecast")
        press(page, "Compute it anew")
        assert "forecast-1" in text_of(page)
        follow(page, "Choice under a budget")
        write(page, "share", "0")
        press(page, "Compute the choice")
        assert errors_of(page)
        write(page, "share", "60")
        press(page, "Compute the choice")
        assert shows(page, "proven the best")
        write(page, "name", f"Шэсцьдзясят {width}")
        press(page, "Keep the choice")
        assert shows(page, "The choice is kept.")
    for box in page.locator("input[name=compare]").all():
        box.check()
    press(page, "Compare up to four")
    assert shows(page, "Choices side by side")


def _rate(page, mark: str) -> None:
    for one in law().confidence.questions:
        page.locator(f"input[name={one.code}][value='{mark}']").check()
        write(page, f"{one.code}_evidence", "Справаздача № 7")


def test_an_assessor_rates_what_is_not_theirs(at_desk):
    page = at_desk("expert", "be", width=390)
    go(page, HOME + "2026-2030.2/")
    arrive(page, page.locator("main table a", has_text=RUNNING).first)
    follow(page, "Independent rating")
    last_button(page)
    assert len(errors_of(page)) == 18
    _rate(page, "4")
    last_button(page)
    assert shows(page, "It is entered.")
