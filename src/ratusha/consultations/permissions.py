"""Who asks, who moderates, who answers, and who keeps a key of a poll."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission

PREPARE = declare_permission(
    "consultations.prepare", _("Prepare polls, draft laws and budgets for discussion")
)
TRUSTEE = declare_permission("consultations.trustee", _("Keep a part of the key of polls"))
MODERATE = declare_permission("consultations.moderate", _("Moderate petitions and ideas"))
ANSWER = declare_permission("consultations.answer", _("Answer petitions and comments for the body"))
ALL = (PREPARE, TRUSTEE, MODERATE, ANSWER)


def has_a_part(user: User, body_id: UUID | None, on: date) -> bool:
    """Anybody who prepares, moderates, answers or keeps a key at the body they act for."""
    return any(user.may(one, body_id, on=on) for one in ALL)
