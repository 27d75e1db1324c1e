"""Mandates offered and accepted, narrowed, passed on and revoked, on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ratusha.audit.models import Entry
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.parties import public
from ratusha.parties.models import Mandate, MandateOffer
from ratusha.parties.powers import Powers, Role

from .factories import MandateFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
TRADE = "CM156/9.10"
LIMITED = Powers(acts=["prepare", "lodge"], procedures=[TRADE], since=TODAY, until=None)


@pytest.fixture
def head():
    return MandateFactory()


@pytest.fixture
def employee():
    return PersonFactory()


def offered(head, employee, wanted=LIMITED, **more):
    given = {
        "organisation_id": head.organisation_id, "agent_number": employee.personal_number,
        "agent_named": "Ігар", "wanted": wanted, "by": None, "now": NOW,
    }  # fmt: skip
    return public.offer_mandate(head.person, **{**given, **more})


def accepted(head, employee, wanted=LIMITED):
    made = offered(head, employee, wanted)
    return public.accept_offer(made.offer.pk, made.code, person=employee, by=None, now=NOW)


def test_an_offer_opens_nothing_until_it_is_accepted(head, employee):
    offered(head, employee)
    assert public.mandates_held(employee.pk, TODAY) == []
    assert len(public.offers_to(employee)) == len(public.offers_made(head.person_id)) == 1


def test_an_employee_reaches_only_what_the_mandate_names(head, employee):
    mandate = accepted(head, employee)
    pair = (employee.pk, head.organisation_id, TODAY)
    assert mandate.role == Role.REPRESENTATIVE
    assert mandate.until == date(2027, 11, 30)
    assert public.may_act_for(*pair, procedure=TRADE, act="lodge")
    assert not public.may_act_for(*pair, procedure=TRADE, act="withdraw")
    assert not public.may_act_for(*pair, procedure="CM156/9.11", act="lodge")
    assert not public.may_act_for(*pair)
    assert public.parties_of(employee.pk, TODAY) == [employee.pk]
    assert public.organisations_of(employee.pk, TODAY) == []


def test_a_head_reaches_everything(head):
    assert public.may_act_for(head.person_id, head.organisation_id, TODAY)
    assert public.parties_of(head.person_id, TODAY) == [head.person_id, head.organisation_id]


def test_only_the_one_it_is_meant_for_accepts(head, employee):
    made = offered(head, employee)
    with pytest.raises(NotPermitted):
        public.accept_offer(made.offer.pk, made.code, person=PersonFactory(), by=None, now=NOW)


def test_an_offer_to_a_number_that_nobody_has_looks_the_same(head, employee):
    made = offered(head, employee, agent_number="7999999A001PB2")
    assert MandateOffer.objects.get() == made.offer


def test_the_fifth_wrong_code_closes_the_offer(head, employee):
    made = offered(head, employee)
    wrong = "000000" if made.code != "000000" else "111111"
    for _number in range(5):
        with pytest.raises(RuleBroken, match="wrong_code"):
            public.accept_offer(made.offer.pk, wrong, person=employee, by=None, now=NOW)
    with pytest.raises(Conflict, match="offer_closed"):
        public.accept_offer(made.offer.pk, made.code, person=employee, by=None, now=NOW)


def test_an_offer_is_too_old_after_seven_days(head, employee):
    made = offered(head, employee)
    late = NOW + timedelta(days=7)
    with pytest.raises(Conflict, match="offer_closed"):
        public.accept_offer(made.offer.pk, made.code, person=employee, by=None, now=late)


def test_an_offer_is_accepted_once(head, employee):
    made = offered(head, employee)
    public.accept_offer(made.offer.pk, made.code, person=employee, by=None, now=NOW)
    with pytest.raises(Conflict, match="offer_closed"):
        public.accept_offer(made.offer.pk, made.code, person=employee, by=None, now=NOW)


@pytest.mark.parametrize("who", ["giver", "agent"])
def test_an_offer_is_closed_by_either_of_the_two(head, employee, who):
    made = offered(head, employee)
    person = head.person if who == "giver" else employee
    public.decline_offer(made.offer.pk, person=person, by=None, now=NOW)
    assert public.offers_to(employee) == public.offers_made(head.person_id) == []


def test_a_stranger_closes_no_offer(head, employee):
    made = offered(head, employee)
    with pytest.raises(NotPermitted):
        public.decline_offer(made.offer.pk, person=PersonFactory(), by=None, now=NOW)


def test_who_is_not_the_head_gives_nothing_for_the_organisation(head, employee):
    with pytest.raises(NotPermitted, match="not_head"):
        public.offer_mandate(
            employee, organisation_id=head.organisation_id, agent_number=head.person.personal_number,
            agent_named="", wanted=LIMITED, by=None, now=NOW,
        )  # fmt: skip


def test_a_head_who_is_head_no_more_gives_nothing_by_an_old_offer(head, employee):
    made = offered(head, employee)
    public.end_mandate(head.pk, TODAY - timedelta(days=1), by=None)
    with pytest.raises(NotPermitted, match="not_head"):
        public.accept_offer(made.offer.pk, made.code, person=employee, by=None, now=NOW)


def test_nobody_authorises_oneself():
    someone = PersonFactory()
    with pytest.raises(RuleBroken, match="for_oneself"):
        public.offer_mandate(
            someone, organisation_id=None, agent_number=someone.personal_number, agent_named="",
            wanted=replace(LIMITED, procedures=["U200/1.3.2"]), by=None, now=NOW,
        )  # fmt: skip


def test_a_minor_gives_no_power_of_attorney(employee):
    with pytest.raises(RuleBroken, match="not_of_age"):
        public.offer_mandate(
            PersonFactory(birth_date=date(2010, 1, 1)), organisation_id=None,
            agent_number=employee.personal_number, agent_named="", wanted=LIMITED, by=None, now=NOW,
        )  # fmt: skip


def test_a_revoked_mandate_opens_nothing_from_that_moment(head, employee):
    mandate = accepted(head, employee)
    public.revoke_mandate(mandate.pk, person=head.person, by=None, now=NOW)
    assert not public.may_act_for(employee.pk, head.organisation_id, TODAY, procedure=TRADE)
    assert Mandate.objects.get(pk=mandate.pk).revoked_by == head.person


def test_an_agent_gives_a_mandate_up(head, employee):
    mandate = accepted(head, employee)
    public.revoke_mandate(mandate.pk, person=employee, by=None, now=NOW)
    assert public.mandates_held(employee.pk, TODAY) == []


def test_a_stranger_ends_no_mandate(head, employee):
    mandate = accepted(head, employee)
    with pytest.raises(NotPermitted, match="not_yours"):
        public.revoke_mandate(mandate.pk, person=PersonFactory(), by=None, now=NOW)


def test_nobody_revokes_what_a_register_says(head):
    with pytest.raises(RuleBroken, match="by_register"):
        public.revoke_mandate(head.pk, person=head.person, by=None, now=NOW)


def test_narrowing_makes_a_new_mandate_and_ends_the_old(head, employee):
    old = accepted(head, employee)
    wanted = replace(LIMITED, acts=["prepare"], until=old.until)
    new = public.limit_mandate(old.pk, wanted, person=head.person, by=None, now=NOW)
    assert new.replaces == old
    assert [one.pk for one in public.mandates_held(employee.pk, TODAY)] == [new.pk]
    assert not public.may_act_for(
        employee.pk, head.organisation_id, TODAY, procedure=TRADE, act="lodge"
    )


def test_narrowing_does_not_widen(head, employee):
    old = accepted(head, employee)
    wider = replace(LIMITED, acts=["prepare", "lodge", "pay"], until=old.until)
    with pytest.raises(RuleBroken, match="wider_than_before"):
        public.limit_mandate(old.pk, wider, person=head.person, by=None, now=NOW)
    with pytest.raises(NotPermitted):
        public.limit_mandate(old.pk, replace(wider, acts=["prepare"]), person=employee, by=None, now=NOW)  # fmt: skip


def test_passing_on_needs_the_word_and_ends_with_the_mandate(head, employee):
    own = accepted(head, employee, replace(LIMITED, may_delegate=True))
    other = PersonFactory()
    passed = {"delegated_from": own.pk, "organisation_id": None, "agent_named": "", "by": None, "now": NOW}  # fmt: skip
    made = public.offer_mandate(
        employee, agent_number=other.personal_number, wanted=replace(LIMITED, until=own.until), **passed
    )  # fmt: skip
    public.accept_offer(made.offer.pk, made.code, person=other, by=None, now=NOW)
    assert public.may_act_for(other.pk, head.organisation_id, TODAY, procedure=TRADE, act="lodge")
    with pytest.raises(RuleBroken, match="wider_than_own"):
        public.offer_mandate(
            employee, agent_number=other.personal_number,
            wanted=replace(LIMITED, procedures=[], until=own.until), **passed,
        )  # fmt: skip
    public.revoke_mandate(own.pk, person=head.person, by=None, now=NOW)
    assert public.mandates_held(other.pk, TODAY) == []


def test_a_mandate_is_not_passed_on_without_the_word(head, employee):
    own = accepted(head, employee)
    with pytest.raises(NotPermitted, match="no_delegation"):
        public.offer_mandate(
            employee, organisation_id=None, delegated_from=own.pk, agent_number="7999999A001PB2",
            agent_named="", wanted=replace(LIMITED, until=own.until), by=None, now=NOW,
        )  # fmt: skip


def test_a_parent_acts_for_a_small_child_and_no_longer_at_fourteen():
    parent, child = PersonFactory(), PersonFactory(birth_date=date(2012, 12, 2))
    public.give_mandate(
        parent.pk, principal_id=child.pk, role=Role.PARENT, source="register", since=child.birth_date, by=None
    )  # fmt: skip
    assert public.may_act_for(parent.pk, child.pk, TODAY)
    assert not public.may_act_for(parent.pk, child.pk, date(2026, 12, 2))
    assert [one.pk for one in public.children_who_act(parent.pk, date(2026, 12, 2))] == [child.pk]


def test_only_a_parent_consents_and_only_from_fourteen_to_eighteen():
    parent, child = PersonFactory(), PersonFactory(birth_date=date(2011, 1, 1))
    public.give_mandate(
        parent.pk, principal_id=child.pk, role=Role.PARENT, source="register", since=child.birth_date, by=None
    )  # fmt: skip
    with pytest.raises(NotPermitted, match="not_parent"):
        public.consent_for_minor(child.pk, "U200/13.1", parent=PersonFactory(), by=None, now=NOW)
    consent = public.consent_for_minor(child.pk, "U200/13.1", parent=parent, by=None, now=NOW)
    assert public.has_consent(child.pk, "U200/13.1")
    public.withdraw_minor_consent(consent.pk, parent=parent, by=None, now=NOW)
    assert not public.has_consent(child.pk, "U200/13.1")


def test_every_act_leaves_a_trace_without_numbers(head, employee):
    mandate = accepted(head, employee)
    public.revoke_mandate(mandate.pk, person=head.person, by=None, now=NOW)
    found = list(Entry.objects.order_by("pk").values_list("action", flat=True))
    assert found[-3:] == ["mandate.offer", "mandate.accept", "mandate.revoke"]


def test_giver_and_agent_see_the_mandate_and_its_end(head, employee):
    mandate = accepted(head, employee)
    organisation = head.organisation
    public.revoke_mandate(mandate.pk, person=head.person, by=None, now=NOW)
    given = public.mandates_given(head.person_id, TODAY)
    assert [one.pk for one in given] == [mandate.pk]
    assert [one.organisation for one in public.mandates_ever_held(employee.pk)] == [organisation]


def test_an_organisation_that_closed_is_acted_for_by_nobody(head, employee):
    accepted(head, employee)
    public.close_organisation(head.organisation_id, TODAY, by=None)
    assert public.mandates_held(employee.pk, TODAY + timedelta(days=1)) == []


def test_the_head_of_another_organisation_sees_nothing(head, employee):
    accepted(head, employee)
    stranger = MandateFactory(organisation=OrganisationFactory())
    assert public.mandates_given(stranger.person_id, TODAY) == []
