"""The consolidated plan or report of the ministry: from accepted papers only; who is missing comes first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from ratusha.documents.public import Sheet, print_sheet
from ratusha.kernel.dates import day_in_words
from ratusha.obligations.public import Obligation, days_late
from ratusha.ui.formats import money as in_money
from ratusha.ui.formats import number as in_figures

from .law import law, name_of, tasks
from .models import Paper, Result, Row
from .queries import disciplines
from .rules import Kind, Stage, percent


@dataclass(frozen=True)
class Missing:
    """A body whose paper is not among the accepted, and where it is instead."""

    obligation: Obligation
    body: str
    where: str
    late: int


@dataclass(frozen=True)
class Line:
    """A row of a plan with what came of it, where the report is there."""

    row: Row
    result: Result | None

    @property
    def percent(self) -> Decimal | None:
        return (
            percent(self.result.fact, self.row.target, self.row.direction) if self.result else None
        )


@dataclass(frozen=True)
class Part:
    paper: Paper
    body: str
    lines: list[Line]
    discipline: int
    came_late: bool
    handed_in_on: date | None

    @property
    def planned(self) -> Decimal:
        return sum((line.row.money for line in self.lines), Decimal(0))

    @property
    def spent(self) -> Decimal:
        return sum(
            (line.result.money or Decimal(0) for line in self.lines if line.result), Decimal(0)
        )


@dataclass(frozen=True)
class OfTask:
    code: str
    name: str
    rows: int
    planned: Decimal
    spent: Decimal


@dataclass(frozen=True)
class Consolidated:
    kind: Kind
    year: int
    owed: int
    missing: list[Missing]
    parts: list[Part]

    @property
    def title(self) -> str:
        words = {"year": self.year}
        if self.kind is Kind.PLAN:
            return _("Consolidated plan of digital development for %(year)s") % words
        return _("Consolidated report on digital development for %(year)s") % words

    @property
    def coverage(self) -> str:
        """Every total says of how many it is."""
        words = {"there": len(self.parts), "owed": self.owed}
        return _("Accepted: %(there)s of %(owed)s. Totals are of the accepted ones only.") % words

    @property
    def planned(self) -> Decimal:
        return sum((part.planned for part in self.parts), Decimal(0))

    @property
    def spent(self) -> Decimal:
        return sum((part.spent for part in self.parts), Decimal(0))

    @property
    def trained(self) -> int:
        return sum(part.paper.trained for part in self.parts)

    def by_task(self) -> list[OfTask]:
        lines = [line for part in self.parts for line in part.lines]
        return [
            _of_task(task.code, task.said(), [line for line in lines if line.row.task == task.code])
            for task in tasks()
        ]


def _of_task(code: str, name: str, lines: Sequence[Line]) -> OfTask:
    spent = (line.result.money or Decimal(0) for line in lines if line.result)
    planned = (line.row.money for line in lines)
    return OfTask(code, name, len(lines), sum(planned, Decimal(0)), sum(spent, Decimal(0)))


def consolidate(kind: Kind, year: int, *, today: date) -> Consolidated:
    language = get_language() or ""
    duties = Obligation.objects.filter(rule=kind, period=str(year)).select_related("subject")
    owed = list(duties.order_by("subject__code"))
    papers = {one.obligation_id: one for one in Paper.objects.filter(kind=kind, year=year)}
    accepted = [one for one in papers.values() if one.stage == Stage.ACCEPTED]
    lines, points = _lines(kind, accepted), disciplines(accepted, {one.pk: one for one in owed})
    missing, parts = [], []
    for duty in owed:
        paper, name = papers.get(duty.pk), duty.subject.title(language)
        if paper is None or paper.stage != Stage.ACCEPTED:
            missing.append(_missing(duty, paper, name, today))
        else:
            late = duty.late_since is not None
            mine = lines[paper.pk]
            parts.append(Part(paper, name, mine, points[paper.pk], late, duty.handed_in_on))
    missing.sort(key=lambda one: (-one.late, one.body))
    return Consolidated(kind, year, len(owed), missing, parts)


def _missing(duty: Obligation, paper: Paper | None, name: str, today: date) -> Missing:
    where = str(paper.get_stage_display()) if paper else _("not begun")
    handed_in = duty.handed_in_on if paper and paper.stage == Stage.SUBMITTED else None
    since = duty.late_since
    return Missing(duty, name, where, days_late(since, handed_in, today) if since else 0)


def _lines(kind: Kind, papers: Sequence[Paper]) -> dict[UUID, list[Line]]:
    """By paper, in one query."""
    found: dict[UUID, list[Line]] = {one.pk: [] for one in papers}
    if kind is Kind.PLAN:
        for row in Row.objects.in_force().filter(paper__in=papers).order_by("number", "id"):
            found[row.paper_id].append(Line(row, None))
    else:
        for one in Result.objects.filter(report__in=papers).select_related("row"):
            found[one.report_id].append(Line(one.row, one))
    return found


# ---- on paper and as a spreadsheet ----
def late_words(one: Missing) -> str:
    if not one.late:
        return one.where
    words = {
        "where": one.where,
        "days": in_figures(one.late),
        "day": day_in_words(one.obligation.due_on),
    }
    return _("%(where)s; late by %(days)s days, the last day was %(day)s") % words


def as_pdf(found: Consolidated, *, body: str, language: str, at: datetime) -> bytes:
    """Who is missing stands first, then totals with their coverage, then body by body."""
    missing = [(one.body, late_words(one)) for one in found.missing]
    totals = [
        (_("Money, planned"), in_money(found.planned)),
        (_("Money, spent"), in_money(found.spent) if found.kind is Kind.REPORT else "—"),
        (_("People trained"), in_figures(found.trained)),
    ]
    groups = [
        (_("Not among the accepted"), missing or [(_("Nobody"), _("All papers are accepted."))]),
        (_("Totals"), totals),
        *(
            (part.body, [(line.row.said(), _figures(line)) for line in part.lines])
            for part in found.parts
        ),
    ]
    return print_sheet(
        Sheet(
            language=language,
            title=found.title,
            subtitle=found.coverage,
            body=body,
            holder="",
            holder_details=[],
            groups=groups,
            paragraphs=[],
            signatures=[],
            footer=found.title,
            sample=law().indicators_source.confidence == "sample",
            at=at,
        )
    )


def _figures(line: Line) -> str:
    target = f"{in_figures(line.row.target)} {line.row.unit_said()}"
    if line.result is None:
        return _("target %(target)s") % {"target": target}
    fact = in_figures(line.result.fact) if line.result.fact is not None else _("no fact")
    return _("target %(target)s, fact %(fact)s") % {"target": target, "fact": fact}


def as_spreadsheet(found: Consolidated) -> bytes:
    """Three sheets: who is missing, totals, rows. Words are words, never formulas."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has a sheet")
    first.title = _("Missing")[:31]
    _write(
        first,
        [found.title, found.coverage],
        [_("Body"), _("Where it is"), _("Days late")],
        ([one.body, one.where, one.late] for one in found.missing),
    )
    totals = book.create_sheet(_("Totals")[:31])
    _write(
        totals,
        [found.coverage],
        [_("Task"), _("Rows"), _("Money, planned"), _("Money, spent")],
        ([one.name, one.rows, one.planned, one.spent] for one in found.by_task()),
    )
    rows = book.create_sheet(_("Rows")[:31])
    head = [
        _("Body"), _("No."), _("What"), _("Task"), _("Quarter"), _("Unit"), _("Target"), _("Fact"), _("Per cent"),
        _("Money, planned"), _("Money, spent"), _("Source of money"), _("Reason of the gap"),
    ]  # fmt: skip
    _write(rows, [found.coverage], head, _rows(found))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _rows(found: Consolidated) -> Iterable[list[object]]:
    for part in found.parts:
        for line in part.lines:
            row, result = line.row, line.result
            yield [
                part.body, row.number, row.said(), name_of(tasks(), row.task), row.quarter, row.unit_said(), row.target,
                result.fact if result else None, line.percent, row.money, result.money if result else None,
                name_of(law().money, row.source), name_of(law().reasons, result.reason) if result else "",
            ]  # fmt: skip


def _write(
    sheet: Worksheet, above: Sequence[str], head: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    for words in above:
        _append(sheet, [words])
    _append(sheet, head)
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    for row in rows:
        _append(sheet, row)
    sheet.freeze_panes = f"A{len(above) + 2}"
    sheet.column_dimensions["A"].width = 60


def _append(sheet: Worksheet, values: Sequence[object]) -> None:
    sheet.append(list(values))
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"
