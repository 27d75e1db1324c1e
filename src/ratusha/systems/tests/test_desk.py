"""The desk of the register: a stranger finds nothing, a mistake is told at its question, a card is walked through."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ratusha.accounts.tests.factories import official
from ratusha.systems import permissions as may
from ratusha.systems.forms.sections import SECTIONS
from ratusha.systems.models import Filing, System

NEW = {"name_be": "Рэестр лекаў", "name_ru": "", "name_en": "", "kind": "system"}


def at(name, *arguments):
    return reverse(f"systems:{name}", args=arguments)


@pytest.fixture
def keeper(state):
    assert state.approvers
    return state.at_desk(state.keeper, state.owner)


@pytest.fixture
def begun(keeper):
    sent = keeper.post(at("new"), NEW)
    found = Filing.objects.get()
    assert sent.url == at("filing", found.pk)
    return found


def write(page, filing, section, place=None, **typed):
    where = (
        at("section", filing.pk, section) if place is None else at("row", filing.pk, section, place)
    )
    answer = page.post(where, typed)
    filing.refresh_from_db()
    return answer


def day(name, text):
    year, month, number = text.split("-")
    return {f"{name}_day": number, f"{name}_month": month, f"{name}_year": year}


def test_a_stranger_finds_nothing(state, begun):
    stranger = state.at_desk(official(may.KEEP, body_id=state.other.pk), state.other)
    for address in (
        at("filing", begun.pk), at("section", begun.pk, "identity"), at("row", begun.pk, "costs", "new"),
        at("act", begun.pk, "ask"), at("of_system", state.entered().number, "change"),
    ):  # fmt: skip
        assert stranger.get(address).status_code == 404
        assert stranger.post(address).status_code in (404, 405)
    nobody = state.at_desk(official("cases.see", body_id=state.other.pk), state.other)
    assert nobody.get(at("desk")).status_code == 404
    assert nobody.get(at("new")).status_code == 404
    assert Client().get(at("desk")).status_code == 302


def test_a_draft_is_seen_by_its_owner_alone(state, begun):
    registrar = state.at_desk(state.registrar, state.registrar_body)
    assert registrar.get(at("filing", begun.pk)).status_code == 404


def test_a_name_left_empty_is_told_at_its_question(state, keeper):
    answer = keeper.post(at("new"), {**NEW, "name_be": " "})
    assert answer.status_code == 422
    assert "#id_name_be" in answer.text
    assert not Filing.objects.exists()
    assert state.keeper


def test_every_section_has_its_page(keeper, begun):
    for section in SECTIONS:
        assert keeper.get(at("section", begun.pk, section.code)).status_code == 200
        if section.rows:
            assert keeper.get(at("row", begun.pk, section.code, "new")).status_code == 200
            assert keeper.get(at("row", begun.pk, section.code, "0")).status_code == 404
        else:
            assert keeper.get(at("row", begun.pk, section.code, "new")).status_code == 404
    assert keeper.get(at("section", begun.pk, "nonsense")).status_code == 404


def test_a_section_is_written_and_what_it_does_not_ask_stays(keeper, begun):
    write(keeper, begun, "quality", promised="99,5")
    write(
        keeper, begun, "identity", name_be="Рэестр", kind="resource", access="service", functions="вядзе\n\nдае",
    )  # fmt: skip
    assert begun.told["promised"] == "99.5"
    assert begun.told["functions"] == ["вядзе", "дае"]
    assert begun.told["name"] == {"be": "Рэестр"}
    assert begun.told["access"] == "service"
    assert 'value="99,5"' in keeper.get(at("section", begun.pk, "quality")).text


def test_an_entry_is_added_changed_and_taken_away(keeper, begun):
    assert write(keeper, begun, "costs", "new", year="2026", plan="10,50").status_code == 302
    write(keeper, begun, "costs", "0", year="2026", plan="11", fact="9")
    assert begun.told["costs"] == [{"year": 2026, "plan": "11", "fact": "9"}]
    write(keeper, begun, "costs", "0", remove="1")
    assert begun.told.get("costs", []) == []


def test_a_wrong_entry_keeps_its_words(keeper, begun):
    answer = write(keeper, begun, "costs", "new", year="1066", plan="шмат")
    assert answer.status_code == 422
    assert "шмат" in answer.text
    assert "#id_year" in answer.text
    answer = write(keeper, begun, "objects", "new", code="Кірыліца", name="Х", role="own")
    assert answer.status_code == 422


def test_of_a_paper_the_digest_is_kept(keeper, begun):
    file = SimpleUploadedFile("a.pdf", b"abc", "application/pdf")
    typed = {"kind": "concept", "title": "Канцэпцыя", "sha256": file, **day("on", "2026-08-01")}
    assert write(keeper, begun, "papers", "new", **typed).status_code == 302
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert begun.told["papers"][0]["sha256"] == digest
    typed.pop("sha256")
    write(keeper, begun, "papers", "0", **{**typed, "title": "Іншая"})
    assert begun.told["papers"][0] == {
        "kind": "concept", "title": "Іншая", "on": "2026-08-01", "sha256": digest,
    }  # fmt: skip


def test_errors_of_the_rules_hold_it_back_on_the_page(keeper, begun):
    write(keeper, begun, "hosting", site="Падвал")
    answer = keeper.post(at("act", begun.pk, "ask"))
    assert answer.status_code == 422
    assert "G07" in answer.text
    assert "G07" in keeper.get(at("filing", begun.pk)).text


def test_a_card_is_walked_into_the_register_by_those_whose_duty_it_is(state, keeper, begun):
    write(keeper, begun, "status", "new", status="planned", **day("on", "2026-09-01"))
    assert keeper.post(at("act", begun.pk, "ask")).status_code == 302
    assert keeper.post(at("act", begun.pk, "accept")).status_code == 403
    registrar = state.at_desk(state.registrar, state.registrar_body)
    assert at("filing", begun.pk) in registrar.get(at("desk")).text
    refused = registrar.post(at("act", begun.pk, "accept"))
    assert refused.status_code == 422
    for code in ("security", "operator", "archives", "statistics"):
        approver = state.at_desk(state.approver(code), state.approvers[code])
        assert at("filing", begun.pk) in approver.get(at("desk")).text
        assert approver.get(at("filing", begun.pk)).status_code == 200
        assert approver.get(at("section", begun.pk, "identity")).status_code == 403
        missing = approver.post(
            at("act", begun.pk, "answer"), {"answer": "dismissed", "reasons": ""}
        )
        assert missing.status_code == 422
        assert "#id_reasons" in missing.text
        sent = approver.post(at("act", begun.pk, "answer"), {"answer": "positive", "reasons": ""})
        assert sent.status_code == 302
        assert approver.get(at("act", begun.pk, "answer")).status_code == 403
    assert registrar.post(at("act", begun.pk, "accept")).status_code == 302
    number = System.objects.get().number
    assert Client().get(at("card", number)).status_code == 200
    assert keeper.get(at("act", begun.pk, "nonsense")).status_code == 404


def test_the_registrar_returns_it_with_words(state, keeper, begun):
    keeper.post(at("act", begun.pk, "ask"))
    registrar = state.at_desk(state.registrar, state.registrar_body)
    assert registrar.post(at("act", begun.pk, "return"), {"reasons": ""}).status_code == 422
    assert registrar.post(at("act", begun.pk, "return"), {"reasons": "Мэта?"}).status_code == 302
    assert "Мэта?" in keeper.get(at("filing", begun.pk)).text


def test_ones_own_system_is_changed_and_confirmed(state, keeper):
    found = state.entered()
    assert found.number in keeper.get(at("desk")).text
    assert keeper.get(at("of_system", found.number, "confirm")).status_code == 200
    assert keeper.post(at("of_system", found.number, "confirm")).url == at("desk")
    changed = keeper.post(at("of_system", found.number, "change"))
    assert changed.url == at("filing", Filing.objects.get().pk)
    assert keeper.get(at("of_system", found.number, "burn")).status_code == 404
