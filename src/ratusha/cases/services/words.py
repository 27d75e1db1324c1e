"""What people add to a running case: words and files."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases import permissions, rules
from ratusha.cases.events import MessageSent
from ratusha.cases.models import Attachment, Message
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.events import publish
from ratusha.parties.public import Act

from .traces import acted_for, lock, trace


@transaction.atomic
def send_message(case_id: UUID, *, text: str, by: User, now: datetime) -> Message:
    case = lock(case_id)
    today = timezone.localdate(now)
    from_applicant = permissions.may_for_applicant(by, case, today, Act.LODGE)
    if not from_applicant and not permissions.may_see_at_desk(by, case, today):
        raise NotPermitted("case.not_yours", _("You may not write in this case."))
    message = Message.objects.create(
        case=case, by=by, from_applicant=from_applicant, text=rules.require_message(text), at=now
    )
    trace(case, "message", by, body=None if from_applicant else case.body_id)
    acted_for(case, "message", permissions.mandate_for(by, case, today, Act.LODGE), now)
    publish(
        MessageSent(
            case_id=case.pk,
            kind=case.kind,
            message_id=message.pk,
            from_applicant=from_applicant,
            at=now,
        )
    )
    return message


@transaction.atomic
def attach(case_id: UUID, *, file_id: UUID, title: str, by: User, now: datetime) -> Attachment:
    """Add a file to a running case: from the applicant, or from an official who works on it."""
    case = lock(case_id)
    today = timezone.localdate(now)
    theirs = permissions.may_for_applicant(by, case, today, Act.LODGE)
    if not theirs and not permissions.is_handler(by, case, today):
        raise NotPermitted("case.not_yours", _("You may not add files to this case."))
    if case.closed_on:
        raise RuleBroken("case.closed", _("The case is finished."))
    attachment = Attachment.objects.create(case=case, file_id=file_id, title=title, by=by, at=now)
    trace(case, "attach", by, file=str(file_id), body=None if theirs else case.body_id)
    acted_for(case, "attach", permissions.mandate_for(by, case, today, Act.LODGE), now)
    return attachment
