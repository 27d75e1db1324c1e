"""What only an issue adds to the file of its case that its reporter takes along."""

from typing import Any

from django.utils import translation

from ratusha.cases.public import Case

from .models import Issue, Lot
from .presentation import history


def record_of(case: Case, language: str) -> dict[str, Any]:
    with translation.override(language):  # the names of organisations
        return _record(case)


def _record(case: Case) -> dict[str, Any]:
    issue = Issue.objects.select_related("executor").get(pk=case.pk)
    told = ("category", "words", "address", "lat", "lon", "planned_on", "reporters_count")
    return {
        "issue": {name: getattr(issue, name) for name in told},
        "organisation": str(issue.executor) if issue.executor else "",
        "notes": {step.pk: note for step, note in history(case)},
        "reports_of_work": [
            {"organisation": str(one.executor), "text": one.text, "at": one.at}
            for one in issue.work_reports.select_related("executor")
        ],
        "asked_by_lot": [
            {name: getattr(one, name) for name in ("outcome", "done", "mark", "words", "ended_at")}
            for one in Lot.objects.filter(issue=issue, reporter__party_id=case.applicant_id)
        ],
    }
