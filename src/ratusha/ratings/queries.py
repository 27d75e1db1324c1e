"""Counting ratings: of all organisations for the ranking, of one for its page. Set-aside ratings never count."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from ratusha.appeals.public import KIND as APPEAL
from ratusha.applications.public import KIND as APPLICATION
from ratusha.cases.public import Case, Criterion, Outcome
from ratusha.complaints.public import KIND as COMPLAINT
from ratusha.issues.public import Issue

from .belief import Belief, Span, Tally, believe, spans
from .law import law
from .models import Given, GivenQuerySet, Organisation, Remainder
from .rules import quarter_words, shown_counts

RESULTS = (Outcome.GRANTED, Outcome.REFUSED, Outcome.NOT_ACCEPTED)
RATED_KINDS = (APPLICATION, COMPLAINT, APPEAL)  # beside issues, which are counted by who mends
CRITERIA = tuple(Criterion)
MARKS = [f"case__rating__{one.value}" for one in CRITERIA]
Pattern = tuple[int, int, int, int]  # the four marks of a rating, in the order of the criteria


def patterns(
    given: GivenQuerySet, remainders: QuerySet[Remainder], *by: str
) -> dict[tuple[object, ...], Counter[Pattern]]:
    """How often which four marks were given, by columns that both tables have: what is erased counts on."""
    found: dict[tuple[object, ...], Counter[Pattern]] = defaultdict(Counter)
    for row in given.counted().values_list(*by, *MARKS).annotate(often=Count("pk")).order_by():
        found[row[: len(by)]][row[len(by) : -1]] += row[-1]
    for row in remainders.values_list(*by, "marks"):
        found[row[:-1]][tuple(row[-1])] += 1
    return found


def tally_of(found: Mapping[Pattern, int]) -> Tally:
    sums: Counter[int] = Counter()
    for marks, often in found.items():
        sums[sum(marks)] += often
    return Tally.of_sums(sums)


def tally_by(found: Mapping[Pattern, int], place: int) -> Tally:
    """By one criterion alone: as if all four marks were this one."""
    sums: Counter[int] = Counter()
    for marks, often in found.items():
        sums[4 * marks[place]] += often
    return Tally.of_sums(sums)


def together(found: Iterable[Mapping[Pattern, int]]) -> Counter[Pattern]:
    all_: Counter[Pattern] = Counter()
    for one in found:
        all_.update(one)
    return all_


@dataclass(frozen=True)
class Line:
    organisation: Organisation
    belief: Belief
    span: Span


@dataclass(frozen=True)
class Ranking:
    """Those with enough ratings, best mean first; how many have some and not enough."""

    lines: list[Line]
    too_few: int
    ratings: int


def everybody() -> dict[tuple[object, ...], Counter[Pattern]]:
    return patterns(Given.objects.all(), Remainder.objects.all(), "organisation")


def ranking() -> Ranking:
    found = everybody()
    tallies = {key: tally_of(one) for (key,), one in found.items()}
    whole = sum(tallies.values(), Tally())
    enough = {key: one for key, one in tallies.items() if one.count >= law().least}
    names = Organisation.objects.in_bulk(list(enough))
    told = [
        (names[key], believed(one, whole)) for key, one in enough.items() if isinstance(key, UUID)
    ]
    places = spans([belief for _one, belief in told])
    lines = [Line(one, belief, span) for (one, belief), span in zip(told, places, strict=True)]
    lines.sort(key=lambda line: (-line.belief.mean, line.organisation.code))
    return Ranking(lines, len(tallies) - len(enough), whole.count)


def believed(own: Tally, whole: Tally) -> Belief:
    return believe(own, whole, weight=law().prior_weight, certainty=law().certainty)


@dataclass(frozen=True)
class Quarter:
    name: str
    count: int | None  # None: too few to be told
    belief: Belief | None

    @property
    def words(self) -> str:
        return quarter_words(self.name)


@dataclass(frozen=True)
class Picture:
    """What everybody may read of one organisation."""

    organisation: Organisation
    count: int
    belief: Belief | None  # None: not enough yet
    criteria: list[tuple[Criterion, Belief]]
    distribution: list[tuple[int, int | None]]
    quarters: list[Quarter]
    set_aside: int
    finished: int

    @cached_property
    def weakest(self) -> Criterion | None:
        """The criterion that lies wholly below another; none where intervals overlap."""
        if not self.criteria:
            return None
        worst, belief = min(self.criteria, key=lambda one: one[1].mean)
        best = max(self.criteria, key=lambda one: one[1].mean)[1]
        return worst if belief.high < best.low else None


def picture_of(organisation: Organisation) -> Picture:
    own = patterns(organisation.given.all(), organisation.remainders.all(), "quarter")
    all_own = together(own.values())
    tally = tally_of(all_own)
    enough = tally.count >= law().least
    whole = together(everybody().values()) if enough else Counter[Pattern]()
    stars: Counter[int] = Counter(dict.fromkeys(range(1, 6), 0))
    for marks, often in all_own.items():
        stars[(sum(marks) + 2) // 4] += often
    counts = shown_counts(
        {str(name): sum(one.values()) for (name,), one in own.items()}, law().least
    )
    shown = shown_counts(stars, law().least) if enough else {}
    return Picture(
        organisation,
        tally.count,
        believed(tally, tally_of(whole)) if enough else None,
        [
            (one, believed(tally_by(all_own, place), tally_by(whole, place)))
            for place, one in enumerate(CRITERIA)
        ]
        if enough
        else [],
        sorted(shown.items(), reverse=True),
        [
            Quarter(
                str(name),
                counts[str(name)],
                None
                if counts[str(name)] is None
                else believed(tally_of(own[(name,)]), tally_of(whole)),
            )
            for (name,) in sorted(own, key=str)
        ]
        if enough
        else [],
        organisation.given.exclude(case__rating__set_aside_at=None).count(),
        finished_of(organisation),
    )


def finished_of(organisation: Organisation, days: tuple[date, date] | None = None) -> int:
    """Finished cases (in these days) that could have been rated: of which the ratings are a part."""
    ended = Q(case__outcome__in=RESULTS)
    considered = Q(outcome__in=RESULTS, kind__in=RATED_KINDS)
    if days is not None:
        ended &= Q(case__closed_on__range=days)
        considered &= Q(closed_on__range=days)
    if organisation.party_id is None:
        return Issue.objects.filter(ended, executor__code=organisation.code).count()
    mended = Q(executor__body_id=organisation.party_id) | Q(
        executor=None, case__body_id=organisation.party_id
    )
    there = Case.objects.filter(considered, body_id=organisation.party_id)
    return there.count() + Issue.objects.filter(ended & mended).count()


def released_of(organisation: Organisation) -> QuerySet[Given]:
    """Words that everybody may read, with the replies, newest first."""
    return (
        organisation.given.counted()
        .exclude(public_words="")
        .select_related("reply", "case__rating")
        .order_by("-on", "-case")
    )
