"""What a positive decision changes in the registers. The definition names the action; this table knows it."""

from collections.abc import Callable
from datetime import datetime

from ratusha.accounts.public import User
from ratusha.applications.answers import Filled
from ratusha.cases.public import Case
from ratusha.registers.public import record_residence
from ratusha.territory.public import Address


def _record_residence(case: Case, filled: Filled, by: User, now: datetime) -> None:
    record_residence(
        case.applicant_id,
        Address.from_dict(filled.answers["address"]),
        since=filled.today,
        basis=case.reference,
        by=by.pk,
        now=now,
    )


ACTIONS: dict[str, Callable[[Case, Filled, User, datetime], None]] = {
    "record_residence": _record_residence,
}


def put_into_effect(case: Case, filled: Filled, *, by: User, now: datetime) -> None:
    """Change the registers in the same transaction as the decision."""
    result = filled.promise.result
    if result is not None and result.registers:
        ACTIONS[result.registers](case, filled, by, now)
