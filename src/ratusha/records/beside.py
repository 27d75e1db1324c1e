"""What records say at the desk on the page of a case: that it is held, and the way to hold it."""

from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, Related
from ratusha.kernel.dates import day_in_words

from .breaches.permissions import BREACH
from .disposal.permissions import DISPOSE, may_dispose
from .models import Hold


def said_beside(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:
    if not at_desk:
        return []
    may = may_dispose(user, case.body_id, on)
    held = Hold.objects.filter(case=case, lifted_at=None).first()
    if held is None and not may:
        return []
    said = _("Held since %(day)s (%(source)s): it is not erased when its term is over.")
    return [
        Related(
            title=_("Legal hold"),
            text=said % {"day": day_in_words(held.set_at), "source": held.legal_source}
            if held
            else _("The case is not held: it may be erased when its term of keeping is over."),
            address=reverse("records:hold", args=[case.reference]) if may else "",
            action=_("Lift the hold") if held else _("Hold this case"),
        )
    ]


def registers_of(user: User, body_id: UUID | None, on: date) -> list[tuple[str, str]]:
    """What this official keeps for the body besides cases: (name, address), for the desk."""
    if body_id is None:
        return []
    ways = [
        (BREACH, _("Breaches of data"), "records:breaches"),
        (DISPOSE, _("Disposal of records"), "records:disposals"),
    ]
    return [(name, reverse(to)) for right, name, to in ways if user.may(right, body_id, on=on)]
