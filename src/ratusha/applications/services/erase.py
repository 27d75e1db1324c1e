"""What only an application has goes with its case, when an act of disposal says so."""

from ratusha.applications.models import Application, Decision, Draft, DraftDecision, Supplement
from ratusha.cases.public import Case


def erase(case: Case) -> None:
    """Called inside the act that erases the case: the database refuses it anywhere else."""
    for table in (Supplement, DraftDecision, Decision, Application):
        table.objects.filter(case=case).delete()
    Draft.objects.filter(lodged_as=case).delete()
