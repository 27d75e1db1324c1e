"""What only a measure or a pilot adds to the file of its case."""

from typing import Any

from ratusha.cases.public import Case
from ratusha.parties.public import party_name

from .models import ActRecorded, Measure, Opinion, PassportVersion


def record_of(case: Case, language: str) -> dict[str, Any]:
    measure = Measure.objects.get(pk=case.pk)
    told = ("purpose", "goal", "sphere", "sources", "programme", "subprogramme")
    versions = PassportVersion.objects.filter(case=case)
    opinions = Opinion.objects.filter(version__case=case).order_by("at")
    return {
        "measure": {name: getattr(measure, name) for name in told},
        "initiator": party_name(case.applicant_id, language),
        "passports": [
            {"number": one.number, "at": one.at, "answers": one.answers} for one in versions
        ],
        "opinions": [
            {
                "result": one.result,
                "ground": one.ground,
                "source": one.legal_source,
                "text": one.text,
                "at": one.at,
            }
            for one in opinions
        ],
        "acts": [
            {
                "step": one.step,
                "act": one.act,
                "reasons": one.reasons,
                "skips": one.skips,
                "at": one.at,
            }
            for one in ActRecorded.objects.filter(case=case)
        ],
    }
