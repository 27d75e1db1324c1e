"""Files that people bring: checked by `documents` before anything points to them."""

from collections.abc import Mapping
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from ratusha.accounts.public import User
from ratusha.documents.public import keep_file
from ratusha.kernel.errors import RuleBroken


@transaction.atomic
def keep_uploads(
    files: Mapping[str, "UploadedFile[bytes]"], *, by: User, now: datetime
) -> dict[str, dict[str, str]]:
    """Keep each file; what is wrong with one is said at its question."""
    kept = {}
    for question, upload in files.items():
        try:
            file = keep_file(
                content=upload.read(), name=upload.name or "", by=by, now=now, used_in="application"
            )
        except RuleBroken as error:
            raise RuleBroken(error.code, error.message, field=question) from error
        kept[question] = {"id": str(file.pk), "name": file.name}
    return kept
