"""What the aids of experts keep: a profile of each measure, reports with their versions, comments of experts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures.aids import architecture, budget, grams, integrations, reading, similar
from ratusha.measures.aids.profile import Profile as Seen
from ratusha.measures.aids.profile import of_system
from ratusha.measures.law import law
from ratusha.measures.looking import advice_on, seen_again, seen_in, similar_to
from ratusha.measures.models import (
    AutoReport,
    GramTable,
    Measure,
    PassportDraft,
    PassportVersion,
    Profile,
    SimilarComment,
)
from ratusha.measures.passport.definition import Answers
from ratusha.measures.permissions import is_initiator
from ratusha.measures.rules import require_words
from ratusha.systems.public import cards

VERSIONS = {
    "grams": grams.VERSION, "similar": similar.VERSION, "budget": budget.VERSION, "reading": reading.VERSION,
    "integrations": integrations.VERSION, "architecture": architecture.VERSION,
}  # fmt: skip


@transaction.atomic
def remember(case: Case, answers: Answers) -> Profile:
    """From now on others are compared with this passport."""
    measure = Measure.objects.get(pk=case.pk)
    seen = seen_in(answers)
    action = str(answers.get("identity", {}).get("action") or "")
    before = Profile.objects.filter(kind=Profile.Kind.MEASURE, key=case.reference).first()
    _count(before.text if before else None, seen.text)
    made, _new = Profile.objects.update_or_create(
        kind=Profile.Kind.MEASURE,
        key=case.reference,
        defaults={"case": case, "sphere": measure.sphere, "action": action, **columns_of(seen)},
    )
    return made


def remember_systems() -> int:
    """Within the act that reports: the register of systems as it stands now. How many have changed since."""
    forms = frozenset(law().aids.legal_forms)
    seen = {number: of_system(card, forms) for number, card in cards(open_only=False).items()}
    kept = {one.key: one for one in Profile.objects.filter(kind=Profile.Kind.SYSTEM)}
    for key, gone in kept.items():
        if key not in seen:
            _count(gone.text, None)
            gone.delete()
    changed = {
        key: one for key, one in seen.items() if key not in kept or seen_again(kept[key]) != one
    }
    for key, one in changed.items():
        _count(kept[key].text if key in kept else None, one.text)
        Profile.objects.update_or_create(
            kind=Profile.Kind.SYSTEM, key=key, defaults=columns_of(one)
        )
    return len(changed)


def columns_of(seen: Seen) -> dict[str, Any]:
    return {
        "name": seen.name[:300],
        "text": seen.text,
        "signature": grams.signature(grams.grams(seen.text)),
        "objects_named": sorted(seen.objects),
        **{
            name: sorted(getattr(seen, name))
            for name in ("owned", "functions", "users", "procedures", "created", "replaced")
        },
        **{
            name: getattr(seen, name)
            for name in (
                "switched_off_on",
                "availability",
                "total",
                "labour",
                "licences",
                "equipment",
            )
        },
    }


def _count(before: str | None, after: str | None) -> None:
    """Keep in step in how many profiles each piece occurs."""
    table = GramTable.objects.select_for_update().filter(pk=1).first()
    if table is None:
        empty = np.zeros(grams.BUCKETS, dtype=np.int32).tobytes()
        GramTable.objects.bulk_create([GramTable(pk=1, counts=empty)], ignore_conflicts=True)
        table = GramTable.objects.select_for_update().get(pk=1)
    counts = np.frombuffer(table.counts, dtype=np.int32).copy()
    for text, step in ((before, -1), (after, 1)):
        if text is not None:
            counts[np.unique(grams.grams(text).buckets)] += step
            table.documents += step
    table.counts = counts.tobytes()
    table.save(update_fields=["documents", "counts"])


def forget(case: Case) -> None:
    """Within the act that erases the case."""
    for one in Profile.objects.filter(case=case):
        _count(one.text, None)
        one.delete()


@transaction.atomic
def check(case_id: UUID, *, by: User, now: datetime) -> AutoReport:
    """The initiator has the passport looked at while it is being written."""
    case = lock(case_id)
    if not is_initiator(by, case, timezone.localdate(now)):
        raise NotPermitted("measure.passport_not_yours", _("You may not write this passport."))
    draft = PassportDraft.objects.get(pk=case_id)
    return report(case, draft.answers, version=None, by=by, now=now)


def report(
    case: Case, answers: Answers, *, version: PassportVersion | None, by: User, now: datetime
) -> AutoReport:
    """Within the act that submits a version, or has the draft checked. In the language of the measure."""
    remember_systems()
    with override(case.language):
        found = advice_on(case, answers, timezone.localdate(now))
    last = AutoReport.objects.filter(case=case).last()
    made = AutoReport.objects.create(
        case=case,
        number=last.number + 1 if last else 1,
        version=version,
        similar=[
            {"key": one.key, "title": one.title, "score": one.score, "factors": dict(one.factors)}
            for one in similar_to(case, answers)
        ],
        advice=[[one.code, one.level, one.block, one.message] for one in found],
        language=case.language,
        made_with=VERSIONS,
        at=now,
        by=by,
    )
    record("measure.auto_report", "case", case.reference, by=by.pk, report=made.number)
    return made


def require_comments(report: AutoReport | None, comments: Mapping[str, str]) -> None:
    """What is very similar is not passed over by the expert."""
    for one in report.similar if report else []:
        must = one["score"] >= similar.COMMENTED_FROM
        if must and not comments.get(one["key"], "").strip():
            message = _("Say what you think of “%(title)s”: it is very similar.")
            raise RuleBroken(
                "measure.similar_uncommented", message % {"title": one["title"]}, field="comments"
            )


def keep_comments(
    report: AutoReport | None, comments: Mapping[str, str], *, by: User, now: datetime
) -> None:
    if report is None:
        return
    for one in report.similar:
        if text := comments.get(one["key"], "").strip():
            missing = _("Write what you think of it.")
            words = require_words(text, field="comments", missing=missing)
            SimilarComment.objects.create(report=report, key=one["key"], text=words, at=now, by=by)
