"""What only a request about one's own data adds to the file of the case that its person takes along."""

from typing import Any

from ratusha.cases.public import Case
from ratusha.records.models import DataRequest, Reply


def record_of(case: Case, _language: str) -> dict[str, Any]:
    asked = DataRequest.objects.get(pk=case.pk)
    reply = Reply.objects.filter(pk=case.pk).first()
    told = ("text", "legal_source", "at")
    return {
        "request": {"asks": asked.asks, "look": asked.look, "text": asked.text},
        "reply": {name: getattr(reply, name) for name in told} if reply else None,
    }
