"""Before a system is put into operation each check is proven by a paper; one paper may prove several (Z01 to Z10)."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.models import CheckProof
from ratusha.measures.passport.reading import number
from ratusha.measures.queries import last_version
from ratusha.measures.rules import CHECKS, Status, require_figures, require_words

from .moving import for_initiator
from .stages import Paper, kept


@transaction.atomic
def prove(
    case_id: UUID,
    *,
    checks: Sequence[str],
    text: str,
    paper: Paper,
    by: User,
    now: datetime,
    load: Decimal | None = None,
    hours: Decimal | None = None,
    is_open: bool = False,
) -> list[CheckProof]:
    """By the body of the measure, in trial operation; who registers the system then looks at the papers."""
    case = for_initiator(case_id, by, now)
    if case.status != Status.TRIAL:
        message = _("Checks are proven in trial operation.")
        raise RuleBroken("measure.not_in_trial", message)
    if not checks or not set(checks) <= {code for code, _name in CHECKS}:
        raise RuleBroken("measure.checks_missing", _("Choose what is proven."), field="checks")
    version = last_version(case)
    answers = version.answers.get("architecture", {}) if version else {}
    require_figures(checks, load=load, hours=hours, promised=number(answers, "recovery_hours"))
    text = require_words(text, field="text", missing=_("Write what the paper shows."))
    file = kept(case, paper, by=by, now=now)
    figures = {"Z02": load, "Z03": hours}
    record("measure.prove", "case", case.reference, by=by.pk, checks=sorted(checks))
    return CheckProof.objects.bulk_create(
        CheckProof(
            case=case, code=code, text=text, figure=figures.get(code), file_id=file.pk, name=file.name,
            is_open=is_open, at=now, by=by,
        )
        for code in sorted(checks)
    )  # fmt: skip
