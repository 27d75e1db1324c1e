"""What a quarter says of an organisation, counted once for a document that stays: figures, no words of people.

What is told of few is not in it: no figure of fewer than `least` ratings, and no theme, quarter or organisation by
which the rest could be computed.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from statistics import median
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils import timezone

from ratusha.cases.public import Case
from ratusha.kernel.texts import Text

from .belief import Tally, difference
from .law import law
from .models import Given, Organisation, Remainder, Reply, Signal
from .queries import (
    CRITERIA,
    MARKS,
    Pattern,
    believed,
    finished_of,
    patterns,
    tally_by,
    tally_of,
    together,
)
from .rules import first_day_of, last_day_of, quarter_before, shown_counts

VERSION = "quarter-1"
Figures = dict[str, Any]
Marks = Counter[Pattern]


class Quarter:
    """All ratings of a quarter and of the one before, read once: every organisation is compared with them."""

    def __init__(self, name: str) -> None:
        self.name, self.before = name, quarter_before(name)
        self.days = first_day_of(name), last_day_of(name)
        self.own, self.own_before = _by_organisation(name), _by_organisation(self.before)
        self.whole, self.whole_before = (
            together(self.own.values()),
            together(self.own_before.values()),
        )
        self.both = together((self.whole, self.whole_before))  # beside each: the same for both
        self.told = _not_beside_few(self.own) & _in_own_quarters(name)

    def of(self, organisation: Organisation) -> Figures:
        now = self.own.get(organisation.pk, Counter())
        given = organisation.given.filter(quarter=self.name)
        told: Figures = {
            "ratings": sum(now.values()),
            "finished": finished_of(organisation, self.days),
        }
        if organisation.pk not in self.told:
            return {**told, "ratings": None}
        return {
            **told,
            **self._means(now, self.own_before.get(organisation.pk, Counter())),
            **_work(given, organisation.signals.all(), self.days),
            "themes": _themes(given.counted(), self.both),
        }

    def of_all(self, made: Mapping[Organisation, Figures]) -> Figures:
        """The whole: with how many organisations there was enough, and who has certainly moved."""
        finished = sum(one["finished"] for one in made.values())
        if sum(self.whole.values()) < law().least:
            return {"ratings": None, "finished": finished}
        told = [one for one in made.values() if one["ratings"] is not None]
        moved = [one["change"] for one in told if one["change"]]
        return {
            "ratings": sum(self.whole.values()),
            "finished": finished,
            **self._means(self.whole, self.whole_before),
            **_work(Given.objects.filter(quarter=self.name), Signal.objects.all(), self.days),
            "themes": [],
            "organisations": len(told),
            "few": len(made) - len(told),
            "compared": len(moved),
            "better": sum(one["low"] > 0 for one in moved),
            "worse": sum(one["high"] < 0 for one in moved),
        }

    def _means(self, now: Marks, before: Marks) -> Figures:
        """The mean and each criterion, with how they have moved: only where the quarter before has enough too."""
        pairs = [(tally_of(now), tally_of(before), tally_of(self.both))]
        pairs += [
            (tally_by(now, n), tally_by(before, n), tally_by(self.both, n))
            for n in range(len(CRITERIA))
        ]
        whole, *criteria = [_mean(*one) for one in pairs]
        named = [
            {"criterion": one.value, **told} for one, told in zip(CRITERIA, criteria, strict=True)
        ]
        return {**whole, "criteria": named}


def _by_organisation(quarter: str) -> dict[Any, Marks]:
    found = patterns(
        Given.objects.filter(quarter=quarter),
        Remainder.objects.filter(quarter=quarter),
        "organisation",
    )
    return {key[0]: marks for key, marks in found.items()}


def _not_beside_few(own: Mapping[Any, Marks]) -> set[Any]:
    """Organisations that can be told beside the whole: the whole less them leaves nothing small."""
    keys = sorted(own, key=str)
    counts = {place: sum(own[key].values()) for place, key in enumerate(keys)}
    shown = shown_counts(counts, law().least)
    return {keys[place] for place, count in shown.items() if count}


def _in_own_quarters(name: str) -> set[Any]:
    """Organisations whose page tells this quarter too, beside all that were up to it."""
    found = patterns(
        Given.objects.filter(quarter__lte=name),
        Remainder.objects.filter(quarter__lte=name),
        "organisation",
        "quarter",
    )
    counts: dict[Any, dict[str, int]] = defaultdict(dict)
    for (organisation, quarter), marks in found.items():
        counts[organisation][str(quarter)] = sum(marks.values())
    return {key for key, one in counts.items() if shown_counts(one, law().least).get(name)}


def _mean(now: Tally, before: Tally, both: Tally) -> Figures:
    belief = believed(now, both)
    told: Figures = {"mean": belief.mean, "low": belief.low, "high": belief.high, "change": None}
    if before.count >= law().least:
        how = {"weight": law().prior_weight, "certainty": law().certainty}
        told["change"] = asdict(difference(now, before, both=both, **how))  # type: ignore[arg-type]
    return told


def _work(given: Any, signals: QuerySet[Signal], days: tuple[date, date]) -> Figures:
    """What was done with the ratings: replied, doubted, set aside; and of the cases ended, how many were rated."""
    replies = Reply.objects.filter(given__in=given).values_list("given__on", "at")
    waited = [(timezone.localdate(at) - on).days for on, at in replies]
    found = signals.filter(found_at__date__range=days)
    signs = found.order_by().values_list("sign").annotate(n=Count("pk"))
    return {
        "rated": given.counted().filter(case__closed_on__range=days).count(),
        "replied": len(waited),
        "reply_days": median(waited) if waited else None,
        "signs": dict(signs),
        "signs_open": found.filter(decided_at=None).count(),
        "signs_set_aside": found.aggregate(n=Sum("set_aside"))["n"] or 0,
        "set_aside": given.exclude(case__rating__set_aside_at=None).count(),
    }


def _themes(given: Any, whole: Marks) -> list[Figures]:
    """By what the cases were about: themes of enough ratings, and only where the rest are enough too."""
    rows = given.values_list("kind", "subject", *MARKS).annotate(n=Count("pk")).order_by()
    marks: dict[tuple[str, str], Marks] = {}
    for kind, subject, *pattern, often in rows:
        marks.setdefault((kind, subject), Counter())[tuple(pattern)] += often
    keys = sorted(marks)
    counts = {place: sum(marks[key].values()) for place, key in enumerate(keys)}
    shown = shown_counts(counts, law().least)
    told = [
        {"name": _name_of(*keys[place]), "ratings": count, **_theme(marks[keys[place]], whole)}
        for place, count in shown.items()
        if count
    ]
    return sorted(told, key=lambda one: -one["ratings"])


def _theme(marks: Marks, whole: Marks) -> Figures:
    """Its mean, and the criterion with the lowest."""
    belief = believed(tally_of(marks), tally_of(whole))
    by = {
        one.value: believed(tally_by(marks, n), tally_by(whole, n)).mean
        for n, one in enumerate(CRITERIA)
    }
    lowest = min(by, key=by.__getitem__)
    return {
        "mean": belief.mean, "low": belief.low, "high": belief.high,
        "lowest": lowest, "lowest_mean": by[lowest],
    }  # fmt: skip


def _name_of(kind: str, subject: str) -> Text:
    """As the case names it: of a procedure, of a kind of issue or appeal."""
    case = Case.objects.filter(kind=kind, subject_code=subject).order_by("lodged_at").first()
    return case.title if case else {}
