"""Every number of steering opens to its inputs and comes out again: all rooms, walked by an official from the doors."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.urls import resolve
from django.utils import translation
from lxml import html

from ratusha.ui.tests.closed import is_opened_in_place
from ratusha.ui.tests.opened import numbers_on, opened_on

pytestmark = [pytest.mark.journey, pytest.mark.django_db]
HOME = "/en/steering/"
DOORS = (
    HOME, "/en/measures/", "/en/desk/measures/", "/en/finishing-dates/",
    f"{HOME}plans/", f"{HOME}programmes/", f"{HOME}collections/",
)  # fmt: skip
ROOMS = (
    HOME,
    "/en/measures/",
    "/en/desk/measures/",
    "/en/desk/council/",
    "/en/finishing-dates/",
    "/en/figures/",
)
ALIKE, TRIED = 2, 3  # pages of one kind that are walked, numbers of one formula that are opened
PAGES, NUMBERS, FORMULAS = 80, 150, 80  # at least so many are found, or the walk has gone astray
OF_ITSELF = 4  # version, coverage, day, author


def kind_of(address: str) -> tuple[str, str]:
    """The page, and the formula where it is a number."""
    with translation.override("en"):
        found = resolve(unquote(urlsplit(address).path))
    named = [
        str(found.kwargs[one]) for one in ("figure", "code", "kind", "name") if one in found.kwargs
    ]
    return found.view_name, " ".join(named) if is_number(found.view_name) else ""


def is_number(page: str) -> bool:
    return any(word in page for word in ("number", "figure", "curve", "kept", "saved", "score"))


def within(page: str, address: str) -> Iterator[str]:
    """Where a page leads inside the rooms of steering, questions and anchors left out."""
    for link in html.fromstring(page).xpath("//main//a/@href"):
        there = urlsplit(urljoin(address, link)).path
        if there.startswith(ROOMS):
            yield there


def test_every_number_of_steering_opens_and_is_computed_again(at_desk, state):
    ask = at_desk("programme").context.request
    walked, ahead, alike = set(), list(DOORS), Counter()
    shut, numbers = [], {}
    while ahead:
        address = ahead.pop(0)
        kind = kind_of(address)
        if address in walked or alike[kind] >= ALIKE or is_number(kind[0]):
            continue
        walked.add(address)
        answer = ask.get(f"{state.url}{address}", max_redirects=2)
        if not answer.ok or "html" not in answer.headers["content-type"]:
            assert answer.status in {200, 404}, address  # a 404 is somebody else's paper
            continue
        alike[kind] += 1
        page = answer.text()
        for link in numbers_on(page):
            if not link:
                shut.append(address)
            else:
                numbers.setdefault(urljoin(address, link), address)
        ahead += within(page, address)
    assert shut == [], "numbers that do not open"
    assert len(walked) >= PAGES

    tried: Counter[tuple[str, str]] = Counter()
    for number, where in numbers.items():
        kind = kind_of(number)
        if tried[kind] >= TRIED:
            continue
        tried[kind] += 1
        answer = ask.get(f"{state.url}{number}")
        assert answer.ok, (number, where)
        if "html" not in answer.headers["content-type"]:
            continue  # a table with all rows
        told = opened_on(answer.text())
        if told is None:
            assert is_opened_in_place(answer.text()), (number, where)
            continue
        assert told.comes_out(), (number, told)
        assert len(told.facts) >= OF_ITSELF, number
        assert all(told.facts), number
    assert tried.total() >= NUMBERS
    assert len(tried) >= FORMULAS
