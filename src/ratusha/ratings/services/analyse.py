"""The analysis of a quarter that is over: made once by the timed work, and never changed."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ratusha.audit.public import record
from ratusha.ratings.law import law
from ratusha.ratings.models import Analysis, Given, Organisation
from ratusha.ratings.quarterly import VERSION, Quarter
from ratusha.ratings.rules import analysed_from, quarter_before, quarter_of

from .tell import tell, tell_documents

LOOKED_BACK = 4  # quarters: a state that slept for a year makes up for it


def make_analyses(now: datetime) -> int:
    """Every night: the quarters whose marks stand, the oldest first. How many documents were made."""
    today = timezone.localdate(now)
    stand = [one for one in _over(today) if analysed_from(one, law().days_to_change) <= today]
    tell_documents()
    made = sum(make_analysis(one, now=now) for one in reversed(stand))
    if stand:  # what has waited since may be enough by now
        tell(stand[0], whole=False, now=now)
    return made


def _over(today: date) -> list[str]:
    """The quarters before this day, the newest first."""
    found = [quarter_before(quarter_of(today))]
    while len(found) < LOOKED_BACK:
        found.append(quarter_before(found[-1]))
    return found


@transaction.atomic
def make_analysis(name: str, *, now: datetime) -> int:
    """Of each organisation that was rated, then of all; nothing where nobody was rated, or where it is made already."""
    there = Given.objects.filter(quarter=name)
    if not there.exists() or Analysis.objects.filter(organisation=None, quarter=name).exists():
        return 0
    tell(name, whole=True, now=now)
    quarter = Quarter(name)
    rated = Organisation.objects.filter(
        pk__in={*quarter.own, *there.values_list("organisation", flat=True)}
    )
    figures = {one: quarter.of(one) for one in rated.order_by("code")}
    made = Analysis.objects.bulk_create(
        Analysis(organisation=one, quarter=name, figures=told, formula=VERSION, made_at=now)
        for one, told in [*figures.items(), (None, quarter.of_all(figures))]
    )
    record("ratings.analyse", "quarter", name, by=None, documents=len(made))
    return len(made)
