"""What the person, or who considers the appeal, adds to it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.appeals.rules import KIND
from ratusha.cases.public import Attachment, attach
from ratusha.documents.public import keep_file


@transaction.atomic
def add_paper(
    case_id: UUID, *, title: str, name: str, content: bytes, by: User, now: datetime
) -> Attachment:
    """The file is checked and kept, and stands in the appeal; both, or neither."""
    file = keep_file(content=content, name=name, by=by, now=now, used_in=KIND)
    return attach(case_id, file_id=file.pk, title=title, by=by, now=now)
