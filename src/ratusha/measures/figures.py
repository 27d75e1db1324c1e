"""What can be counted of measures, in bulk and row by row, for the rooms above. Nothing is written."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Sum
from django.utils import timezone

from ratusha.kernel.texts import Text, in_my_language

from .law import Programme, law
from .models import Contract, PassportVersion, Payment, Stage
from .passport.definition import form
from .passport.reading import number
from .permissions import MEASURE
from .routes import Money
from .rules import Status

HIGH_RISK = 15  # probability times impact, each from 1 to 5
NOT_SHOWN = (Status.DRAFT, Status.CLASSIFIED, Status.NOT_A_MEASURE)
FACTS = """
WITH shown AS (
    SELECT c.id, c.reference, c.title, c.language, c.status, c.closed_on, c.lodged_on, c.applicant_id,
           m.sphere, m.programme, m.subprogramme
    FROM cases_case c JOIN measures_measure m ON m.case_id = c.id
    WHERE c.kind = %(kind)s AND c.status <> ALL(%(not_shown)s)
      AND (%(only)s::uuid[] IS NULL OR c.id = ANY(%(only)s))
), act AS (
    SELECT case_id, max(at) AS at FROM measures_actrecorded WHERE step = 'include' GROUP BY 1
), last AS (
    SELECT case_id, max(number) AS number FROM measures_passportversion GROUP BY 1
), included AS (
    SELECT v.case_id, max(v.number) AS number
    FROM measures_passportversion v JOIN act ON act.case_id = v.case_id AND v.at <= act.at GROUP BY 1
), paid AS (
    SELECT k.case_id, sum(p.amount) AS whole, max(p.on) AS last,
           sum(p.amount) FILTER (WHERE p.on >= %(new_year)s) AS in_year
    FROM measures_payment p JOIN measures_contract k ON k.id = p.contract_id WHERE p.on <= %(today)s GROUP BY 1
), accepted AS (
    SELECT k.case_id, max(s.accepted_on) AS last
    FROM measures_stage s JOIN measures_contract k ON k.id = s.contract_id GROUP BY 1
), conditions AS (
    SELECT i.case_id, count(*) AS late
    FROM measures_condition o JOIN measures_agendaitem i ON i.id = o.item_id
    JOIN measures_session z ON z.id = i.session_id
    WHERE z.sealed_at IS NOT NULL AND o.met_on IS NULL AND o.due_on < %(today)s GROUP BY 1
), moved AS (
    SELECT case_id, max(at) AS at FROM cases_steptaken WHERE case_id IN (SELECT id FROM shown) GROUP BY 1
)
SELECT shown.*, plan.version, plan.at, plan.whole, plan.in_year, plan.support_until, plan.high_risks,
       act.at, approved.whole, k.number, k.signed_on, k.ends_on, k.amount,
       paid.whole, paid.in_year, COALESCE(conditions.late, 0),
       GREATEST((moved.at AT TIME ZONE %(zone)s)::date, paid.last, accepted.last, (plan.at AT TIME ZONE %(zone)s)::date)
FROM shown
LEFT JOIN act ON act.case_id = shown.id
LEFT JOIN last ON last.case_id = shown.id
LEFT JOIN included ON included.case_id = shown.id
LEFT JOIN LATERAL (
    SELECT v.number AS version, v.at, lines.whole, lines.in_year, lines.support_until, risks.high AS high_risks
    FROM measures_passportversion v
    CROSS JOIN LATERAL (
        SELECT sum((line ->> 'amount')::numeric) AS whole,
               sum((line ->> 'amount')::numeric) FILTER (WHERE line ->> 'year' = %(year)s) AS in_year,
               max((line ->> 'year')::int) FILTER (WHERE line ->> 'nature' = 'support'
                   AND (line ->> 'amount')::numeric > 0) AS support_until
        FROM jsonb_array_elements(v.answers #> '{budget,lines}') AS line WHERE line ->> 'amount' <> ''
    ) lines
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (
            WHERE (risk ->> 'probability')::numeric * (risk ->> 'impact')::numeric >= %(high)s
        ) AS high
        FROM jsonb_array_elements(v.answers #> '{risks,risks}') AS risk
        WHERE risk ->> 'probability' <> '' AND risk ->> 'impact' <> ''
    ) risks
    WHERE v.case_id = shown.id AND v.number = last.number
) plan ON true
LEFT JOIN LATERAL (
    SELECT sum((line ->> 'amount')::numeric) AS whole
    FROM measures_passportversion v, jsonb_array_elements(v.answers #> '{budget,lines}') AS line
    WHERE v.case_id = shown.id AND v.number = included.number AND line ->> 'amount' <> ''
) approved ON true
LEFT JOIN measures_contract k ON k.case_id = shown.id
LEFT JOIN paid ON paid.case_id = shown.id
LEFT JOIN accepted ON accepted.case_id = shown.id
LEFT JOIN conditions ON conditions.case_id = shown.id
LEFT JOIN moved ON moved.case_id = shown.id
ORDER BY shown.reference
"""
PAID_BY_MONTH = """
SELECT date_trunc('month', p.on)::date, sum(p.amount)
FROM measures_payment p JOIN measures_contract k ON k.id = p.contract_id
WHERE k.case_id = ANY(%(only)s) AND p.on <= %(today)s GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """One measure as the steering of programmes counts it. None: there is nothing yet, which is not nought."""

    case_id: UUID
    reference: str
    title: Text
    language: str
    status: str
    closed_on: date | None
    lodged_on: date
    initiator_id: UUID
    sphere: str
    programme: str
    subprogramme: str
    version: int | None
    submitted_at: datetime | None
    planned: Decimal | None
    planned_in_year: Decimal | None
    support_until: int | None  # the last year with money for support
    high_risks: int | None
    included_at: datetime | None
    approved: Decimal | None
    contract: str | None
    signed_on: date | None
    contract_ends_on: date | None
    contracted: Decimal | None
    paid: Decimal | None
    paid_in_year: Decimal | None
    late_conditions: int
    touched_on: date | None  # when anything of it last changed

    @property
    def status_label(self) -> str:
        return str(Status(self.status).label)


@dataclass(frozen=True, slots=True)
class StageFacts:
    """A stage of the contract: what was promised until when, and when it was accepted with which evidence."""

    case_id: UUID
    number: int
    result: str
    due_on: date
    amount: Decimal
    accepted_on: date | None
    evidence: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    year: int
    source: str
    nature: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Paid:
    on: date
    amount: Decimal


def facts_of_measures(today: date, only: Sequence[UUID] | None = None) -> list[MeasureFacts]:
    """From its route on a measure counts; an idea that is still its body's own does not. One statement for all."""
    asked = {
        "kind": MEASURE,
        "not_shown": list(NOT_SHOWN),
        "only": list(only) if only is not None else None,
        "today": today,
        "new_year": today.replace(month=1, day=1),
        "year": str(today.year),
        "high": HIGH_RISK,
        "zone": timezone.get_current_timezone_name(),
    }
    with connection.cursor() as cursor:
        cursor.execute(FACTS, asked)
        return [_fact(row) for row in cursor.fetchall()]


def _fact(row: tuple[Any, ...]) -> MeasureFacts:
    case_id, reference, title, *rest = row
    return MeasureFacts(
        case_id, reference, json.loads(title), *rest
    )  # a bare cursor gives JSON as text


def stages_of_measures(only: Sequence[UUID]) -> list[StageFacts]:
    found = Stage.objects.filter(contract__case__in=only).order_by("contract__case", "number")
    rows = found.values_list(
        "contract__case", "number", "result", "due_on", "amount", "accepted_on", "evidence"
    )
    return [StageFacts(*row) for row in rows]


def acceptances(only: Sequence[UUID]) -> list[tuple[UUID, int, date, date]]:
    """Of every accepted stage: its measure, number, the day it was due and the day it was accepted."""
    found = Stage.objects.filter(contract__case__in=only).exclude(accepted_on=None)
    rows = found.values_list("contract__case", "number", "due_on", "accepted_on")
    return [(case, number, due, on) for case, number, due, on in rows if on is not None]


def paid_by_month(only: Sequence[UUID], today: date) -> list[tuple[date, Decimal]]:
    with connection.cursor() as cursor:
        cursor.execute(PAID_BY_MONTH, {"only": list(only), "today": today})
        return [(month, amount) for month, amount in cursor.fetchall()]


def paid_until(only: Sequence[UUID], last: date) -> dict[UUID, Decimal]:
    """What was paid in all, by measure; one without a payment is not there."""
    found = Payment.objects.filter(contract__case__in=only, on__lte=last)
    sums = found.order_by().values("contract__case").annotate(paid=Sum("amount"))
    return dict(sums.values_list("contract__case", "paid"))


def payments_of(case_id: UUID, today: date) -> list[Paid]:
    found = Payment.objects.filter(contract__case=case_id, on__lte=today).order_by("on", "pk")
    return [Paid(*row) for row in found.values_list("on", "amount")]


def plan_lines(case_id: UUID, *, until: datetime | None = None) -> list[PlanLine]:
    """The lines of the budget of the last version of the passport, or of the last one submitted until a moment."""
    versions = PassportVersion.objects.filter(case=case_id)
    version = (versions.filter(at__lte=until) if until else versions).last()
    return _lines(version.answers.get("budget", {}).get("lines", []) if version else [])


@dataclass(frozen=True, slots=True)
class ScheduledStage:
    """A stage of the contract with what the passport says of its time and order."""

    number: int
    result: str
    starts_on: date
    ends_on: date
    amount: Decimal
    after: tuple[int, ...]
    spread: tuple[Decimal, Decimal] | None = None
    """The fewest and the most days as shares of the likeliest, where the passport says so."""


def _spread(row: dict[str, Any]) -> tuple[Decimal, Decimal] | None:
    three = [number(row, name) for name in ("shortest", "likeliest", "longest")]
    shortest, likeliest, longest = three
    if shortest is None or longest is None or not likeliest:
        return None
    return shortest / likeliest, longest / likeliest


def schedule_of(case_id: UUID) -> list[ScheduledStage]:
    """Stages as they were contracted. A stage begins where the passport says so, else when the one before is due."""
    contract = Contract.objects.filter(case=case_id).prefetch_related("stages").first()
    if contract is None:
        return []
    version = PassportVersion.objects.filter(case=case_id).last()
    written = version.answers.get("schedule", {}).get("stages", []) if version else []
    told = {str(one.get("number", "")).strip(): one for one in written}
    found: list[ScheduledStage] = []
    for stage in contract.stages.all():
        before = found[-1] if found else None
        row = told.get(str(stage.number), {})
        begins = date.fromisoformat(row["starts_on"]) if row.get("starts_on") else None
        if begins is None or begins > stage.due_on:
            begins = min(before.ends_on if before else contract.signed_on, stage.due_on)
        after = tuple(
            int(one) for one in str(row.get("after", "")).split(",") if one.strip().isdigit()
        )
        if not row and before:
            after = (before.number,)
        known = {one.number for one in found}
        found.append(
            ScheduledStage(
                stage.number, stage.result, begins, stage.due_on, stage.amount,
                tuple(one for one in after if one in known),
                _spread(row),
            )
        )  # fmt: skip
    return found


def programmes_of_the_law() -> list[Programme]:
    """The programmes of the pack with their subprogrammes, as measures are routed to them."""
    return law().programmes


def risks_of(case_id: UUID) -> list[tuple[str, int, int]]:
    """What may happen, by the last passport: how likely and how bad, each from 1 to 5."""
    version = PassportVersion.objects.filter(case=case_id).last()
    rows = version.answers.get("risks", {}).get("risks", []) if version else []
    return [
        (row.get("event", ""), int(row["probability"]), int(row["impact"]))
        for row in rows
        if row.get("probability") and row.get("impact")
    ]


def said_source(code: str) -> str:
    """A source of money in words."""
    return str(Money(code).label) if code in Money.values else code


def said_nature(code: str) -> str:
    """What a budget line pays for, as the form of the passport calls it."""
    budget = form().block("budget")
    columns = budget.field("lines").columns if budget else []
    options = [one for column in columns if column.code == "nature" for one in column.options]
    name = next((one.name for one in options if one.code == code), {})
    return in_my_language(name).text or code


def risks_of_measures(only: Sequence[UUID]) -> dict[UUID, list[tuple[int, int]]]:
    """Probability and impact of every risk of the last passports."""
    found: dict[UUID, list[tuple[int, int]]] = {}
    last = (
        PassportVersion.objects.filter(case__in=only).order_by("case", "-number").distinct("case")
    )
    for case_id, rows in last.values_list("case", "answers__risks__risks"):
        found[case_id] = [
            (int(row["probability"]), int(row["impact"]))
            for row in rows or []
            if row.get("probability") and row.get("impact")
        ]
    return found


@dataclass(frozen=True, slots=True)
class Merits:
    """What the last passport promises: its budget lines, which tasks it serves, what it saves in a year."""

    lines: list[PlanLine]
    tasks: frozenset[str]
    saved: Decimal | None


def merits_of_measures(only: Sequence[UUID]) -> dict[UUID, Merits]:
    last = (
        PassportVersion.objects.filter(case__in=only).order_by("case", "-number").distinct("case")
    )
    return {
        case_id: Merits(
            _lines(lines or []), frozenset(tasks or []), Decimal(saved) if saved else None
        )
        for case_id, lines, tasks, saved in last.values_list(
            "case", "answers__budget__lines", "answers__identity__tasks", "answers__effects__saved"
        )
    }


def _lines(rows: list[dict[str, str]]) -> list[PlanLine]:
    return [
        PlanLine(
            int(row["year"]), row.get("source", ""), row.get("nature", ""), Decimal(row["amount"])
        )
        for row in rows
        if row.get("amount")
    ]
