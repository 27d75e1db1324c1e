"""The terms of a contract: written after it is signed, written anew when an amendment says something else."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.contract_rules import IN_WORK
from ratusha.measures.models import Contract, ContractTerms
from ratusha.measures.terms_rules import (
    Terms,
    require_complete,
    require_criteria,
    require_criteria_stay,
)

from .contract import AMENDABLE
from .moving import for_initiator


@transaction.atomic
def write_terms(
    case_id: UUID, *, terms: Terms, criteria: Mapping[int, str], by: User, now: datetime
) -> ContractTerms:
    """What was said before stays beside it. A stage that is handed over is judged by what was said until then."""
    case = for_initiator(case_id, by, now)
    if case.status not in AMENDABLE:
        message = _("The terms of a contract are written while it is carried out.")
        raise RuleBroken("measure.terms_closed", message)
    contract = Contract.objects.select_for_update(of=("self",)).get(case=case)
    require_complete(terms)
    written = {number: words.strip() for number, words in criteria.items()}
    in_work = {one.number: one for one in contract.stages.filter(state__in=IN_WORK)}
    require_criteria(written, in_work)
    others = contract.stages.exclude(state__in=IN_WORK)
    require_criteria_stay(written, {one.number: one.criteria for one in others})
    for number, stage in in_work.items():
        stage.criteria = written[number]
        stage.save(update_fields=["criteria"])
    said = {
        name: value.strip() if isinstance(value, str) else value
        for name, value in vars(terms).items()
    }
    kept = {str(number): written[number] for number in in_work}
    made = ContractTerms.objects.create(contract=contract, at=now, by=by, criteria=kept, **said)
    record("measure.contract_terms", "case", case.reference, by=by.pk, contract=contract.number)
    return made
