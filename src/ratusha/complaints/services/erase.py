"""What only a complaint has goes with its case, when an act of disposal says so."""

from ratusha.cases.public import Case
from ratusha.complaints.models import Complaint, Explanation, Obligation, Ruling


def erase(case: Case) -> None:
    """Called inside the act that erases the case: the database refuses it anywhere else."""
    Explanation.objects.filter(complaint=case.pk).delete()
    for table in (Obligation, Ruling, Complaint):
        table.objects.filter(case=case).delete()
