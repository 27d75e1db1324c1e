"""The secret address under which a calendar program reads the duties of one body."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.protection import fingerprint, fingerprints, seal, unseal
from ratusha.obligations.models import FeedAddress
from ratusha.obligations.permissions import has_part, require
from ratusha.parties.public import Organisation

CONTEXT = "obligations.feed"
BYTES = 24


@transaction.atomic
def renew_address(body_id: UUID, *, by: User, now: datetime) -> FeedAddress:
    """A new address; whoever knows the old one reads nothing any more."""
    require(allowed=has_part(by, body_id, timezone.localdate(now)))
    Organisation.objects.select_for_update().get(pk=body_id)
    FeedAddress.objects.filter(body_id=body_id, ended_at=None).update(ended_at=now)
    secret = secrets.token_urlsafe(BYTES)
    made = FeedAddress.objects.create(
        body_id=body_id,
        secret_fingerprint=fingerprint(secret),
        secret_sealed=seal(secret, context=CONTEXT),
        made_at=now,
        made_by=by,
    )
    record("obligations.renew_address", "body", body_id, by=by.pk, body=body_id)
    return made


def secret_of(body_id: UUID) -> str:
    """The address in force, or "" where nobody has asked for one."""
    found = FeedAddress.objects.filter(body_id=body_id, ended_at=None).first()
    return unseal(found.secret_sealed, context=CONTEXT) if found else ""


def body_of(secret: str) -> UUID | None:
    keys = fingerprints(secret)
    found = FeedAddress.objects.filter(secret_fingerprint__in=keys, ended_at=None).first()
    return found.body_id if found else None
