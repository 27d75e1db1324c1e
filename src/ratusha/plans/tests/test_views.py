"""The pages: what is one's own, what is wrong and said so, what is done, and what a stranger does not find."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.obligations import public as obligations
from ratusha.obligations.tests.conftest import on
from ratusha.plans.models import Paper, TreasurySum
from ratusha.plans.rules import Stage

ROW = {
    "subject": "indicator:electronic_share", "task": "e_government", "owner": "Unit", "quarter": "4",
    "target": "60", "money": "1 000,50", "source": "republican", "risk": "", "title": "",
}  # fmt: skip


def at(name, *arguments):
    return reverse(f"plans:{name}", args=arguments)


def browser(user, body) -> Client:
    return sign_in(Client(), user, AccessMode.STRICT, body.pk)


@pytest.fixture(autouse=True)
def _in_april(state):
    state.opened(2026)
    with time_machine.travel(on("2026-04-20"), tick=False):
        yield


@pytest.fixture
def writer(state):
    return browser(state.writer, state.transport)


@pytest.fixture
def head(state):
    return browser(state.head, state.transport)


@pytest.fixture
def checker(state):
    return browser(state.checker, state.ministry)


@pytest.fixture
def stranger(state):
    return browser(state._person(state.health, "plans.prepare", name="Stranger"), state.health)


def test_a_plan_goes_from_the_writer_to_the_head_to_the_ministry(state, writer, head, checker):
    duty = obligations.find("plan", state.transport.pk, "2027")
    assert "Plan for reaching" in writer.get(at("plans")).text
    paper = writer.post(at("begin", duty.pk)).url
    assert "has no owner or no task" in writer.get(paper).text
    key = Paper.objects.get().pk
    assert writer.post(at("row", key, 1), ROW).url == paper
    assert (
        writer.post(at("training", key), {"training": "Five people.", "trained": "5"}).url == paper
    )
    assert "The paper is complete." in writer.get(paper).text
    assert writer.post(at("act", key, "prepare")).url == paper
    assert head.post(at("act", key, "sign")).url == paper
    assert "Brest region" in checker.get(at("plans")).text
    empty = checker.post(at("act", key, "return"), {"reason": ""})
    assert empty.status_code == 422
    assert "#id_reason" in empty.text
    assert checker.post(at("act", key, "accept"), {"words": ""}).url == paper
    assert Paper.objects.get().stage == Stage.ACCEPTED
    assert "Brest region" in checker.get(at("consolidated", "plan", 2027)).text


def test_what_is_wrong_in_a_row_is_said_at_its_question_and_words_are_kept(state, writer):
    paper = state.begun(day="2026-04-01")
    answer = writer.post(
        at("row", paper.pk, 1), {**ROW, "target": "many", "owner": "", "risk": "Storms"}
    )
    assert answer.status_code == 422
    assert "#id_target" in answer.text
    assert "#id_owner" in answer.text
    assert "Storms" in answer.text
    without = writer.post(at("row", paper.pk, 1), {**ROW, "source": ""})
    assert without.status_code == 422
    assert "#id_source" in without.text


def test_a_row_is_added_and_taken_out(state, writer):
    paper = state.begun(day="2026-04-01")
    writer.post(at("new_row", paper.pk), {**ROW, "subject": "other", "title": "A laboratory"})
    assert paper.rows.count() == 2
    writer.post(at("drop_row", paper.pk, 2))
    assert paper.rows.count() == 1


def test_an_incomplete_paper_is_refused_with_its_first_mistake(state, writer):
    paper = state.begun(day="2026-04-01")
    answer = writer.post(at("act", paper.pk, "prepare"))
    assert answer.status_code == 422
    assert "The paper is not complete" in answer.text


def test_a_stranger_finds_no_paper(state, stranger, checker, writer):
    paper = state.begun(day="2026-04-01")
    for address in (
        paper.get_absolute_url(), at("row", paper.pk, 1), at("act", paper.pk, "prepare"), at("training", paper.pk),
    ):  # fmt: skip
        assert stranger.get(address).status_code == 404
        assert checker.get(address).status_code == 404  # nothing was sent to the ministry yet
    assert writer.get(at("act", paper.pk, "accept")).status_code == 404
    assert writer.get(at("act", paper.pk, "invent")).status_code == 404


def test_who_has_no_part_in_plans_has_no_room(state):
    reader = browser(state._person(state.transport, "cases.see", name="Reader"), state.transport)
    assert reader.get(at("plans")).status_code == 404
    assert (
        reader.get(at("consolidated", "plan", 2027)).status_code == 200
    )  # everybody in government reads it


def test_an_annex_is_written_and_signed(state, writer, head):
    paper = state.accepted()
    assert "Change by an annex" in writer.get(paper.get_absolute_url()).text
    typed = {**ROW, "target": "55", "risk": "Less money.", "reasons": "The budget was cut."}
    assert writer.post(at("annex_to_row", paper.pk, 1), typed).url == paper.get_absolute_url()
    assert "waits for the signature" in head.get(paper.get_absolute_url()).text
    assert writer.post(at("sign_annex", paper.pk, 1)).status_code == 404
    assert head.post(at("sign_annex", paper.pk, 1)).url == paper.get_absolute_url()
    assert "by an annex" in writer.get(paper.get_absolute_url()).text


def test_a_report_is_filled_in(state):
    paper = state.reporting()
    with time_machine.travel(on("2028-01-12"), tick=False):
        writer = browser(state.writer, state.transport)
        typed = {
            "fact": "45",
            "reason": "money",
            "words": "Half came.",
            "evidence": "Letter",
            "money": "900",
        }
        assert writer.post(at("result", paper.pk, 1), typed).url == paper.get_absolute_url()
        assert ">75</a> % of the target" in writer.get(paper.get_absolute_url()).text
        told = writer.get(at("number", "percent", f"{paper.pk}/1"), {"format": "json"}).json()
        assert told["value"] == "75.0"
        assert [one["value"] for one in told["inputs"]] == ["45.000", "60.000"]
        elsewhere = state._person(state.health, "plans.prepare", name="Stranger")
        stranger = browser(elsewhere, state.health)
        assert stranger.get(at("number", "percent", f"{paper.pk}/1")).status_code == 404


def test_the_ministry_brings_in_the_figures_of_the_treasury(state, checker, writer):
    assert writer.get(at("treasury")).status_code == 404
    table = SimpleUploadedFile("t.csv", b"body,source,amount\nnobody,own,1\n", "text/csv")
    wrong = checker.post(at("treasury"), {"year": "2025", "table": table})
    assert wrong.status_code == 422
    assert "Line 2: there is no such body." in wrong.text
    table = SimpleUploadedFile(
        "t.csv", f"body,source,amount\n{state.transport.code},own,1\n".encode(), "text/csv"
    )
    assert checker.post(at("treasury"), {"year": "2025", "table": table}).status_code == 302
    assert TreasurySum.objects.get().amount == 1


def test_the_consolidated_is_taken_as_a_document_and_a_spreadsheet(checker):
    pdf = checker.get(at("consolidated_pdf", "plan", 2027))
    assert pdf.content.startswith(b"%PDF")
    assert checker.get(at("consolidated_xlsx", "plan", 2027)).content.startswith(b"PK")
    assert checker.get(at("consolidated", "magic", 2027)).status_code == 404
