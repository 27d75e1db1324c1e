"""What the live tables say of each procedure: its depth, how often it is wanted, how it goes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.core.cache import cache
from django.db.models import Count, Q, QuerySet

from ratusha.cases.public import Case, Outcome
from ratusha.exchange.public import services
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.procedures.public import Edition, asked_twice, in_force, most_demanded, read_registers

from .depth import Depth, Finding, Met, Point, depth_of, findings, points
from .law import Goal, law
from .quality import fallen_back
from .rules import (
    FEWEST,
    Factors,
    Month,
    demand,
    in_order,
    is_few,
    month_ends,
    percentiles,
    priority,
)
from .volume import APPLICATION, YEAR, complained

VERSION = "conversion-2"
FRESH_FOR = 300  # seconds that the table may be old
MONTHS_SHOWN = 24
DONE_FROM = "e3"
AUDIENCES = ("citizens", "business", "total")


@dataclass(frozen=True)
class Parts:
    """What the factors of a procedure were counted from."""

    documents: int = 0  # that it asks for
    held: int = 0  # of them, that the state has
    services: int = 0  # of registers, that it names
    connected: int = 0
    refused: int = 0  # of the applications of the year
    complained: int = 0  # about decisions in applications, in the year

    @property
    def trouble(self) -> int:
        return self.refused + self.complained

    @property
    def complained_by_few(self) -> bool:
        return is_few(self.complained)


@dataclass(frozen=True)
class Row:
    """One procedure in force."""

    code: str
    title: Text
    audience: str
    chapter: int
    body_kind: str
    depth: Depth
    described: bool
    cases: int
    factors: Factors = field(default_factory=Factors)
    parts: Parts = field(default_factory=Parts)
    score: float = 0.0
    is_back: bool = False  # quality was red for two quarters
    blocked: bool = False  # by a rule: it does not count as converted

    @property
    def in_queue(self) -> bool:
        """Not yet online from end to end, or fallen back."""
        return self.depth < Depth.END_TO_END or self.is_back or self.blocked

    @property
    def list_code(self) -> str:
        return self.code.partition("/")[0]

    @property
    def number(self) -> str:
        return self.code.partition("/")[2]


def table(on: date) -> list[Row]:
    """Every procedure in force, the queue's order first; at most some minutes old."""
    key = f"conversion-{VERSION}-{on.isoformat()}"
    kept: list[Row] | None = cache.get(key)
    if kept is None:
        kept = _table(on)
        cache.set(key, kept, FRESH_FOR)
    return kept


def _table(on: date) -> list[Row]:
    editions = list(_editions(on))
    wanted = _cases(on)
    refused, blamed = _refused(on), complained(on)
    trouble = percentiles({
        code: (refused.get(code, 0) + blamed.get(code, 0)) / number for code, number in wanted.items()
    })  # fmt: skip
    registers, known_services = read_registers(pack().folder), set(services())
    social = {(one.list, one.chapter) for one in law().social}
    most = max(wanted.values(), default=0)
    back = fallen_back(on)
    found: dict[str, Row] = {}
    for one in editions:
        described = one.electronic_level != "e0"
        promise = one.promise if described else None
        depth, blocked, kind = Depth.NONE, False, ""
        parts = Parts(
            refused=refused.get(one.procedure_id, 0), complained=blamed.get(one.procedure_id, 0)
        )
        if promise is not None:
            twice = [ask for ask in asked_twice(promise, registers) if not ask.is_waived(on)]
            depth = depth_of(promise)
            documents = len(promise.documents)
            fetched = sum(bool(document.service) for document in promise.documents)
            papers = sum(ask.kind == "document" for ask in twice)
            named = promise.services
            parts = Parts(
                documents,
                min(documents, fetched + papers),
                len(named),
                sum(code in known_services for code in named),
                parts.refused,
                parts.complained,
            )
            told = findings(promise, asked_twice=len(twice), cases=1, fell=False)
            blocked = depth >= Depth.APPLICATION and bool(holding_back(told))
            kind = promise.body.kind if promise.body else ""
        code = one.procedure_id
        factors = Factors(
            demand=demand(wanted.get(code, 0), most),
            held=parts.held / parts.documents if parts.documents else None,
            trouble=trouble.get(code),
            feasible=parts.connected / parts.services if parts.services else None,
            social=1.0 if (one.procedure.list_id, one.procedure.chapter.number) in social else 0.0,
        )
        found[code] = Row(
            code=code,
            title=one.title,
            audience=one.procedure.list.audience,
            chapter=one.procedure.chapter.number,
            body_kind=kind,
            depth=depth,
            described=described,
            cases=wanted.get(code, 0),
            factors=factors,
            parts=parts,
            score=priority(factors, law().weights),
            is_back=code in back,
            blocked=blocked,
        )
    order = in_order({code: row.score for code, row in found.items()})
    return [found[code] for code in order]


def holding_back(found: Iterable[Finding]) -> list[str]:
    """The rules that keep an electronic procedure from counting; F01 only keeps it from being one from end to end."""
    return [one.rule for one in found if one.blocks and one.rule != "F01"]


def findings_of(edition: Edition, *, cases: int, on: date) -> list[Finding]:
    """F01 to F05 of one edition, with the edition before it."""
    registers = read_registers(pack().folder)
    twice = sum(not one.is_waived(on) for one in asked_twice(edition.promise, registers))
    return list(findings(edition.promise, asked_twice=twice, cases=cases, fell=_fell(edition)))


def _fell(edition: Edition) -> bool:
    """Whether its level is lower than in the edition before."""
    earlier = Edition.objects.filter(procedure=edition.procedure_id, number__lt=edition.number)
    last = earlier.order_by("number").last()
    return last is not None and last.electronic_level > edition.electronic_level


def _editions(on: date) -> "QuerySet[Edition]":
    return in_force(on).select_related("procedure__list", "procedure__chapter")


def _cases(on: date) -> dict[str, int]:
    """Applications of the last year, by procedure; of fewer than five people nothing is told, and nothing is known."""
    lodged = Case.objects.filter(kind=APPLICATION, lodged_on__gt=on - YEAR, lodged_on__lte=on)
    counted = (
        lodged.order_by()
        .values("subject_code")
        .annotate(number=Count("pk"), people=Count("applicant_id", distinct=True))
    )
    enough = counted.filter(people__gte=FEWEST)
    return dict(enough.values_list("subject_code", "number"))


def cases_in_a_year(procedure: str, on: date) -> int:
    return _cases(on).get(procedure, 0)


def _refused(on: date) -> dict[str, int]:
    """Applications of the last year that were refused or not accepted, by procedure."""
    refused = Case.objects.filter(
        kind=APPLICATION,
        lodged_on__gt=on - YEAR,
        outcome__in=(Outcome.REFUSED, Outcome.NOT_ACCEPTED),
    )
    return dict(refused.order_by().values_list("subject_code").annotate(Count("pk")))


@dataclass(frozen=True)
class Reached:
    """One variant of the goal for one audience."""

    goal: Goal
    audience: str
    done: int
    whole: int

    @property
    def share(self) -> float | None:
        return self.done / self.whole if self.whole else None


def counted_in(rows: Iterable[Row], goal: Goal, audience: str) -> list[Row]:
    """The procedures that a variant of the goal is counted against."""
    mine = [row for row in rows if audience in {"total", row.audience}]
    if goal.against != "demanded":
        return mine
    wanted = set(most_demanded().procedures)
    return [row for row in mine if row.code in wanted]


def reached(rows: list[Row], goal: Goal, audience: str) -> Reached:
    """Two owners and the total: the shares of citizens, of business, and of all."""
    mine = counted_in(rows, goal, audience)
    done = [row for row in mine if row.depth >= goal.least_depth]
    if goal.against == "volume":
        return Reached(goal, audience, sum(r.cases for r in done), sum(r.cases for r in mine))
    return Reached(goal, audience, len(done), len(mine))


def months(on: date) -> list[Month]:
    """How many were in force and could be applied for online, at the end of each month; at most some minutes old."""
    key = f"conversion-months-{VERSION}-{on.isoformat()}"
    kept: list[Month] | None = cache.get(key)
    if kept is None:
        kept = _months(on)
        cache.set(key, kept, FRESH_FOR)
    return kept


def _months(on: date) -> list[Month]:
    counted = []
    for day in month_ends(on, MONTHS_SHOWN):
        found = (
            in_force(day)
            .select_related(None)
            .order_by()
            .aggregate(scope=Count("pk"), done=Count("pk", filter=Q(electronic_level__gte=DONE_FROM)))
        )  # fmt: skip
        counted.append(Month(day, found["scope"], found["done"]))
    return counted


def heat(rows: list[Row]) -> list[tuple[str, list[int]]]:
    """Kind of body by depth, the largest first; procedures of which no body is known come under an empty name."""
    counted: dict[str, Counter[int]] = {}
    for row in rows:
        counted.setdefault(row.body_kind, Counter())[int(row.depth)] += 1
    lines = [(kind, [found[depth] for depth in Depth]) for kind, found in counted.items()]
    return sorted(lines, key=lambda line: (line[0] == "", -sum(line[1]), line[0]))


def points_of(edition: Edition) -> dict[Point, Met]:
    return points(edition.promise)
