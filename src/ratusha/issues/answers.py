"""What an issue was answered with, for who reads the whole story of a matter."""

from ratusha.cases.public import Case

from .models import WorkReport


def last_report(case: Case) -> str:
    """In the words of the organisation, the last time it reported."""
    found = WorkReport.objects.filter(issue=case.pk).last()
    return found.text if found else ""
