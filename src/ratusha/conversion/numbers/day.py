"""The day that the numbers of conversion are told for, and the ways in which they are put together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.conversion import counting
from ratusha.conversion.counting import Row
from ratusha.conversion.depth import NAMES
from ratusha.conversion.law import Goal, law
from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.procedures.public import Chapter, electronic_share
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit, Words

CHAPTER = 2  # how many parts of a key name a chapter


@dataclass(frozen=True)
class Listed:
    """A procedure as a row behind a number: what it adds, and why."""

    code: str
    title: Text
    chapter: int
    adds: int
    note: str = ""

    @property
    def list_code(self) -> str:
        return self.code.partition("/")[0]


class Day:
    """What all numbers of one day are computed from, read once."""

    def __init__(self, on: date) -> None:
        self.on = on

    @cached_property
    def rows(self) -> list[Row]:
        return counting.table(self.on)

    @cached_property
    def official(self) -> Goal:
        return next(one for one in law().goals if one.official)

    @cached_property
    def goal(self) -> Any:
        return electronic_share(self.on)

    @property
    def coverage(self) -> str:
        return all_in_force(len(self.rows))

    def summed(
        self,
        code: str,
        key: Sequence[str],
        label: Words,
        said: str,
        rows: Iterable[Listed],
        *,
        own: int = 0,
    ) -> Number | None:
        """The sum of chapters; where `key` has more than its `own` parts, a chapter follows: then its procedures."""
        if len(key) not in (own, own + CHAPTER):
            return None
        listed = list(rows)
        chapters = chapter_names()
        base = Number(
            label, 0, said, "sum(procedure)", counting.VERSION, self.on, self.coverage, source=goal_source()
        )  # fmt: skip
        if len(key) > own:
            place = (key[-2], int(key[-1]) if key[-1].isdecimal() else -1)
            if place not in chapters:
                return None
            mine = [one for one in listed if (one.list_code, one.chapter) == place]
            inputs = [
                Input("procedure", in_my_language(one.title), one.adds, note=f"{one.code} {one.note}".strip(),
                      on=self.on, address=address_of("conversion:procedure", *one.code.split("/", 1)))
                for one in mine
            ]  # fmt: skip
            return replace(
                base, of=chapter_title(place, chapters), value=sum(one.adds for one in mine), inputs=inputs
            )  # fmt: skip
        by_chapter: Counter[tuple[str, int]] = Counter()
        for one in listed:
            by_chapter[one.list_code, one.chapter] += one.adds
        inputs = [
            Input("chapter", chapter_title(place, chapters), number, on=self.on,
                  address=address_of("conversion:number_of", code, ".".join([*key, place[0], str(place[1])])))
            for place, number in sorted(by_chapter.items())
        ]  # fmt: skip
        value = by_chapter.total()
        return replace(base, expression="sum(chapter)", value=value, inputs=inputs)

    def to(self, code: str, key: str, value: Any, label: Words, unit: Unit = Unit.COUNT) -> Input:
        """Another number of these pages, as an input."""
        address = address_of("conversion:number_of", code, key)
        return Input(code, label, value, unit, on=self.on, address=address)

    def derived(
        self, label: Words, value: Any, said: str, expression: str, inputs: Sequence[Input],
        *, unit: Unit = Unit.COUNT, of: Words = "", source: str = "",
    ) -> Number:  # fmt: skip
        return Number(label, value, said, expression, counting.VERSION, self.on, self.coverage, inputs, unit, of,
                      source or goal_source())  # fmt: skip


def listed_row(row: Row, adds: int = 1) -> Listed:
    return Listed(row.code, row.title, row.chapter, adds, str(NAMES[row.depth]))


def all_in_force(number: int) -> str:
    return _("all %(number)s procedures in force") % {"number": number}


def parts_of(key: str) -> list[str]:
    return key.split(".") if key else []


def chapter_names() -> dict[tuple[str, int], Text]:
    found = Chapter.objects.values_list("list_id", "number", "name")
    return {(code, number): name for code, number, name in found}


def chapter_title(place: tuple[str, int], names: dict[tuple[str, int], Text]) -> Said:
    said = in_my_language(names.get(place, {}))
    return Said(f"{place[0]}, {place[1]}. {said.text}", said.lang)


def goal_source() -> str:
    return law().goals_source.cited(get_language() or "")
