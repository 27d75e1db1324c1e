"""The pages: what is theirs, what is wrong and said so, what is done."""

import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import etree

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.cases.models import Case
from ratusha.measures import permissions as may
from ratusha.measures.models import AgendaItem, PassportDraft, Session, StagePaper
from ratusha.measures.services import begin, carry_out, examine

from .conftest import PAPER, TERMS, TRIAL, whole_passport

IDEA = {
    "purpose": "measure", "name": "Рэестр маршрутаў", "goal": "Бачыць аўтобус.", "sphere": "transport",
    "sources": ["republican"], "language": "be",
}  # fmt: skip
BACK = {"ground": "money", "text": "Разлічыце яшчэ раз."}


def at(name, *arguments):
    return reverse(f"measures:{name}", args=arguments)


@pytest.fixture
def at_desk():
    return lambda user, body: sign_in(Client(), user, AccessMode.STRICT, body.pk)


@pytest.fixture
def initiator(state, at_desk):
    return at_desk(state.initiator, state.transport)


@pytest.fixture
def manager(state, at_desk):
    return at_desk(state.manager, state.ministry)


@pytest.fixture
def stranger(state, at_desk):
    return at_desk(official(may.PREPARE, body_id=state.health.pk), state.health)


def step(page, case, name, **typed):
    return page.post(at("step", case.reference, name), typed)


# ---- proposing ----
def test_a_body_proposes_and_sees_the_measure_in_its_list(state, initiator):
    assert state.ministry
    assert initiator.get(at("new")).status_code == 200
    sent = initiator.post(at("new"), IDEA)
    case = Case.objects.get()
    assert sent.url == at("measure", case.reference)
    assert "Рэестр маршрутаў" in initiator.get(at("measures")).text
    assert "Рэестр маршрутаў" in initiator.get(sent.url).text


def test_empty_words_are_said_at_their_question(state, initiator):
    assert state.ministry
    answer = initiator.post(at("new"), {**IDEA, "name": ""})
    assert answer.status_code == 422
    assert "#id_name" in answer.text
    assert not Case.objects.exists()


def test_a_pilot_from_the_budget_is_refused_at_the_question_with_its_rule(state, initiator):
    assert state.ministry
    under = {"direction": state.direction.pk, "compared_with": "Парк № 2"}
    trial = {**vars(TRIAL), **IDEA, **under, "sources": ["other", "republican"]}
    answer = initiator.post(at("new_pilot"), trial)
    assert answer.status_code == 422
    assert "RUL-10" in answer.text
    assert "Бачыць аўтобус." in answer.text
    assert initiator.post(at("new_pilot"), {**trial, "sources": ["other"]}).status_code == 302


def test_who_prepares_nothing_finds_no_page_to_propose(state, manager):
    assert manager.get(at("new")).status_code == 404
    assert state.initiator


def test_an_official_without_a_part_finds_no_measures(state, at_desk):
    clerk = at_desk(official("cases.see", body_id=state.health.pk), state.health)
    for name in ("measures", "sessions"):
        assert clerk.get(at(name)).status_code == 404


# ---- one measure ----
def test_a_stranger_finds_nothing(state, stranger):
    case = state.submitted()
    for address in (
        at("measure", case.reference), at("passport", case.reference), at("block", case.reference, "goal"),
        at("version", case.reference, "1"), at("print", case.reference, "1"), at("step", case.reference, "assign"),
    ):  # fmt: skip
        assert stranger.get(address).status_code == 404


def test_nobody_comes_without_signing_in():
    assert Client().get(at("measures")).status_code == 302


def test_a_step_that_is_not_ones_own_is_not_offered(state, initiator, manager):
    case = state.submitted()
    assert at("step", case.reference, "assign") in manager.get(at("measure", case.reference)).text
    assert (
        at("step", case.reference, "assign")
        not in initiator.get(at("measure", case.reference)).text
    )
    assert initiator.get(at("step", case.reference, "assign")).status_code == 403
    typed = {"expert": str(state.experts[0].pk)}
    assert step(initiator, case, "assign", **typed).status_code == 403
    assert manager.get(at("step", case.reference, "jump")).status_code == 404
    assert step(manager, case, "assign", **typed).status_code == 302


def test_the_route_is_confirmed_with_its_programme(state, manager):
    case = state.proposed()
    begin.classify(case.pk, kind="system", reasons="Так.", by=state.initiator, now=state.now)
    assert manager.get(at("step", case.reference, "route")).status_code == 200
    assert step(manager, case, "route").status_code == 422
    assert step(manager, case, "route", subprogramme="2026-2030/2").status_code == 302


def test_a_passport_is_written_block_by_block_and_says_what_is_wrong(state, initiator):
    case = state.routed()
    assert "Агульныя звесткі" in initiator.get(at("passport", case.reference)).text
    sent = initiator.post(
        at("block", case.reference, "goal"), {"problem": "Папера.", "then": "next"}
    )
    assert sent.url == at("block", case.reference, "indicators")
    assert PassportDraft.objects.get(pk=case.pk).answers["goal"]["problem"] == "Папера."
    stay = initiator.post(at("block", case.reference, "budget"), {"total": "5", "then": "stay"})
    shown = initiator.get(stay.url)
    assert "P01" in shown.text
    answer = initiator.post(at("block", case.reference, "budget"), {"total": "многа"})
    assert answer.status_code == 422
    assert "многа" in answer.text
    assert step(initiator, case, "submit").status_code == 422
    last = initiator.post(at("block", case.reference, "attachments"), {"annexes": ""})
    assert last.url == at("passport", case.reference)


def test_a_row_more_can_be_written_after_each_saving(state, initiator):
    case = state.routed()
    row = {"software-0-name": "PostgreSQL", "software-0-origin": "open_source", "then": "stay"}
    initiator.post(at("block", case.reference, "independence"), row)
    shown = initiator.get(at("block", case.reference, "independence")).text
    assert 'name="software-1-name"' in shown
    assert "PostgreSQL" in shown


def test_only_the_initiator_opens_what_is_being_written(state, manager, initiator):
    case = state.submitted()
    assert manager.get(at("passport", case.reference)).status_code == 404
    assert initiator.get(at("passport", case.reference)).status_code == 200
    assert initiator.get(at("block", case.reference, "goal")).status_code == 403
    assert initiator.get(at("block", case.reference, "colour")).status_code == 404


def test_remarks_stand_at_their_field_and_changes_are_shown(state, at_desk, initiator):
    case = state.with_experts()
    expert = at_desk(state.expert, state.experts[0])
    assert step(expert, case, "remark", place="budget.total", **BACK).status_code == 302
    assert step(expert, case, "return", **BACK).status_code == 302
    assert "Разлічыце яшчэ раз." in initiator.get(at("block", case.reference, "budget")).text
    state.written(case, goal={**whole_passport()["goal"], "problem": "Новая версія."})
    assert step(initiator, case, "submit").status_code == 302
    text = initiator.get(at("version", case.reference, "2")).text
    assert "<ins>Новая версія.</ins>" in text
    assert initiator.get(at("version", case.reference, "3")).status_code == 404
    assert initiator.get(at("version", case.reference, "x")).status_code == 404
    printed = initiator.get(at("print", case.reference, "1"))
    assert printed.content.startswith(b"%PDF")
    written = initiator.get(at("word", case.reference, "2"))
    with zipfile.ZipFile(io.BytesIO(written.content)) as package:
        words = package.read("word/document.xml").decode()
        assert all(etree.fromstring(package.read(name)) is not None for name in package.namelist())
    assert "Новая версія." in words
    assert "17. " in words


def a_file():
    return SimpleUploadedFile(PAPER.name, PAPER.content)


def test_contract_stages_are_said_at_their_field(state, initiator, at_desk):
    case = state.recommended()
    carry_out.include(case.pk, act="Пастанова № 5", by=state.apparatus, now=state.now)
    chosen = {"mechanism": "customer_office", "implementer": "Цэнтр", "why_not_competition": ""}
    assert step(initiator, case, "choose", **chosen).status_code == 422
    chosen["why_not_competition"] = "Офіс вядзе сістэму."
    unsaid = step(initiator, case, "choose", **chosen)
    assert unsaid.status_code == 422
    assert "#id_handed" in unsaid.text
    chosen["handed"] = "Загад № 4: правы, сродкі, да 2028 года."
    assert step(initiator, case, "choose", **chosen).status_code == 302
    days = {"signed_on": "2026-09-01", "ends_on": "2027-12-31", "due_on_1": "2026-10-30"}
    typed = {"number": "7", "result_1": "Праект", "amount_1": "100", "result_2": "Сістэма", **days}
    answer = step(initiator, case, "contract", **typed)
    assert answer.status_code == 422
    assert "#id_due_on_2" in answer.text
    answer = step(
        initiator, case, "contract", **{**typed, "due_on_2": "2026-11-30", "amount_2": "200"}
    )
    assert answer.status_code == 302
    said = {**TERMS, "vat": "20", "availability": "99,5", "criteria_1": "Макет паказаны."}
    lacking = step(initiator, case, "terms", **said)
    assert lacking.status_code == 422
    assert "#id_criteria_2" in lacking.text
    assert "Цэнтр" in initiator.get(at("step", case.reference, "terms")).text  # who was chosen
    assert step(initiator, case, "terms", **said, criteria_2="Працуе.").status_code == 302
    over = {"stage": "1", "text": "Макет."}
    assert step(initiator, case, "hand_over", **over).status_code == 422  # no file
    assert step(initiator, case, "hand_over", **over, paper=a_file()).status_code == 302
    inspector = at_desk(state.inspector, state.transport)
    done = {"stage": "1", "conclusion": "accept", "text": "Пратакол № 3"}
    assert step(initiator, case, "accept_stage", **done, paper=a_file()).status_code == 422  # C05
    assert step(inspector, case, "accept_stage", **done, paper=a_file()).status_code == 302
    text = inspector.get(at("measure", case.reference)).text
    paper = StagePaper.objects.first()
    assert at("paper", case.reference, paper.file_id) in text
    assert inspector.get(at("paper", case.reference, paper.file_id)).content.startswith(b"\x89PNG")
    stranger = at_desk(official(may.PREPARE, body_id=state.health.pk), state.health)
    assert stranger.get(at("paper", case.reference, paper.file_id)).status_code == 404
    assert step(initiator, case, "pay", amount="100,01").status_code == 422
    assert step(initiator, case, "pay", amount="100").status_code == 302
    assert "Праект" in initiator.get(at("measure", case.reference)).text


# ---- the Council ----
def test_a_session_is_convened_opened_voted_and_sealed_on_its_pages(state, at_desk):
    case = state.before_council()
    assert state.chair
    assert state.interested
    secretary = at_desk(state.secretary, state.ministry)
    typed = {"number": "1", "on": "2026-09-15", "manner": "video", "place": ""}
    assert secretary.post(at("convene"), {**typed, "on": "2026-08-01"}).status_code == 422
    room = secretary.post(at("convene"), typed).url
    session = Session.objects.get()
    put = {"case": str(case.pk), "proposal": "on_conditions", "order": ""}
    assert secretary.post(at("session_act", session.pk, "agenda"), put).status_code == 302
    item = AgendaItem.objects.get()
    condition = {"text": "Дадаць інтэграцыю.", "due_on": "2026-10-01"}
    assert (
        secretary.post(at("item_act", session.pk, item.pk, "condition"), condition).status_code
        == 302
    )
    member = at_desk(state.member, state.health)
    assert secretary.post(at("session_act", session.pk, "publish")).status_code == 302
    state.later(14)
    chair = at_desk(state.chair, state.ministry)
    assert (
        chair.post(at("session_act", session.pk, "open")).status_code == 422
    )  # on its day, with quorum

    with time_machine.travel(state.now, tick=False):
        chair, member = at_desk(state.chair, state.ministry), at_desk(state.member, state.health)
        secretary = at_desk(state.secretary, state.ministry)
        interested = at_desk(state.interested, state.transport)
        refused = chair.post(at("session_act", session.pk, "open"))
        assert (refused.status_code, "K01" in refused.text) == (422, True)
        here = {"present": [str(seat.pk) for seat in session.seats.all()]}
        assert secretary.post(at("session_act", session.pk, "presence"), here).status_code == 302
        assert chair.post(at("session_act", session.pk, "open")).status_code == 302
        vote = at("item_act", session.pk, item.pk, "vote")
        assert vote in member.get(room).text
        assert vote not in interested.get(room).text
        assert interested.post(vote, {"choice": "for"}).status_code == 422
        for one in (chair, member):
            assert one.get(vote).status_code == 200
            assert one.post(vote, {"choice": "for"}).status_code == 302
        settle = at("item_act", session.pk, item.pk, "settle")
        assert member.post(settle, {"heard": "Даклад."}).status_code == 403
        assert chair.post(settle, {"heard": "Даклад."}).status_code == 302
        for act in ("close", "seal"):
            assert chair.get(at("session_act", session.pk, act)).status_code == 200
            assert chair.post(at("session_act", session.pk, act)).status_code == 302
        assert "Дадаць інтэграцыю." in chair.get(room).text
        assert Case.objects.get(pk=case.pk).status == "conditions"
        assert "Дадаць інтэграцыю." in Client().get(at("card", case.reference)).text


@pytest.mark.parametrize("act", ["agenda", "jump"])
def test_the_council_is_closed_to_those_who_only_prepare(state, initiator, act):
    item = state.on_agenda(state.before_council())
    assert initiator.get(at("session", item.session_id)).status_code == 404
    assert initiator.get(at("session_act", item.session_id, act)).status_code == 404


# ---- what everybody may read ----
def test_everybody_reads_the_card_once_the_route_is_confirmed(state):
    case = state.proposed()
    assert Client().get(at("card", case.reference)).status_code == 404
    case = state.submitted()
    page = Client().get(at("card", case.reference))
    assert page.status_code == 200
    assert "Указ Президента" in page.text
    assert case.reference in Client().get(at("showcase"), {"sphere": "transport"}).text
    assert case.reference not in Client().get(at("showcase"), {"sphere": "health"}).text


def test_a_skipped_step_and_a_late_condition_are_there_for_everybody(state):
    case = state.submitted()
    carry_out.skip(
        case.pk,
        step="skip_expertise",
        act="Даручэнне № 1",
        reasons="Тэрмінова.",
        by=state.manager,
        now=state.now,
    )
    assert "Даручэнне № 1" in Client().get(at("card", case.reference)).text


def test_the_card_does_not_tell_the_passport_or_the_opinion(state):
    case = state.with_experts()
    examine.give_back(case.pk, **BACK, by=state.expert, now=state.now + timedelta(days=1))
    text = Client().get(at("card", case.reference)).text
    assert "Разлічыце" not in text
    assert "Дырэктар праекта" not in text


def test_every_step_has_a_page_that_asks(state, at_desk, initiator, manager):
    """Each is opened by whose turn it is, where a measure stands before it."""
    proposed, routed, examined = state.proposed(), state.routed(), state.with_experts()
    expert = at_desk(state.expert, state.experts[0])
    assert initiator.get(at("step", proposed.reference, "exclude")).status_code == 200
    assert initiator.get(at("step", routed.reference, "submit")).status_code == 200
    for name in ("remark", "return", "opine"):
        assert expert.get(at("step", examined.reference, name)).status_code == 200
    sent = state.submitted()
    for name in ("assign", "skip_expertise", "terminate", "suspend", "transfer", "correct"):
        assert manager.get(at("step", sent.reference, name)).status_code == 200


def test_what_is_suspended_offers_only_to_let_it_go_on(state, initiator, manager):
    case = state.submitted()
    why = {"act": "Пастанова № 9", "reasons": "Няма грошай."}
    assert step(manager, case, "suspend", act="", reasons="").status_code == 422
    assert step(manager, case, "suspend", **why).status_code == 302
    page = manager.get(at("measure", case.reference)).text
    assert at("step", case.reference, "resume") in page
    assert at("step", case.reference, "assign") not in page
    typed = {"expert": str(state.experts[0].pk)}
    assert step(manager, case, "assign", **typed).status_code == 422
    assert step(initiator, case, "resume", act="Пастанова № 10").status_code == 403
    assert step(manager, case, "resume", act="Пастанова № 10").status_code == 302
    moved = {**why, "subprogramme": "2021-2025/3"}
    assert step(manager, case, "transfer", **moved).status_code == 302
    mended = {"goal": "Бачыць аўтобус у тэлефоне.", "reasons": "Не было сказана дзе."}
    assert step(manager, case, "correct", **mended).status_code == 302
    assert "Бачыць аўтобус у тэлефоне." in initiator.get(at("measure", case.reference)).text
