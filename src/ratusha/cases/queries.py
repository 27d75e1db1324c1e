"""Questions about cases, without writing anything."""

from datetime import date

from ratusha.accounts.public import User

from .models import Case
from .permissions import may_for_applicant


def may_reach(user: User, reference: str, on: date, *, act: str) -> bool:
    """Whether this person may do this in the case with this number: as its applicant or by a mandate."""
    case = Case.objects.filter(reference=reference).first() if reference else None
    return case is not None and may_for_applicant(user, case, on, act)
