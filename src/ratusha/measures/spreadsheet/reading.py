"""A spreadsheet back into a passport: what stands in a cell goes the way of what is typed on a page."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from ratusha.measures.forms.passport import MOST_ROWS as MOST_ROWS_OF_A_TABLE
from ratusha.measures.forms.passport import BlockForm
from ratusha.measures.passport.definition import Answers, Block, Field, Form

from . import layout as at
from .guarding import guard, refuse

MOST_ROWS, MOST_COLUMNS = 2000, 40  # of one sheet
AFTER_POINT = re.compile(r"\.(0+)")
ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
SEVERAL = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True)
class Problem:
    """What is wrong, and in which cell."""

    cell: str
    message: str


@dataclass
class Read:
    answers: Answers = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read(content: bytes, form: Form, *, reference: str) -> Read:
    """The whole passport. `problems` say what no cell may hold; what only the rules dislike is none of them."""
    guard(content)
    try:
        book = load_workbook(io.BytesIO(content), keep_links=False)
    except Exception as error:  # the library raises whatever it stumbles over
        raise refuse(
            "unreadable", _("This is not a spreadsheet of the kind xlsx, or it is damaged.")
        ) from error
    sheets = _sheets(book, form, reference)
    found = Read()
    for block in form.blocks:
        answers, problems = _block(sheets[f"{at.BLOCK}{block.code}"], block)
        found.answers[block.code] = answers
        found.problems += problems
    return found


def _sheets(book: Workbook, form: Form, reference: str) -> dict[str, Worksheet]:
    """By the key in their first cell; all that the form has, and no others."""
    found: dict[str, Worksheet] = {}
    for sheet in book.worksheets:
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            said = {"sheet": sheet.title}
            raise refuse(
                "too_long", _("The sheet “%(sheet)s” is longer or wider than a passport.") % said
            )
        found[str(sheet.cell(1, at.KEYS).value or sheet.title)] = sheet
    about = found.pop(at.ABOUT, None)
    found.pop(at.LISTS, None)
    if about is None:
        raise refuse(
            "not_ours", _("This is not the spreadsheet of a passport: take the one from this page.")
        )
    keys = {
        str(about.cell(row, at.KEYS).value): str(about.cell(row, at.ANSWERS).value)
        for row in range(1, 8)
    }
    if keys.get("form") != form.code:
        raise refuse(
            "form",
            _("The spreadsheet is of another form of the passport: take the one from this page."),
        )
    if keys.get("reference") != reference:
        raise refuse(
            "reference",
            _("The spreadsheet is of another measure: %(number)s.")
            % {"number": keys.get("reference", "")[:30]},
        )
    wanted = {f"{at.BLOCK}{block.code}": block.said() for block in form.blocks}
    for key, name in wanted.items():
        if key not in found:
            raise refuse("sheet_missing", _("The sheet “%(sheet)s” is missing.") % {"sheet": name})
    for key, sheet in found.items():
        if key not in wanted:
            raise refuse(
                "sheet_unknown",
                _("A passport has no sheet “%(sheet)s”: take it out.") % {"sheet": sheet.title},
            )
    return found


def _block(sheet: Worksheet, block: Block) -> tuple[dict[str, Any], list[Problem]]:
    """The cells as typed words, judged by the form of the block's own page."""
    typed, cells, problems = QueryDict(mutable=True), {}, []
    for name, cell, asked in _cells(sheet, block):
        place = at.address(sheet.title, cell.column, cell.row)
        if cell.data_type in {"f", "e"}:
            problems.append(
                Problem(
                    place, _("There is a formula or an error in this cell: write the value itself.")
                )
            )
            continue
        cells[name] = place
        typed.setlist(name, list(_typed(cell, asked)))
    form = BlockForm(block, {}, typed)
    form.is_valid()
    for name, wrong in form.errors.as_data().items():
        for one in wrong:
            said = one.message % one.params if one.params else one.message
            problems.append(Problem(cells.get(name, sheet.title), str(said)))
    return form.answers(), problems


def _cells(sheet: Worksheet, block: Block) -> Iterator[tuple[str, Cell, Field]]:
    """Every cell with an answer, under the name its question has on the page."""
    fields = {one.code: one for one in block.asked}
    table: Field | None = None
    columns: dict[int, Field] = {}
    filled = 0
    for row in sheet.iter_rows():
        key = str(row[0].value or "")
        kind, _colon, code = key.partition(":")
        if kind == "field" and code in fields:
            yield code, row[at.ANSWERS - 1], fields[code]
        elif kind == "table":
            table, columns, filled = fields.get(code), {}, 0
        elif kind == "columns" and table:
            by_code = {one.code: one for one in table.columns}
            columns = {
                cell.column: by_code[str(cell.value)]
                for cell in row[1:]
                if str(cell.value) in by_code
            }
        elif columns and table and key != at.LABELS:
            given = [cell for cell in row if cell.column in columns and cell.value is not None]
            for cell in given:
                column = columns[cell.column]
                yield f"{table.code}-{filled}-{column.code}", cell, column
            filled += bool(given)
            if filled > MOST_ROWS_OF_A_TABLE:
                said = {"sheet": sheet.title, "most": MOST_ROWS_OF_A_TABLE}
                raise refuse(
                    "rows",
                    _("A table on the sheet “%(sheet)s” has more than %(most)s rows.") % said,
                )


def _typed(cell: Cell, asked: Field) -> Iterator[str]:
    """As a person would have typed it on the page."""
    given = cell.value
    if isinstance(given, bool):
        yield ("yes" if given else "no") if asked.kind == "yes_no" else str(given)
    elif isinstance(given, datetime | date):
        yield given.strftime("%Y-%m-%d")
    elif isinstance(given, int | float):
        yield _digits(given, cell.number_format)
    elif isinstance(given, str):
        words = ESCAPED.sub("_", given)
        if asked.kind == "choices":
            yield from (_code(one, asked) for one in SEVERAL.split(words) if one)
        else:
            yield _code(words, asked)


def _digits(given: float, number_format: str) -> str:
    """Without what a binary number adds, with the zeros that the format of the cell shows."""
    amount = Decimal(repr(given))
    shown = AFTER_POINT.search(number_format or "")
    exponent = amount.as_tuple().exponent
    places = max(len(shown[1]) if shown else 0, -exponent if isinstance(exponent, int) else 0)
    whole = amount == amount.to_integral_value() and not shown
    return format(
        amount.quantize(Decimal(1)) if whole else amount.quantize(Decimal(1).scaleb(-places)), "f"
    )


def _code(words: str, asked: Field) -> str:
    """The code of a choice by its name in any of our languages; what is none of them stays, and is refused."""
    if asked.kind not in {"choice", "choices", "yes_no"}:
        return words
    for code, names in _named(asked):
        if words.strip().casefold() in names:
            return code
    return words


def _named(asked: Field) -> Iterator[tuple[str, set[str]]]:
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            if asked.kind == "yes_no":
                yield "yes", {_("Yes").casefold()}
                yield "no", {_("No").casefold()}
            else:
                for code, name in asked.choices():
                    yield code, {code, str(name).casefold()}
