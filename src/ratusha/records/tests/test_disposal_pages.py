"""The pages of disposal and of holds: for who may, at their own body; everything else is not there."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.cases.tests.factories import CaseFactory
from ratusha.parties.tests.factories import BodyFactory
from ratusha.records.disposal.rules import State
from ratusha.records.models import Disposal, Hold

NOW = datetime(2032, 1, 5, 9, 0, tzinfo=UTC)
WORDS = {"reason": "Справа ў судзе", "legal_source": "Закон № 433-З, арт. 30"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def body():
    return BodyFactory().pk


@pytest.fixture
def case(body):
    """An old application, without the rest: the pages name only its number and days."""
    return CaseFactory(
        body_id=body,
        kind="application",
        status="withdrawn",
        outcome="withdrawn",
        closed_on=date(2026, 3, 9),
    )


def keeper(body, *more):
    return official("records.dispose", *more, body_id=body)


def to(name, *args):
    return reverse(f"records:{name}", args=args)


@pytest.fixture
def act(client, body, case):  # noqa: ARG001 - what the act is about
    sign_in(client, keeper(body), acting=body)
    client.post(to("disposals"))
    return Disposal.objects.get()


def test_an_act_is_prepared_proposed_and_confirmed_by_another(client, body, case, act):
    page = client.get(act.get_absolute_url())
    assert case.reference in page.text
    client.post(to("propose_disposal", act.reference))
    assert client.post(to("confirm_disposal", act.reference)).status_code == 403
    sign_in(client, keeper(body), acting=body)
    asked = client.get(to("confirm_disposal", act.reference))
    assert (asked.status_code, Disposal.objects.get().state) == (200, State.PROPOSED)
    client.post(to("confirm_disposal", act.reference))
    assert Disposal.objects.get().state is State.CONFIRMED
    assert case.reference in client.get(act.get_absolute_url()).text
    assert act.reference in client.get(to("disposals")).text


def test_giving_back_wants_a_reason(client, act):
    client.post(to("propose_disposal", act.reference))
    wrong = client.post(to("give_back_disposal", act.reference), {"reason": ""})
    assert (wrong.status_code, "error-summary" in wrong.text) == (422, True)
    page = client.post(
        to("give_back_disposal", act.reference), {"reason": "Спачатку ў архіў"}, follow=True
    )
    assert "Спачатку ў архіў" in page.text


def test_looking_when_nothing_is_due_says_so(client, body):
    sign_in(client, keeper(body), acting=body)
    page = client.post(to("disposals"), follow=True)
    assert (page.status_code, Disposal.objects.exists()) == (200, False)
    assert 'class="notice' in page.text


def test_a_case_is_held_and_let_go_on_its_page(client, body, case):
    sign_in(client, keeper(body), acting=body)
    wrong = client.post(to("hold", case.reference), {**WORDS, "legal_source": ""})
    assert (wrong.status_code, WORDS["reason"] in wrong.text) == (422, True)
    held = client.post(to("hold", case.reference), WORDS, follow=True)
    assert WORDS["legal_source"] in held.text
    client.post(to("hold", case.reference), {"reason": "Суд скончыўся"})
    assert Hold.objects.get().lifted_because == "Суд скончыўся"


@pytest.mark.parametrize(
    "name", ["disposal", "propose_disposal", "confirm_disposal", "give_back_disposal"]
)
def test_an_act_of_another_body_is_not_there(client, body, act, name):
    other = BodyFactory().pk
    for user, acting in ((keeper(other), other), (official("cases.see", body_id=body), body)):
        sign_in(client, user, acting=acting)
        ask = client.post if name == "propose_disposal" else client.get
        assert ask(to(name, act.reference)).status_code == 404
    assert Disposal.objects.get().state is State.PREPARED


def test_nobody_holds_a_case_of_another_body_or_their_own(client, body, case):
    other = BodyFactory().pk
    sign_in(client, keeper(other), acting=other)
    assert client.post(to("hold", case.reference), WORDS).status_code == 404
    me = official("records.dispose", body_id=body, party_id=case.applicant_id)
    sign_in(client, me, acting=body)
    assert client.post(to("hold", case.reference), WORDS).status_code == 404
    assert not Hold.objects.exists()


def test_the_desk_leads_to_what_its_official_keeps(client, body):
    for permissions, seen in (
        (["cases.see"], 0),
        (["records.dispose"], 1),
        (["records.dispose", "records.breach"], 2),
    ):
        sign_in(client, official(*permissions, body_id=body), acting=body)
        page = client.get(reverse("portal:desk"))
        ways = [to("disposals"), to("breaches")]
        assert sum(f'href="{one}"' in page.text for one in ways) == seen
