"""The catalogue as a process keeps it: editions that were asked for, with their row, chapter and list.

A copy lasts for as long as what is loaded stays the same, which one short question tells. Nobody changes what is in it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from .models import Chapter, Edition

STATE = """
SELECT coalesce(max(loading.id), 0), coalesce(max(search.digest), ''), coalesce(max(search.entries), 0)
FROM procedures_loading loading FULL JOIN procedures_searchstate search ON false
"""


class State(NamedTuple):
    """Which pack was loaded last, and what the search was made from."""

    loading: int
    search: str
    entries: int


class Catalogue:
    """One state of the catalogue; an edition is read when it is first asked for."""

    def __init__(self) -> None:
        self._chapters = Chapter.objects.select_related("list").in_bulk()
        self._editions: dict[UUID, Edition] = {}

    @cached_property
    def _of(self) -> dict[str, list[UUID]]:
        """The editions of each procedure."""
        found: dict[str, list[UUID]] = defaultdict(list)
        for code, pk in Edition.objects.order_by().values_list("procedure_id", "pk"):
            found[code].append(pk)
        return found

    def editions(self, wanted: Iterable[UUID]) -> list[Edition]:
        """In this order; what is not there is left out."""
        wanted = list(wanted)
        missing = [pk for pk in wanted if pk not in self._editions]
        if missing:
            found = Edition.objects.select_related("procedure").defer("definition")
            for pk, edition in found.in_bulk(missing).items():
                row = edition.procedure
                row.chapter = self._chapters[row.chapter_id]
                row.list = row.chapter.list
                self._editions[pk] = edition
        return [self._editions[pk] for pk in wanted if pk in self._editions]

    def in_force(self, code: str, on: date) -> Edition | None:
        editions = self.editions(self._of.get(code, ()))
        return next((edition for edition in editions if edition.is_in_force(on)), None)


def state() -> State:
    with connection.cursor() as cursor:
        cursor.execute(STATE)
        return State(*cursor.fetchone())


def catalogue(now: State | None = None) -> Catalogue:
    """The copy of this state; where no pack was loaded nothing tells of changes, so nothing is kept."""
    now = now or state()
    return _kept(now) if now.loading else Catalogue()


@lru_cache(maxsize=2)
def _kept(_state: State) -> Catalogue:
    return Catalogue()


def edition_with_its_place(code: str, on: date) -> Edition | None:
    """The edition in force with its row, chapter and list, for reading only."""
    return catalogue().in_force(code, on)
