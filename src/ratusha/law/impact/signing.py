"""A new edition, what it changes, and who answers for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User, declare_permission
from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict, NotPermitted
from ratusha.law.models import SignOff
from ratusha.procedures.public import Definition, Edition, digest_of

from .differences import Difference, differences
from .replay import PAST_CASES, Impact, replay

EXAMINE = declare_permission(
    "law.examine", gettext_lazy("See the scenarios of procedures and what a new edition changes")
)
SIGN = declare_permission(
    "law.sign_off", gettext_lazy("Answer for what a new edition of a procedure changes")
)


@dataclass(frozen=True)
class Report:
    """`before` is None for a procedure that had no other wording."""

    before: Edition | None
    after: Definition
    differences: list[Difference]
    impact: Impact

    @property
    def needs_sign_off(self) -> bool:
        return self.impact.affected > 0

    def to_json(self) -> dict[str, Any]:
        return {
            "code": self.after.code,
            "before": self.before.digest if self.before else "",
            "after": digest_of(self.after),
            "differences": [
                {"place": d.place, "what": d.what, "before": d.before, "after": d.after}
                for d in self.differences
            ],
            "impact": self.impact.to_json(),
            "needs_sign_off": self.needs_sign_off,
        }


def edition_before(after: Definition) -> Edition | None:
    """The newest wording of this procedure that is not this one."""
    others = Edition.objects.filter(procedure=after.code).exclude(digest=digest_of(after))
    return others.filter(valid_from__lte=after.valid_from).order_by("-number").first()


def report_on(after: Definition, *, cases: int = PAST_CASES) -> Report:
    before = edition_before(after)
    if before is None:
        return Report(None, after, [], Impact())
    return Report(before, after, differences(before.promise, after), replay(after, cases=cases))


def signed(after: Definition, before: Edition) -> SignOff | None:
    found = SignOff.objects.filter(code=after.code, before=before.digest, after=digest_of(after))
    return found.select_related("by").first()


def lacks_sign_off(after: Definition) -> int:
    """The number of past cases that a new wording changes while nobody answers for it."""
    before = edition_before(after)
    if before is None or signed(after, before):
        return 0
    return replay(after).affected


@transaction.atomic
def sign_off(after: Definition, *, by: User, body_id: Any, now: datetime) -> SignOff:
    """Look at the report once more, keep it, and say who and when. Given once by a person."""
    if not by.may(SIGN, body_id, on=timezone.localdate(now)):
        raise NotPermitted("law.sign_not_yours", _("You may not answer for a change of the law."))
    report = report_on(after)
    if report.before is None:
        raise Conflict("law.nothing_to_sign", _("This procedure has no other edition to compare."))
    given, new = SignOff.objects.get_or_create(
        code=after.code,
        before=report.before.digest,
        after=digest_of(after),
        by=by,
        defaults={"report": report.to_json(), "at": now},
    )
    if new:
        record("law.sign_off", "procedure", after.code, by=by.pk, body=body_id, edition=given.after)
    return given
