"""The numbers of plans and reports, each with the papers and rows it was computed from. Read inside the government."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.dates import local_day
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit, Words

from .consolidated import Consolidated, Line, Part, consolidate
from .law import law, name_of, tasks
from .models import Paper, Result
from .queries import discipline_of, reached_from, times_returned
from .rules import Direction, Kind, Stage

VERSION = "plans-1"
SUMS = ("planned", "spent", "trained", "rows", "accepted", "owed", "missing")


class Numbers:
    """What one person may read, at the body they act for. A key that names nothing gives none."""

    def __init__(self, user: User, body: UUID | None, today: date) -> None:
        self.user, self.body, self.today = user, body, today

    def find(self, code: str, key: str) -> Number | None:
        if code in SUMS:
            return self._of_year(code, key.split("/"))
        if code == "discipline":
            return self._discipline(key)
        return self._percent(key) if code == "percent" else None

    # ---- sums of a year: all, of a task, of a body ----
    def _of_year(self, code: str, parts: Sequence[str]) -> Number | None:
        kind, year, *rest = [*parts, ""][:3]
        if kind not in Kind.values or not year.isdecimal() or len(year) != len("2026"):
            return None
        found = consolidate(Kind(kind), int(year), today=self.today)
        place = rest[0]
        if code in ("accepted", "owed", "missing"):
            return None if place else self._papers(code, found)
        if place in {one.code for one in tasks()}:
            return self._of_task(code, found, place) if code != "trained" else None
        if place:
            part = next((one for one in found.parts if str(one.paper.pk) == place), None)
            return self._of_part(code, found, part) if part and code != "trained" else None
        return self._of_all(code, found)

    def _sum(self, code: str, found: Consolidated, value: object, name: str, *, inputs: Sequence[Input],
             of: Words = "") -> Number:  # fmt: skip
        label, said = {
            "planned": (
                _("Money, planned"),
                _("money of the rows of accepted papers, as it was planned"),
            ),
            "spent": (
                _("Money, spent"),
                _("money of the rows of accepted reports, as it was spent"),
            ),
            "trained": (
                _("People trained"),
                _("people of the line about training of accepted papers"),
            ),
            "rows": (_("Rows"), _("rows of accepted papers")),
        }[code]
        unit = Unit.MONEY if code in ("planned", "spent") else Unit.COUNT
        expression = f"{'count' if name == 'row' and code == 'rows' else 'sum'}({name})"
        return Number(label, value, said, expression, VERSION, self.today, found.coverage, inputs, unit,
                      of or found.title, law().source.said())  # fmt: skip

    def _of_all(self, code: str, found: Consolidated) -> Number:
        unit = Unit.MONEY if code in ("planned", "spent") else Unit.COUNT
        inputs = [
            Input("body", part.body, _amount(code, part), unit, on=_day(part.paper), by=_author(part.paper),
                  address=self._way(part.paper) if code == "trained"
                  else address_of("plans:number", code, f"{found.kind}/{found.year}/{part.paper.pk}"))
            for part in found.parts
        ]  # fmt: skip
        return self._sum(
            code, found, sum((one.value for one in inputs), Decimal(0)), "body", inputs=inputs
        )

    def _of_part(self, code: str, found: Consolidated, part: Part) -> Number:
        inputs = [self._line(code, line, part) for line in part.lines]
        return self._sum(code, found, _amount(code, part), "row", inputs=inputs, of=part.body)

    def _of_task(self, code: str, found: Consolidated, task: str) -> Number:
        inputs = [
            self._line(code, line, part)
            for part in found.parts
            for line in part.lines
            if line.row.task == task
        ]
        value = sum((one.value for one in inputs), Decimal(0))
        return self._sum(code, found, value, "row", inputs=inputs, of=name_of(tasks(), task))

    def _line(self, code: str, line: Line, part: Part) -> Input:
        spent = (line.result.money if line.result else None) or Decimal(0)
        value = {"planned": line.row.money, "spent": spent, "rows": 1}[code]
        unit = Unit.COUNT if code == "rows" else Unit.MONEY
        evidence = line.result.evidence if line.result else ""
        note = f"{part.body}. {evidence}" if evidence else part.body
        return Input("row", line.row.said(), value, unit, note, _day(part.paper), _author(part.paper),
                     self._way(part.paper))  # fmt: skip

    def _papers(self, code: str, found: Consolidated) -> Number:
        there = [
            Input("paper", part.body, 1, note=str(Stage.ACCEPTED.label), on=_day(part.paper), by=_author(part.paper),
                  address=self._way(part.paper))
            for part in found.parts
        ]  # fmt: skip
        missing = [
            Input("paper", one.body, 1, note=one.where, on=one.obligation.due_on,
                  address=one.obligation.get_absolute_url())
            for one in found.missing
        ]  # fmt: skip
        label, said, rows = {
            "accepted": (_("Accepted"), _("papers that were accepted"), there),
            "owed": (_("Owed"), _("bodies that owe the paper for this year"), there + missing),
            "missing": (
                _("Not among the accepted"),
                _("bodies whose paper is not accepted"),
                missing,
            ),
        }[code]
        return Number(label, len(rows), said, "count(paper)", VERSION, self.today, found.coverage, rows,
                      of=found.title, source=law().source.said())  # fmt: skip

    @cached_property
    def _reached(self) -> set[UUID]:
        return set(reached_from(self.user, self.body, self.today).values_list("pk", flat=True))

    def _way(self, paper: Paper) -> str:
        """Its page, for who reaches it."""
        return paper.get_absolute_url() if paper.pk in self._reached else ""

    # ---- of one paper ----
    def _paper(self, key: str) -> Paper | None:
        """One that is reached, or an accepted one: those are in the consolidated paper that everybody reads."""
        try:
            wanted = UUID(key)
        except ValueError:
            return None
        found = Paper.objects.filter(pk=wanted).select_related("obligation", "body").first()
        if found is None or found.stage == Stage.ACCEPTED:
            return found
        return reached_from(self.user, self.body, self.today).filter(pk=wanted).first()

    def _discipline(self, key: str) -> Number | None:
        if (paper := self._paper(key)) is None:
            return None
        points, duty = law().discipline, paper.obligation
        there = paper.stage in {Stage.SUBMITTED, Stage.ACCEPTED, Stage.RETURNED}
        source = points.source.said()
        inputs = [
            Input("there", _("The paper was sent"), int(there), on=_day(paper), by=_author(paper),
                  address=self._way(paper)),
            Input("in_time", _("It came in time"), int(duty.late_since is None), on=duty.due_on,
                  address=duty.get_absolute_url()),
            Input("returned", _("How often it was returned"), times_returned(paper), on=self.today,
                  address=self._way(paper)),
            Input("time_points", _("Points for being in time"), points.on_time, note=source),
            Input("whole_points", _("Points for being complete at once"), points.complete, note=source),
            Input("each", _("Points that each return costs"), points.each_return, note=source),
        ]  # fmt: skip
        return Number(_("Discipline"), discipline_of(paper), _("points of a hundred: in time, and complete at once"),
                      "there * (in_time * time_points + max(0, whole_points - each * returned))", VERSION, self.today,
                      _("this paper"), inputs, of=paper.body.title(get_language() or ""), source=source)  # fmt: skip

    def _percent(self, key: str) -> Number | None:
        report, _slash, number = key.partition("/")
        paper = self._paper(report)
        if paper is None or not number.isdecimal():
            return None
        found = (
            Result.objects.select_related("row")
            .filter(report=paper, row__number=int(number[:6]))
            .first()
        )
        if found is None or found.percent is None:
            return None
        more = found.row.direction == Direction.MORE
        inputs = [
            Input("fact", _("Fact"), found.fact, note=found.evidence, on=_day(paper), by=_author(paper),
                  address=self._way(paper)),
            Input("target", _("Target"), found.row.target, note=found.row.unit_said(), on=_day(found.row.paper),
                  address=self._way(paper)),
        ]  # fmt: skip
        said = (
            _("fact ÷ target, in percent")
            if more
            else _("target ÷ fact, in percent: less is better")
        )
        above, below = ("fact", "target") if more else ("target", "fact")
        expression = f"rounded({above} / {below} * 100, 1) if {below} else 100"
        return Number(_("Per cent"), found.percent, said, expression, VERSION, self.today, _("this row"), inputs,
                      of=found.row.said(), source=law().source.said())  # fmt: skip


def _amount(code: str, part: Part) -> Decimal | int:
    match code:
        case "planned":
            return part.planned
        case "spent":
            return part.spent
        case "trained":
            return part.paper.trained
        case _:
            return len(part.lines)


def _day(paper: Paper) -> date | None:
    return local_day(paper.prepared_at)


def _author(paper: Paper) -> str:
    return paper.prepared_by.display_name if paper.prepared_by else ""
