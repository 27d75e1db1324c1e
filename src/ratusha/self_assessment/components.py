"""What the two other parts of the index are made of: figures of others, read from a file with their source. Pure."""

import csv
import io
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel.errors import RuleBroken

MOST_BYTES, MOST_ROWS, LONGEST = 2**22, 20_000, 300
COLUMNS = ("component", "iso3", "year", "value", "source", "table_year")
YEARS = range(1950, 2101)
MOST = Decimal(10) ** 6


@dataclass(frozen=True)
class Component:
    part: str  # of the index
    label: Promise
    measure: Promise


PER_CENT, PER_100 = gettext_lazy("per cent"), gettext_lazy("per 100 people")
SCHOOL = pgettext_lazy("after a number", "years")
COMPONENTS = {
    "internet_users": Component("tii", gettext_lazy("People who use the internet"), PER_CENT),
    "mobile_cellular": Component("tii", gettext_lazy("Mobile lines"), PER_100),
    "mobile_broadband": Component("tii", gettext_lazy("Mobile broadband"), PER_100),
    "fixed_broadband": Component("tii", gettext_lazy("Fixed broadband"), PER_100),
    "affordability": Component(
        "tii", gettext_lazy("Cost of broadband"), gettext_lazy("per cent of income")
    ),
    "adult_literacy": Component("hci", gettext_lazy("Literacy of adults"), PER_CENT),
    "gross_enrolment": Component("hci", gettext_lazy("Enrolment in schools"), PER_CENT),
    "expected_schooling": Component("hci", gettext_lazy("Schooling that is expected"), SCHOOL),
    "mean_schooling": Component("hci", gettext_lazy("Schooling that people had"), SCHOOL),
    "e_government_literacy": Component(
        "hci", gettext_lazy("Literacy in electronic government"), gettext_lazy("from 0 to 1")
    ),
}


@dataclass(frozen=True)
class Told:
    """One figure of one country; `table_year`: when the table came out, if that is known."""

    code: str
    unit: str
    year: int
    value: Decimal
    source: str
    table_year: int | None


def read(content: bytes) -> list[Told]:
    """All of the file or nothing: the first mistake is told with its line."""
    if len(content) > MOST_BYTES:
        raise _wrong(_("the file is larger than %(most)s MB") % {"most": MOST_BYTES // 2**20})
    try:
        rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        lacking = [name for name in COLUMNS[:-1] if name not in (rows.fieldnames or ())]
        if lacking:
            raise _wrong(
                _("the first line must name the column “%(column)s”") % {"column": lacking[0]}
            )
        found: list[Told] = []
        for row in rows:
            if len(found) == MOST_ROWS:
                raise _wrong(_("there are more than %(most)s rows") % {"most": MOST_ROWS})
            found.append(_told(row, rows.line_num))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _wrong(_("it is no table in UTF-8")) from error
    return found


def _told(row: dict[str, str], line: int) -> Told:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    mistakes = {
        "component": cells["component"] not in COMPONENTS,
        "iso3": len(cells["iso3"]) != len("BLR") or not cells["iso3"].isascii(),
        "year": not _is_year(cells["year"]),
        "value": _number(cells["value"]) is None,
        "source": not 0 < len(cells["source"]) <= LONGEST,
        "table_year": bool(cells["table_year"]) and not _is_year(cells["table_year"]),
    }
    if wrong := next((name for name, is_wrong in mistakes.items() if is_wrong), ""):
        message = _("line %(line)s, column %(column)s: “%(value)s” cannot be understood")
        raise _wrong(message % {"line": line, "column": wrong, "value": cells[wrong][:60]})
    value, table_year = _number(cells["value"]), cells["table_year"]
    assert value is not None, "looked at above"  # noqa: S101 - so that its type is known
    return Told(
        cells["component"], cells["iso3"].upper(), int(cells["year"]), value, cells["source"],
        int(table_year) if table_year else None,
    )  # fmt: skip


def _is_year(typed: str) -> bool:
    return typed.isdecimal() and len(typed) == len("2026") and int(typed) in YEARS


def _number(typed: str) -> Decimal | None:
    try:
        found = Decimal(typed)
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= MOST else None


def _wrong(message: str) -> RuleBroken:
    return RuleBroken("self_assessment.components", message, field="file")
