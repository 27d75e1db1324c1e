"""What only an appeal adds to the file of a case that its first takes along."""

from typing import Any

from ratusha.cases.public import Case
from ratusha.parties.public import party_name

from .models import Answer, Appeal, Forwarding


def record_of(case: Case, language: str) -> dict[str, Any]:
    """Who else has signed is not in it: only how many."""
    appeal = Appeal.objects.get(pk=case.pk)
    answer = Answer.objects.filter(pk=case.pk).first()
    told = ("result", "ground_code", "text", "answered_at")
    return {
        "appeal": {name: getattr(appeal, name) for name in ("sort", "text", "considered_before")},
        "signatures": appeal.signatures.count(),
        "forwardings": [
            {
                "from": party_name(one.from_body, language),
                "to": party_name(one.to_body, language),
                "reasons": one.reasons,
                "at": one.at,
            }
            for one in Forwarding.objects.filter(case=case)
        ],
        "answer": {name: getattr(answer, name) for name in told} if answer else None,
    }
