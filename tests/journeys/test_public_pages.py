"""Pages anybody may read, in three languages, on a phone and on a desk, with and without scripts."""

import pytest
from django.db import connection
from django.utils import timezone

from ratusha.kernel.pack import pack
from ratusha.procedures.models import Chapter, Edition, Loading, Procedure, ProcedureList
from ratusha.procedures.public import load_pack

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PAGES = {
    "home": "",
    "search": "search/?q=пособие",
    "search-empty": "search/?q=абракадабрашвабра",
    "life": "life/birth/",
    "catalogue": "services/",
    "chapter": "services/U200/chapters/5/",
    "procedure": "services/U200/1.3.2/",
    "procedure-benefit": "services/U200/2.6/",
    "procedure-e1": "services/U200/2.5/",
    "about": "about/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "missing": "no-such-page/",
}


@pytest.fixture
def _catalogue():
    load_pack(pack().folder, today=timezone.localdate(), now=timezone.now())
    yield
    tables = [m._meta.db_table for m in (Edition, Procedure, Chapter, ProcedureList, Loading)]
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")


@pytest.mark.usefixtures("_catalogue")
def test_every_public_page_is_accessible_in_every_language(
    open_page, accessible, picture, live_server
):
    for width in (390, 1280):
        page = open_page("/be/", width=width)
        for name, address in PAGES.items():
            for language in ("be", "ru", "en"):
                page.goto(f"{live_server.url}/{language}/{address}")
                picture(page, f"{name}-{language}-{width}")
                accessible(page)


@pytest.mark.usefixtures("_catalogue")
def test_no_public_page_runs_out_of_a_narrow_screen_or_large_text(open_page, live_server):
    page = open_page("/be/", width=320)
    for large in (False, True):
        if large:
            page.context.add_cookies(
                [{"name": "ratusha_view", "value": "large", "url": live_server.url}]
            )
        for name, address in PAGES.items():
            page.goto(f"{live_server.url}/be/{address}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (name, large)


@pytest.mark.usefixtures("_catalogue")
def test_a_person_finds_a_procedure_without_scripts(open_page):
    page = open_page("/ru/", scripts=False)
    page.get_by_role("searchbox").fill("рождением ребенка")
    page.get_by_role("button", name="Найти").click()
    page.get_by_role("link", name="Назначение пособия в связи с рождением ребенка").first.click()
    assert (
        page.get_by_text("Приносить ничего не нужно.")
        .or_(page.get_by_text("Не нужно приносить:"))
        .count()
    )
    page.get_by_role("link", name="Беларуская").click()
    assert page.url.endswith("/be/services/U200/2.6/")


def test_the_keyboard_skips_to_the_content(open_page):
    page = open_page("/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
