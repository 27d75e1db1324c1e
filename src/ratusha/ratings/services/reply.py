"""The organisation replies to a rating, once."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict
from ratusha.ratings import rules
from ratusha.ratings.models import Given, Reply
from ratusha.ratings.permissions import may_reply, require


@transaction.atomic
def reply(given_id: UUID, *, text: str, by: User, now: datetime) -> Reply:
    """Read by whoever gave the rating, and by everybody once its words are released."""
    given = Given.objects.select_related("organisation").get(pk=given_id)
    body = given.organisation.party_id
    require(allowed=may_reply(by, body, timezone.localdate(now)))
    text = rules.require_reply(text)
    try:
        with transaction.atomic():
            made = Reply.objects.create(given=given, text=text, by=by, at=now)
    except IntegrityError as error:
        raise Conflict("rating.replied", _("This rating has a reply already.")) from error
    record("ratings.reply", "rating", given.pk, by=by.pk, body=body)
    return made
