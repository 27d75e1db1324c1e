"""What is shown of discussions, without writing anything."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from django.db.models import Count

from ratusha.consultations.law import law
from ratusha.consultations.models import Discussion, Stance, Statement

from . import clusters, rules
from .clusters import Map
from .picture import circles
from .rules import StatementStatus
from .services import holder_of


@dataclass(frozen=True)
class Row:
    """One statement: what each group says to it and all together; None where it would tell of too few."""

    statement: Statement
    cells: list[Mapping[str, int] | None]
    whole: Mapping[str, int] | None


def map_of(discussion: Discussion) -> Map | None:
    return msgspec.convert(discussion.map, Map) if discussion.map else None


def shown(discussion: Discussion) -> dict[str, Any]:
    """Everything that everybody may read of the opinions."""
    drawn, least = map_of(discussion), law().opinions.least_group
    admitted = {one.number: one for one in statements_of(discussion)}
    told: dict[str, Any] = {
        "discussion": discussion,
        "drawn": drawn,
        "statements": list(admitted.values()),
        "law": law().opinions,
        "took_part": took_part(discussion),
    }
    if drawn is None:
        return told
    left_out = told["took_part"] - drawn.placed
    rows = [
        Row(admitted[number], *rules.shown_row(cells, least))
        for number, cells in zip(drawn.asked, drawn.answers, strict=True)
        if number in admitted
    ]
    return {
        **told,
        "rows": rows,
        "circles": circles(drawn.groups) if len(drawn.groups) > 1 else [],
        "agreed": _agreed(drawn, admitted, least),
        "rejected": _named(clusters.consensus(drawn, "disagree", least), admitted),
        "of_groups": _told_of_groups(drawn, admitted, least),
        "fewest": rules.least_answers(len(drawn.asked), law().opinions.least_answers),
        "left_out": left_out if left_out >= least else None,
        "some_left_out": 0 < left_out < least,
    }  # fmt: skip


def agreed_in(discussion: Discussion) -> list[Statement]:
    """With what every group of opinion agrees, the clearest first; nothing while there is no map."""
    drawn = map_of(discussion)
    if drawn is None:
        return []
    admitted = {one.number: one for one in statements_of(discussion)}
    return _agreed(drawn, admitted, law().opinions.least_group)


def _agreed(drawn: Map, admitted: Mapping[int, Statement], least: int) -> list[Statement]:
    return _named(clusters.consensus(drawn, "agree", least), admitted)


def _told_of_groups(
    drawn: Map, admitted: Mapping[int, Statement], least: int
) -> list[tuple[clusters.Group, list[tuple[Statement, str]]]]:
    """Each group with what it says more often than the others; nothing where there is only one."""
    if len(drawn.groups) == 1:
        return []
    said = {g.number: clusters.distinctive(drawn, g.number, least) for g in drawn.groups}
    return [
        (g, [(admitted[n], what) for n, what in said[g.number] if n in admitted])
        for g in drawn.groups
    ]


def _named(numbers: list[int], admitted: Mapping[int, Statement]) -> list[Statement]:
    return [admitted[number] for number in numbers if number in admitted]


def statements_of(discussion: Discussion) -> list[Statement]:
    return list(discussion.statements.filter(status=StatementStatus.ADMITTED))


def took_part(discussion: Discussion) -> int:
    """People who have answered at least one statement."""
    there = Stance.objects.filter(statement__discussion=discussion)
    counted = there.aggregate(n=Count("holder", distinct=True))
    return int(counted["n"])


def next_for(discussion: Discussion, person: UUID, answered: Mapping[int, int]) -> int | None:
    """The statement that this person reads next: everybody has an order of their own, so that all get answers."""
    mark = holder_of(discussion, person)
    waiting = [one.number for one in statements_of(discussion) if one.number not in answered]
    return min(waiting, key=lambda n: hashlib.sha256(f"{mark}:{n}".encode()).digest(), default=None)
