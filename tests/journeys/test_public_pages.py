"""Pages anybody may read, in three languages, on a phone and on a desk, with and without scripts."""

import pytest
from django.utils import timezone

from ratusha.kernel.pack import pack
from ratusha.parties.public import load_bodies
from ratusha.procedures.public import load_pack
from ratusha.territory.public import load_territory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PAGES = {
    "home": "",
    "search": "search/?q=деткие пособия",
    "search-empty": "search/?q=абракадабрашвабра",
    "life": "life/birth/",
    "catalogue": "services/",
    "chapter": "services/U200/chapters/5/",
    "procedure": "services/U200/1.3.2/",
    "procedure-benefit": "services/U200/2.6/",
    "procedure-e1": "services/U200/2.5/",
    "procedure-office": "services/U200/5.1/?place=Ліда",
    "procedure-places": "services/U200/5.1/?place=Бярозаўка",
    "about": "about/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "missing": "no-such-page/",
}


@pytest.fixture
def _pack():
    load_territory(pack())
    load_bodies(pack())
    load_pack(pack().folder, today=timezone.localdate(), now=timezone.now())


@pytest.mark.usefixtures("_pack")
def test_every_public_page_is_accessible_and_fits_its_screen(
    open_page, accessible, picture, live_server
):
    languages = {390: ("be", "ru", "en"), 1280: ("be",)}
    for width, spoken in languages.items():
        page = open_page("/be/", width=width)
        for name, address in PAGES.items():
            for language in spoken:
                page.goto(f"{live_server.url}/{language}/{address}")
                picture(page, f"{name}-{language}-{width}")
                accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    for way in ("", "large", "contrast"):
        page.context.add_cookies(
            [{"name": "ratusha_view", "value": way or "-", "url": live_server.url}]
        )
        for name, address in PAGES.items():
            page.goto(f"{live_server.url}/be/{address}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (name, way)
        accessible(page)


@pytest.mark.usefixtures("_pack")
def test_a_person_finds_a_procedure_and_its_office_without_scripts(open_page):
    page = open_page("/ru/", scripts=False)
    page.get_by_role("searchbox").fill("запись о рождении")
    page.get_by_role("button", name="Найти").click()
    page.get_by_role("link", name="Регистрация рождения").first.click()
    page.get_by_label("Ваш город или деревня").fill("Лида")
    page.get_by_role("button", name="Показать").click()
    assert page.get_by_text("Лидского райисполкома").count() == 1
    page.get_by_role("link", name="Беларуская").click()
    assert "/be/services/U200/5.1/?place=" in page.url


def test_the_keyboard_skips_to_the_content(open_page):
    page = open_page("/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
