"""Which cases are kept long enough, and what hangs on them. Reads only."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from ratusha.cases.public import Case, CaseLink
from ratusha.payments.public import unsettled
from ratusha.records.asking.rules import KIND as DATA_REQUEST
from ratusha.records.schedule import KindOfCase, schedule, years_of

from .models import Hold
from .rules import Hang, Line, kept_until

MOST_IN_AN_ACT = 500


def due_lines(body_id: UUID, today: date) -> list[Line]:
    """Cases of the body that can be proposed today, the oldest first."""
    found: list[Line] = []
    for about in schedule().cases:
        held = Hold.objects.filter(lifted_at=None).values("case_id")  # they would fill every list
        candidates = _over(about, today).filter(body_id=body_id).exclude(pk__in=held)
        candidates = candidates.order_by("closed_on", "pk")
        cases = list(candidates[:MOST_IN_AN_ACT])
        hanging = hanging_on(cases, today)
        found += [line_of(case, about) for case in cases if case.pk not in hanging]
    return found[:MOST_IN_AN_ACT]


def bodies_with_due_cases(today: date) -> set[UUID]:
    bodies: set[UUID] = set()
    for about in schedule().cases:
        bodies |= set(_over(about, today).order_by().values_list("body_id", flat=True).distinct())
    return bodies


def due_now(today: date) -> list[dict[str, object]]:
    """What could be proposed today, body by body, as plain values."""
    names = ("reference", "kind", "closed_on", "kept_until", "basis")
    return [
        {"body": str(body), **{name: getattr(line, name) for name in names}}
        for body in sorted(bodies_with_due_cases(today))
        for line in due_lines(body, today)
    ]


def _over(about: KindOfCase, today: date) -> QuerySet[Case]:
    last = kept_until(today, -years_of(about.period))  # what was closed before it is over today
    return Case.objects.filter(kind=about.kind, closed_on__lt=last)


def line_of(case: Case, about: KindOfCase) -> Line:
    assert case.closed_on is not None, "only closed cases are over"  # noqa: S101
    until = kept_until(case.closed_on, years_of(about.period))
    return Line(
        case.pk, case.reference, case.kind, case.closed_on, until, about.source.said()[:300]
    )


def is_over(case: Case, today: date) -> bool:
    about = next((one for one in schedule().cases if one.kind == case.kind), None)
    if about is None or case.closed_on is None:
        return False
    return kept_until(case.closed_on, years_of(about.period)) < today


def hanging_on(cases: Collection[Case], today: date) -> dict[UUID, Hang]:
    """Why these cases cannot go, for those that cannot; asked a few times for all of them together."""
    hang: dict[UUID, Hang] = {}
    _because(hang, Hang.DATA_REQUEST, _asked_about(cases))
    _because(hang, Hang.LINKED, _tied_to_kept(cases, today))
    owing = unsettled([one.reference for one in cases])
    _because(hang, Hang.MONEY, [one.pk for one in cases if one.reference in owing])
    held = Hold.objects.filter(case__in=[one.pk for one in cases], lifted_at=None)
    _because(hang, Hang.HOLD, held.values_list("case_id", flat=True))
    _because(hang, Hang.NOT_DUE, [one.pk for one in cases if not is_over(one, today)])
    _because(hang, Hang.OPEN, [one.pk for one in cases if one.closed_on is None])
    return hang


def _because(hang: dict[UUID, Hang], why: Hang, which: Iterable[UUID]) -> None:
    hang.update(dict.fromkeys(which, why))


def _asked_about(cases: Collection[Case]) -> list[UUID]:
    """A person who waits for an answer about their data must not lose what they ask about."""
    asking = set(
        Case.objects.filter(
            kind=DATA_REQUEST,
            closed_on=None,
            applicant_id__in={one.applicant_id for one in cases},
        ).values_list("applicant_id", flat=True)
    )
    return [one.pk for one in cases if one.applicant_id in asking]


def _tied_to_kept(cases: Collection[Case], today: date) -> list[UUID]:
    """A complaint and what it is about go together: each waits until the other is over too."""
    ids = [one.pk for one in cases]
    about = CaseLink.objects.filter(case__in=ids).select_related("about")
    told_of = CaseLink.objects.filter(about__in=ids).select_related("case")
    return [
        *(tie.case_id for tie in about if not is_over(tie.about, today)),
        *(tie.about_id for tie in told_of if not is_over(tie.case, today)),
    ]


def held_now() -> set[UUID]:
    """The cases of which nothing may be erased while a hold stands."""
    return set(Hold.objects.filter(lifted_at=None).values_list("case_id", flat=True))
