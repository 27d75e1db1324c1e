"""Public pages: counting a term, and the questions asked twice."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache

from ratusha.cases.clock import Tick
from ratusha.cases.public import due_of
from ratusha.cases.tests.factories import CaseFactory
from ratusha.kernel.calendar import national_calendar
from ratusha.law.clock.links import address_of

pytestmark = pytest.mark.django_db
AT = "2026-03-02T08:00Z"


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()
    yield
    cache.clear()


def shown(client, query: str):
    response = client.get(f"/en/law/clock/?{query}")
    return response.status_code, response.content.decode().replace("\xa0", " ")


def test_the_empty_page_asks_and_does_not_scold(client):
    status, page = shown(client, "")
    assert status == 200
    assert "Error" not in page


def test_a_term_is_counted_with_its_article(client):
    status, page = shown(client, "start=2026-11-21&amount=15&unit=day")
    assert status == 200
    assert "The term ends on 7 December 2026" in page
    assert "Law 433-Z" in page


def test_days_off_and_transfers_of_the_country_count(client):
    _status, page = shown(client, "start=2026-03-29&amount=1&unit=month")
    assert "The term ends on 29 April 2026" in page


def test_a_stop_moves_the_end(client):
    _status, page = shown(
        client,
        "start=2026-11-02&amount=15&unit=day&stop_1_since=2026-11-05&stop_1_until=2026-11-25",
    )
    assert "The term ends on 7 December 2026" in page


def test_an_open_stop_has_no_date(client):
    _status, page = shown(client, "start=2026-11-02&amount=15&unit=day&stop_1_since=2026-11-05")
    assert "there is no date yet" in page


def test_a_longer_term_is_counted_from_the_same_start(client):
    _status, page = shown(
        client,
        "start=2026-11-02&amount=15&unit=day&extension_1_amount=1&extension_1_unit=month",
    )
    assert "The term ends on 2 December 2026" in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("start=&amount=15&unit=day", "Enter the date"),
        ("start=2026-02-31&amount=15&unit=day", "must be a real date"),
        ("start=2026-11-02&amount=&unit=day", "Fill in"),
        ("start=2026-11-02&amount=15&unit=fortnight", "Choose an answer"),
        ("start=2026-11-02&amount=900&unit=year", "calendar of working days"),
        ("start=2026-11-02&amount=9&unit=day&stop_1_until=2026-11-05", "from which day"),
        (
            "start=2026-11-02&amount=9&unit=day&stop_1_since=2026-11-05&stop_1_until=2026-11-04",
            "cannot run again before",
        ),
        ("start=2026-11-02&amount=9&unit=day&extension_1_amount=1", "Choose the unit"),
        ("start=2026-11-02&amount=9&unit=day&stop_1_since=2026-11-05&stop_1_reason=x", "Choose"),
    ],
)
def test_what_cannot_be_counted_is_explained_and_kept(client, query, words):
    status, page = shown(client, query)
    assert status == 422
    assert words in page


def test_the_link_of_a_case_gives_the_date_of_the_case(client):
    case = CaseFactory()
    for tick, on, more in (
        (Tick.EXTEND, date(2026, 3, 4), {"term": "1 month", "reason": "request_to_body"}),
        (Tick.STOP, date(2026, 3, 5), {"reason": "foreign_request"}),
        (Tick.RESUME, date(2026, 3, 20), {"reason": "foreign_request"}),
        (Tick.STOP, date(2026, 3, 23), {"reason": "by_law"}),
        (Tick.RESUME, date(2026, 3, 26), {"reason": "by_law"}),
    ):
        case.clock.create(tick=tick, on=on, source="x", at=AT, **more)
    entries = list(case.clock.all())
    link = address_of(entries, "T/1")
    assert case.reference not in link
    due = due_of(entries, national_calendar()).on
    _status, page = shown(client, urlsplit(link).query)
    assert f"The term ends on {due.day} {due:%B %Y}" in page
    assert parse_qs(urlsplit(link).query)["stop_2_until"] == ["2026-03-26"]


def test_the_link_of_a_case_that_was_reopened_counts_from_the_day_it_began_anew(client):
    case = CaseFactory()
    for tick, on, more in (
        (Tick.EXTEND, date(2026, 3, 4), {"term": "1 month", "reason": "request_to_body"}),
        (Tick.STOP, date(2026, 3, 5), {"reason": "foreign_request"}),
        (Tick.RESUME, date(2026, 3, 20), {"reason": "foreign_request"}),
        (Tick.RESTART, date(2026, 4, 6), {"term": "5 days", "reason": "reopened"}),
        (Tick.STOP, date(2026, 4, 7), {"reason": "by_law"}),
        (Tick.RESUME, date(2026, 4, 9), {"reason": "by_law"}),
    ):
        case.clock.create(tick=tick, on=on, source="x", at=AT, **more)
    entries = list(case.clock.all())
    query = urlsplit(address_of(entries, "T/1")).query
    given = parse_qs(query)
    assert (given["start"], given["amount"], given["stop_1_since"]) == (
        ["2026-04-06"], ["5"], ["2026-04-07"],
    )  # fmt: skip
    assert not {"stop_2_since", "extension_1_amount"} & set(given)
    due = due_of(entries, national_calendar()).on
    _status, page = shown(client, query)
    assert f"The term ends on {due.day} {due:%B %Y}" in page


def test_the_debt_is_public_with_its_formula_and_its_table(client):
    page = client.get("/en/law/asked-twice/")
    assert page.status_code == 200
    assert "debt-1" in page.content.decode()
    table = client.get("/en/law/asked-twice.csv")
    assert table.content.decode().startswith("code,title,body_kind,kind,asked")
