"""The once-only debt: what the state asks though a connected register holds it, and what that costs people."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.core.cache import cache
from django.db.models import Count

from ratusha.applications.public import KIND
from ratusha.cases.public import Case, Skeleton
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.procedures.public import (
    AskedTwice,
    Definition,
    Registers,
    asked_twice,
    in_force,
    read_registers,
)

VERSION = "debt-1"  # (questions x minutes + documents x minutes) x cases lodged; waived ones count
FRESH_FOR = 600  # seconds that the table may be old
KNOWN_FROM = "e2"  # below it we do not know what is asked, so nothing is claimed


@dataclass(frozen=True)
class Row:
    """One procedure that asks what the state has."""

    code: str
    title: Text
    body_kind: str
    asked: list[AskedTwice]
    minutes_each: int
    cases: int

    @property
    def minutes(self) -> int:
        return self.minutes_each * self.cases

    @property
    def asked_number(self) -> int:
        return len(self.asked)

    @property
    def list_code(self) -> str:
        return self.code.partition("/")[0]

    @property
    def number(self) -> str:
        return self.code.partition("/")[2]


@dataclass(frozen=True)
class Debt:
    """`known` procedures of `all_` have their questions written down: of the others nothing can be said."""

    rows: list[Row]
    known: int
    all_: int
    question: int
    document: int

    @property
    def minutes(self) -> int:
        return sum(row.minutes for row in self.rows)

    def by_body_kind(self) -> list[tuple[str, int, int]]:
        """Kind of body, number of things asked twice, minutes lost; the worst first."""
        sums: dict[str, tuple[int, int]] = {}
        for row in self.rows:
            asked, minutes = sums.get(row.body_kind, (0, 0))
            sums[row.body_kind] = (asked + len(row.asked), minutes + row.minutes)
        return sorted(
            ((kind, *both) for kind, both in sums.items()), key=lambda r: (-r[2], -r[1], r[0])
        )


def debt_of(
    promises: Iterable[Definition], registers: Registers, cases: dict[str, int]
) -> list[Row]:
    """Pure: the rows of the league table, the dearest first."""
    each = registers.burden
    price = {"question": each.question, "document": each.document} if each else {}
    rows = []
    for promise in promises:
        asked = list(asked_twice(promise, registers))
        if asked:
            rows.append(
                Row(
                    code=promise.code,
                    title=promise.heading,
                    body_kind=promise.body.kind if promise.body else "",
                    asked=asked,
                    minutes_each=sum(price.get(one.kind, 0) for one in asked),
                    cases=cases.get(promise.code, 0),
                )
            )
    return sorted(rows, key=lambda row: (-row.minutes, -row.minutes_each, row.code))


def debt(on: date) -> Debt:
    """Of the editions in force, at most ten minutes old."""
    key = f"law-debt-{on.isoformat()}"
    kept: Debt | None = cache.get(key)
    if kept is None:
        kept = _debt(on)
        cache.set(key, kept, FRESH_FOR)
    return kept


def _debt(on: date) -> Debt:
    editions = in_force(on)
    known = editions.filter(electronic_level__gte=KNOWN_FROM).defer(None)
    registers = read_registers(pack().folder)
    cases: Counter[str] = Counter()
    for table in (Case, Skeleton):  # what is erased was lodged all the same
        lodged = table.objects.filter(kind=KIND).values_list("subject_code")
        cases.update(dict(lodged.annotate(number=Count("pk")).order_by()))
    each = registers.burden
    return Debt(
        rows=debt_of((edition.promise for edition in known), registers, cases),
        known=known.count(),
        all_=editions.count(),
        question=each.question if each else 0,
        document=each.document if each else 0,
    )


@lru_cache(maxsize=1)
def _reasons() -> dict[str, Text]:
    """By the English sentence that stands in the definitions."""
    return {one["en"]: one for one in pack().yaml("asked_anyway.yaml")["reasons"]}


def reason_in_words(reason: str) -> Text:
    """Why something is asked all the same; the country pack has it in every language."""
    return _reasons().get(reason, {"en": reason})


HEAD = (
    "code", "title", "body_kind", "kind", "asked", "held_by", "waived_until", "minutes_each", "cases", "minutes",
)  # fmt: skip


def lines(found: Debt, language: str) -> list[dict[str, Any]]:
    """One line for each thing asked twice, for machines."""
    price = {"question": found.question, "document": found.document}
    return [
        {
            "code": row.code,
            "title": row.title.get(language, ""),
            "body_kind": row.body_kind,
            "kind": one.kind,
            "asked": one.title.get(language, one.code),
            "held_by": one.service,
            "waived_until": one.waiver.until.isoformat() if one.waiver else "",
            "minutes_each": price[one.kind],
            "cases": row.cases,
            "minutes": price[one.kind] * row.cases,
        }
        for row in found.rows
        for one in row.asked
    ]


def as_csv(found: Debt, language: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, HEAD)
    writer.writeheader()
    writer.writerows(lines(found, language))
    return out.getvalue()
