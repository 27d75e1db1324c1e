"""When the term of keeping a measure is over, what steering added to it goes with it."""

from ratusha.cases.public import Case
from ratusha.programmes.models import Baseline, BaselineStage, Placement, Progress, Rating


def erase(case: Case) -> None:
    """Called within the act that erases the case."""
    BaselineStage.objects.filter(baseline__case=case).delete()
    for table in (Baseline, Placement, Progress, Rating):
        table.objects.filter(case=case).delete()
