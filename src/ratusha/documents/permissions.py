"""Who may have a document in hand. Everybody else is told that there is no such thing."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission
from ratusha.kernel.errors import NotPermitted
from ratusha.parties.public import Act, may_act_for

from .models import Document

SEE_CASES = "cases.see"
REVOKE = declare_permission("documents.revoke", _("Revoke documents of the body"))


CaseReach = Callable[[User, str, date], bool]
_receives_in_case: CaseReach = lambda _user, _reference, _on: False  # noqa: E731 - a socket


def plug_case_reach(receives: CaseReach) -> None:
    """Called from config/wiring.py: whether a mandate reaches the decision of the case with this number."""
    global _receives_in_case  # noqa: PLW0603 - one socket, filled once
    _receives_in_case = receives


def is_for_the_holder(user: User, document: Document, *, on: date) -> bool:
    """The holder, who may receive everything for the holder, or what this case decides."""
    party = user.party_id
    return party is not None and (
        may_act_for(party, document.holder_id, on, act=Act.RECEIVE)
        or _receives_in_case(user, document.case_reference, on)
    )


def is_official_of_the_body(
    user: User, document: Document, *, acting: UUID | None, on: date
) -> bool:
    """The right is the body's, used while acting for it; a wrong body chosen in the session is no right."""
    return acting == document.body_id and user.may(SEE_CASES, document.body_id, on=on)


def check_may_revoke(user: User, document: Document, *, on: date) -> None:
    if not user.may(REVOKE, document.body_id, on=on):
        message = gettext(
            "Only officials of the body who are appointed to do so revoke its documents."
        )
        raise NotPermitted("document.not_yours_to_revoke", message)
