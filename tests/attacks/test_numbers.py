"""The address of a number that names nothing is not there; no key breaks the page that numbers open on."""

import pytest
from django.test import Client

from ratusha.conversion import numbers as of_conversion
from ratusha.self_assessment import numbers as of_form
from ratusha.systems import numbers as of_systems
from ratusha.systems.software import numbers as of_software
from ratusha.ui.tests.opened import read

pytestmark = pytest.mark.django_db
FIGURES = {
    "conversion": of_conversion.MADE,
    "systems": {**of_systems.MADE, **of_systems.MADE_OF_ONE, **of_software.MADE},
    "self-assessment": (*of_form.OPEN_TO_ALL, *of_form.INSIDE, *of_form.POSITION),
}
KEYS = [
    "x",
    "-",
    "1.2.3",
    "U200",
    "U200.2.x",
    "2026-13-01",
    "2026-02-30",
    "0",
    "-1",
    "9" * 40,
    "%00",
    "ы",
    "..",
    "a." * 50,
]


@pytest.mark.parametrize(
    ("room", "figure"), [(room, one) for room, those in FIGURES.items() for one in those]
)
def test_a_key_that_names_nothing_is_not_there(state, room, figure):  # noqa: ARG001 - a state with a catalogue
    client = Client(raise_request_exception=False)
    for key in KEYS:
        answer = client.get(f"/en/steering/{room}/figures/{figure}/{key}/")
        assert answer.status_code in {200, 302, 404}, key


@pytest.mark.parametrize("figure", ["procedures", "electronic"])
def test_the_share_of_the_first_page_comes_out_of_its_chapters(state, figure):  # noqa: ARG001 - a state with a catalogue
    told = read(Client().get(f"/en/figures/{figure}/").text)
    assert told.comes_out()
    assert told.value
    assert all(told.facts)
