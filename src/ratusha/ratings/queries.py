"""What is told of ratings: of all organisations for the ranking, of one for its page. Sums of crowds, nothing else."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, Func, JSONField, Q, QuerySet
from django.utils.translation import gettext as _

from ratusha.appeals.public import KIND as APPEAL
from ratusha.applications.public import KIND as APPLICATION
from ratusha.cases.public import Case, Criterion, Outcome
from ratusha.complaints.public import KIND as COMPLAINT
from ratusha.issues.public import Issue

from .belief import Belief, Span, Tally, believe, spans
from .crowds import Kind, Pattern
from .law import law
from .models import Analysis, Crowd, Given, Organisation
from .rules import are_enough, last_day_of, quarter_words

RESULTS = (Outcome.GRANTED, Outcome.REFUSED, Outcome.NOT_ACCEPTED)
RATED_KINDS = (APPLICATION, COMPLAINT, APPEAL)  # beside issues, which are counted by who mends
CRITERIA = tuple(Criterion)
EVERYBODY = """
SELECT organisation_id, (one->>0)::int, (one->>1)::int, (one->>2)::int, (one->>3)::int, sum((one->>4)::int)
FROM ratings_crowd, jsonb_array_elements(marks) AS one GROUP BY 1, 2, 3, 4, 5
"""
MARKS = [f"case__rating__{one.value}" for one in CRITERIA]


def patterns(crowds: QuerySet[Crowd], *by: str) -> dict[tuple[Any, ...], Counter[Pattern]]:
    """How often which four marks were given, by columns of a crowd: of what is told, and so of nobody alone."""
    marks = Func(F("marks"), function="jsonb_array_elements", output_field=JSONField())
    found: dict[tuple[Any, ...], Counter[Pattern]] = defaultdict(Counter)
    for *key, (*four, often) in crowds.order_by().values_list(*by, marks):
        found[tuple(key)][tuple(four)] += often
    return found


def everybody() -> dict[UUID, Counter[Pattern]]:
    """By organisation, added up in the database: there are many."""
    found: dict[UUID, Counter[Pattern]] = defaultdict(Counter)
    with connection.cursor() as cursor:
        cursor.execute(EVERYBODY)
        for organisation, *marks, often in cursor.fetchall():
            found[organisation][tuple(marks)] = int(often)
    return found


def told_marks() -> Counter[Pattern]:
    """Of all organisations."""
    return together(everybody().values())


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
    """Those that are told of, best mean first; how many were rated in whole quarters and not by enough people."""

    lines: list[Line]
    too_few: int
    ratings: int
    until: str  # the last quarter that is told; empty before the first


def last_quarter() -> str:
    """Until the end of which ratings are told: the figures move when the next one is."""
    newest = Analysis.objects.filter(organisation=None).order_by("-quarter").first()
    return newest.quarter if newest else ""


def ranking() -> Ranking:
    tallies = {key: tally_of(one) for key, one in everybody().items()}
    whole = sum(tallies.values(), Tally())
    told = {key: one for key, one in tallies.items() if one.count}
    names = Organisation.objects.in_bulk(list(told))
    beliefs = [(names[key], believed(one, whole)) for key, one in told.items()]
    places = spans([belief for _one, belief in beliefs])
    lines = [Line(one, belief, span) for (one, belief), span in zip(beliefs, places, strict=True)]
    lines.sort(key=lambda line: (-line.belief.mean, line.organisation.code))
    few = Organisation.objects.filter(analyses__isnull=False).exclude(pk__in=told).distinct()
    return Ranking(lines, few.count(), whole.count, last_quarter())


def believed(own: Tally, whole: Tally) -> Belief:
    return believe(own, whole, weight=law().prior_weight, certainty=law().certainty)


@dataclass(frozen=True)
class Told:
    """A quarter, or small ones together."""

    since: str
    name: str
    belief: Belief

    @property
    def words(self) -> str:
        last = quarter_words(self.name)
        if self.since == self.name:
            return last
        said = _("%(first)s to %(last)s, together")
        return said % {"first": quarter_words(self.since), "last": last}


@dataclass(frozen=True)
class Picture:
    """What everybody may read of one organisation: whatever is told of it, and nothing newer."""

    organisation: Organisation
    count: int
    belief: Belief | None  # None: not enough yet
    criteria: list[tuple[Criterion, Belief]]
    quarters: list[Told]
    set_aside: int
    finished: int | None  # None: those who did not rate would be few
    until: str

    @property
    def until_words(self) -> str:
        return quarter_words(self.until) if self.until else ""

    @cached_property
    def weakest(self) -> Criterion | None:
        """The criterion that lies wholly below another; none where intervals overlap."""
        if not self.criteria:
            return None
        worst, belief = min(self.criteria, key=lambda one: one[1].mean)
        best = max(self.criteria, key=lambda one: one[1].mean)[1]
        return worst if belief.high < best.low else None


def picture_of(organisation: Organisation) -> Picture:
    own = patterns(organisation.crowds.all(), "kind", "since", "quarter")
    all_own, until = together(own.values()), last_quarter()
    tally = tally_of(all_own)
    enough = bool(tally.count)
    whole = told_marks() if enough else Counter[Pattern]()
    told = [(since, name, one) for (kind, since, name), one in own.items() if kind != Kind.CHANGE]
    told.sort(key=itemgetter(0, 1))
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
        [Told(since, name, believed(tally_of(one), tally_of(whole))) for since, name, one in told]
        if enough
        else [],
        sum(one.figures.get("set_aside") or 0 for one in organisation.analyses.all()),
        _finished_beside(organisation, tally.count, until),
        until,
    )


def _finished_beside(organisation: Organisation, rated: int, until: str) -> int | None:
    """Of how many finished cases they are, until the same day."""
    if not until:
        return None
    finished = finished_of(organisation, (date.min, last_day_of(until)))
    return finished if are_enough(finished - rated, law().least) else None


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
