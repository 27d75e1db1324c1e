"""Published indices in a browser: anybody reads ranks, opens a value down to its figures, and tries other weights."""

import pytest
from django.utils import timezone

from ratusha.kernel.pack import pack
from ratusha.steering.public import publish_folder

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
INDEX = "steering/indices/digital-development-of-regions/2025/"
PAGES = {
    "indices": "steering/indices/",
    "index": INDEX,
    "index-unit": INDEX + "units/7000000000/",
    "index-what-if": INDEX + "what-if/?infrastructure=0&processes=0&data=10&people=90&security=0",
    "index-what-if-wrong": INDEX + "what-if/?infrastructure=x&processes=-1",
}


@pytest.fixture
def _published():
    publish_folder(pack().file("demonstration/indices"), author="Дэманстрацыя", now=timezone.now())


@pytest.mark.usefixtures("_published")
def test_published_indices_are_accessible_and_fit_their_screen(
    open_page, accessible, picture, live_server
):
    for width, languages in {320: ("be", "ru", "en"), 1280: ("be",)}.items():
        page = open_page("/be/steering/indices/", width=width)
        for name, address in PAGES.items():
            for language in languages:
                page.goto(f"{live_server.url}/{language}/{address}")
                picture(page, f"{name}-{language}-{width}")
                accessible(page)
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, (name, language)


@pytest.mark.usefixtures("_published")
@pytest.mark.parametrize("scripts", [True, False])
def test_a_reader_opens_a_value_and_tries_other_weights(open_page, accessible, scripts):
    page = open_page("/en/steering/indices/", width=390, scripts=scripts)
    page.click("text=Level of digital development of regions")
    assert "7 of 7 rated" in page.inner_text("main")
    page.click("text=Mogilev oblast")
    assert "43.0\u00a0%" in page.inner_text("main")  # trained officials, as the table has it
    assert "no data" in page.inner_text("main")
    page.click("nav.crumbs >> text=Level of digital development")
    page.click("text=What if the weights were others?")
    for part in ("infrastructure", "processes", "data", "security"):
        page.fill(f"#id_{part}", "0")
    page.fill("#id_people", "")
    page.click("main form button")
    accessible(page)
    assert "There is a problem" in page.inner_text("main")
    page.fill("#id_people", "100")
    page.click("main form button")
    first = page.locator("tbody tr").first
    assert "Minsk" in first.inner_text()
    accessible(page)
