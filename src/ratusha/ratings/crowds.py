"""Which ratings are told together: crowds that are never told apart. Pure.

Whatever is public of ratings is a sum of crowds: a crowd holds ratings of at least `least` people, is told once and
never changes. So whoever subtracts one public figure from another, of any days, gets the ratings of whole crowds and
never those of a few people.

- A quarter that is over is a crowd, or one for each theme, where enough people rated in it.
- Smaller quarters wait until they are enough together.
- What is set aside, restored or changed after it was told waits too: until enough of one crowd have changed in the same
  way, and the others of it are enough or nobody. Then these are a crowd of their own, which says what has changed.
  In the same way: what everybody could read of each was the same and another at the same times, so that no sum of what
  was told when leaves one of them alone.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices

Pattern = tuple[int, int, int, int]  # the four marks of a rating, in the order of the criteria
Theme = tuple[str, str]  # kind of case and its subject
NO_THEME: Theme = ("", "")
FEWEST = 5  # the least that a country may say: the database takes no smaller crowd


class Kind(TextChoices):
    QUARTER = "quarter"
    POOL = "pool"  # small quarters together
    CHANGE = "change"  # what is otherwise since it was told


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A rating as it counts now, and what of it was told, one after another. `marks=None`: it does not count."""

    key: Hashable
    person: Hashable
    quarter: str
    theme: Theme = NO_THEME
    marks: Pattern | None
    crowd: Hashable | None = None
    told: tuple[Pattern | None, ...] = ()

    @property
    def waits(self) -> bool:
        return self.crowd is None and self.marks is not None

    @property
    def changed(self) -> bool:
        return self.crowd is not None and self.marks != self.known

    @property
    def known(self) -> Pattern | None:
        """What everybody reads of it today, in sums."""
        return self.told[-1] if self.told else None

    @property
    def course(self) -> tuple[int, ...]:
        """When it was the same as before and when another: the place at which each of its marks was known first."""
        marks = (None, *self.told, self.marks)
        return tuple(marks.index(one) for one in marks)


@dataclass(frozen=True)
class Crowd:
    kind: Kind
    since: str  # its first quarter
    quarter: str  # its last one
    theme: Theme
    voices: tuple[Voice, ...]

    @property
    def people(self) -> int:
        return people_in(self.voices)

    @property
    def marks(self) -> Counter[Pattern]:
        """What is added by it; what no longer counts is taken away."""
        found: Counter[Pattern] = Counter()
        for one in self.voices:
            found.update([one.marks] if one.marks else [])
            found.subtract([one.known] if one.known else [])
        return Counter({marks: often for marks, often in found.items() if often})


def people_in(voices: Iterable[Voice]) -> int:
    return len({one.person for one in voices})


def new_crowds(
    voices: Sequence[Voice], quarter: str, *, least: int, whole: bool = True
) -> list[Crowd]:
    """Of one organisation, after the marks of this quarter stand. `whole`: the quarter itself is not told yet."""
    waiting = [one for one in voices if one.waits and one.quarter <= quarter]
    own = [one for one in waiting if one.quarter == quarter]
    made: list[Crowd] = []
    if whole and people_in(own) >= least:
        made += _by_themes(own, least)
        waiting = [one for one in waiting if one.quarter != quarter]
    if people_in(waiting) >= least:
        made.append(_crowd(Kind.POOL, waiting))
    return made + _changes(voices, least)


def _crowd(kind: Kind, voices: Sequence[Voice], theme: Theme = NO_THEME) -> Crowd:
    quarters = [one.quarter for one in voices]
    return Crowd(kind, min(quarters), max(quarters), theme, tuple(voices))


def _by_themes(own: Sequence[Voice], least: int) -> list[Crowd]:
    """A crowd for each theme of enough people; the rest is one too: the first themes go into it until it is enough."""
    themes: dict[Theme, list[Voice]] = defaultdict(list)
    for one in own:
        themes[one.theme].append(one)
    told = [theme for theme in sorted(themes) if people_in(themes[theme]) >= least]
    rest = [one for theme, there in sorted(themes.items()) if theme not in told for one in there]
    while rest and people_in(rest) < least:
        rest += themes[told.pop(0)]
    return [_crowd(Kind.QUARTER, themes[theme], theme) for theme in told] + (
        [_crowd(Kind.QUARTER, rest)] if rest else []
    )


def _changes(voices: Iterable[Voice], least: int) -> list[Crowd]:
    told: dict[Hashable, list[Voice]] = defaultdict(list)
    for one in voices:
        if one.crowd is not None:
            told[one.crowd].append(one)
    return [_crowd(Kind.CHANGE, one) for there in told.values() for one in _alike(there, least)]


def _alike(there: Iterable[Voice], least: int) -> list[list[Voice]]:
    """Of one crowd, those who have changed in the same way: where they are enough, and the rest is."""
    ways: dict[tuple[int, ...], list[Voice]] = defaultdict(list)
    rest: list[Voice] = []
    for one in there:
        (ways[one.course] if one.changed else rest).append(one)
    enough = []
    for _way, changed in sorted(ways.items()):
        if people_in(changed) >= least:
            enough.append(changed)
        else:
            rest += changed
    while rest and people_in(rest) < least and enough:
        rest += enough.pop(0)
    return enough
