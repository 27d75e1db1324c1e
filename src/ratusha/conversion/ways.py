"""The card of reengineering: the way as it is and as it is to be, what it saves, when it may be switched on. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from ratusha.kernel.calendar import Calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import Term, Unit
from ratusha.procedures.public import Definition

from .depth import Depth, Met, Point, points

WORKING_DAYS_IN_A_WEEK, DAYS_IN_A_WEEK, DAYS_IN_A_MONTH, DAYS_IN_A_YEAR = 5, 7, 30, 365


@dataclass(frozen=True)
class Step:
    """One step of the way: what is done, how many days, documents and visits it takes, what is waste in it."""

    name: str
    days: float
    documents: int
    visits: int
    waste: str = ""


@dataclass(frozen=True)
class Burden:
    days: float
    documents: int
    visits: int
    wasteful: int


def burden(steps: Sequence[Step]) -> Burden:
    return Burden(
        sum(one.days for one in steps),
        sum(one.documents for one in steps),
        sum(one.visits for one in steps),
        sum(bool(one.waste) for one in steps),
    )


def require_lighter(before: Burden, after: Burden) -> None:
    """What is proposed takes less of something and more of nothing."""
    pairs = [(getattr(before, n), getattr(after, n)) for n in ("days", "documents", "visits")]
    if any(now > was for was, now in pairs) or all(now == was for was, now in pairs):
        message = _("The new way must take fewer days, documents or visits, and more of none.")
        raise RuleBroken("conversion.not_lighter", message, field="to_be")


WASTES = ("wait", "carry", "repeat", "check", "visit")
PARTS_OF_A_STEP = (4, 5)


def read_steps(text: str, field: str) -> list[Step]:
    """One step a line: what | days | documents | visits | waste. A mistake names its line."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("|")]
        try:
            if len(cells) not in PARTS_OF_A_STEP or not cells[0]:
                raise ValueError  # noqa: TRY301 - one answer to every mistake of a line
            waste = cells[4] if len(cells) == max(PARTS_OF_A_STEP) else ""
            step = Step(
                cells[0], float(cells[1].replace(",", ".")), int(cells[2]), int(cells[3]), waste
            )
            if min(step.days, step.documents, step.visits) < 0 or waste not in {"", *WASTES}:
                raise ValueError  # noqa: TRY301 - as above
        except ValueError:
            message = _("Line %(number)s: write what is done | days | documents | visits | waste.")
            raise RuleBroken("conversion.step", message % {"number": number}, field=field) from None
        found.append(step)
    if not found:
        raise RuleBroken("conversion.no_steps", _("Write at least one step."), field=field)
    return found


def written(steps: Sequence[Step]) -> str:
    return "\n".join(
        f"{one.name} | {one.days:g} | {one.documents} | {one.visits} | {one.waste}".rstrip(" |")
        if one.waste
        else f"{one.name} | {one.days:g} | {one.documents} | {one.visits}"
        for one in steps
    )


@dataclass(frozen=True)
class Told:
    """What the body says of the way as it is, where the platform does not know it, and from which paper."""

    volume: int | None = None  # applications in a year that were not lodged here
    complaints: int | None = None
    cost: Decimal | None = None  # of one case, for the body
    source: str = ""

    @property
    def is_anything(self) -> bool:
        return any(one is not None for one in (self.volume, self.complaints, self.cost))


NOTHING_TOLD = Told()


def require_source(told: Told) -> None:
    if told.is_anything and not told.source.strip():
        message = _("Name the source of the figures: a report, a calculation, its day.")
        raise RuleBroken("conversion.no_source", message, field="told_source")


def agree_by(sent_on: date, working_days: int, calendar: Calendar) -> date:
    """Resolution No. 646: bodies agree on draft acts in three working days."""
    return calendar.add_working_days(sent_on, working_days)


def way_as_it_is(one: Definition) -> list[Step]:
    """The way that the promise makes a person go today: where whoever draws a card begins from."""
    met = points(one)
    papers = sum(paper.from_ == "applicant" and not paper.service for paper in one.documents)
    visits = {point: int(met[point] == Met.NO) for point in Point}
    steps = []
    if papers:
        steps.append(Step(_("Gathers the documents"), 0, papers, 0, "carry"))
    steps.append(_applying(visits[Point.APPLICATION]))
    if met[Point.PAYMENT] != Met.NOT_NEEDED:
        receipt = visits[Point.PAYMENT]
        steps.append(Step(_("Pays the fee"), 0, receipt, 0, "carry" if receipt else ""))
    days = in_days(Term.parse(one.term.base)) if one.term else 0
    steps.append(Step(_("Waits for the decision"), days, 0, 0, "wait" if days else ""))
    collects = visits[Point.RESULT]
    steps.append(Step(_("Gets the result"), 0, collects, collects, "visit" if collects else ""))
    return steps


def _applying(visits: int) -> Step:
    return Step(_("Lodges the application"), 0, 1, visits, "visit" if visits else "")


def in_days(term: Term) -> float:
    """Calendar days, about: five working days are a week."""
    a_unit = {
        Unit.DAY: 1,
        Unit.WORKING_DAY: DAYS_IN_A_WEEK / WORKING_DAYS_IN_A_WEEK,
        Unit.WEEK: DAYS_IN_A_WEEK,
        Unit.MONTH: DAYS_IN_A_MONTH,
        Unit.YEAR: DAYS_IN_A_YEAR,
    }
    return round(term.amount * a_unit[term.unit])


@dataclass(frozen=True)
class Spared:
    """What people are spared in a year at so many applications."""

    cases: int
    days: float
    documents: int
    visits: int
    money: Decimal


def spared(before: Burden, after: Burden, cases: int, prices: Mapping[str, Decimal]) -> Spared:
    documents = (before.documents - after.documents) * cases
    visits = (before.visits - after.visits) * cases
    money = documents * prices["document"] + visits * prices["visit"]
    return Spared(cases, (before.days - after.days) * cases, documents, visits, money)


ENDS_THE_PROCEDURE = ("abolish", "merge")


def require_converted(variant: str, depth: Depth | None, held_back_by: Sequence[str]) -> None:
    """A card is switched on when the procedure in force is what the card promises. `depth`: None is not in force.

    Requirements 5.g: F03 asks for what a connected register holds, so it is not converted; F01 and F05 likewise.
    """
    if variant in ENDS_THE_PROCEDURE:
        if depth is not None:
            message = _("The procedure is still in force: its edition has to end first.")
            raise RuleBroken("conversion.still_in_force", message, field="act")
        return
    if depth is None:
        message = _("The procedure is not in force, so nothing can be switched on.")
        raise RuleBroken("conversion.not_in_force", message, field="act")
    if depth < Depth.APPLICATION:
        message = _("Nobody can apply for it online yet: the new edition has to be in force first.")
        raise RuleBroken("conversion.not_online", message, field="act")
    if held_back_by:
        message = _("The rules hold it back: %(rules)s. See the page of the procedure.")
        raise RuleBroken(
            "conversion.held_back", message % {"rules": ", ".join(held_back_by)}, field="act"
        )
