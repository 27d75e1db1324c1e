"""Twenty numbers of the dashboard, drawn by lot: each opens, says of itself what it must, and is computed again."""

import re
from datetime import date
from decimal import Decimal
from html import unescape
from random import Random

import pytest
from django.core.cache import cache

from ratusha.indicators.services.snapshots import take_snapshots
from ratusha.indicators.tests.conftest import NOW, Country
from ratusha.ui.tests.opened import read

pytestmark = pytest.mark.django_db
HOME = "/en/steering/"
TILES, SEED = 20, 26
WORKING = re.compile(r'class="working">\s*([\d,.]+) ÷ ([\d,.]+) = <b>([\d,.]+)(\s%)?</b>')
HALF = re.compile(r'class="working">([\d,]+) of ([\d,]+) cases had ended within ([\d,]+) days?:')
BIG = re.compile(r'<b class="value big">([\d,.]+)[^<]*</b>')
SUMS = re.compile(r"<tfoot>.*?</tfoot>", re.DOTALL)
LABEL = r'(?:<span class="unseen">[^<]*</span>)?'  # the name of the column, seen on a phone
CELL = re.compile(rf'<td class="num">{LABEL}([^<]*)</td>')
LINKS = re.compile(r'href="(/en/steering/indicators/[^"#?]+/)"')
SAYS = ("as of", "formula", " of ")


@pytest.fixture
def country(db):  # noqa: ARG001 - its tables
    """Cases enough that every row may be shown, late ones among them, some rated."""
    cache.clear()
    made = Country()
    for at, body in enumerate((made.near, made.far, made.ministry)):
        for days in range(6, 14):
            ended = date(2026, 8, 10 + days)
            for case in made.cases(5 + at, body, closed_on=ended, due_on=date(2026, 8, 20)):
                made.rate(case, 5, 4, 4, 3 + at % 2)
    take_snapshots(date(2026, 8, 31), now=NOW)
    yield made
    cache.clear()


def page_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return unescape(answer.text)


def number(text):
    return Decimal(text.replace(",", "").replace(" ", "").replace("\u00a0", "").rstrip("%"))


def tiles(client):
    """Every number that can be reached from the home page: values, regions, districts."""
    found, ahead = [], [HOME, *(f"{HOME}?map={code}" for code in ("online", "refused"))]
    while ahead:
        for link in sorted(set(LINKS.findall(page_of(client, ahead.pop())))):
            if link not in found and not link.endswith(("/indicators/", "/now/")):
                found.append(link)
                ahead.append(link)
    return found


def computed_again(page):
    """The value in words of the page, and the same from the inputs that are printed beside it."""
    if half := HALF.search(page):
        within, all_, value = (number(one) for one in half.groups())
        assert 2 * within >= all_
        return value, median_of(page) if "By days from lodging" in page else value
    part, of, value, percent = WORKING.search(page).groups()
    share = number(part) / number(of) * (100 if percent else 1)
    places = Decimal(1).scaleb(-len(value.partition(".")[2]))
    return number(value), share.quantize(places)


def median_of(page):
    """Half of the cases, counted up range by range."""
    table = page[page.index("By days from lodging") :]
    rows = re.findall(
        rf'<td class="num">{LABEL}([\d,]+)</td><td class="num">{LABEL}([\d,]+)</td></tr>', table
    )
    all_, so_far = sum(number(count) for count, _last in rows[:-1]) or 1, 0
    for count, last in rows:
        so_far += number(count)
        if 2 * so_far >= all_:
            return number(last)
    return None


@pytest.mark.usefixtures("country")
def test_twenty_numbers_drawn_by_lot_open_and_are_computed_again(client):
    reached = tiles(client)
    assert len(reached) >= TILES
    for address in Random(SEED).sample(reached, TILES):  # noqa: S311 - a lot that can be drawn again
        page = page_of(client, address)
        if "No data yet" in page or "No rows" in page:
            continue
        if "/figures/" in address:  # what a value covers, what its target needs
            assert read(page).comes_out(), address
            continue
        assert all(words in page for words in SAYS), address
        if BIG.search(page):
            shown, again = computed_again(page)
            assert shown == again, address
            assert number(BIG.search(page)[1]) == shown, address


@pytest.mark.usefixtures("country")
def test_the_sum_of_the_rows_of_every_table_gives_the_value(client):
    for code in ("in-term", "satisfaction", "online", "refused"):
        page = page_of(client, f"{HOME}indicators/{code}/")
        value = number(BIG.search(page)[1])
        sums = [CELL.findall(one)[-1] for one in SUMS.findall(page)]
        assert len(sums) >= 4
        places = Decimal(1).scaleb(-len(BIG.search(page)[1].partition(".")[2]))
        assert {number(one).quantize(places) for one in sums} == {value}, code
