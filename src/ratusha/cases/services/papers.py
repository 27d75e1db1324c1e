"""What the applicant, or who works on the case, adds to it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.cases.models import Attachment
from ratusha.documents.public import keep_file

from .traces import lock
from .words import attach


@transaction.atomic
def add_paper(
    case_id: UUID, *, title: str, name: str, content: bytes, by: User, now: datetime
) -> Attachment:
    """The file is checked and kept, and stands in the case; both, or neither."""
    kind = lock(case_id).kind
    file = keep_file(content=content, name=name, by=by, now=now, used_in=kind)
    return attach(case_id, file_id=file.pk, title=title, by=by, now=now)
