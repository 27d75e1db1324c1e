"""Digital development in a browser: everybody opens a number; figures are given, verified, asked what if."""

import pytest

from .acts import write
from .pages import arrive, errors_of, follow, go, press, shows, text_of

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]
COLLECTION = "steering/collections/regions-"
RANKS = "steering/indices/digital-development-of-regions/2025/"


@pytest.mark.parametrize(
    ("language", "width", "scripts"), [("be", 320, True), ("ru", 1280, False), ("en", 390, False)]
)
def test_anybody_opens_a_number_down_to_a_body(at_site, language, width, scripts):
    page = at_site(language, width=width, scripts=scripts)
    follow(page, "Digital development")
    arrive(page, page.locator("main ul.six a").nth(2))
    assert shows(page, "How this number came about")
    arrive(page, page.locator("main svg.tiles a").first)
    arrive(page, page.locator("main table tbody th a").first)
    assert page.locator("main .working").count() == 1
    go(page, "steering/indicators/")
    for code in ("median-days", "electronic-all", "once-only", "exchange"):
        go(page, f"steering/indicators/{code}/")
    go(page, RANKS + "ranks/")
    go(page, RANKS + "units/7000000000/")


def test_figures_are_given_disputed_and_verified_by_their_people(at_desk):
    person = at_desk("respondent", "be", width=390)
    follow(person, "Digital development")
    follow(person, "Collections of figures")
    arrive(person, person.locator("main ul.list h2 a").first)
    arrive(person, person.locator("main table tbody th a").first)
    write(person, "trained-part", "9")
    write(person, "trained-whole", "5")
    press(person, "Hand in")
    assert errors_of(person)
    assert "V02" in text_of(person)
    write(person, "trained-part", "4")
    press(person, "Save")
    arrive(person, person.locator("main a[href$='/trained/proof/']"))
    press(person, "Add a proof")
    assert len(errors_of(person)) >= 2
    go(person, person.url.split("/be/")[1].replace("trained/proof/", ""))
    press(person, "Hand in")
    verifier = at_desk("expert", "en", scripts=False)
    go(verifier, person.url.split("/be/")[1] + "trained/")
    press(verifier, "Give back with reasons")
    assert errors_of(verifier)
    write(verifier, "reason", "The plan of training has another figure.")
    press(verifier, "Give back with reasons")
    go(person, person.url.split("/be/")[1] + "trained/")
    write(person, "reason", "Лічба правільная, гл. загад.")
    press(person, "Stand by the figure")
    lead = at_desk("programme", "ru")
    go(lead, person.url.split("/be/")[1])
    write(lead, "reason", "Приказ убедил.")
    press(lead, "Decide for the respondent")
    assert "Приказ убедил." in text_of(lead)


def test_an_official_asks_what_if_keeps_it_and_compares(at_desk):
    page = at_desk("programme", "en", width=320)
    go(page, RANKS + "what-if/?figure-hosted=0.9")
    assert errors_of(page)
    go(page, RANKS + "what-if/?infrastructure=20&processes=30&data=20&people=15&security=15"
             "&unit=7000000000&figure-hosted=0.9")  # fmt: skip
    press(page, "Keep the scenario")
    assert errors_of(page)
    write(page, "name", "All systems hosted")
    press(page, "Keep the scenario")
    page.locator("main input[name=s]").first.check()
    press(page, "Compare")
    assert shows(page, "Scenarios side by side")
