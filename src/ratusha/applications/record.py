"""What only an application adds to the file of a case: the form as lodged, where each fact came from, decisions."""

from dataclasses import asdict
from typing import Any

from django.utils import translation

from ratusha.cases.public import Case, Outcome
from ratusha.kernel.texts import in_language

from . import filling
from .models import Application, Decision
from .presentation import groups_of


def record_of(case: Case, language: str) -> dict[str, Any]:
    """In words (`groups`) and as it is kept (`answers`, `facts`)."""
    application = Application.objects.with_edition().get(pk=case.pk)
    with translation.override(language):
        groups = groups_of(filling.of_application(case, application, case.lodged_on), language)
    return {
        "procedure": application.edition.procedure_id,
        "edition": application.edition.number,
        "groups": [asdict(group) for group in groups],
        "answers": application.answers,
        "facts": application.facts,
        "decisions": [
            _decision(one, language) for one in Decision.objects.filter(case=case).order_by("round")
        ],
    }


def _decision(decision: Decision, language: str) -> dict[str, Any]:
    with translation.override(language):
        label = str(Outcome(decision.outcome).label)
    return {
        "outcome": decision.outcome,
        "outcome_label": label,
        "ground_code": decision.ground_code,
        "ground": in_language(decision.ground, language).text if decision.ground else "",
        "legal_source": decision.legal_source,
        "reasons": decision.reasons,
        "decided_at": decision.decided_at,
        "delivered_at": decision.delivered_at,
    }
