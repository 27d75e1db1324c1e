"""What a quarter says of an organisation, counted once for a document that stays: figures, no words of people.

It is a sum of crowds (`crowds.py`): no figure of a few people, and none by which one could be computed.
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
from .crowds import Kind, Pattern, Theme
from .law import law
from .models import Crowd, Given, Organisation, Reply, Signal
from .queries import (
    CRITERIA,
    believed,
    finished_of,
    patterns,
    tally_by,
    tally_of,
    together,
)
from .rules import are_enough, first_day_of, last_day_of, quarter_before, unless_few

VERSION = "quarter-2"
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
        self.themes = _by_theme(name)

    def of(self, organisation: Organisation) -> Figures:
        now = self.own.get(organisation.pk)
        finished = finished_of(organisation, self.days)
        if now is None:
            return {"ratings": None, "finished": finished}
        given = organisation.given.filter(quarter=self.name)
        return {
            "ratings": now.total(),
            "finished": finished,
            **self._means(now, self.own_before.get(organisation.pk, Counter())),
            **_work(given, organisation.signals.all(), self.days),
            **_people(given, now.total(), finished, self.days),
            "themes": _themes(self.themes.get(organisation.pk, {}), self.both),
        }

    def of_all(self, made: Mapping[Organisation, Figures]) -> Figures:
        """The whole of what is told: with how many organisations there was enough, and who has certainly moved."""
        told = [one for one in made.values() if one["ratings"] is not None]
        finished = sum(one["finished"] for one in made.values())
        if not told:
            return {"ratings": None, "finished": finished}
        moved = [one["change"] for one in told if one["change"]]
        given = Given.objects.filter(quarter=self.name, organisation__in=list(self.own))
        signals = Signal.objects.filter(organisation__in=list(self.own))
        known = [one for one in told if one["rated"] is not None]
        return {
            "ratings": self.whole.total(),
            "finished": finished,
            **self._means(self.whole, self.whole_before),
            **_work(given, signals, self.days),
            "rated": sum(one["rated"] for one in known) if known else None,
            "rated_of": sum(one["rated_of"] for one in known) if known else None,
            "set_aside": sum(one["set_aside"] or 0 for one in told),
            "signs_set_aside": sum(one["signs_set_aside"] or 0 for one in told),
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


def _crowds(quarter: str) -> QuerySet[Crowd]:
    return Crowd.objects.filter(kind=Kind.QUARTER, quarter=quarter)


def _by_organisation(quarter: str) -> dict[Any, Marks]:
    return {key: marks for (key,), marks in patterns(_crowds(quarter), "organisation").items()}


def _by_theme(quarter: str) -> dict[Any, dict[Theme, Marks]]:
    by = patterns(
        _crowds(quarter).exclude(theme_kind=""), "organisation", "theme_kind", "theme_subject"
    )
    found: dict[Any, dict[Theme, Marks]] = defaultdict(dict)
    for (organisation, *theme), marks in by.items():
        found[organisation][tuple(theme)] = marks
    return found


def _mean(now: Tally, before: Tally, both: Tally) -> Figures:
    belief = believed(now, both)
    told: Figures = {"mean": belief.mean, "low": belief.low, "high": belief.high, "change": None}
    if before.count >= law().least:
        how = {"weight": law().prior_weight, "certainty": law().certainty}
        told["change"] = asdict(difference(now, before, both=both, **how))  # type: ignore[arg-type]
    return told


def _work(given: Any, signals: QuerySet[Signal], days: tuple[date, date]) -> Figures:
    """What was done with the ratings: replied, and doubted."""
    replies = Reply.objects.filter(given__in=given).values_list("given__on", "at")
    waited = [(timezone.localdate(at) - on).days for on, at in replies]
    found = signals.filter(found_at__date__range=days)
    signs = found.order_by().values_list("sign").annotate(n=Count("pk"))
    return {
        "replied": len(waited),
        "reply_days": median(waited) if waited else None,
        "signs": dict(signs),
        "signs_open": found.filter(decided_at=None).count(),
        "signs_set_aside": unless_few(found.aggregate(n=Sum("set_aside"))["n"] or 0, law().least),
    }


def _people(given: Any, ratings: int, finished: int, days: tuple[date, date]) -> Figures:
    """Of the cases ended, how many were rated, and what was set aside: where neither these nor the others are few."""
    rated = given.counted().filter(case__closed_on__range=days).count()
    parts = (rated, ratings - rated, finished - rated)
    told = all(are_enough(one, law().least) for one in parts)
    aside = given.exclude(case__rating__set_aside_at=None).count()
    return {
        "rated": rated if told else None,
        "rated_of": finished if told else None,
        "set_aside": unless_few(aside, law().least),
    }


def _themes(there: Mapping[Theme, Marks], whole: Marks) -> list[Figures]:
    """By what the cases were about: those that are told apart."""
    told = [
        {"name": _name_of(*theme), "ratings": marks.total(), **_theme(marks, whole)}
        for theme, marks in sorted(there.items())
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
