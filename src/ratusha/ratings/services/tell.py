"""What becomes public of ratings: crowds of at least so many people, each told once (`crowds.py`)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from ratusha.audit.public import record
from ratusha.ratings import crowds
from ratusha.ratings.crowds import NO_THEME, Kind, Pattern, Voice, people_in
from ratusha.ratings.law import law
from ratusha.ratings.models import Analysis, Crowd, Given, Organisation, Remainder
from ratusha.ratings.queries import MARKS
from ratusha.ratings.rules import Judged

Row = Given | Remainder
BEFORE_CROWDS = "quarter-1"  # the formula of documents that were made before there were crowds
COUNTING = (Judged.SET_ASIDE, Judged.RESTORE)


@transaction.atomic
def tell(quarter: str, *, whole: bool, now: datetime) -> int:
    """After its marks stand. `whole`: its documents are made now. Told again nothing happens; how many crowds."""
    waiting = Organisation.objects.filter(pk__in=_with_news(quarter)).order_by("pk")
    return sum(
        _tell(one, quarter, whole=whole, now=now) for one in waiting.select_for_update(of=("self",))
    )


@transaction.atomic
def tell_documents() -> int:
    """What documents from before there were crowds have told is a crowd, as of their day, before anything is pooled.

    Else the ratings of such a quarter would be told with those of small quarters, which its document hides.
    """
    told = Crowd.objects.filter(
        organisation=OuterRef("organisation"), quarter=OuterRef("quarter"), kind=Kind.QUARTER
    )
    older = Analysis.objects.filter(~Exists(told), formula=BEFORE_CROWDS, figures__ratings__gt=0)
    return sum(_tell_document(one) for one in older.exclude(organisation=None).order_by("quarter"))


def _tell_document(document: Analysis) -> bool:
    rows: dict[Any, Row] = {}
    organisation = document.organisation
    given = Given.objects.filter(organisation=organisation, quarter=document.quarter)
    left = Remainder.objects.filter(organisation=organisation, quarter=document.quarter)
    for row in [
        *given.select_related("case__rating").prefetch_related("earlier", "judgements"),
        *left,
    ]:
        rows[type(row), row.pk] = row
    if organisation is None or any(row.crowd_id for row in rows.values()):
        return False  # told otherwise already: that cannot be taken back
    voices = tuple(
        replace(_voice(row), key=key, marks=marks, theme=NO_THEME)
        for key, row in rows.items()
        if (marks := _marks_on(row, document.made_at))
    )
    if people_in(voices) < law().least:
        return False
    quarter = document.quarter
    crowd = crowds.Crowd(Kind.QUARTER, quarter, quarter, NO_THEME, voices)
    _make(organisation, crowd, rows, document.made_at)
    return True


def _marks_on(row: Row, day: datetime) -> Pattern | None:
    """As a document of that moment counted it."""
    if isinstance(row, Remainder):
        return _four(row.marks) if row.marks else None
    decided = [one.what for one in row.judgements.all() if one.at <= day and one.what in COUNTING]
    if decided and decided[-1] == Judged.SET_ASIDE:
        return None
    later = [one.marks for one in row.earlier.all() if one.at > day]
    return _four(later[0]) if later else row.case.rating.four_marks


def _with_news(quarter: str) -> set[UUID]:
    """Organisations of which something waits, or has changed since it was told."""
    untold = {"crowd": None, "quarter__lte": quarter}
    found = {
        *Given.objects.counted().filter(**untold).values_list("organisation", flat=True),
        *Remainder.objects.filter(**untold).values_list("organisation", flat=True),
    }
    return found | set(_changed().values_list("organisation", flat=True))


def _changed() -> Any:
    after = Q(case__rating__changed_at__gt=F("crowd__made_at"))
    return Given.objects.filter(after | Q(judgements__at__gt=F("crowd__made_at")))


def _tell(organisation: Organisation, quarter: str, *, whole: bool, now: datetime) -> int:
    rows: dict[Any, Row] = {**_given(organisation), **_remainders(organisation)}
    found = crowds.new_crowds(
        [_voice(row) for row in rows.values()], quarter, least=law().least, whole=whole
    )
    for one in found:
        _make(organisation, one, rows, now)
    return len(found)


def _make(
    organisation: Organisation, one: crowds.Crowd, rows: dict[Any, Row], at: datetime
) -> None:
    kind, subject = one.theme
    made = Crowd.objects.create(
        organisation=organisation,
        kind=one.kind,
        since=one.since,
        quarter=one.quarter,
        theme_kind=kind,
        theme_subject=subject,
        people=one.people,
        marks=[[*marks, often] for marks, often in sorted(one.marks.items())],
        made_at=at,
    )
    _keep([(rows[voice.key], voice) for voice in one.voices], made)
    record("ratings.tell", "crowd", made.pk, by=None, kind=one.kind, people=one.people)


def _given(organisation: Organisation) -> dict[Any, Given]:
    """What waits, and the crowds of which something has changed, whole."""
    cells = _changed().filter(organisation=organisation).values("crowd")
    there = organisation.given.filter(Q(crowd=None) | Q(crowd__in=cells))
    found = there.select_related("case__rating").only(
        "organisation", "quarter", "kind", "subject", "crowd", "told", "case__applicant_id",
        "case__rating__set_aside_at", *MARKS,
    )  # fmt: skip
    return {("given", one.pk): one for one in found}


def _remainders(organisation: Organisation) -> dict[Any, Remainder]:
    cells = _changed().filter(organisation=organisation).values("crowd")
    there = organisation.remainders.filter(Q(crowd=None) | Q(crowd__in=cells))
    return {("erased", one.pk): one for one in there}


def _voice(row: Row) -> Voice:
    told = tuple(None if one is None else _four(one) for one in row.told)
    if isinstance(
        row, Remainder
    ):  # whose it was is gone: all of a crowd are thought of as one person
        marks = _four(row.marks) if row.marks else None
        return Voice(
            key=("erased", row.pk), person="erased", quarter=row.quarter, marks=marks,
            crowd=row.crowd_id, told=told,
        )  # fmt: skip
    rating = row.case.rating
    return Voice(
        key=("given", row.pk),
        person=row.case.applicant_id,
        quarter=row.quarter,
        theme=(row.kind, row.subject),
        marks=None if rating.set_aside_at else rating.four_marks,
        crowd=row.crowd_id,
        told=told,
    )


def _four(marks: list[int]) -> Pattern:
    simplicity, information, term, politeness = marks
    return simplicity, information, term, politeness


def _keep(there: Iterable[tuple[Row, Voice]], crowd: Crowd) -> None:
    of: dict[type[Row], list[Any]] = {Given: [], Remainder: []}
    for row, voice in there:
        row.crowd, row.told = crowd, [*row.told, voice.marks]
        of[type(row)].append(row)
    for model, rows in of.items():
        model.objects.bulk_update(rows, ["crowd", "told"], batch_size=1000)
