"""Figures of a task as a file, there and back: what comes is checked as if it had been typed."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook

from ratusha.kernel.errors import RuleBroken
from ratusha.measures.public import guard_spreadsheet
from ratusha.ui import forms as ui

from .forms import PLACES
from .models import Answer
from .services.collecting import Figures

HEAD = ("question", "name", "part", "whole")
MOST_ROWS = 500
Line = dict[str, str]


@dataclass(frozen=True)
class Problem:
    line: int
    text: str


def _lines(answers: Iterable[Answer], names: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    yield HEAD
    for one in answers:
        yield one.question, names[one.question], _plain(one.part), _plain(one.whole)


def _plain(value: Any) -> str:
    return "" if value is None else f"{value.normalize():f}"


def as_csv(answers: Iterable[Answer], names: dict[str, str]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows(_lines(answers, names))
    return file.getvalue()


def as_xlsx(answers: Iterable[Answer], names: dict[str, str]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None, "a new workbook has a sheet"  # noqa: S101
    for line in _lines(answers, names):
        sheet.append(line)
    sheet.column_dimensions["B"].width = 48
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, codes: Iterable[str]) -> tuple[dict[str, Figures], list[Problem]]:
    """The figures, and what is wrong with the number of its line; nothing is taken over from a file with problems."""
    known, problems = set(codes), []
    found: dict[str, Figures] = {}
    for number, line in enumerate(_read_lines(content), 2):
        code = line.get("question", "").strip()
        if not code:
            continue
        if code not in known:
            problems.append(
                Problem(number, _("“%(code)s” is not asked here.") % {"code": code[:60]})
            )
            continue
        if code in found:
            problems.append(
                Problem(number, _("“%(code)s” stands in the file twice.") % {"code": code})
            )
        try:
            found[code] = Figures(_number(line, "part"), _number(line, "whole"))
        except ValidationError as error:
            problems.append(Problem(number, " ".join(error.messages)))
    if not found and not problems:
        problems.append(Problem(1, _("The file has no line with a question that is asked here.")))
    return found, problems


def _number(line: Line, name: str) -> Any:
    field = ui.NumberField(label=name, smallest=0, places=PLACES, required=False)
    try:
        return field.clean(line.get(name, ""))
    except ValidationError as error:
        for one in error.error_list:
            one.params = {**(one.params or {}), "label": name}
        raise


def _read_lines(content: bytes) -> list[Line]:
    rows = _rows_of_xlsx(content) if content.startswith(b"PK") else _rows_of_csv(content)
    if len(rows) > MOST_ROWS:
        raise RuleBroken("collection.file", _("The file has too many lines."), field="file")
    if not rows or "question" not in rows[0] or "part" not in rows[0]:
        raise RuleBroken(
            "collection.file",
            _("The first line must name the columns: question, part, whole."),
            field="file",
        )
    head = rows[0]
    return [dict(zip(head, row, strict=False)) for row in rows[1:]]


def _rows_of_csv(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleBroken(
            "collection.file", _("Save the file as CSV in UTF-8, or as xlsx."), field="file"
        ) from error
    first = text.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def _rows_of_xlsx(content: bytes) -> list[list[str]]:
    guard_spreadsheet(content)
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=len(HEAD), values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]
