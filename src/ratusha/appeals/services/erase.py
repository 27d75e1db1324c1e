"""What only an appeal has goes with its case, when an act of disposal says so."""

from ratusha.appeals.models import Answer, Appeal, Forwarding, Signature, Visitor
from ratusha.cases.public import Case


def erase(case: Case) -> None:
    """Called inside the act that erases the case: the database refuses it anywhere else."""
    Signature.objects.filter(appeal=case.pk).delete()
    for table in (Forwarding, Answer, Visitor, Appeal):
        table.objects.filter(case=case).delete()
