"""Appeals in figures: how many, how they ended, whether the term was kept. Reads only.

Never fewer than five people in a cell, nor in what is left when one cell is taken from a sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from ratusha.cases.public import Case
from ratusha.parties.public import party_name

from .models import Forwarding
from .rules import ANSWERED, KIND, OPEN, Sort, Status

LEAST = 5
LINES = 30  # bodies on the page


@dataclass(frozen=True)
class Line:
    """A body, or all the others together (no name). `in_time`: the share of its answers; None: too few."""

    name: str
    lodged: int
    open: int | None
    answered: int | None
    in_time: float | None


def shown(counts: Mapping[str, int], least: int = LEAST) -> dict[str, int | None]:
    """Cells that may stand beside their sum. None is hidden, and the smallest others with it, or the sum would tell."""
    hidden = {name for name, count in counts.items() if 0 < count < least}
    others = sorted((count, name) for name, count in counts.items() if count >= least)
    while hidden and others and (len(hidden) == 1 or sum(counts[n] for n in hidden) < least):
        hidden.add(others.pop(0)[1])
    return {name: None if name in hidden else count for name, count in counts.items()}


def together(counts: Mapping[Any, int], least: int = LEAST) -> tuple[list[Any], list[Any]]:
    """Whose line is shown, the largest first; and those who share one line because each alone has too few.

    If even all of these together have too few, the smallest of the others joins them.
    """
    order = sorted(counts, key=lambda one: (-counts[one], str(one)))
    alone = [one for one in order if counts[one] >= least]
    shared = [one for one in order if counts[one] < least]
    while shared and sum(counts[one] for one in shared) < least and alone:
        shared.insert(0, alone.pop())
    return alone, shared


def figures(since: date, until: date, language: str) -> dict[str, Any]:
    """Appeals registered in this time; of the answered ones, whether the day that the person was told was kept."""
    lodged = Case.objects.filter(kind=KIND, lodged_on__gte=since, lodged_on__lte=until)
    total = lodged.count()
    if total < LEAST:
        return {"total": None, "since": since, "until": until, "least": LEAST}
    by_status = dict(lodged.values_list("status").annotate(n=Count("pk")))
    by_sort = dict(lodged.values_list("subject_code").annotate(n=Count("pk")))
    sent_on = Forwarding.objects.filter(case__in=lodged)
    return {
        "total": total,
        "since": since,
        "until": until,
        "least": LEAST,
        "results": _named(Status, by_status),
        "sorts": _named(Sort, by_sort),
        "sent_on": _enough(sent_on.count()),
        "sent_on_late": _enough(sent_on.filter(late=True).count()),
        "lines": _lines(lodged, language),
    }


def _enough(count: int) -> int | None:
    return count if count == 0 or count >= LEAST else None


def _named(choices: Any, counts: Mapping[str, int]) -> list[tuple[str, int | None]]:
    cells = shown({one.value: counts.get(one.value, 0) for one in choices})
    return [(str(one.label), cells[one.value]) for one in choices]


def _lines(lodged: Any, language: str) -> list[Line]:
    answered = Q(status__in=ANSWERED)
    rows = {
        row["body_id"]: row
        for row in lodged.values("body_id").annotate(
            n=Count("pk"),
            open=Count("pk", filter=Q(status__in=OPEN)),
            answered=Count("pk", filter=answered),
            in_time=Count("pk", filter=answered & Q(closed_on__lte=F("due_on"))),
        )
    }
    alone, shared = together({body: row["n"] for body, row in rows.items()})
    lines = [_line(party_name(body, language), [rows[body]]) for body in alone[:LINES]]
    rest = [*alone[LINES:], *shared]
    return [*lines, _line("", [rows[body] for body in rest])] if rest else lines


def _line(name: str, rows: list[dict[str, Any]]) -> Line:
    told = {key: sum(row[key] for row in rows) for key in ("n", "open", "answered", "in_time")}
    cells = shown({
        "open": told["open"], "answered": told["answered"],
        "other": told["n"] - told["open"] - told["answered"],
    })  # fmt: skip
    enough = told["answered"] >= LEAST and cells["answered"] is not None
    return Line(
        name=name,
        lodged=told["n"],
        open=cells["open"],
        answered=cells["answered"],
        in_time=told["in_time"] / told["answered"] if enough else None,
    )
