"""Organisations that mend: named by their code, tied to the party of this state that they are."""

from uuid import UUID

from django.db import transaction

from ratusha.audit.public import record
from ratusha.issues.models import Executor
from ratusha.kernel.texts import Text


@transaction.atomic
def name_executor(code: str, *, name: Text, body_id: UUID | None) -> Executor:
    """A second time it is the same one, with the name and the body given now."""
    found, _new = Executor.objects.update_or_create(
        code=code, defaults={"name": name, "body_id": body_id}
    )
    record("issues.name_executor", "executor", code, by=None, body=body_id)
    return found
