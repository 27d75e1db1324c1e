"""The room of the Council: agenda, quorum, conflicts, votes, protocol, conditions."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.cases.models import Case
from ratusha.documents.models import Document
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.measures.composition import correction_of, extract_of, protocol_of
from ratusha.measures.models import AgendaItem, Condition, ProtocolCorrection, Seat, Vote
from ratusha.measures.rules import is_late
from ratusha.measures.services import agenda, protocol, room
from ratusha.measures.services.erase import erase
from ratusha.measures.services.mend_protocol import correct_protocol


def status(case):
    return Case.objects.get(pk=case.pk).status


def test_the_secretary_keeps_the_agenda_and_has_no_seat(state):
    item = state.published(state.before_council())
    assert not Seat.objects.filter(member=state.secretary).exists()
    with pytest.raises(NotPermitted):
        agenda.convene(
            number="9", on=state.now.date(), manner="video", place="", body_id=state.ministry.pk,
            by=state.chair, now=state.now,
        )  # fmt: skip
    state.later(14)
    state.present(item.session)
    room.open_session(item.session_id, by=state.chair, now=state.now)
    with pytest.raises(NotPermitted):
        room.vote(item.pk, choice="for", by=state.secretary, now=state.now)


def test_a_published_agenda_is_locked(state):
    item = state.published(state.before_council())
    with pytest.raises(RuleBroken, match="phase"):
        agenda.put_on_agenda(
            item.session_id, case_id=item.case_id, proposal="recommend", order="", by=state.secretary,
            now=state.now,
        )  # fmt: skip


def test_only_what_waits_for_the_council_is_put_on_one_agenda(state):
    case = state.with_experts()
    with pytest.raises(RuleBroken, match="not_waiting"):
        state.on_agenda(case)
    waiting = state.before_council()
    state.on_agenda(waiting)
    with pytest.raises(Conflict, match="on_agenda"):
        state.on_agenda(waiting)


def test_an_agenda_goes_out_in_time_or_not_at_all(state):
    assert state.chair
    item = state.on_agenda(state.before_council())
    state.later(10)
    with pytest.raises(RuleBroken, match="agenda_late"):
        agenda.publish_agenda(item.session_id, by=state.secretary, now=state.now)


def test_without_quorum_the_session_is_not_opened_and_nothing_is_decided(state):
    item = state.published(state.before_council())
    state.later(14)
    state.present(item.session, state.chair)
    with pytest.raises(RuleBroken, match="K01"):
        room.open_session(item.session_id, by=state.chair, now=state.now)
    state.present(item.session, state.chair, state.member)
    room.open_session(item.session_id, by=state.chair, now=state.now)
    room.vote(item.pk, choice="for", by=state.chair, now=state.now)
    state.present(item.session, state.chair)  # the member leaves before voting
    with pytest.raises(RuleBroken, match="K01"):
        room.settle(item.pk, heard="Даклад.", ground="", by=state.chair, now=state.now)


def test_a_session_is_not_opened_before_its_day(state):
    item = state.published(state.before_council())
    state.present(item.session)
    with pytest.raises(RuleBroken, match="too_early"):
        room.open_session(item.session_id, by=state.chair, now=state.now)


def test_a_member_of_the_body_that_proposes_does_not_vote_and_the_protocol_says_so(state):
    item = state.opened(state.before_council())
    with pytest.raises(RuleBroken, match="conflict"):
        room.vote(item.pk, choice="for", by=state.interested, now=state.now)
    decided = state.decided(item)
    assert (decided.votes_for, decided.not_taking_part, decided.decision) == (2, 1, "recommend")


def test_a_member_votes_once_and_never_after_the_decision(state):
    item = state.opened(state.before_council())
    room.vote(item.pk, choice="for", by=state.chair, now=state.now)
    with pytest.raises(Conflict, match="voted"):
        room.vote(item.pk, choice="against", by=state.chair, now=state.now)
    with pytest.raises(RuleBroken, match="K04"):
        room.settle(item.pk, heard="Даклад.", ground="", by=state.chair, now=state.now)
    room.vote(item.pk, choice="for", by=state.member, now=state.now)
    room.settle(item.pk, heard="Даклад.", ground="", by=state.chair, now=state.now)
    room.close_session(item.session_id, by=state.chair, now=state.now)
    with pytest.raises(RuleBroken, match="phase"):
        room.vote(item.pk, choice="for", by=state.member, now=state.now)


def test_what_is_not_carried_is_deferred_on_a_ground(state):
    case = state.before_council()
    item = state.opened(case)
    with pytest.raises(RuleBroken, match="ground_missing"):
        state.decided(item, votes="against")
    room.settle(item.pk, heard="Даклад.", ground="goal", by=state.chair, now=state.now)
    state.sealed(item)
    assert status(case) == "passport"


def test_a_decision_takes_effect_when_the_protocol_is_signed(state):
    case = state.before_council()
    item = state.opened(case)
    room.add_separate_opinion(item.pk, text="Дорага.", by=state.member, now=state.now)
    state.decided(item)
    assert status(case) == "council"
    with pytest.raises(RuleBroken, match="phase"):
        protocol.seal_protocol(item.session_id, by=state.chair, now=state.now)
    room.close_session(item.session_id, by=state.chair, now=state.now)
    with pytest.raises(NotPermitted):
        protocol.seal_protocol(item.session_id, by=state.secretary, now=state.now)
    sealed = protocol.seal_protocol(item.session_id, by=state.chair, now=state.now)
    assert status(case) == "recommended"
    paper = Document.objects.get(pk=sealed.document_id)
    extract = Document.objects.get(case_reference=case.reference)
    assert (paper.kind, paper.sample) == ("council_protocol", True)
    assert (extract.kind, extract.holder_id) == ("council_extract", state.transport.pk)


def test_a_sealed_protocol_is_corrected_by_a_new_signed_document_that_names_it(state):
    case = state.before_council()
    item = state.opened(case)
    state.decided(item)
    given = {
        "item": item.pk, "stood": "Даклад.", "reads": "Даклад ініцыятара.", "reasons": "Прапушчана слова.",
        "by": state.chair, "now": state.now,
    }  # fmt: skip
    with pytest.raises(RuleBroken, match="phase"):
        correct_protocol(item.session_id, **given)
    sealed = state.sealed(item)
    before = list(Document.objects.order_by("pk").values())
    with pytest.raises(NotPermitted):
        correct_protocol(sealed.pk, **{**given, "by": state.secretary})
    with pytest.raises(RuleBroken, match="correction_empty"):
        correct_protocol(sealed.pk, **{**given, "reads": "Даклад."})
    for untouchable in ("за 2", "Вырашана", "Няма такіх слоў"):
        with pytest.raises(RuleBroken, match="correction_elsewhere"):
            correct_protocol(sealed.pk, **{**given, "stood": untouchable})
    with pytest.raises(RuleBroken, match="item_missing"):
        correct_protocol(sealed.pk, **{**given, "item": sealed.pk})
    made = correct_protocol(sealed.pk, **given)
    after = list(Document.objects.order_by("pk").values())
    assert after[: len(before)] == before  # nothing signed was touched
    correction, extract = (Document.objects.get(pk=one["id"]) for one in after[len(before) :])
    assert (correction.kind, correction.pk) == ("council_correction", made.document_id)
    protocol_code = Document.objects.get(pk=sealed.document_id).code
    told = "\n".join(correction_of(made).paragraphs)
    assert all(one in told for one in (protocol_code, "«Даклад.»", "«Даклад ініцыятара.»"))
    assert (extract.kind, extract.case_reference) == ("council_extract", case.reference)
    assert "Даклад ініцыятара." in "\n".join(
        extract_of(AgendaItem.objects.get(pk=item.pk)).paragraphs
    )
    assert status(case) == "recommended"
    correct_protocol(sealed.pk, **{**given, "item": None})
    assert sealed.corrections.count() == 2
    erase(Case.objects.get(pk=case.pk))
    assert not ProtocolCorrection.objects.exists()


def sealed_with_two(state):
    """A session that has decided two measures, one of them with a separate opinion."""
    cases = [state.before_council(), state.before_council()]
    for member in (state.chair, state.member):
        assert member.pk
    first = state.on_agenda(cases[0])
    agenda.put_on_agenda(
        first.session_id, case_id=cases[1].pk, proposal="recommend", order="", by=state.secretary,
        now=state.now,
    )  # fmt: skip
    agenda.publish_agenda(first.session_id, by=state.secretary, now=state.now)
    state.later(14)
    state.present(first.session)
    room.open_session(first.session_id, by=state.chair, now=state.now)
    items = list(first.session.items.all())
    room.add_separate_opinion(items[0].pk, text="Дорага.", by=state.member, now=state.now)
    for item in items:
        state.decided(item)
    state.sealed(first)
    return list(
        AgendaItem.objects.filter(session=first.session_id).select_related("session", "case")
    )


def corrected(state, item, session_id, stood="Даклад."):
    return correct_protocol(
        session_id, item=item and item.pk, stood=stood, reads="Інакш.", reasons="Памылка.", by=state.chair,
        now=state.now,
    )  # fmt: skip


@pytest.mark.parametrize("which", [0, 1])
def test_the_number_of_a_correction_is_not_given_again_when_a_measure_is_erased(state, which):
    items = sealed_with_two(state)
    for item in items:
        corrected(state, item, item.session_id)
    erase(Case.objects.get(pk=items[which].case_id))
    left = items[1 - which]
    assert corrected(state, left, left.session_id).number == 3


def test_a_correction_of_the_whole_protocol_goes_with_the_measure_whose_words_it_quotes(state):
    item, other = sealed_with_two(state)
    session = item.session_id
    quoting = corrected(state, None, session, item.case.reference)
    of_another = corrected(state, None, session, other.case.reference)
    of_both = corrected(state, None, session)
    erase(Case.objects.get(pk=item.case_id))
    assert not ProtocolCorrection.objects.filter(pk=quoting.pk).exists()
    assert list(ProtocolCorrection.objects.all()) == [of_another, of_both]


def test_an_extract_tells_of_no_correction_of_words_that_it_does_not_have(state):
    item, other = sealed_with_two(state)
    session = item.session_id
    corrected(state, item, session, "Дорага.")  # of the opinion of a member, by name
    corrected(state, None, session, other.case.reference)
    there = Document.objects.filter(kind="council_extract")
    assert "Інакш." not in "\n".join(extract_of(item).paragraphs)
    assert "Інакш." in "\n".join(extract_of(other).paragraphs)
    assert there.filter(case_reference=item.case.reference).count() == 1
    assert there.filter(case_reference=other.case.reference).count() == 2


def test_the_room_shows_the_protocol_and_what_corrects_it(state):
    item = state.opened(state.before_council())
    state.decided(item)
    sealed = state.sealed(item)
    room_page = reverse("measures:session", args=[sealed.pk])
    act = reverse("measures:session_act", args=[sealed.pk, "correct"])
    with time_machine.travel(state.now, tick=False):
        chair = sign_in(Client(), state.chair, AccessMode.STRICT, state.ministry.pk)
        assert act in chair.get(room_page).text
        told = {"item": item.pk, "stood": "Даклад.", "reads": "Даклад", "reasons": "Кропка."}
        assert chair.get(act).status_code == 200
        assert chair.post(act, {**told, "stood": "Х"}).status_code == 422
        assert chair.post(act, told).status_code == 302
        shown = chair.get(room_page).text
        assert "Кропка" not in shown
        assert "«Даклад»" in shown
        secretary = sign_in(Client(), state.secretary, AccessMode.STRICT, state.ministry.pk)
        assert act not in secretary.get(room_page).text
        assert secretary.post(act, told).status_code == 403


def test_a_session_is_not_closed_with_undecided_items(state):
    item = state.opened(state.before_council())
    with pytest.raises(RuleBroken, match="undecided"):
        room.close_session(item.session_id, by=state.chair, now=state.now)


def test_a_rejection_ends_the_measure(state):
    case = state.before_council()
    item = state.opened(case, proposal="reject")
    state.decided(item, ground="duplicate")
    state.sealed(item)
    closed = Case.objects.get(pk=case.pk)
    assert (closed.status, closed.outcome) == ("rejected", "refused")


def test_of_a_secret_vote_it_is_kept_who_voted_and_never_how(state):
    case = state.before_council()
    item = state.opened(case, proposal="reject")  # secret by the rules of the Council
    room.vote(item.pk, choice="for", by=state.chair, now=state.now)
    room.vote(item.pk, choice="against", by=state.member, now=state.now)
    with pytest.raises(Conflict, match="voted"):
        room.vote(item.pk, choice="for", by=state.member, now=state.now)
    assert {one.choice for one in Vote.objects.all()} == {""}
    settled = room.settle(item.pk, heard="Даклад.", ground="goal", by=state.chair, now=state.now)
    assert (settled.votes_for, settled.against, settled.decision) == (1, 1, "defer")
    sealed = state.sealed(item)
    told = "\n".join(protocol_of(sealed).paragraphs)
    assert "Галасаванне было тайным." in told
    assert state.member.display_name not in told


def test_the_secretary_may_make_a_vote_secret(state):
    case = state.before_council()
    item = state.on_agenda(case, "recommend", secret=True)
    assert item.secret


def test_conditions_hold_the_measure_and_met_late_stays_late(state):
    case = state.before_council()
    item = state.opened(case, proposal="on_conditions")
    with pytest.raises(RuleBroken, match="conditions_missing"):
        state.decided(item)
    due = state.now.date() + timedelta(days=10)
    with pytest.raises(RuleBroken, match="condition_early"):
        room.add_condition(
            item.pk, text="Дадаць.", due_on=item.session.on, by=state.secretary, now=state.now
        )
    for text in ("Дадаць інтэграцыю.", "Удакладніць цану."):
        room.add_condition(item.pk, text=text, due_on=due, by=state.secretary, now=state.now)
    room.settle(item.pk, heard="Даклад.", ground="", by=state.chair, now=state.now)
    state.sealed(item)
    assert status(case) == "conditions"
    first, second = Condition.objects.all()
    protocol.meet_condition(first.pk, evidence="Ліст", by=state.initiator, now=state.later(10))
    assert status(case) == "conditions"
    with pytest.raises(NotPermitted):
        protocol.meet_condition(second.pk, evidence="Ліст", by=state.manager, now=state.now)
    protocol.meet_condition(second.pk, evidence="Ліст", by=state.initiator, now=state.later(1))
    assert status(case) == "recommended"
    first, second = Condition.objects.all()
    today = state.now.date()
    assert [is_late(one.due_on, one.met_on, today) for one in (first, second)] == [False, True]
    with pytest.raises(Conflict, match="condition_met"):
        protocol.meet_condition(second.pk, evidence="Ліст", by=state.initiator, now=state.now)


def while_another_is_at_it(first, second):
    """The second begins before what the first has done can be seen by others: what came of it."""

    def late():
        try:
            second()
        except (Conflict, RuleBroken) as error:
            return error.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            waiting = pool.submit(late)
            wait([waiting], timeout=0.5)
        return waiting.result()


@pytest.mark.django_db(transaction=True)
def test_a_number_is_given_once_and_a_measure_is_on_one_agenda_also_at_the_same_moment(state):
    case = state.before_council()
    given = {"by": state.secretary, "now": state.now}

    def convene(number):
        return agenda.convene(
            number=number, on=state.now.date(), manner="video", place="", body_id=state.ministry.pk, **given
        )  # fmt: skip

    taken = while_another_is_at_it(lambda: convene("7"), lambda: convene("7"))
    assert taken == "council.number_taken"
    sessions = [convene(number).pk for number in ("8", "9")]
    rivals = [
        lambda pk=pk: agenda.put_on_agenda(
            pk, case_id=case.pk, proposal="recommend", order="", **given
        )
        for pk in sessions
    ]
    assert while_another_is_at_it(*rivals) == "council.on_agenda"
