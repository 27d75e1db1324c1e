"""Sitting down, lodging at once, offers from registers; on the real registers and procedures."""

import pytest

from ratusha.accounts.public import User
from ratusha.applications.models import Application, Draft
from ratusha.applications.tests.state import (
    BENEFIT,
    HOUSEHOLD,
    KINDERGARTEN,
    LATER,
    MOVE,
    NOW,
    TODAY,
    answers_to,
)
from ratusha.cases.public import Case, CaseMoved
from ratusha.exchange.public import journal_of
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.life_events.models import Errand, Offer, Sitting
from ratusha.life_events.queries import Errands, offers_for
from ratusha.life_events.reading import life_event, offer_rule
from ratusha.life_events.rules import Reply, Stage
from ratusha.life_events.services.offers import (
    change_first,
    confirm,
    decline,
    hear_birth,
    hear_case,
    hear_death,
    hear_organisation,
    hear_pension_age,
    hear_residence,
)
from ratusha.life_events.services.sitting import answer_page, go_on, lodge_all, sit_down
from ratusha.notifications.public import Notice
from ratusha.registers.models import RegisteredOrganisation
from ratusha.registers.public import (
    BirthRecorded,
    DeathRecorded,
    OrganisationEntered,
    PensionAgeReached,
    ResidenceRecorded,
    record_death,
)


@pytest.fixture
def alena(state, db) -> User:  # noqa: ARG001 - each test in its own transaction
    return User.objects.get(pk=state.citizens["alena"].pk)


@pytest.fixture
def newborn(state):
    return state.protagonists.people["hanna"]


def sitting_of(user, event="birth", chosen=(BENEFIT, KINDERGARTEN), now=NOW) -> Sitting:
    return sit_down(
        life_event(event), chosen, user=user, applicant_id=user.party_id, language="be", now=now
    )


def fill(sitting, state, newborn, user, **other):
    """Answer every page that asks, as the pages would."""
    while page := next((p for p in Errands(sitting).pages(TODAY) if not p.done), None):
        code = page.errand.procedure
        lawful = {**answers_to(state, code), "child": str(newborn.pk), **other}
        mine = {f.code: lawful[f.code] for f in page.page.fields if f.code in lawful}
        answer_page(
            Errands(sitting), page.errand, page.page.code, mine, by=user, language="be", now=NOW
        )


def asked(sitting) -> list[str]:
    return [
        f"{page.errand.procedure}.{field.code}"
        for page in Errands(sitting).pages(TODAY)
        for field in page.filled.fields(page.page)
    ]


def test_what_two_forms_ask_is_asked_once(alena, newborn):
    sitting = sitting_of(alena)
    asked_at_first = asked(sitting)
    assert f"{KINDERGARTEN}.child" not in asked_at_first  # it will have been answered by then
    first = next(Errands(sitting).pages(TODAY))
    answers = {"child": str(newborn.pk), "relation": "parent"}
    answer_page(Errands(sitting), first.errand, "child", answers, by=alena, language="be", now=NOW)
    assert f"{KINDERGARTEN}.child" not in asked(sitting)
    assert Errands(sitting).of(KINDERGARTEN).draft.answers["child"] == str(newborn.pk)
    assert asked(sitting) == asked_at_first  # so the number of steps stays what it was


def test_an_answer_that_does_not_fit_the_other_form_is_asked_there(alena, state, newborn):
    """The rule of the second form is its own: a child who is too old for it is said there."""
    sitting = sitting_of(alena)
    fill(sitting, state, newborn, alena)
    garden = Errands(sitting).of(KINDERGARTEN).draft
    Draft.objects.filter(pk=garden.pk).update(answers={**garden.answers, "child": "nobody"})
    assert f"{KINDERGARTEN}.child" in asked(sitting)


def test_all_is_lodged_at_once_each_with_its_own_number(alena, state, newborn):
    sitting = sitting_of(alena)
    fill(sitting, state, newborn, alena)
    cases = lodge_all(sitting, by=alena, now=NOW)
    assert len({case.reference for case in cases}) == 2
    assert {case.subject_code for case in cases} == {BENEFIT, KINDERGARTEN}
    kept = Application.objects.get(case__subject_code=KINDERGARTEN, case__in=cases)
    assert kept.answers["child"] == str(newborn.pk)
    told = Notice.objects.of(alena.party_id).get(kind="sitting_lodged")
    assert all(case.reference in told.body["be"] for case in cases)
    assert lodge_all(sitting, by=alena, now=LATER) == []  # a second press


def test_if_one_cannot_be_lodged_none_is_and_the_reason_names_it(alena, state, newborn):
    sitting = sitting_of(alena)
    fill(sitting, state, newborn, alena)
    garden = Errands(sitting).of(KINDERGARTEN).draft
    Draft.objects.filter(pk=garden.pk).update(answers={"child": str(newborn.pk)})
    before = Case.objects.count()
    with pytest.raises(RuleBroken) as broken:
        lodge_all(sitting, by=alena, now=NOW)
    assert broken.value.field == KINDERGARTEN
    assert Case.objects.count() == before
    assert not Errand.objects.exclude(case=None).filter(sitting=sitting).exists()


def test_nobody_sits_down_with_nothing(alena):
    for chosen in ((), ("U200/18.1",)):
        with pytest.raises(RuleBroken, match="nothing_chosen"):
            sitting_of(alena, chosen=chosen)


def test_what_needs_a_result_waits_and_goes_on_when_it_is_granted(alena, state, newborn):
    sitting = sitting_of(alena, "moving", (HOUSEHOLD, MOVE))
    assert Errands(sitting).codes == [MOVE, HOUSEHOLD]
    assert Errands(sitting).of(HOUSEHOLD).draft is None
    fill(sitting, state, newborn, alena)
    (moved,) = lodge_all(sitting, by=alena, now=NOW)
    assert Errands(sitting).stage(Errands(sitting).of(HOUSEHOLD)) == Stage.WAIT
    Case.objects.filter(pk=moved.pk).update(outcome="granted", closed_on=TODAY)
    granted = CaseMoved(
        case_id=moved.pk,
        kind=moved.kind,
        step="grant",
        status="granted",
        outcome="granted",
        at=LATER,
    )
    for _heard in range(2):
        hear_case(granted)
    assert Notice.objects.of(alena.party_id).filter(kind="sitting_goes_on").count() == 1
    errands = go_on(sitting, by=alena, language="be", now=LATER)
    assert errands.stage(errands.of(HOUSEHOLD)) == Stage.FILL
    assert errands.of(HOUSEHOLD).draft is not None


def test_nothing_is_offered_to_go_on_after_a_refusal(alena, state, newborn):
    sitting = sitting_of(alena, "moving", (HOUSEHOLD, MOVE))
    fill(sitting, state, newborn, alena)
    (moved,) = lodge_all(sitting, by=alena, now=NOW)
    Case.objects.filter(pk=moved.pk).update(outcome="refused", closed_on=TODAY)
    hear_case(
        CaseMoved(
            case_id=moved.pk, kind=moved.kind, step="refuse", status="refused", outcome="refused", at=LATER
        )
    )  # fmt: skip
    assert not Notice.objects.of(alena.party_id).filter(kind="sitting_goes_on").exists()
    assert Errands(sitting).stage(Errands(sitting).of(HOUSEHOLD)) == Stage.STOPPED


# ---- offers ----
def born(newborn, state, at=NOW) -> BirthRecorded:
    parents = [state.party("alena"), state.party("dzmitry")]
    return BirthRecorded(child_id=newborn.pk, parent_ids=parents, at=at)


def test_a_recorded_birth_makes_one_offer_to_each_parent_however_often_it_is_told(
    alena, state, newborn
):
    for _told in range(2):
        hear_birth(born(newborn, state))
    assert Offer.objects.filter(about=str(newborn.pk)).count() == 2
    (offer,) = offers_for(alena, TODAY)
    assert offer.answers[BENEFIT]["child"] == str(newborn.pk)
    assert Notice.objects.of(alena.party_id).filter(kind="offer").count() == 1


def test_every_look_for_an_offer_stands_in_the_journal_with_its_purpose(alena, state, newborn):
    hear_birth(born(newborn, state))
    looks = journal_of(alena.party_id).filter(purpose="proactive_offer")
    assert [look.service for look in looks] == ["population.children"]
    assert looks[0].legal_basis == offer_rule("newborn_benefit").source.said()


def test_where_the_rule_does_not_hold_nothing_is_offered(alena, state):
    older = state.protagonists.people["mikhail"]  # three years old
    hear_birth(born(older, state))
    assert offers_for(alena, TODAY) == []


def test_confirming_lodges_it_and_takes_it_from_the_other_parent(alena, state, newborn):
    hear_birth(born(newborn, state))
    (offer,) = offers_for(alena, TODAY)
    sitting = confirm(offer.pk, by=alena, language="be", now=NOW)
    errand = Errands(sitting).of(BENEFIT)
    assert errand.case.applicant_id == alena.party_id
    assert Application.objects.get(case=errand.case).answers["payment"] == "post"
    assert confirm(offer.pk, by=alena, language="be", now=LATER) == sitting
    assert Case.objects.filter(subject_code=BENEFIT, applicant_id=alena.party_id).count() == 1
    other = Offer.objects.get(person_id=state.party("dzmitry"), about=str(newborn.pk))
    assert other.reply == Reply.TAKEN


def test_a_declined_offer_does_not_return(alena, state, newborn):
    hear_birth(born(newborn, state))
    (offer,) = offers_for(alena, TODAY)
    decline(offer.pk, by=alena, now=NOW)
    hear_birth(born(newborn, state, at=LATER))
    assert offers_for(alena, TODAY) == []
    with pytest.raises(Conflict):
        confirm(offer.pk, by=alena, language="be", now=LATER)
    assert decline(offer.pk, by=alena, now=LATER).replied_at == NOW


def test_an_offer_whose_days_are_over_cannot_be_confirmed(alena, state, newborn):
    hear_birth(born(newborn, state))
    (offer,) = offers_for(alena, TODAY)
    Offer.objects.filter(pk=offer.pk).update(until=TODAY.replace(year=2025))
    assert offers_for(alena, TODAY) == []
    with pytest.raises(Conflict):
        confirm(offer.pk, by=alena, language="be", now=NOW)


def test_who_wants_something_else_goes_through_the_questions_with_the_answers_there(
    alena, state, newborn
):
    hear_birth(born(newborn, state))
    (offer,) = offers_for(alena, TODAY)
    sitting = change_first(offer.pk, by=alena, language="be", now=NOW)
    errand = Errands(sitting).of(BENEFIT)
    assert errand.case is None
    assert errand.draft.answers["payment"] == "post"


def test_nobody_confirms_the_offer_of_another(alena, state, newborn):
    hear_birth(born(newborn, state))
    other = Offer.objects.get(person_id=state.party("dzmitry"), about=str(newborn.pk))
    for act in (
        lambda: confirm(other.pk, by=alena, language="be", now=NOW),
        lambda: decline(other.pk, by=alena, now=NOW),
    ):
        with pytest.raises(Offer.DoesNotExist):
            act()


@pytest.mark.django_db
def test_the_age_of_retirement_offers_the_papers_and_two_clicks_lodge_them(state):
    who = state.protagonists.people["halina"]
    since = who.birth_date.replace(year=who.birth_date.year + 58)
    for _told in range(2):
        hear_pension_age(PensionAgeReached(person_id=who.pk, since=since, at=NOW))
    halina = User.objects.get(pk=state.citizens["halina"].pk)
    (offer,) = offers_for(halina, TODAY)
    sitting = confirm(offer.pk, by=halina, language="be", now=NOW)
    assert [e.case.subject_code for e in Errands(sitting).all] == list(offer.answers)


def test_who_is_younger_is_offered_no_papers(alena):
    hear_pension_age(PensionAgeReached(person_id=alena.party_id, since=TODAY, at=NOW))
    assert offers_for(alena, TODAY) == []


def test_a_death_offers_the_benefit_to_the_close_with_the_name_already_there(alena, state):
    husband = state.party("dzmitry")
    record_death(husband, died_on=TODAY, basis="акт", by=None, now=NOW)
    hear_death(
        DeathRecorded(person_id=husband, relative_ids=[alena.party_id], died_on=TODAY, at=NOW)
    )
    (offer,) = offers_for(alena, TODAY)
    assert offer.answers["U200/2.35"] == {
        "deceased_name": "Кавалёў Дзмітрый Сяргеевіч",
        "died_on": TODAY.isoformat(),
    }
    with pytest.raises(RuleBroken):  # the state does not know how to pay
        confirm(offer.pk, by=alena, language="be", now=NOW)
    sitting = change_first(offer.pk, by=alena, language="be", now=NOW)
    assert Errands(sitting).of("U200/2.35").draft.answers["died_on"] == TODAY.isoformat()


@pytest.mark.django_db
def test_a_new_caterer_is_offered_the_trade_register_and_is_the_applicant_itself(state):
    company = state.protagonists.organisations["company"]
    RegisteredOrganisation.objects.filter(organisation_id=company.pk).update(registered_on=TODAY)
    hear_organisation(OrganisationEntered(organisation_id=company.pk, at=NOW))
    volha = User.objects.get(pk=state.citizens["volha"].pk)
    (offer,) = offers_for(volha, TODAY)
    sitting = change_first(offer.pk, by=volha, language="be", now=NOW)
    assert sitting.applicant_id == company.pk


@pytest.mark.django_db
def test_an_old_company_is_offered_nothing(state):
    company = state.protagonists.organisations["company"]
    hear_organisation(OrganisationEntered(organisation_id=company.pk, at=NOW))
    assert not Offer.objects.filter(rule="new_trader").exists()


def test_an_old_registration_offers_nothing(alena):
    hear_residence(
        ResidenceRecorded(person_id=alena.party_id, since=TODAY.replace(year=2017), at=NOW)
    )
    assert offers_for(alena, TODAY) == []
