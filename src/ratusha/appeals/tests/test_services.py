"""The acts on real tables: terms by the ledger, forwarding under one number, signatures, answers, one story."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.appeals.models import Answer, Appeal, Forwarding, Signature
from ratusha.appeals.queries import alike_at, bodies_named
from ratusha.appeals.services.answer import answer, answer_alike, leave
from ratusha.appeals.services.consider import forward, prolong, study, take_up, withdraw
from ratusha.appeals.services.lodge import contest
from ratusha.appeals.services.sign import sign, take_back
from ratusha.appeals.story import story_of
from ratusha.cases.models import Case
from ratusha.cases.public import hand_to, link_cases, matter_of, steps_open_to
from ratusha.documents.models import Document
from ratusha.kernel.errors import DomainError, NotPermitted, RuleBroken

from .conftest import GOOD, NOW, TEXT, WORKS

LATER = NOW + timedelta(hours=2)


def code_of(act, *arguments, **named):
    with pytest.raises(DomainError) as error:
        act(*arguments, **named)
    return error.value.code


# ---- terms ----
def test_an_appeal_is_answered_within_fifteen_days(town):
    assert town.written().due_on == date(2026, 4, 6)  # 4 April 2026 is a Saturday


def test_further_study_makes_it_a_month_from_the_registration(town):
    case = study(town.in_work().pk, reasons="Патрэбна праверка.", by=town.clerk, now=LATER)
    assert case.due_on == date(2026, 4, 22)  # 20 and 21 April are days off


def test_a_longer_term_names_its_day_and_goes_only_forward(town):
    case = town.in_work()
    early = {"until": date(2026, 3, 25), "reasons": "Няма.", "by": town.clerk, "now": LATER}
    assert code_of(prolong, case.pk, **early) == "appeal.not_longer"
    far = {**early, "until": date(2028, 1, 1)}
    assert code_of(prolong, case.pk, **far) == "appeal.too_long"
    longer = prolong(case.pk, **{**early, "until": date(2026, 5, 20)})
    assert longer.due_on == date(2026, 5, 20)


def test_a_second_press_makes_no_second_appeal(town):
    assert town.written() == town.written()
    assert Appeal.objects.count() == 1


def test_nobody_writes_for_somebody_they_may_not_act_for(town):
    stranger = UserFactory()
    with pytest.raises(NotPermitted):
        town.written(by=type("Both", (), {"pk": stranger.pk, "party_id": None})())


def test_whoever_was_given_a_registered_appeal_takes_it_up(town):
    case = town.written()
    head = official(*WORKS, "cases.assign", body_id=town.body.pk)
    hand_to(case.pk, town.clerk, by=head, now=LATER)
    assert take_up(case.pk, by=town.clerk, now=LATER).status == "in_work"
    assert "take_up" not in steps_open_to(town.clerk, Case.objects.get(pk=case.pk), LATER.date())


# ---- forwarding ----
def test_the_competent_body_gets_it_under_the_same_number_with_its_whole_term(town):
    case = town.written()
    sent = forward(
        case.pk, body_id=town.other.pk, reasons="Асвятленне – іх.", by=town.clerk, now=LATER
    )
    assert (sent.reference, sent.body_id) == (case.reference, town.other.pk)
    assert sent.handler is None
    assert sent.due_on == date(2026, 4, 6)
    assert Forwarding.objects.get().late is False


def test_forwarding_after_five_working_days_is_done_and_stays_late(town):
    case = town.written()
    late = NOW + timedelta(days=10)
    sent = forward(case.pk, body_id=town.other.pk, reasons="Не наша.", by=town.clerk, now=late)
    assert Forwarding.objects.get().late is True
    assert sent.due_on == date(2026, 4, 14)


def test_an_appeal_is_not_forwarded_to_where_it_is(town):
    same = {"body_id": town.body.pk, "reasons": "Наша.", "by": town.clerk, "now": LATER}
    assert code_of(forward, town.written().pk, **same) == "appeal.same_body"


def test_whoever_has_sent_it_on_does_not_reach_it_any_more(town):
    case = town.written()
    forward(case.pk, body_id=town.other.pk, reasons="Не наша.", by=town.clerk, now=LATER)
    with pytest.raises(NotPermitted):
        take_up(case.pk, by=town.clerk, now=LATER)


# ---- answers ----
def test_the_answer_is_a_sealed_paper_in_the_language_of_the_appeal(town):
    case = answer(town.in_work().pk, result="explain", text=GOOD, by=town.clerk, now=LATER)
    assert (case.status, case.outcome) == ("explained", "granted")
    paper = Document.objects.get(pk=Answer.objects.get().document_id)
    assert (paper.language, paper.holder_id) == ("be", town.writer.party_id)


def test_another_language_is_refused_and_nothing_is_half_done(town):
    case = town.in_work()
    russian = "Ваше обращение рассмотрено, кабель заменят до первого апреля. Объявление вывешено у подъезда."
    given = {
        "result": "explain",
        "text": russian,
        "by": town.clerk,
        "now": LATER,
        "confirmed": True,
    }
    assert code_of(answer, case.pk, **given) == "appeal.N01"
    assert Case.objects.get(pk=case.pk).status == "in_work"
    assert not Answer.objects.exists()


def test_remarks_are_confirmed_and_kept_with_the_answer(town):
    case = town.in_work()
    short = {"result": "decline", "text": "Не.", "by": town.clerk, "now": LATER}
    assert code_of(answer, case.pk, **short) == "appeal.remarks"
    answer(case.pk, **short, confirmed=True)
    assert Answer.objects.get().remarks == ["N03", "N04"]


def test_left_without_consideration_only_on_a_ground_of_the_list(town):
    case = town.written()
    given = {"reasons": "Звярніцеся ў суд.", "by": town.clerk, "now": LATER}
    assert code_of(leave, case.pk, ground="tired", **given) == "appeal.ground_missing"
    left = leave(case.pk, ground="other_order", **given)
    assert (left.status, left.outcome) == ("left", "not_accepted")


def test_the_database_wants_a_ground_where_and_only_where_the_appeal_was_left(town):
    case = answer(town.in_work().pk, result="explain", text=GOOD, by=town.clerk, now=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(case=case).update(ground_code="repeated")


def test_it_is_withdrawn_until_it_is_answered(town):
    case = town.in_work()
    assert withdraw(case.pk, by=town.writer, now=LATER).status == "withdrawn"
    given = {"result": "explain", "text": GOOD, "by": town.clerk, "now": LATER}
    assert code_of(answer, case.pk, **given) == "case.step_closed"


# ---- signatures ----
def test_others_sign_once_and_take_it_back_until_it_is_taken_up(town):
    case = town.written(collective=True)
    appeal = Appeal.objects.get(pk=case.pk)
    assert sign(appeal, by=town.neighbour, now=LATER) == sign(appeal, by=town.neighbour, now=LATER)
    assert take_back(appeal, by=town.neighbour) is True
    sign(appeal, by=town.neighbour, now=LATER)
    take_up(case.pk, by=town.clerk, now=LATER)
    assert code_of(take_back, appeal, by=town.neighbour) == "appeal.signing_is_over"
    assert code_of(sign, appeal, by=UserFactory(), now=LATER) == "appeal.signing_is_over"
    assert Signature.objects.count() == 1


def test_an_appeal_of_one_person_takes_no_signatures(town):
    appeal = Appeal.objects.get(pk=town.written().pk)
    assert code_of(sign, appeal, by=town.neighbour, now=LATER) == "appeal.signing_is_over"


# ---- the answer contested, one story ----
def test_the_body_above_considers_the_answer_once(town):
    first = answer(town.in_work().pk, result="decline", text=GOOD, by=town.clerk, now=LATER)
    higher = contest(first.pk, text="Не згодная.", by=town.writer, now=LATER)
    assert higher.body_id == town.above.pk
    assert contest(first.pk, text="Яшчэ раз.", by=town.writer, now=LATER) == higher
    matter = matter_of(higher)
    story = story_of(matter.at_desk(higher))
    assert [told.case for told in story] == [first, higher]
    assert story[0].answer == GOOD
    assert matter.number == first.reference


def test_where_nobody_is_above_the_way_is_to_a_court(town):
    case = town.in_work()
    Case.objects.filter(pk=case.pk).update(status="explained", outcome="granted", closed_on=NOW)
    Case.objects.filter(pk=case.pk).update(body_id=town.above.pk)
    given = {"text": "Не.", "by": town.writer, "now": LATER}
    assert code_of(contest, case.pk, **given) == "appeal.no_higher_body"


def test_a_story_holds_nothing_of_other_people(town):
    mine = town.written()
    told = town.written(by=town.neighbour, text="Іншае.")
    link_cases(told, about=mine, kind="follows", by=None, now=NOW)
    assert matter_of(told).cases == [told]


def test_an_appeal_goes_on_only_from_ones_own_case(town):
    mine = town.written()
    given = {"by": town.neighbour, "text": "Іншае.", "about": mine}
    with pytest.raises(NotPermitted):
        town.written(**given)


# ---- many alike ----
def test_one_answer_reaches_all_alike_each_in_its_language(town):
    people = [UserFactory() for _ in range(4)]
    for number, person in enumerate(people):
        town.written(
            by=person, text=f"{TEXT} Кватэра {number}.", language="ru" if number == 3 else "be"
        )
    (group,) = alike_at(town.body.pk)
    assert len(group.members) == 4
    cases = list(Case.objects.filter(pk__in=group.members))
    told = answer_alike(cases, result="explain", texts={"be": GOOD}, by=town.clerk, now=LATER)
    assert len(told.answered) == 3
    assert len(told.refused) == 1
    assert Case.objects.get(reference=told.refused[0][0]).status == "registered"


def test_an_answer_to_many_is_looked_over_as_one_to_a_single_appeal_is(town):
    for number in range(3):
        town.written(by=UserFactory(), text=f"{TEXT} Кватэра {number}.")
    cases = list(Case.objects.filter(pk__in=alike_at(town.body.pk)[0].members))
    told = {"result": "explain", "by": town.clerk, "now": LATER}
    assert code_of(answer_alike, cases, texts={"be": "Не."}, **told) == "appeal.remarks"
    number = f"{GOOD} 3010190A001PB1"
    assert (
        code_of(answer_alike, cases, texts={"be": number}, confirmed=True, **told) == "appeal.N02"
    )
    assert not Answer.objects.exists()
    assert len(answer_alike(cases, texts={"be": "Не."}, confirmed=True, **told).answered) == 3
    assert {tuple(one.remarks) for one in Answer.objects.all()} == {("N03", "N04")}


def test_a_body_is_found_by_parts_of_its_name_in_any_language(town):
    town.other.name = {"be": "Гарсвятло", "ru": "Горсвет"}
    town.other.save()
    assert bodies_named("горсв", NOW.date()) == [town.other]
    assert bodies_named("цэнтральнага жкг", NOW.date()) == [town.body] if town.body else False
    assert bodies_named("жкг паўночнага", NOW.date()) == []


def test_rules_say_their_words_at_the_field(town):
    with pytest.raises(RuleBroken) as error:
        town.written(text="  ")
    assert error.value.field == "text"
