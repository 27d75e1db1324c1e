"""Tables that people bring: CSV with named columns, within bounds, every mistake told with its row. Pure."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken


@dataclass(frozen=True, kw_only=True)
class Table:
    """`code` is that of a refusal and never changes; a cell longer than `longest` is cut."""

    code: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]
    most_bytes: int
    most_rows: int
    longest: int

    def read(self, content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
        """The number of each row as a spreadsheet shows it, and its cells by column."""
        if len(content) > self.most_bytes:
            message = _("The file is too large: at most %(most)s MB.")
            raise self.wrong(message % {"most": self.most_bytes // 2**20})
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise self.wrong(_("The file must be written in UTF-8.")) from error
        first = text.partition("\n")[0]
        sign = ";" if first.count(";") > first.count(",") else ","
        rows = csv.DictReader(io.StringIO(text), delimiter=sign)
        if any(one not in (rows.fieldnames or []) for one in self.needed):
            message = _("The first line must name the columns: %(columns)s.")
            raise self.wrong(message % {"columns": ", ".join(self.columns)})
        try:
            for number, row in enumerate(rows, 2):
                if number > self.most_rows:
                    message = _("The table is too long: at most %(most)s rows.")
                    raise self.wrong(message % {"most": self.most_rows})
                cells = {name: (row.get(name) or "").strip() for name in self.columns}
                yield number, {name: cell[: self.longest] for name, cell in cells.items()}
        except csv.Error as error:
            raise self.wrong(_("The table cannot be read.")) from error

    def wrong(self, message: str) -> RuleBroken:
        return RuleBroken(self.code, message, field="file")

    def bad(self, row: int, column: str, value: str) -> RuleBroken:
        message = _("Row %(row)s, column %(column)s: “%(value)s” cannot be understood.")
        return self.wrong(message % {"row": row, "column": column, "value": value})

    def unnamed(self, row: int) -> RuleBroken:
        return self.wrong(_("Row %(row)s has no name.") % {"row": row})

    def day(self, value: str, row: int, column: str) -> date | None:
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as error:
            raise self.bad(row, column, value) from error
