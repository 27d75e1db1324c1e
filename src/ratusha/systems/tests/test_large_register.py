"""A large register: the page of the graph stays a page, and its list says what its picture shows."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.systems.models import CardVersion, System

COUNT = 700  # above the most for which ways through a system are counted
LIGHTEST = 130_000  # bytes of the page


def number(place):
    return f"SYS-2000-{place:05}"


@pytest.fixture
def large(state):
    made, versions = [], []
    for place in range(COUNT):
        takes = sorted({other for other in (place - 1, place // 3) if 0 <= other < place})
        told = {
            "name": {"be": f"Рэестр {place}"}, "kind": "system", "owner": "state:331", "sphere": "health",
            "interfaces": [{"system": number(other)} for other in takes],
        }  # fmt: skip
        made.append(
            System(
                number=number(place), owner_id=state.owner.pk, status="planned", told=told, registered_at=state.now,
                confirmed_on=state.now.date(),
            )
        )  # fmt: skip
        versions.append(CardVersion(system=made[-1], number=1, told=told, at=state.now))
    System.objects.bulk_create(made)
    CardVersion.objects.bulk_create(versions)
    return lambda **asked: Client().get(reverse("systems:graph"), asked).text


def rows_in_words(page):
    table = page.partition("<caption>Тое самае словамі")[2].partition("</table>")[0]
    return table.count("<tr><td>")


def test_the_graph_of_many_systems_is_one_page_with_its_list(large):
    for asked in ({}, {"stop": number(0)}, {"around": number(7)}):
        page = large(**asked)
        assert len(page.encode()) < LIGHTEST
        drawn = len(re.findall(r'marker-end="url\(#arrow\)"', page))
        assert drawn
        assert rows_in_words(page) == drawn
    assert str(COUNT - 1) in large(stop=number(0)).replace("\N{NO-BREAK SPACE}", "")
    assert "<select" not in large()


def test_a_system_is_asked_for_by_its_name(large):
    assert f"«Рэестр {COUNT - 1}»" in large(stop=f"рэестр {COUNT - 1}")
    several = large(stop="рэестр 69")
    assert "«Рэестр 69»" in several  # the whole name counts more than words in it
    assert large(around=f"{COUNT - 2} рэестр").count('<rect class="box"') == 4
    many = large(stop="рэестр")
    assert many.count("?stop=SYS-2000-") >= 10
    assert "Якая з іх?" in many
    assert "Ніводная сістэма не падыходзіць" in large(stop="няма такой")
