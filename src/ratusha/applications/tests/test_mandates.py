"""Acting for another in applications and cases: as far as the mandate goes, with a receipt, and no further."""

from datetime import timedelta

import pytest
from django.urls import reverse

from ratusha.accounts.public import User, appoint
from ratusha.accounts.tests.factories import UserFactory, sign_in
from ratusha.applications.models import Draft
from ratusha.applications.public import begin, drafts_of, lodge, withdraw
from ratusha.applications.services.draft import hand_over
from ratusha.cases.events import ActedForApplicant
from ratusha.cases.public import Case, send_message, steps_open_to, write_receipt
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.notifications.models import Notice
from ratusha.parties.public import (
    Mandate,
    Powers,
    Role,
    accept_offer,
    consent_for_minor,
    give_mandate,
    limit_mandate,
    offer_mandate,
    revoke_mandate,
)
from ratusha.parties.tests.factories import PersonFactory
from ratusha.procedures.public import edition_in_force

from .state import BENEFIT, HOUSEHOLD, MOVE, NOW, TODAY, TRADE


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def employee(applying):
    """Ihar, who may prepare, lodge and receive the trade-register entry of the company, and nothing else."""
    return applying(TRADE, "ihar", of="company")


def mandate_of(one) -> Mandate:
    return Mandate.objects.get(person_id=one.user.party_id)


def head_of(one):
    return one.state.protagonists.people["volha"]


def start(code: str) -> str:
    return reverse("applications:start", args=code.split("/"))


def authorised(state, procedure=HOUSEHOLD, **limits) -> Mandate:
    """Jadviha lets Alena do one thing for her."""
    people = state.protagonists.people
    limits = {"acts": ["prepare", "lodge", "receive"], "procedures": [procedure], **limits}
    made = offer_mandate(
        people["jadviha"], organisation_id=None, agent_number=people["alena"].personal_number,
        agent_named="Алена", wanted=Powers(since=TODAY, until=None, **limits), by=None, now=NOW,
    )  # fmt: skip
    return accept_offer(made.offer.pk, made.code, person=people["alena"], by=None, now=NOW)


def begun_for_jadviha(state, applying) -> Draft:
    return begin(
        edition_in_force(HOUSEHOLD, TODAY), user=applying().user,
        applicant_id=state.party("jadviha"), language="be", now=NOW,
    )  # fmt: skip


def test_an_employee_lodges_what_the_mandate_names(employee, published):
    case = employee.lodged()
    assert case.applicant_id == employee.state.party("company")
    row = case.history.get(step="lodge")
    assert (row.by, row.mandate) == (employee.user, mandate_of(employee))
    told = published(ActedForApplicant)
    assert [(one.act, one.case_id) for one in told] == [("lodge", case.pk)]


def test_both_sides_of_the_case_see_who_acted_and_by_which_mandate(client, employee, applying):
    case = employee.lodged()
    sign_in(client, applying(TRADE, "volha", of="company").user)
    text = client.get(reverse("applications:case", args=[case.reference])).content.decode()
    assert "Дудко Ігар Мікалаевіч (Работнік з даверанасцю)" in text


def test_who_was_acted_for_gets_one_receipt(employee, published):
    case = employee.lodged()
    event = published(ActedForApplicant)[0]
    write_receipt(event)
    write_receipt(event)
    notice = Notice.objects.get(party_id=case.applicant_id, kind="acted_for")
    assert "Дудко Ігар Мікалаевіч" in notice.subject["be"]
    assert case.reference in notice.body["en"]


def test_who_acts_for_oneself_gets_no_receipt(applying, published):
    applying().lodged()
    assert published(ActedForApplicant) == []


def test_an_employee_begins_nothing_else(employee):
    for code in (HOUSEHOLD, BENEFIT, MOVE):
        with pytest.raises(NotPermitted):
            begin(
                edition_in_force(code, TODAY), user=employee.user,
                applicant_id=employee.state.party("company"), language="be", now=NOW,
            )  # fmt: skip


def test_a_page_beyond_the_mandate_says_why_and_who_can(client, employee):
    Mandate.objects.filter(pk=mandate_of(employee).pk).update(procedures=["CM156/9.11"])
    sign_in(client, employee.user)
    answer = client.get(start(TRADE))
    text = answer.content.decode()
    assert not Draft.objects.exists()
    assert "CM156/9.11" in text
    assert "Шаўчук Вольга Мікалаеўна" in text


def test_an_employee_reaches_no_other_case_of_the_company(client, employee, applying):
    head = applying(TRADE, "volha", of="company")
    mine = head.lodged()
    Case.objects.filter(pk=mine.pk).update(subject_code="CM156/9.11")
    sign_in(client, employee.user)
    assert client.get(reverse("applications:case", args=[mine.reference])).status_code == 404
    assert not Case.objects.mine(employee.user, TODAY).exists()
    Case.objects.filter(pk=mine.pk).update(subject_code=TRADE)
    assert client.get(reverse("applications:case", args=[mine.reference])).status_code == 200


def test_an_employee_does_not_withdraw_without_that_word(employee):
    case = employee.lodged()
    assert "withdraw" not in steps_open_to(employee.user, case, TODAY)
    with pytest.raises(NotPermitted):
        withdraw(case.pk, by=employee.user, now=NOW)


def test_a_mandate_to_prepare_opens_the_draft_and_not_the_lodging(client, employee):
    mandate = mandate_of(employee)
    wanted = Powers(acts=["prepare"], procedures=[TRADE], since=TODAY, until=mandate.until)
    limit_mandate(mandate.pk, wanted, person=head_of(employee), by=None, now=NOW)
    draft = employee.filled()
    with pytest.raises(NotPermitted):
        lodge(draft.pk, by=employee.user, now=NOW)
    sign_in(client, employee.user)
    address = reverse("applications:check", args=[draft.pk])
    assert (
        reverse("applications:hand_over", args=[draft.pk]) in client.get(address).content.decode()
    )
    assert client.post(address).status_code == 404


def test_what_was_prepared_is_handed_over_and_lodged_by_the_head(employee, applying):
    draft = employee.filled()
    hand_over(draft.pk, by=employee.user, now=NOW)
    head = applying(TRADE, "volha", of="company").user
    assert [one.draft for one in drafts_of(head, TODAY)] == [draft]
    assert drafts_of(employee.user, TODAY) == []
    assert lodge(draft.pk, by=head, now=NOW).lodged_by == head


def test_a_revoked_mandate_closes_drafts_at_once(client, employee):
    draft = employee.begun()
    revoke_mandate(mandate_of(employee).pk, person=head_of(employee), by=None, now=NOW)
    sign_in(client, employee.user)
    assert client.get(reverse("applications:check", args=[draft.pk])).status_code == 404
    assert drafts_of(employee.user, TODAY) == []


def test_a_revoked_mandate_closes_the_case_that_was_lodged_by_it(client, employee):
    case = employee.lodged()
    sign_in(client, employee.user)
    assert client.get(reverse("applications:case", args=[case.reference])).status_code == 200
    revoke_mandate(mandate_of(employee).pk, person=head_of(employee), by=None, now=NOW)
    assert client.get(reverse("applications:case", args=[case.reference])).status_code == 404
    with pytest.raises(NotPermitted):
        send_message(case.pk, text="?", by=employee.user, now=NOW)


def test_one_authorised_for_one_service_does_it_once_and_no_other(state, applying):
    authorised(state)
    draft = begun_for_jadviha(state, applying)
    case = lodge(draft.pk, by=applying().user, now=NOW)
    assert case.applicant_id == state.party("jadviha")
    with pytest.raises(NotPermitted):
        begin(
            edition_in_force(MOVE, TODAY), user=applying().user,
            applicant_id=state.party("jadviha"), language="be", now=NOW,
        )  # fmt: skip


def test_one_authorised_for_one_case_sees_that_case_only(state, applying):
    hers = applying(who="jadviha").lodged()
    other = applying(who="jadviha").lodged(now=NOW + timedelta(minutes=1))
    authorised(state, procedures=[], case_reference=hers.reference, acts=["withdraw"])
    alena = applying().user
    assert list(Case.objects.mine(alena, TODAY)) == [hers]
    with pytest.raises(NotPermitted):
        withdraw(other.pk, by=alena, now=NOW)
    assert withdraw(hers.pk, by=alena, now=NOW).history.last().mandate is not None


def test_a_parent_applies_for_a_child_that_moves(state, applying):
    draft = begin(
        edition_in_force(MOVE, TODAY), user=applying().user,
        applicant_id=state.party("mikhail"), language="be", now=NOW,
    )  # fmt: skip
    assert draft.applicant_id == state.party("mikhail")


def test_the_choice_of_the_applicant_names_children_where_a_minor_may_apply(client, applying):
    sign_in(client, applying().user)
    assert "Кавалёў Міхаіл Дзмітрыевіч" in client.get(start(MOVE)).content.decode()
    assert client.get(start(HOUSEHOLD)).status_code == 302


def test_a_guardian_appointed_by_the_register_acts_for_the_ward(state, applying):
    jadviha = state.party("jadviha")
    give_mandate(
        applying().user.party_id, principal_id=jadviha, role=Role.GUARDIAN, source="register",
        since=TODAY, by=None,
    )  # fmt: skip
    assert begun_for_jadviha(state, applying).applicant_id == jadviha


def user_of(person) -> User:
    return UserFactory(party_id=person.pk)


def teenager(years: int):
    return PersonFactory(birth_date=TODAY.replace(year=TODAY.year - years))


def lodged_by_minor(applying, child, code=MOVE) -> Case:
    one, user = applying(code, "dzmitry"), user_of(child)
    draft = one.filled()
    Draft.objects.filter(pk=draft.pk).update(user=user, applicant_id=child.pk)
    return lodge(draft.pk, by=user, now=NOW)


def test_a_child_under_fourteen_does_not_lodge_alone(applying):
    with pytest.raises(RuleBroken, match="child_applies"):
        lodged_by_minor(applying, teenager(13))


def test_from_fourteen_a_child_lodges_with_the_consent_of_a_parent(applying, state):
    child, parent = teenager(15), state.protagonists.people["volha"]
    give_mandate(
        parent.pk, principal_id=child.pk, role=Role.PARENT, source="register", since=child.birth_date, by=None
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="no_consent"):
        lodged_by_minor(applying, child)
    Draft.objects.all().delete()
    consent_for_minor(child.pk, MOVE, parent=parent, by=None, now=NOW)
    User.objects.filter(party_id=child.pk).delete()
    assert lodged_by_minor(applying, child).applicant_id == child.pk


def test_an_official_of_the_deciding_body_acts_for_nobody_there(state, applying):
    """Alena works at the office that serves Jadviha: she cannot stand on both sides of the desk."""
    authorised(state)
    draft = begun_for_jadviha(state, applying)
    body = state.bodies["village"]
    appoint(applying().user, body.pk, ["cases.see"], {"be": "Спецыяліст"}, TODAY, by=None)
    with pytest.raises(RuleBroken, match="both_sides"):
        lodge(draft.pk, by=applying().user, now=NOW)


def test_a_mandate_that_has_ended_by_its_date_opens_nothing(client, state, applying, time_machine):
    authorised(state)
    draft = begun_for_jadviha(state, applying)
    Mandate.objects.filter(principal_id=state.party("jadviha")).update(until=TODAY)
    time_machine.move_to(NOW + timedelta(days=1), tick=False)
    sign_in(client, applying().user)
    assert client.get(reverse("applications:check", args=[draft.pk])).status_code == 404
