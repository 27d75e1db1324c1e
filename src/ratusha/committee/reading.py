"""A digest as it is read: its topics with what has changed, from published digests alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.ui.formats import number

from .cells import OTHERS, SUM, WHOLE, Key
from .counting import ELSEWHERE
from .models import Digest
from .weeks import CHANCE, WEEKS_BEFORE, Change, change_of

SOURCES: dict[str, Promise] = {
    "issues": gettext_lazy("Issues of the week"),
    "appeals": gettext_lazy("Appeals of the week, by their kind"),
    "ratings": gettext_lazy("Ratings of the week, by organisation"),
}
ORDER = (Change.MORE, Change.LESS, Change.NOISE, Change.UNKNOWN)
TAGS = {Change.MORE: "late", Change.LESS: "ok"}
Stored = dict[str, Any]  # a table as the digest keeps it
Published = dict[Key, int | None]  # None: hidden


@dataclass(frozen=True)
class Topic:
    """One cell: how many in the week, and whether that is more than chance. None: hidden."""

    district: Said
    topic: Said
    count: int | None
    before: int | None  # of four weeks together
    change: Change

    @property
    def tag(self) -> str:
        return TAGS.get(self.change, "quiet")


@dataclass(frozen=True)
class Told:
    source: str
    title: Promise
    topics: list[Topic]
    whole: int | None
    hidden: int

    @property
    def shown(self) -> list[Topic]:
        return [one for one in self.topics if one.count is not None]

    @property
    def few(self) -> list[Topic]:
        """Topics that there were, and whose number is hidden."""
        return [one for one in self.topics if one.count is None]


def told(digest: Digest) -> list[Told]:
    weeks = [digest.week - timedelta(weeks=back) for back in range(1, WEEKS_BEFORE + 1)]
    earlier = list(Digest.objects.filter(committee=digest.committee_id, week__in=weeks))
    return [_table(one, earlier) for one in digest.tables]


def _table(table: Stored, earlier: Sequence[Digest]) -> Told:
    before = [_published(one, table["source"]) for one in earlier]
    topics = [
        _topic(table, row, column, count, before)
        for row, column, count in _cells(table)
        if SUM not in {row, column} and count != 0
    ]
    topics.sort(key=lambda one: (ORDER.index(one.change), -(one.count or 0), one.topic.text))
    whole = table["cells"][-1][-1]
    return Told(table["source"], SOURCES[table["source"]], topics, whole, table["hidden"])


def _cells(table: Stored) -> Iterator[tuple[str, str, int | None]]:
    """In the order of `protected`: the database keeps the names in an order of its own."""
    for row, line in zip([*sorted(table["districts"]), SUM], table["cells"], strict=True):
        for column, count in zip([*sorted(table["topics"]), SUM], line, strict=True):
            yield row, column, count


def _topic(
    table: Stored, row: str, column: str, count: int | None, earlier: Sequence[Published]
) -> Topic:
    before = [_in(one, (row, column)) for one in earlier]
    known = [one for one in before if one is not None]
    return Topic(
        _name(table["districts"][row], row),
        _name(table["topics"][column], column),
        count,
        sum(known) if len(known) == WEEKS_BEFORE else None,
        change_of(count, before),
    )


def _in(published: Published, key: Key) -> int | None:
    """In an earlier digest. What is put together holds something else each week; what it may hold is not known."""
    row, column = key
    if OTHERS in key:
        return None
    if row == WHOLE:
        key = SUM, column
    if key in published or not any({OTHERS, WHOLE} & set(one) for one in published):
        return published.get(key, 0)
    return None


def _published(digest: Digest, source: str) -> Published:
    """As that digest published it."""
    table = next(one for one in digest.tables if one["source"] == source)
    return {(row, column): count for row, column, count in _cells(table)}


def _name(name: Text, code: str) -> Said:
    if code == ELSEWHERE:
        return Said(_("the place is not known"), "")
    return in_my_language(name) if name else Said(code, "")


def noise_words(tables: Sequence[Told]) -> str:
    compared = sum(one.change is not Change.UNKNOWN for table in tables for one in table.topics)
    if not compared:
        return _("Nothing can be compared yet: four weeks before have to be shown.")
    return _(
        "Each number is compared with the four weeks before. "
        "Of %(compared)s compared, chance alone would mark about %(chance)s."
    ) % {"compared": compared, "chance": number(compared * CHANCE, 1)}


def privacy_words() -> str:
    return _(
        "Only sums. Cells about fewer than five people are hidden, "
        "and others with them, so that they cannot be computed."
    )
