"""When the term of keeping is over: everything that only an issue has goes with its case."""

from django.db.models import F

from ratusha.cases.public import Case
from ratusha.documents.public import erase_files
from ratusha.issues.map.keeping import take_off
from ratusha.issues.models import Escalation, Issue, Lot, Photo, Reporter, Telephone, WorkReport


def erase(case: Case) -> None:
    """Called within the act that erases the case."""
    files = Photo.objects.filter(issue_id=case.pk).values_list("file_id", "public_file_id")
    erasing = {one for pair in files for one in pair if one}
    Telephone.objects.filter(reporter__issue_id=case.pk).delete()
    for table in (Escalation, Lot, Photo, Reporter, WorkReport):
        table.objects.filter(issue_id=case.pk).delete()
    Issue.objects.filter(merged_into=case.pk).update(merged_into=None)
    Reporter.objects.filter(came_as=case.pk).update(came_as=F("issue"))
    Issue.objects.filter(alike_to=case.pk).update(alike_to=None)
    Issue.objects.filter(pk=case.pk).delete()
    take_off(case.pk)
    erase_files(erasing)
