"""Registers that were silent when the person applied are asked again before the decision leans on them."""

from datetime import datetime

from ratusha.accounts.public import User
from ratusha.applications.models import Application
from ratusha.cases.public import Case
from ratusha.exchange.public import ask

from .draft import EXAMINE, purpose_of


def hear_silent_registers(case: Case, application: Application, *, by: User, now: datetime) -> None:
    """Called inside an act. One that is silent still is told to the official: the decision has to wait."""
    silent = [name for name, fact in application.facts.items() if "unavailable" in fact]
    for service in silent:
        answer = ask(
            service,
            subject=case.applicant_id,
            purpose=purpose_of(application.edition, EXAMINE, case.reference),
            by=by,
            body=case.body_id,
            now=now,
        )
        application.facts[service] = {
            "facts": answer.facts,
            "source": answer.source,
            "as_of": answer.as_of.isoformat(),
        }
    if silent:
        application.save(update_fields=["facts"])
