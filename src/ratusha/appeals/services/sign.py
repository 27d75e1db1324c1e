"""Others join a collective appeal, before the body takes it up, and may take their signature back until then."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.appeals.models import Appeal, Signature
from ratusha.appeals.rules import require_open_to_signatures
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.kernel.errors import NotPermitted, RuleBroken


@transaction.atomic
def sign(appeal: Appeal, *, by: User, now: datetime) -> Signature:
    """One signature a person; a second press gives the same one."""
    case = _open_for(appeal)
    if by.party_id is None:
        raise NotPermitted("appeal.no_person", _("Only a person can sign."))
    if by.party_id == case.applicant_id:
        message = _("You have written this appeal: your signature is the first.")
        raise RuleBroken("appeal.own", message)
    signature, new = Signature.objects.get_or_create(
        appeal=appeal, party_id=by.party_id, defaults={"at": now}
    )
    if new:
        record("appeal.sign", "case", case.reference, by=by.pk)
    return signature


@transaction.atomic
def take_back(appeal: Appeal, *, by: User) -> bool:
    """True: the signature was there and is gone."""
    case = _open_for(appeal)
    if by.party_id is None:
        return False
    gone, _rows = Signature.objects.filter(appeal=appeal, party_id=by.party_id).delete()
    if gone:
        record("appeal.unsign", "case", case.reference, by=by.pk)
    return bool(gone)


def _open_for(appeal: Appeal) -> Case:
    """The case, held against everybody else while it is signed."""
    case = lock(appeal.pk)
    require_open_to_signatures(
        case.status, collective=appeal.is_collective, signatures=appeal.signatures.count()
    )
    return case
