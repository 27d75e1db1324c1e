"""What a measure promised and what came of it: indicators by review, the share of the way, figures of checks."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.measures.benefits import Course, number_written
from ratusha.measures.law import law
from ratusha.measures.models import BenefitReview
from ratusha.measures.presentation import benefits_of, proofs_of
from ratusha.measures.published import figures_of
from ratusha.measures.queries import last_version
from ratusha.ui.numbers import Input, Number, Unit

from .of_one import Of, place_in


def _paper(of: Of) -> tuple[str, datetime, User] | None:
    """Where the figures of the card are written: the last review, else the last passport."""
    review = BenefitReview.objects.filter(case=of.case).select_related("by").last()
    if review:
        return _review(review.months), review.at, review.by
    version = last_version(of.case)
    return (
        (_("Passport, version %(number)s") % {"number": version.number}, version.at, version.by)
        if version
        else None
    )


def _review(months: int) -> str:
    return _("Review of benefits after %(months)s months") % {"months": months}


def _written(of: Of, key: str, field: str, label: str) -> Number | None:
    one, paper = place_in(figures_of(of.case), key), _paper(of)
    value = number_written(one.get(field)) if one else None
    if one is None or paper is None or value is None:
        return None
    name = ", ".join(filter(None, (one.get("name"), one.get("unit"))))
    return of.given(label, value, Unit.LEVEL, paper=paper[0], at=paper[1], by=paper[2], of=name)


def baseline(of: Of, key: str) -> Number | None:
    return _written(of, key, "baseline", _("Was"))


def target(of: Of, key: str) -> Number | None:
    return _written(of, key, "target", _("Promised"))


def fact(of: Of, key: str) -> Number | None:
    """Of the last review; or of the review after so many months, where the key names one: `2/12`."""
    place, _slash, months = key.partition("/")
    if not months:
        return _written(of, key, "fact", _("Now"))
    course: Course | None = place_in(benefits_of(of.case), place)
    asked = [count for count in law().duties.reviews if str(count) == months]
    review = (
        BenefitReview.objects.filter(case=of.case, months__in=asked).select_related("by").first()
    )
    if course is None or review is None:
        return None
    value = dict(zip(law().duties.reviews, course.facts, strict=True))[asked[0]]
    if value is None:
        return None
    return of.given(_("Now"), value, Unit.LEVEL, paper=_review(review.months), at=review.at, by=review.by,
                    of=_named(course))  # fmt: skip


def _named(course: Course) -> str:
    return ", ".join(filter(None, (course.name, course.unit)))


def way(of: Of, key: str) -> Number | None:
    """The share of the way from what was to what was promised that the last fact has gone."""
    course: Course | None = place_in(benefits_of(of.case), key)
    if course is None or course.share is None:
        return None
    told = list(zip(law().duties.reviews, course.facts, strict=True))
    months, last = next(one for one in reversed(told) if one[1] is not None)
    inputs = _pair(course, last, of, key, months)
    known = sum(one is not None for one in course.facts)
    coverage = _("%(known)s of %(all)s reviews written") % {"known": known, "all": len(told)}
    return of.made(_("Share of the way"), course.share, _("(last fact − what was) ÷ (what was promised − what was)"),
                   "(fact - baseline) / (target - baseline)", inputs, coverage=coverage, unit=Unit.SHARE,
                   of=_named(course))  # fmt: skip


def _pair(course: Course, last: Decimal | None, of: Of, key: str, months: int) -> Sequence[Input]:
    paper = _paper(of)
    on = paper[1] if paper else None
    return [
        Input(
            "fact",
            _("Now"),
            last,
            Unit.LEVEL,
            _review(months),
            on,
            of.body,
            of.to("fact", f"{key}/{months}"),
        ),
        Input("baseline", _("Was"), course.baseline, Unit.LEVEL, on=on, by=of.body),
        Input("target", _("Promised"), course.target, Unit.LEVEL, on=on, by=of.body),
    ]


def proof(of: Of, key: str) -> Number | None:
    """The figure of a check before operation: from the paper that proves it."""
    for code, name, one in proofs_of(of.case):
        if code == key and one is not None and one.figure is not None:
            return of.given(
                name, one.figure, Unit.LEVEL, paper=one.name, at=one.at, by=one.by, of=one.text
            )
    return None
