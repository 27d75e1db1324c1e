"""A rating goes with its case; its marks stay in the figures of the organisation, without a way back."""

from uuid import uuid4

from ratusha.cases.public import Case, Rating
from ratusha.ratings.models import Earlier, Given, Judgement, Remainder, Reply


def erase(case: Case) -> None:
    """Called inside the act that erases the case, before the engine erases the marks."""
    given = Given.objects.filter(case=case).first()
    if given is None:
        return
    rating = Rating.objects.counted().filter(case=case).first()
    if rating is not None:
        Remainder.objects.create(
            organisation_id=given.organisation_id,
            quarter=given.quarter,
            marks=list(rating.four_marks),
            lot=uuid4(),
        )
    given.signals.clear()
    for table in (Earlier, Judgement, Reply):
        table.objects.filter(given=given.pk).delete()
    given.delete()
