"""A person comes in with a card, keeps something back, looks around, and withdraws; an official changes capacity."""

from uuid import UUID

import pytest

from ratusha.accounts import identity
from ratusha.accounts.public import appoint, connect_directory, find_user, issue_demo_card
from ratusha.accounts.tests.factories import SINCE

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
NUMBER, ALENA, BODY = "7123456A789PB6", UUID(int=0xA1E), UUID(int=0xB0D)
FACTS = {
    "names": "Каваленка Алена Пятроўна",
    "birth_date": "14.03.1988",
    "residence": "Мінск, Якуба Коласа, 24",
    "email": "alena@example.by",
}
WAYS = [("be", 390, True), ("ru", 1280, True), ("en", 390, False)]


@pytest.fixture
def card(transactional_db, monkeypatch):  # noqa: ARG001 - the tables it needs
    monkeypatch.setattr(identity, "_directory", identity.directory())
    names = {ALENA: "Алена Каваленка", BODY: "Адміністрацыя Ленінскага раёна"}
    connect_directory({NUMBER: ALENA}.get, lambda party, _language: names.get(party, ""))
    return issue_demo_card(ALENA, NUMBER, FACTS, "135790")


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_a_person_signs_in_with_a_card_and_keeps_something_back(
    open_page, accessible, picture, card, way
):
    language, width, scripts = way
    page = open_page(f"/{language}/account/settings/", width=width, scripts=scripts)

    def seen(name):
        picture(page, f"{name}-{language}-{width}")
        if scripts:  # axe is a script
            accessible(page)

    seen("sign-in")
    page.locator("main a[href*='sign-in/card']").click()
    page.fill("#id_number", card.number)
    page.fill("#id_pin", "000000")
    page.locator("main form button").click()
    assert page.locator(".error-summary").count() == 1
    seen("card-wrong")
    page.fill("#id_pin", "135790")
    page.locator("main form button").click()
    assert "/sign-in/consent/" in page.url
    seen("consent")
    page.uncheck("#allowed-residence")
    page.locator("main form button").click()
    assert "/welcome/" in page.url
    seen("welcome")
    page.locator("main form button").click()
    assert page.url.endswith(f"/{language}/account/settings/")
    assert page.locator("text=Каваленка").count() >= 1
    seen("settings")
    page.locator("main section form[action*=withdraw] button").click()
    assert page.locator("form[action*=withdraw]").count() == 0
    page.goto(page.url.replace("settings", "sessions"))
    seen("sessions")
    page.locator("form[action*='/end/'] button").first.click()
    assert page.locator("form[action*=sign-out]").count() == 0


def test_an_official_who_is_a_citizen_chooses_the_capacity(open_page, accessible, picture, card):
    page = open_page("/be/account/sign-in/card/")
    page.fill("#id_number", card.number)
    page.fill("#id_pin", "135790")
    page.locator("main form button").click()
    page.locator("main form button").click()
    appoint(
        find_user(ALENA), BODY, ["cases.see", "audit.read"], {"be": "Спецыяліст"}, SINCE, by=None
    )
    page.goto(page.url.split("/be/")[0] + "/be/account/capacity/")
    picture(page, "capacity-be-1280")
    accessible(page)
    page.check("#capacity-2")
    page.locator("main form button").click()
    page.goto(page.url.split("/be/")[0] + "/be/audit/journal/?action=visit")
    assert "Ленінскага" in page.locator("header").inner_text()
    picture(page, "journal-be-1280")
    accessible(page)
