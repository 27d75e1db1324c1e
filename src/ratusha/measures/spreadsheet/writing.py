"""The passport into a spreadsheet, in the reader's language. Figures keep their digits, choices are lists."""

import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ratusha.measures.passport.definition import NUMBERS, Answers, Block, Field, Form
from ratusha.measures.passport.reading import rows, value

from . import layout as at

MOST_DIGITS = 15  # that a program of spreadsheets keeps exactly
BETWEEN = "; "  # several choices in one cell
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
HEAD, INPUT = PatternFill("solid", fgColor="E8EEF4"), PatternFill("solid", fgColor="FFFDF3")
LINE = Border(*(Side(style="thin", color="B8C2CC"),) * 4)
WRAPPED = Alignment(wrap_text=True, vertical="top")
WIDTHS = {at.KEYS: 4, at.QUESTIONS: 44, at.ANSWERS: 52, at.HINTS: 36}
TABLE_WIDTH = 24
HOW_TO_WRITE = gettext_lazy(
    "Write in the cells with a light ground. Choose where there is a list. "
    "Rows of a table may be added below the last one."
)
WHAT_IS_REFUSED = gettext_lazy(
    "Formulas, macros and links to other files are not taken back. "
    "Leave the sheets and the hidden first column as they are."
)


def write(form: Form, answers: Answers, *, reference: str, title: str) -> bytes:
    book = Workbook()
    lists = Lists(book)
    _about(book, form, reference, title)
    for number, block in enumerate(form.blocks, 1):
        sheet = book.create_sheet(at.title_of(block, number))
        _block(sheet, block, number, answers, lists)
    book.move_sheet(lists.sheet, len(form.blocks) + 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class Lists:
    """The choices, each list once, on a hidden sheet."""

    def __init__(self, book: Workbook) -> None:
        assert isinstance(book.active, Worksheet)  # noqa: S101 - a new book has one
        self.sheet = book.active
        self.sheet.title, self.sheet.sheet_state = at.LISTS, "hidden"
        self.places: dict[tuple[str, ...], str] = {}
        _text(self.sheet.cell(1, 1), at.LISTS)

    def rule(self, choices: tuple[str, ...]) -> DataValidation:
        if choices not in self.places:
            column = len(self.places) + 2
            for row, one in enumerate(choices, 1):
                _text(self.sheet.cell(row, column), one)
            letter = get_column_letter(column)
            self.places[choices] = f"{at.LISTS}!${letter}$1:${letter}${len(choices)}"
        return DataValidation(type="list", formula1=self.places[choices], allow_blank=True)


def _about(book: Workbook, form: Form, reference: str, title: str) -> None:
    sheet = book.create_sheet(_("About this file").translate(at.FORBIDDEN), 0)
    facts = (
        (at.ABOUT, _("Technical passport"), title),
        ("reference", _("Number of the measure"), reference),
        ("form", _("Form"), form.code),
        ("", _("How to fill it in"), str(HOW_TO_WRITE)),
        ("", "", str(WHAT_IS_REFUSED)),
    )  # fmt: skip
    for row, (key, term, said) in enumerate(facts, 1):
        _text(sheet.cell(row, at.KEYS), key)
        _text(sheet.cell(row, at.QUESTIONS), term)
        _text(sheet.cell(row, at.ANSWERS), said)
        sheet.cell(row, at.QUESTIONS).font = Font(bold=True)
    _dress(sheet)


def _dress(sheet: Worksheet) -> None:
    for column, width in WIDTHS.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.column_dimensions[get_column_letter(at.KEYS)].hidden = True


def _block(sheet: Worksheet, block: Block, number: int, answers: Answers, lists: Lists) -> None:
    _text(sheet.cell(at.TITLE_ROW, at.KEYS), f"{at.BLOCK}{block.code}")
    heading = sheet.cell(at.TITLE_ROW, at.QUESTIONS)
    _text(heading, f"{number}. {block.said()}")
    heading.font = Font(bold=True, size=14)
    _dress(sheet)
    for row, field in at.questions(block):
        _text(sheet.cell(row, at.KEYS), f"{at.FIELD}{field.code}")
        _label(sheet.cell(row, at.QUESTIONS), field)
        cell = sheet.cell(row, at.ANSWERS)
        _answer(cell, value(answers, block.code, field.code), field)
        _offer(sheet, cell.coordinate, field, lists)
        _text(sheet.cell(row, at.HINTS), _hint(field))
        sheet.cell(row, at.HINTS).font = Font(italic=True, color="5A6672")
    for table in at.tables(block, answers):
        _table(sheet, table, rows(answers, block.code, table.field.code), lists)
    sheet.freeze_panes = "B2"


def _table(sheet: Worksheet, table: at.Table, given: list[dict[str, Any]], lists: Lists) -> None:
    field = table.field
    _text(sheet.cell(table.title_row, at.KEYS), f"{at.TABLE}{field.code}")
    _text(sheet.cell(table.title_row, at.QUESTIONS), field.said())
    sheet.cell(table.title_row, at.QUESTIONS).font = Font(bold=True)
    _text(sheet.cell(table.codes_row, at.KEYS), f"{at.COLUMNS}{field.code}")
    sheet.row_dimensions[table.codes_row].hidden = True
    _text(sheet.cell(table.labels_row, at.KEYS), at.LABELS)
    for place, column in enumerate(field.columns, at.QUESTIONS):
        _text(sheet.cell(table.codes_row, place), column.code)
        _label(sheet.cell(table.labels_row, place), column)
        letter = get_column_letter(place)
        width = sheet.column_dimensions[letter].width
        sheet.column_dimensions[letter].width = max(width, TABLE_WIDTH)
        for row in range(table.first_row, table.end):
            filled = row - table.first_row
            answer = given[filled].get(column.code) if filled < len(given) else None
            _answer(sheet.cell(row, place), answer, column)
        _offer(sheet, f"{letter}{table.first_row}:{letter}{table.end - 1}", column, lists)
    for row in range(table.first_row, table.end):
        _text(sheet.cell(row, at.KEYS), at.ROW)


def _text(cell: Cell, words: str) -> None:
    """Never a formula, whatever it begins with; and what looks like an escape stays as it is."""
    if words:
        cell.value = ESCAPE.sub("_x005F_", words)
        cell.data_type = "s"
    cell.alignment = WRAPPED


def _label(cell: Cell, field: Field) -> None:
    _text(cell, f"{field.said()} *" if field.required else field.said())
    cell.fill, cell.border = HEAD, LINE


def _answer(cell: Cell, given: Any, field: Field) -> None:
    cell.fill, cell.border, cell.alignment = INPUT, LINE, WRAPPED
    if field.kind == "day":
        cell.number_format = "dd.mm.yyyy"
    if given is None or given in ("", []):
        return
    match field.kind:
        case "day":
            cell.value = date.fromisoformat(given)
        case "number" | "money":
            _figure(cell, str(given), field)
        case "yes_no":
            _text(cell, _("Yes") if given else _("No"))
        case "choice":
            _text(cell, dict(field.choices()).get(given, given))
        case "choices":
            named = dict(field.choices())
            _text(cell, BETWEEN.join(named.get(code, code) for code in given))
        case _:
            _text(cell, str(given))


def _figure(cell: Cell, written: str, field: Field) -> None:
    """As a number where a program of spreadsheets keeps every digit; its format says how many stand after the point."""
    try:
        amount = Decimal(written)
    except InvalidOperation:
        _text(cell, written)
        return
    if format(amount, "f") != written or len(amount.as_tuple().digits) > MOST_DIGITS:
        _text(cell, written)
        return
    _whole, _point, part = written.partition(".")
    cell.value = amount
    cell.number_format = ("#,##0" if field.kind == "money" else "0") + (
        f".{'0' * len(part)}" if part else ""
    )


def _offer(sheet: Worksheet, cells: str, field: Field, lists: Lists) -> None:
    if field.kind == "choice":
        rule = lists.rule(tuple(name for _code, name in field.choices()))
    elif field.kind == "yes_no":
        rule = lists.rule((_("Yes"), _("No")))
    else:
        return
    rule.add(cells)
    sheet.add_data_validation(rule)


def _hint(field: Field) -> str:
    return " ".join(_hints(field))


def _hints(field: Field) -> Iterator[str]:
    if field.kind == "choices":
        yield _("Several of these, with semicolons between:")
        yield BETWEEN.join(name for _code, name in field.choices())
    elif field.kind in {"choice", "yes_no"}:
        yield _("Choose from the list.")
    elif field.kind == "day":
        yield _("A day, like 31.12.2026.")
    elif field.kind in NUMBERS:
        yield _("A number.")
