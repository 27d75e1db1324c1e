"""The call for pilots, the diary of one and its incidents: services and pages."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.cases.models import Case
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.measures.models import Call, DiaryEntry, Incident, IncidentAnswer, Suspension
from ratusha.measures.services import aside, begin, call, diary, pilot
from ratusha.measures.services.call import Problem
from ratusha.measures.services.erase import erase

from .conftest import CALL, IDEA, PROBLEM, TRIAL
from .test_services import run, tried

LANGUAGES = ("be", "ru", "en")


def at(name, *arguments):
    return reverse(f"measures:{name}", args=arguments)


def desk(user, body):
    return sign_in(Client(), user, AccessMode.STRICT, body.pk)


# ---- the call ----
def test_a_call_is_published_by_another_body_than_it_is_written_by_and_then_stands(state):
    made = state.call_written()
    given = {"act": "Пастанова № 1", "now": state.now}
    with pytest.raises(NotPermitted):
        call.publish_call(made.code, by=state.manager, **given)
    with pytest.raises(RuleBroken, match="act"):
        call.publish_call(made.code, by=state.apparatus, **{**given, "act": " "})
    call.publish_call(made.code, by=state.apparatus, **given)
    with pytest.raises(Conflict):
        call.publish_call(made.code, by=state.apparatus, **given)
    for change in (
        lambda: call.rewrite_call(made.code, state.draft(), by=state.manager, now=state.now),
        lambda: call.drop_direction(made.code, position=1, by=state.manager, now=state.now),
        lambda: call.add_direction(
            made.code, Problem(sphere="transport", owner_id=state.transport.pk, **PROBLEM),
            by=state.manager, now=state.now,
        ),
    ):  # fmt: skip
        with pytest.raises(RuleBroken, match="call_published"):
            change()


def test_a_call_without_directions_or_of_the_past_is_not_published(state):
    assert state.ministry
    empty = call.write_call(state.draft(), by=state.manager, now=state.now)
    given = {"act": "Пастанова № 1", "by": state.apparatus}
    with pytest.raises(RuleBroken, match="without_directions"):
        call.publish_call(empty.code, now=state.now, **given)
    with pytest.raises(Conflict, match="call_written_already"):
        call.write_call(state.draft(), by=state.manager, now=state.now)
    made = state.call_written(name=dict.fromkeys(LANGUAGES, "Іншы"))
    assert made.code == "2026-2"
    with pytest.raises(Conflict, match="call_written_already"):
        call.rewrite_call(made.code, state.draft(), by=state.manager, now=state.now)
    with pytest.raises(RuleBroken, match="opens_before"):
        call.publish_call(made.code, now=state.later(), **given)
    call.rewrite_call(made.code, state.draft(days=50), by=state.manager, now=state.now)
    call.publish_call(made.code, now=state.now, **given)


def test_a_call_that_is_moved_to_another_year_is_of_that_year_and_no_code_is_given_twice(state):
    first = state.call_written()
    second = state.call_written(name=dict.fromkeys(LANGUAGES, "Іншы"))
    next_year = {"opens_on": date(2027, 1, 11), "closes_on": date(2027, 3, 1)}
    given = {"by": state.manager, "now": state.now}
    moved = call.rewrite_call(first.code, state.draft(**next_year), **given)
    assert (moved.pk, moved.code, moved.year) == (first.pk, "2027", 2027)
    assert moved.directions.count() == 1
    third = call.write_call(state.draft(), **given)
    assert (second.code, third.code) == ("2026-2", "2026-3")
    stays = call.rewrite_call(third.code, state.draft(days=60), **given)
    assert stays.code == "2026-3"


@pytest.mark.django_db(transaction=True)
def test_two_calls_that_are_written_at_once_have_two_codes_and_the_same_one_is_written_once(state):
    assert state.ministry
    other = state.draft(name=dict.fromkeys(LANGUAGES, "Іншы"))

    def write(draft):
        try:
            return call.write_call(draft, by=state.manager, now=state.now).code
        except Conflict as error:
            return error.code
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        done = sorted(pool.map(write, [state.draft(), other, other]))
    assert done == ["2026", "2026-2", "pilot.call_written_already"]


def test_the_database_keeps_who_wrote_a_call_from_publishing_it(state):
    made = state.call_written()
    with pytest.raises(IntegrityError, match="another_person"), transaction.atomic():
        Call.objects.filter(pk=made.pk).update(
            act="№ 1", published_at=state.now, published_by=made.written_by
        )


def test_a_call_is_written_in_all_languages_by_the_manager(state):
    assert state.ministry
    with pytest.raises(RuleBroken, match="call_terms"):
        call.write_call(state.draft(terms={"be": "Так"}), by=state.manager, now=state.now)
    with pytest.raises(NotPermitted):
        call.write_call(state.draft(), by=state.initiator, now=state.now)


def test_an_application_is_made_under_a_direction_while_its_call_is_open(state):
    direction = state.direction
    last = state.now + timedelta(days=40)
    idea = replace(IDEA, sources=["other"])
    trial = replace(TRIAL, direction=direction.pk)
    given = {"body_id": state.transport.pk, "by": state.initiator}
    with pytest.raises(RuleBroken, match="call_not_open"):
        begin.propose_pilot(idea, trial, now=last + timedelta(days=1), **given)
    with pytest.raises(RuleBroken, match="direction_missing"):
        begin.propose_pilot(idea, TRIAL, now=state.now, **given)
    assert not Case.objects.exists()
    begin.propose_pilot(idea, trial, now=last, **given)
    with pytest.raises(RuleBroken, match="Q02"):
        begin.propose_pilot(idea, replace(trial, compared_with=[]), now=state.now, **given)


def test_a_question_is_asked_while_the_call_is_open_and_answered_once_for_everybody(state):
    code = state.direction.call.code
    asked = {"text": "Ці можна два раёны?", "language": "be", "body_id": state.transport.pk}
    with pytest.raises(RuleBroken, match="names_a_person"):
        call.ask(code, by=state.initiator, now=state.now, **{**asked, "text": "Іваноў І. І.?"})
    with pytest.raises(NotPermitted):
        call.ask(code, by=state.expert, now=state.now, **asked)
    with pytest.raises(RuleBroken, match="call_not_open"):
        call.ask(code, by=state.initiator, now=state.now + timedelta(days=41), **asked)
    question = call.ask(code, by=state.initiator, now=state.now, **asked)
    page = Client().get(at("call", code))
    assert "два раёны" not in page.text
    with pytest.raises(NotPermitted):
        call.answer_question(question.pk, answer="Так.", by=state.initiator, now=state.now)
    call.answer_question(question.pk, answer="Можна.", by=state.manager, now=state.now)
    with pytest.raises(Conflict):
        call.answer_question(question.pk, answer="Не.", by=state.manager, now=state.now)
    page = Client().get(at("call", code)).text
    assert "два раёны" in page
    assert "Можна." in page
    assert state.initiator.display_name not in page


def test_everybody_reads_the_open_call_and_the_archive_and_nobody_a_draft(state):
    draft = state.call_written(name=dict.fromkeys(LANGUAGES, "Чарнавік"))
    assert Client().get(at("call", draft.code)).status_code == 404
    assert "Чарнавік" not in Client().get(at("calls")).text
    code = state.direction.call.code
    page = Client().get(at("calls")).text
    assert at("call", code) in page
    assert at("new_pilot") in page
    with time_machine.travel(state.now + timedelta(days=41), tick=False):
        later = Client().get(at("calls")).text
        assert at("call", code) in later
        assert at("new_pilot") not in later
        closed = desk(state.initiator, state.transport)
        assert at("calls") in closed.get(at("new_pilot")).text
        assert closed.post(at("new_pilot"), {}).status_code == 200


def typed(texts, **more):
    return {f"{name}_{code}": texts[name][code] for name in texts for code in LANGUAGES} | more


def test_a_call_is_made_at_two_desks(state):
    state.transport.kind = "state_body"
    state.transport.save()
    assert state.ministry
    manager, apparatus = desk(state.manager, state.ministry), desk(state.apparatus, state.ministry)
    first = state.now.date().isoformat()
    said = typed(CALL, opens_on=first, closes_on=first)
    short = manager.post(at("new_call"), said)
    assert short.status_code == 422
    assert "closes_on" in short.text
    said["closes_on"] = (state.now.date() + timedelta(days=30)).isoformat()
    assert manager.post(at("new_call"), {**said, "terms_ru": ""}).status_code == 422
    assert manager.post(at("new_call"), said).url == at("desk_call", "2026")
    under = typed(PROBLEM, sphere="transport", owner=state.transport.pk)
    for _time in range(2):
        assert manager.post(at("new_direction", "2026"), under).status_code == 302
    assert manager.post(at("drop_direction", "2026", 2), {}).status_code == 302
    changed = {**said, "name_be": "Цяпло"}
    assert manager.post(at("rewrite_call", "2026"), changed).status_code == 302
    assert manager.get(at("publish_call", "2026")).status_code == 404
    assert apparatus.get(at("new_direction", "2026")).status_code == 404
    assert apparatus.post(at("publish_call", "2026"), {"act": ""}).status_code == 422
    assert apparatus.post(at("publish_call", "2026"), {"act": "№ 5"}).status_code == 302
    assert "Цяпло" in Client().get(at("calls")).text
    initiator = desk(state.initiator, state.transport)
    assert initiator.post(at("ask_about_call", "2026"), {"text": ""}).status_code == 422
    assert initiator.post(at("ask_about_call", "2026"), {"text": "Калі?"}).status_code == 302
    question = Call.objects.get().questions.get()
    answer = at("answer_question", "2026", question.pk)
    assert initiator.get(answer).status_code == 404
    assert manager.post(answer, {"answer": "Заўтра."}).status_code == 302
    assert "Заўтра." in Client().get(at("call", "2026")).text


def test_a_stranger_to_measures_finds_no_desk_of_calls_and_an_initiator_no_draft(state):
    made = state.call_written()
    clerk = desk(official("cases.see", body_id=state.health.pk), state.health)
    assert clerk.get(at("desk_calls")).status_code == 404
    initiator = desk(state.initiator, state.transport)
    assert initiator.get(at("desk_calls")).status_code == 200
    assert initiator.get(at("desk_call", made.code)).status_code == 404
    assert initiator.get(at("new_call")).status_code == 404


# ---- diary and incidents ----
@pytest.fixture
def running(state):
    case = tried(state)
    run(state, case)
    return Case.objects.get(pk=case.pk)


def reported(state, case, severity="grave", **changed):
    given = {
        "on": state.now.date(),
        "text": "Святлафор згас.",
        "summary": "Святлафор згас.",
        **changed,
    }
    return diary.report_incident(
        case.pk, severity=severity, by=state.initiator, now=state.now, **given
    )


def test_a_grave_incident_suspends_the_pilot_until_it_is_answered_and_an_act_lets_it_go_on(
    state, running
):
    with time_machine.travel(state.now, tick=False):
        reported(state, running, severity="serious")
        assert not Suspension.objects.exists()
        incident = reported(state, running)
        stands = Suspension.objects.get()
        assert "святлафор" in stands.reasons.casefold()
        with pytest.raises(RuleBroken, match="suspended"):
            pilot.evaluate(running.pk, answers=1, text="Так.", by=state.initiator, now=state.now)
        reported(state, running)  # one suspension is enough
        assert Suspension.objects.count() == 1
        with pytest.raises(RuleBroken, match="incident_unanswered"):
            aside.go_on(running.pk, act="№ 8", by=state.manager, now=state.now)
        for one in Incident.objects.filter(severity="grave"):
            diary.answer_incident(
                running.pk, incident=one.pk, done="Замянілі.", summary="Замянілі.", by=state.initiator, now=state.now,
            )  # fmt: skip
        aside.go_on(running.pk, act="№ 8", by=state.manager, now=state.now)
        assert incident.answers.get().done == "Замянілі."
        assert not Suspension.objects.filter(ended_at=None).exists()


def test_only_the_office_of_the_pilot_writes_its_diary_and_public_words_name_nobody(state, running):
    given = {"on": state.now.date(), "text": "Уключылі.", "now": state.now}
    with pytest.raises(NotPermitted):
        diary.write_diary(running.pk, summary="", by=state.manager, **given)
    with pytest.raises(RuleBroken, match="names_a_person"):
        diary.write_diary(running.pk, summary="Уключыў Іваноў І. І.", by=state.initiator, **given)
    with pytest.raises(RuleBroken, match="day_outside"):
        diary.write_diary(
            running.pk, summary="", by=state.initiator,
            **{**given, "on": state.now.date() + timedelta(days=1)},
        )  # fmt: skip
    diary.write_diary(running.pk, summary="", by=state.initiator, **given)
    other = DiaryEntry.objects.get()
    with pytest.raises(RuleBroken, match="incident_missing"):
        diary.answer_incident(
            running.pk, incident=other.pk, done="Так", summary="Так", by=state.initiator, now=state.now,
        )  # fmt: skip


def test_a_pilot_that_has_not_begun_has_no_diary(state):
    case = tried(state)
    with pytest.raises(RuleBroken, match="not_running"):
        diary.write_diary(
            case.pk, on=state.now.date(), text="Так", summary="", by=state.initiator, now=state.now
        )


def test_everybody_reads_the_summaries_and_the_desk_the_whole(state, running):
    with time_machine.travel(state.now, tick=False):
        page = desk(state.initiator, state.transport)
        step = lambda name: at("step", running.reference, name)  # noqa: E731
        day = state.now.date().isoformat()
        assert page.get(step("diary")).status_code == 200
        told = {"on": day, "text": "Патаемна", "summary": "Адкрыта"}
        assert page.post(step("diary"), told).status_code == 302
        wrong = page.post(step("incident"), {"on": day, "severity": "grave", "text": "Х"})
        assert wrong.status_code == 422
        assert page.post(
            step("incident"), {"on": day, "severity": "grave", "text": "Унутры", "summary": "Спынілі"}
        ).status_code == 302  # fmt: skip
        incident = Incident.objects.get()
        done = {"incident": incident.pk, "done": "Паправілі", "summary": "Выправілі"}
        assert page.post(step("incident_done"), done).status_code == 302
        seen = Client().get(at("card", running.reference)).text
        assert all(one in seen for one in ("Адкрыта", "Спынілі", "Выправілі"))
        assert not any(one in seen for one in ("Патаемна", "Унутры", "Паправілі"))
        inside = page.get(at("measure", running.reference)).text
        assert all(one in inside for one in ("Патаемна", "Унутры", "Паправілі"))
        manager = desk(state.manager, state.ministry)
        assert manager.post(step("diary"), told).status_code == 403


def test_the_diary_goes_with_its_case(state, running):
    incident = reported(state, running)
    diary.answer_incident(
        running.pk, incident=incident.pk, done="Так", summary="Так", by=state.initiator, now=state.now,
    )  # fmt: skip
    diary.write_diary(
        running.pk, on=state.now.date(), text="Так", summary="", by=state.initiator, now=state.now
    )
    erase(running)
    for table in (Incident, IncidentAnswer, DiaryEntry):
        assert not table.objects.exists()
