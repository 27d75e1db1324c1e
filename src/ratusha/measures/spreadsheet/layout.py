"""Where everything stands in the spreadsheet: a sheet for each block, questions first, tables below. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from ratusha.measures.forms.passport import MOST_ROWS
from ratusha.measures.passport.definition import Answers, Block, Field
from ratusha.measures.passport.reading import rows

KEYS, QUESTIONS, ANSWERS, HINTS = (
    1,
    2,
    3,
    4,
)  # columns; the keys are hidden, a program reads by them
TITLE_ROW, FIRST_ROW = 1, 3
SPARE = 12  # empty rows below a table
LONGEST_TITLE = 31  # characters that the name of a sheet may have
ABOUT, LISTS = "about", "lists"
BLOCK, FIELD, TABLE, COLUMNS, LABELS, ROW = (
    "block:", "field:", "table:", "columns:", "labels", "row",
)  # fmt: skip
FORBIDDEN = str.maketrans("", "", "[]:*?/\\'")


@dataclass(frozen=True)
class Table:
    field: Field
    title_row: int
    given: int  # rows that are filled in

    @property
    def codes_row(self) -> int:
        return self.title_row + 1

    @property
    def labels_row(self) -> int:
        return self.title_row + 2

    @property
    def first_row(self) -> int:
        return self.title_row + 3

    @property
    def end(self) -> int:
        """The row below the last empty one."""
        return self.first_row + min(max(self.given, self.field.least) + SPARE, MOST_ROWS)


def questions(block: Block) -> Iterator[tuple[int, Field]]:
    simple = [one for one in block.asked if one.kind != "rows"]
    yield from enumerate(simple, FIRST_ROW)


def tables(block: Block, answers: Answers) -> Iterator[Table]:
    row = FIRST_ROW + sum(one.kind != "rows" for one in block.asked) + 1
    for field in block.asked:
        if field.kind == "rows":
            table = Table(field, row, len(rows(answers, block.code, field.code)))
            yield table
            row = table.end + 1


def title_of(block: Block, number: int) -> str:
    return f"{number}. {block.said()}".translate(FORBIDDEN)[:LONGEST_TITLE].strip()


def address(sheet: str, column: int, row: int) -> str:
    """As people and programs write it: 'Sheet'!C7."""
    return f"'{sheet}'!{get_column_letter(column)}{row}"


def address_of(block: Block, number: int, field: str, answers: Answers) -> str:
    """The cell of a field; of a table its first cell."""
    sheet = title_of(block, number)
    for row, one in questions(block):
        if one.code == field:
            return address(sheet, ANSWERS, row)
    found = next(one for one in tables(block, answers) if one.field.code == field)
    return address(sheet, QUESTIONS, found.first_row)
