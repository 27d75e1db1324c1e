"""Pages of assigned territories: everybody reads, officials with the task draft, publish and end."""

import io
import json
from datetime import timedelta

import pytest
from django.test import Client

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.issues.assignment.find import assigned
from ratusha.issues.models import AssignmentEdition, Border

from .test_assignments import EAST, HALVES, MIDDLE, TODAY, WEST, Office, geojson
from .test_views import at


@pytest.fixture
def office(town):
    return Office(town)


@pytest.fixture
def chief(office):
    return sign_in(Client(), office.chief, AccessMode.STRICT, office.town.hall.pk)


def day(name, on):
    return {name: on.isoformat()}


def brought(content=HALVES):
    file = io.BytesIO(content)
    file.name = "outlines.geojson"
    return file


def typed(office, content=HALVES, **changed):
    given = {
        "border": str(office.border.pk), "duty": "road", "act": "Рашэнне № 7", "file": brought(content),
        **day("act_on", TODAY),
    }  # fmt: skip
    return {**given, **changed}


def test_an_edition_is_drafted_checked_published_and_ended_by_pages(office, chief):
    sent = chief.post(at("draft_territories"), typed(office))
    edition = AssignmentEdition.objects.get()
    assert sent.url == at("desk_territory", edition.pk)
    page = chief.get(sent.url).text
    assert at("assignment_act", edition.pk, "publish") in page
    assert "<svg" in page
    assert "<script" not in page.partition("<svg")[2].partition("</svg>")[0]
    act = at("assignment_act", edition.pk, "publish")
    assert chief.post(act, day("since", TODAY - timedelta(days=1))).status_code == 422
    assert chief.post(act, day("since", TODAY)).status_code == 302
    assert assigned("road.hole", 53.9, 27.55, TODAY).executor == office.one.pk
    assert chief.get(act).status_code == 404
    last = TODAY + timedelta(days=5)
    assert (
        chief.post(at("assignment_act", edition.pk, "end"), day("until", last)).status_code == 302
    )
    assert assigned("road.hole", 53.9, 27.55, last + timedelta(days=1)) is None


def test_a_draft_with_a_gap_shows_where_and_offers_no_publishing(office, chief):
    edition = office.draft(geojson(("1", (WEST, 27.559)), ("2", (MIDDLE, EAST))))
    page = chief.get(at("desk_territory", edition.pk)).text
    assert 'class="nobody"' in page
    assert "27.559" in page
    assert at("assignment_act", edition.pk, "publish") not in page
    refused = chief.post(at("assignment_act", edition.pk, "publish"), day("since", TODAY))
    assert refused.status_code == 422


def test_a_file_that_is_no_map_is_refused_beside_its_field(office, chief):
    refused = chief.post(at("draft_territories"), typed(office, b"{"))
    assert refused.status_code == 422
    assert 'href="#id_file"' in refused.text
    assert "Рашэнне № 7" in refused.text
    assert not AssignmentEdition.objects.exists()


def test_a_border_is_brought_for_a_territory_that_the_body_serves(office, chief):
    content = geojson(("", (WEST, EAST)))
    sent = {"unit_code": office.town.unit.pk, "source": "План горада", "file": brought(content)}
    assert chief.post(at("bring_border"), sent).status_code == 302
    assert Border.objects.count() == 2
    other = {**sent, "unit_code": "4000000000", "file": brought(content)}
    assert chief.post(at("bring_border"), other).status_code == 422


def test_strangers_read_what_is_published_and_nothing_else(office):
    stranger, draft = Client(), office.draft()
    assert stranger.get(at("territory", draft.pk)).status_code == 404
    assert stranger.get(at("territory_file", draft.pk)).status_code == 404
    edition = office.publish(draft)
    assert "Рашэнне № 5" in stranger.get(at("territories")).text
    assert "ЖКГ № 1" in stranger.get(at("territory", edition.pk)).text
    told = json.loads(stranger.get(at("territory_file", edition.pk)).content)
    again = office.draft(json.dumps(told).encode(), duty="yard")
    assert again.findings == edition.findings


def test_the_page_of_an_issue_names_the_act_that_assigns(office):
    edition = office.published()
    case = office.town.reported()
    page = Client().get(at("issue", case.reference)).text
    assert "Рашэнне № 5" in page
    assert at("territory", edition.pk) in page


def test_a_dispatcher_without_the_task_finds_no_such_pages(office):
    dispatcher = sign_in(Client(), office.town.dispatcher, AccessMode.STRICT, office.town.hall.pk)
    edition = office.draft()
    for page in ("desk_territories", "draft_territories", "bring_border"):
        assert dispatcher.get(at(page)).status_code == 404
    assert dispatcher.get(at("desk_territory", edition.pk)).status_code == 404
    for act in ("publish", "discard", "end"):
        assert dispatcher.post(at("assignment_act", edition.pk, act)).status_code == 404
