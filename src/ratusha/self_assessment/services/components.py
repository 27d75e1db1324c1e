"""Figures of others about the country come in as facts, each with its source; what was here stays."""

import hashlib
from datetime import datetime

from django.db import transaction

from ratusha.audit.public import record
from ratusha.self_assessment.components import read
from ratusha.self_assessment.models import ComponentFact
from ratusha.self_assessment.position import unit


@transaction.atomic
def load_components(content: bytes, *, author: str, now: datetime) -> tuple[int, int]:
    """How many figures of this country came in, and how many are of others; the same file comes once."""
    digest = hashlib.sha256(content).hexdigest()
    told = read(content)
    mine = [one for one in told if one.unit == unit()]
    before = ComponentFact.objects.count()
    ComponentFact.objects.bulk_create(
        (
            ComponentFact(
                code=one.code, year=one.year, value=one.value, source=one.source, table_year=one.table_year,
                author=author[:200], file_sha256=digest, loaded_at=now,
            )
            for one in mine
        ),
        ignore_conflicts=True,
    )  # fmt: skip
    new = ComponentFact.objects.count() - before
    record("self_assessment.load_components", "file", digest, by=None, new=new)
    return new, len(told) - len(mine)
