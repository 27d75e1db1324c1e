"""A rating goes with its case; its marks stay in the figures of the organisation, without a way back."""

from uuid import uuid4

from ratusha.cases.public import Case, Rating
from ratusha.ratings.models import Earlier, Given, Judgement, Remainder, Reply


def erase(case: Case) -> None:
    """Called inside the act that erases the case, before the engine erases the marks."""
    given = Given.objects.filter(case=case).first()
    if given is None:
        return
    marks = _marks_left(given)
    if marks or given.crowd_id:
        Remainder.objects.create(
            organisation_id=given.organisation_id,
            quarter=given.quarter,
            marks=marks,
            lot=uuid4(),
            crowd_id=given.crowd_id,
            told=given.told,
        )
    given.signals.clear()
    for table in (Earlier, Judgement, Reply):
        table.objects.filter(given=given.pk).delete()
    given.delete()


def _marks_left(given: Given) -> list[int]:
    """What was told of it stays as it was told; what was not, as it counts now."""
    if given.crowd_id:
        return given.told[-1] or []
    rating = Rating.objects.counted().filter(case=given.case_id).first()
    return list(rating.four_marks) if rating else []
