"""What kinds of case are called where several stand together, and which of them everybody may see."""

from django.utils.translation import pgettext

from ratusha.appeals import public as appeals
from ratusha.applications import public as applications
from ratusha.cases.public import Case
from ratusha.complaints import public as complaints
from ratusha.issues import public as issues


def name_of(case: Case) -> str:
    return {
        applications.KIND: pgettext("kind of case", "Application"),
        appeals.KIND: pgettext("kind of case", "Appeal"),
        complaints.KIND: pgettext("kind of case", "Complaint about a procedure"),
        issues.ISSUE: pgettext("kind of case", "Issue"),
    }.get(case.kind, pgettext("kind of case", "Case"))


def is_public(case: Case) -> bool:
    """An issue is everybody's, unless it was taken back; nothing else that people bring is."""
    return case.kind == issues.ISSUE and issues.Issue.objects.public().filter(pk=case.pk).exists()
