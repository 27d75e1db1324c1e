"""Several certificates with one press: who may, what is read first, and that one failure harms no other."""

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.applications.public import Status, withdraw
from ratusha.applications.services.together import grant_together
from ratusha.applications.together import is_simple, require_together
from ratusha.exchange.public import journal_of
from ratusha.kernel.errors import RuleBroken
from ratusha.procedures.public import edition_in_force

from .state import BENEFIT, CODES, HOUSEHOLD, KINDERGARTEN, LATER, NOW, TODAY

TOGETHER = reverse("applications:desk_together")


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def clerk(client, applying):
    one = applying()
    return sign_in(client, one.official, acting=one.state.bodies["clerk"].pk)


@pytest.fixture
def three(applying):
    return [applying(who=who).accepted(now=NOW) for who in ("alena", "dzmitry", "alena")]


def named(cases):
    return {"case": [case.reference for case in cases]}


@pytest.mark.parametrize(
    ("procedures", "code"),
    [
        ([], "application.none_chosen"),
        (["a"] * 51, "application.too_many"),
        (["a", "b"], "application.several_procedures"),
    ],
)
def test_what_is_granted_together_is_of_one_procedure_and_can_be_read(procedures, code):
    with pytest.raises(RuleBroken) as caught:
        require_together(procedures)
    assert caught.value.code == code


def test_fifty_of_one_procedure_may_be_granted_together():
    require_together(["a"] * 50)


def test_only_certificates_that_change_nothing_are_simple(applying):
    applying()
    simple = {code for code in CODES if is_simple(edition_in_force(code, TODAY).promise)}
    assert simple == {HOUSEHOLD}


def test_all_that_were_read_are_granted_with_one_press(clerk, three):
    text = clerk.get(TOGETHER, named(three)).text
    assert all(case.reference in text for case in three)
    assert text.count("checked") == 3
    answer = clerk.post(TOGETHER, named(three))
    assert answer.status_code == 200
    for case in three:
        case.refresh_from_db()
        assert case.status == Status.GRANTED
        assert case.history.get(step="grant").by == case.handler


def test_a_look_at_each_is_in_the_journal_of_its_person(clerk, three):
    clerk.get(TOGETHER, named(three))
    for case in three:
        looks = journal_of(case.applicant_id).filter(service="case.file")
        assert looks.filter(case_reference=case.reference).count() == 1


def test_one_that_was_withdrawn_meanwhile_leaves_the_others_granted(clerk, three, applying):
    withdraw(three[1].pk, by=applying(who="dzmitry").user, now=LATER)
    tried = grant_together([case.pk for case in three], by=three[0].handler, now=LATER)
    found = {one.case.reference: bool(one.error) for one in tried}
    assert found == {three[0].reference: False, three[1].reference: True, three[2].reference: False}
    assert three[1].reference in clerk.post(TOGETHER, named(three)).text


def test_a_procedure_that_is_not_simple_is_left_out_and_never_granted_here(client, applying):
    one = applying(KINDERGARTEN)
    case = one.accepted(now=NOW)
    desk = sign_in(client, one.official, acting=case.body_id)
    assert "checked" not in desk.get(TOGETHER, named([case])).text
    desk.post(TOGETHER, named([case]))
    case.refresh_from_db()
    assert case.closed_on is None


def test_a_case_that_a_colleague_holds_is_left_out_and_not_looked_into(client, three):
    rival = official("cases.see", "cases.decide", body_id=three[0].body_id)
    desk = sign_in(client, rival, acting=three[0].body_id)
    assert "checked" not in desk.get(TOGETHER, named(three)).text
    assert not journal_of(three[0].applicant_id).filter(service="case.file").exists()
    desk.post(TOGETHER, named(three))
    three[0].refresh_from_db()
    assert three[0].status == Status.IN_WORK


def test_a_case_of_another_body_is_not_found(clerk, applying):
    assert clerk.get(TOGETHER, named([applying(BENEFIT).lodged()])).status_code == 404


@pytest.mark.parametrize("sent", [{}, {"case": []}])
def test_nothing_chosen_is_explained(clerk, sent):
    assert clerk.get(TOGETHER, sent).status_code == 422


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(TOGETHER).status_code == 302
