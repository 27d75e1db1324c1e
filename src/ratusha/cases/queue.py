"""The queue of a body, leafed through by place: a page costs the same however far one goes, and new cases move nothing.

A place is the order key of a case (day, moment of lodging, id), and says nothing else about it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self
from uuid import UUID

from django.db.models import F, IntegerField, Subquery
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from ratusha.accounts.public import User

from .models import Case, CaseQuerySet
from .models.case import DAY_IN_QUEUE

SHAPE = re.compile(r"(\d{8})\.(\d{1,17})\.([0-9a-f]{32})", re.ASCII)
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    """Where a case stands in an order; written into addresses."""

    day: date
    lodged_at: datetime
    id: UUID

    def __str__(self) -> str:
        micros = (self.lodged_at - BEGINNING) // timedelta(microseconds=1)
        return f"{self.day:%Y%m%d}.{micros}.{self.id.hex}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """What an address says, or nothing where it was made up."""
        found = SHAPE.fullmatch(text)
        try:
            return found and cls(
                date.fromisoformat(found[1]),
                BEGINNING + timedelta(microseconds=int(found[2])),
                UUID(found[3]),
            )
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True)
class Order:
    """By which day the cases stand; `newest_first` turns the whole order round."""

    day: Any
    newest_first: bool = False


BY_TERM = Order(DAY_IN_QUEUE)  # those whose clock stands come last
BY_END = Order(F("closed_on"), newest_first=True)


@dataclass(frozen=True)
class Stretch:
    """Some cases on end; `before` and `after` are the places to leaf from, where there is anything there."""

    cases: list[Case]
    before: Place | None
    after: Place | None


def stretch(
    lists: Sequence[CaseQuerySet],
    order: Order,
    size: int,
    *,
    after: Place | None = None,
    before: Place | None = None,
) -> Stretch:
    """The cases of several lists as one queue: each list is asked for as many as fit, by its own index.

    Leafing back to less than a whole page gives the first page: nobody lands on a rest.
    """
    if before and not after:
        found = _ahead(lists, order, size, before, back=True)
        if len(found) >= size:
            page = found[:size][::-1]
            more = _place(page[0]) if len(found) > size else None
            return Stretch(page, more, _place(page[-1]))
    found = _ahead(lists, order, size, after, back=False)
    page = found[:size]
    return Stretch(
        page,
        _place(page[0]) if page and after else None,
        _place(page[-1]) if len(found) > size else None,
    )


def _ahead(
    lists: Sequence[CaseQuerySet], order: Order, size: int, start: Place | None, *, back: bool
) -> list[Case]:
    """One more than fits, so that one knows whether there are more."""
    down = order.newest_first != back
    keys = [F("day"), F("lodged_at"), F("id")]
    by = [key.desc() if down else key.asc() for key in keys]
    beyond = TupleLessThan if down else TupleGreaterThan
    asked = []
    for one in lists:
        if one.query.is_empty():  # of who may see none: Django joins no empty lists
            continue
        some = one.annotate(day=order.day)
        if start:
            some = some.filter(beyond(Tuple(*keys), (start.day, start.lodged_at, start.id)))
        asked.append(some.order_by(*by)[: size + 1])
    if not asked:
        return []
    first, *more = asked
    together = first.union(*more, all=True).order_by(*by)[: size + 1] if more else first
    return list(together)


def _place(case: Any) -> Place:
    return Place(case.day, case.lodged_at, case.pk)


class _Counted(Subquery):
    """How many rows a bounded question finds."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    empty_result_set_value = 0  # of who may see no case
    output_field = IntegerField()


@dataclass(frozen=True)
class Terms:
    """How many cases are late, end soon, and are in time; None where there are more than were counted."""

    late: int | None
    soon: int | None
    in_time: int | None


def count_terms(
    there: CaseQuerySet, official: User, *, today: date, soon: date, most: int
) -> Terms:
    """Counts no further than `most`: the head of a page must not cost more the longer a queue is."""
    found = there.open().alias(day=DAY_IN_QUEUE)
    parts = (
        found.filter(day__lt=today),
        found.filter(day__range=(today, soon)),
        found.filter(day__gt=soon),
    )
    asked = [_Counted(part.order_by().values("pk")[: most + 1]) for part in parts]
    numbers = User.objects.filter(pk=official.pk).values_list(*asked).get()
    return Terms(*(number if number <= most else None for number in numbers))
