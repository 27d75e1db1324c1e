"""The only code that writes the journal: one act, one INSERT."""

import json
import logging
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from ratusha.kernel.rows import Statement

from . import rules

logger = logging.getLogger(__name__)
INSERT = """
INSERT INTO audit_entry (action, object_type, object_id, by, body, details)
VALUES (%s, %s, %s, %s, %s, %s::jsonb)
"""


class PersonalDataInJournal(ValueError):
    """A programmer's mistake: details of an entry hold what identifies a person. Ids and codes only."""


def record(
    action: str,
    object_type: str,
    object_id: str | UUID | int,
    *,
    by: UUID | None,
    body: UUID | None = None,
    **details: Any,
) -> None:
    """Leave a trace of an act in the transaction of the act. `by=None` is the system itself."""
    entry_of(action, object_type, object_id, by=by, body=body, **details).run()


def entry_of(
    action: str,
    object_type: str,
    object_id: str | UUID | int,
    *,
    by: UUID | None,
    body: UUID | None = None,
    **details: Any,
) -> Statement:
    """`record` as a part of an act that is written together.

    Details hold ids and codes. Personal data raise an error in tests and at a developer's desk; in service they are
    withheld and reported, because a citizen's act must not fail for it.
    """
    kept = rules.without_personal_data(details)
    if kept != details:
        keys = sorted(key for key in details if kept[key] != details[key])
        if settings.STRICT_AUDIT:
            raise PersonalDataInJournal(f"{action}: {', '.join(keys)}")
        logger.error("audit.personal_data_withheld action=%s keys=%s", action, keys)
    text = json.dumps(kept, cls=DjangoJSONEncoder, ensure_ascii=False).replace("\\u0000", "")
    return Statement(INSERT, [action, object_type, str(object_id), by, body, text])
