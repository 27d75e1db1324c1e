"""The law in a browser: anybody counts a term, reads what is asked twice and whether dates keep; a lawyer looks."""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.kernel.pack import pack
from ratusha.parties.public import load_bodies
from ratusha.parties.tests.factories import BodyFactory
from ratusha.procedures.public import load_pack
from ratusha.statistics.models import Calibration
from ratusha.territory.public import load_territory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PAGES = {
    "clock": "law/clock/",
    "clock-counted": "law/clock/?start=2026-11-02&amount=15&unit=day&stop_1_since=2026-11-05&stop_1_until=2026-11-25",
    "clock-wrong": "law/clock/?start=2026-02-31&amount=&unit=day&extension_1_amount=1",
    "asked-twice": "law/asked-twice/",
    "finishing-dates": "finishing-dates/",
}


@pytest.fixture
def _pack():
    load_territory(pack())
    load_bodies(pack())
    load_pack(pack().folder, today=timezone.localdate(), now=timezone.now())
    Calibration.objects.create(
        week=date(2026, 3, 2), judged_on=date(2026, 6, 1), kept=88, judged=100, version="finish-1"
    )


@pytest.mark.usefixtures("_pack")
def test_the_public_pages_of_the_law_are_accessible_and_fit_their_screen(
    open_page, accessible, picture, live_server
):
    for width, languages in {320: ("be", "ru", "en"), 1280: ("be",)}.items():
        page = open_page("/be/law/clock/", width=width)
        for name, address in PAGES.items():
            for language in languages:
                page.goto(f"{live_server.url}/{language}/{address}")
                picture(page, f"{name}-{language}-{width}")
                accessible(page)
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, (name, language)


@pytest.mark.parametrize("scripts", [True, False])
def test_anybody_counts_a_term_and_mends_a_mistake(open_page, accessible, scripts):
    page = open_page("/en/law/clock/", width=390, scripts=scripts)
    page.fill("#id_start_day", "2")
    page.fill("#id_start_month", "11")
    page.fill("#id_start_year", "2026")
    page.click("main form button")
    accessible(page)
    assert page.title().startswith("Error:")
    page.fill("#id_amount", "15")
    page.click("main form button")
    accessible(page)
    assert "The term ends on 17 November 2026" in page.inner_text("main").replace("\xa0", " ")
    assert page.input_value("#id_start_month") in {"11", "November"}


@pytest.mark.usefixtures("_pack")
def test_a_lawyer_reads_how_the_scenarios_of_a_procedure_went(open_page, accessible, live_server):
    body = BodyFactory(code="sandbox:lawyers")
    user = official("law.examine", "law.sign_off", body_id=body.pk, language="be")
    client = sign_in(Client(), user, acting=body.pk)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page = open_page("/be/law/clock/", width=390)
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/be/law/scenarios/")
    accessible(page)
    page.goto(f"{live_server.url}/be/law/scenarios/U200/6.6/")
    accessible(page)
    assert "apply.citizen" in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(f"{live_server.url}/be/law/impact/")
    page.click("main form button")
    accessible(page)
