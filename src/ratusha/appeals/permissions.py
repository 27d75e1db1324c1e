"""Who reads an appeal: its first, who acts for them, who has signed it; officials by the statute."""

from datetime import date

from ratusha.accounts.public import User
from ratusha.cases.public import Case, is_applicant

from .models import Signature


def has_signed(user: User, case: Case) -> bool:
    if user.party_id is None:
        return False
    return Signature.objects.filter(appeal=case.pk, party_id=user.party_id).exists()


def stands_behind(user: User, case: Case, on: date) -> bool:
    """Lodged it, acts for who did, or has signed it."""
    return is_applicant(user, case, on) or has_signed(user, case)
