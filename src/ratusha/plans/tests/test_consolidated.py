"""All papers of a year together: from accepted ones only, and who is missing stands first."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from openpyxl import load_workbook

from ratusha.obligations import public as obligations
from ratusha.obligations.tests.conftest import on
from ratusha.plans.consolidated import as_pdf, as_spreadsheet, consolidate
from ratusha.plans.rules import Kind
from ratusha.plans.services import sign

IN_JUNE = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _year(state):
    state.opened(2026)


def test_only_accepted_papers_count_and_every_total_says_of_how_many(state):
    state.accepted()
    found = consolidate(Kind.PLAN, 2027, today=IN_JUNE)
    assert [part.body for part in found.parts] == ["Brest region"]
    assert found.coverage == "Accepted: 1 of 3. Totals are of the accepted ones only."
    assert (found.planned, found.trained) == (Decimal(1000), 5)
    assert {one.name: one.rows for one in found.by_task()}["Electronic government"] == 1


def test_who_is_late_stands_first_and_what_waits_is_said(state):
    state.sent()
    obligations.tonight(on("2026-05-01"))
    found = consolidate(Kind.PLAN, 2027, today=IN_JUNE)
    told = [(one.body, one.where, one.late) for one in found.missing]
    assert told == [
        ("Ministry of communications", "not begun", 32),
        ("Vitebsk region", "not begun", 32),
        ("Brest region", "At the ministry", 0),
    ]


@pytest.mark.parametrize(("year", "today"), [(2027, "2026-06-01"), (2028, "2027-06-01")])
def test_a_plan_not_in_by_the_first_of_may_is_on_the_first_page_of_the_document(year, today):
    obligations.generate(year - 1, now=on(f"{year - 1}-01-01"))
    obligations.tonight(on(f"{year - 1}-05-01"))
    found = consolidate(Kind.PLAN, year, today=date.fromisoformat(today))
    content = as_pdf(found, body="Ministry", language="en", at=on(today))
    first = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    words = " ".join(first.split())
    assert "Brest region not begun; late by 32 days" in words
    assert f"the last day was 30 April {year - 1}" in words
    assert "Accepted: 0 of 3" in words


def test_a_report_tells_facts_per_cent_and_money(state):
    paper = state.reported(fact=Decimal(45), reason="money", words="Half came.")
    sign.prepare(paper.pk, by=state.writer, now=on("2028-01-13"))
    sign.sign(paper.pk, by=state.head, now=on("2028-01-14"))
    sign.accept(paper.pk, by=state.checker, now=on("2028-01-20"))
    found = consolidate(Kind.REPORT, 2027, today=date(2028, 3, 1))
    (part,) = found.parts
    assert (part.lines[0].percent, part.spent, part.discipline) == (
        Decimal("75.0"),
        Decimal(900),
        100,
    )
    rows = load_workbook(BytesIO(as_spreadsheet(found)))["Rows"]
    head = [cell.value for cell in rows[2]]
    values = dict(zip(head, [cell.value for cell in rows[3]], strict=True))
    assert (values["Fact"], values["Per cent"], values["Reason of the gap"]) == (
        45,
        75,
        "There was not enough money",
    )


def test_words_in_the_spreadsheet_are_never_formulas(state):
    state.health.name = {"en": "=HYPERLINK(1)"}
    state.health.save()
    book = load_workbook(BytesIO(as_spreadsheet(consolidate(Kind.PLAN, 2027, today=IN_JUNE))))
    cells = [cell for row in book["Missing"] for cell in row if str(cell.value).startswith("=")]
    assert [cell.data_type for cell in cells] == ["s"]
