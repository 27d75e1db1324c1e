"""Tables: a file of comma-separated values becomes columns, with the line of whatever cannot be read."""

import csv
import hashlib
import io
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ratusha.kernel.marked import Finding

from .functions import Column
from .mistakes import Mistaken, did_you_mean
from .spec import Input, Spec

MARKS = frozenset({"", "..", "...", "-", "–", "n/a", "N/A", "NA", "nan", "NaN", "null", "None"})
YES_NO = {"yes": 1.0, "no": 0.0, "true": 1.0, "false": 0.0, "y": 1.0, "n": 0.0}
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
LARGEST = 200_000_000  # bytes
MOST_TOLD = 20


@dataclass(frozen=True)
class Table:
    """Rows as text, with the line each came from."""

    name: str
    head: list[str]
    rows: list[list[str]]
    lines: list[int]
    digest: str
    commas: bool = False  # whether 1,5 is a number: nowhere where commas part the cells

    def cells(self, column: str) -> list[str]:
        at = self.head.index(column)
        return [row[at] for row in self.rows]


@dataclass(frozen=True)
class Columns:
    """The columns that a specification reads."""

    keys: list[str]
    names: list[str]
    periods: list[str]
    values: dict[str, Column]
    spoken: list[dict[str, str]]  # what a unit is called, by language


def read_file(file: Path) -> Table:
    if file.stat().st_size > LARGEST:
        message = f"The table is larger than {LARGEST} bytes."
        raise Mistaken([Finding(file.name, 1, 1, "table.large", message, "Split it by period.")])
    try:
        text = file.read_text(encoding="utf-8-sig")
    except ValueError as error:
        message = "The table is not text in UTF-8."
        raise Mistaken(
            [Finding(file.name, 1, 1, "table.text", message, "Save it as CSV, UTF-8.")]
        ) from error
    return read(text, file.name)


def read(text: str, name: str = "table") -> Table:
    first = text.split("\n", 1)[0]
    between = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=between)
    rows, lines, findings = [], [], []
    try:
        head = [cell.strip() for cell in next(reader, [])]
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(head):
                message = f"The row has {len(row)} cells and the head {len(head)}."
                findings.append(
                    Finding(
                        name,
                        reader.line_num,
                        1,
                        "table.cells",
                        message,
                        "Mend the row: quote cells that hold a comma.",
                    )
                )
            rows.append([cell.strip() for cell in row])
            lines.append(reader.line_num)
    except csv.Error as error:
        message = f"The table cannot be read: {error}."
        findings.append(
            Finding(name, reader.line_num, 1, "table.unreadable", message, "Save it as CSV.")
        )
        head = []
    if not rows and not findings:
        findings.append(
            Finding(name, 1, 1, "table.empty", "The table has no rows.", "Give it some.")
        )
    twice = sorted({column for column in head if head.count(column) > 1})
    findings += [
        Finding(name, 1, 1, "column.twice", f"Two columns are named {column}.", "Rename one.")
        for column in twice
    ]
    if findings:
        raise Mistaken(findings[:MOST_TOLD])
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Table(name, head, rows, lines, digest, commas=between != ",")


def columns(table: Table, spec: Spec, wanted: dict[str, Input]) -> Columns:
    """What the inputs read from the table, or Mistaken with every cell that is no number."""
    return _wide(table, spec, wanted) if spec.wide else _long(table, spec, wanted)


def _long(table: Table, spec: Spec, wanted: dict[str, Input]) -> Columns:
    reader = _Cells(table, spec)
    keys = reader.texts(_key(table, spec))
    periods = reader.texts(spec.period_column) if spec.period_column else [""] * len(keys)
    names = reader.texts(spec.name_column) if spec.name_column else keys
    spoken = reader.spoken(spec)
    values = {name: reader.numbers(one, one.column) for name, one in wanted.items()}
    if spec.collapse is None:
        reader.refuse_twice(keys, periods)
    reader.done()
    return Columns(keys, names, periods, values, spoken)


def _wide(table: Table, spec: Spec, wanted: dict[str, Input]) -> Columns:
    """One row a unit, one column for each input and period: turned into one row a unit and period."""
    reader = _Cells(table, spec)
    found: dict[str, dict[str, str]] = {}
    for name, one in wanted.items():
        pattern = (
            re.escape(spec.wide)
            .replace(r"\{input\}", re.escape(one.column))
            .replace(r"\{period\}", "(.+)")
        )
        found[name] = {m[1]: c for c in table.head if (m := re.fullmatch(pattern, c))}
        if not found[name]:
            example = spec.wide.replace("{input}", one.column).replace("{period}", "2020")
            reader.add(
                1, "column.missing", f"No column is named like {example}.", "Mend units.wide."
            )
    periods = sorted({period for columns_ in found.values() for period in columns_})
    keys = reader.texts(_key(table, spec))
    names = reader.texts(spec.name_column) if spec.name_column else keys
    empty = np.full(len(keys), np.nan)
    values = {
        name: np.concatenate(
            [
                reader.numbers(one, found[name][period]) if period in found[name] else empty
                for period in periods
            ]
            or [empty]
        )
        for name, one in wanted.items()
    }
    reader.refuse_twice(keys, [""] * len(keys))
    reader.done()
    every = [period for period in periods for _ in keys]
    return Columns(
        keys * len(periods), names * len(periods), every, values, reader.spoken(spec) * len(periods)
    )


def _key(table: Table, spec: Spec) -> str:
    return spec.key or ("unit" if "unit" in table.head else table.head[0])


class _Cells:
    """Reads cells and remembers what is wrong with them."""

    def __init__(self, table: Table, spec: Spec) -> None:
        self.table = table
        self.marks = MARKS | set(spec.missing.marks)
        self.findings: list[Finding] = []

    def add(self, line: int, code: str, message: str, mend: str) -> None:
        self.findings.append(Finding(self.table.name, line, 1, code, message, mend))

    def done(self) -> None:
        if self.findings:
            raise Mistaken(self.findings[:MOST_TOLD])

    def texts(self, column: str) -> list[str]:
        if column not in self.table.head:
            message = f"The table has no column {column}."
            self.add(1, "column.missing", message, did_you_mean(column, self.table.head))
            return [""] * len(self.table.rows)
        return self.table.cells(column)

    def spoken(self, spec: Spec) -> list[dict[str, str]]:
        columns_ = {language: self.texts(name) for language, name in spec.name_columns.items()}
        return [
            {language: cells[at] for language, cells in columns_.items()}
            for at in range(len(self.table.rows))
        ]

    def numbers(self, one: Input, column: str) -> Column:
        return np.array(
            [self._number(one, column, at, cell) for at, cell in enumerate(self.texts(column))]
        )

    def _number(self, one: Input, column: str, at: int, cell: str) -> float:
        if one.words is not None:
            if cell in one.words:
                found = one.words[cell]
                return float("nan") if found is None else found
            if cell not in self.marks:
                mend = did_you_mean(cell, one.words)
                self.add(
                    self.table.lines[at], "cell.word", f"{column}: {cell!r} is no level.", mend
                )
            return float("nan")
        if cell in self.marks:
            return float("nan")
        if cell.lower() in YES_NO:
            return YES_NO[cell.lower()]
        text = cell.replace(",", ".") if self.table.commas and "." not in cell else cell
        value = float(text) if NUMBER.fullmatch(text) else float("nan")
        if not np.isfinite(value):
            message = f"{column}: {cell!r} is not a number."
            mend = "Write 1234.5, or leave the cell empty if there is no value."
            self.add(self.table.lines[at], "cell.number", message, mend)
        return value

    def refuse_twice(self, keys: list[str], periods: list[str]) -> None:
        seen: dict[tuple[str, str], int] = {}
        for at, pair in enumerate(zip(keys, periods, strict=True)):
            if pair in seen:
                message = (
                    f"{' '.join(filter(None, pair))} is there twice, first on line {seen[pair]}."
                )
                mend = "Leave one row, name the column of the period, or collapse rows."
                self.add(self.table.lines[at], "unit.twice", message, mend)
            seen.setdefault(pair, self.table.lines[at])
