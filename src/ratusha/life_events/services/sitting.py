"""Sitting down: what was chosen, answers that serve several procedures, and lodging all that can be lodged now."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications.public import Draft, begin, lodge, save_page
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.kernel.errors import DomainError, RuleBroken
from ratusha.life_events import rules
from ratusha.life_events.letters import write_about_sitting
from ratusha.life_events.models import Errand, Offer, Sitting
from ratusha.life_events.queries import Errands, fillable
from ratusha.life_events.reading import LifeEvent
from ratusha.procedures.public import edition_in_force


@transaction.atomic
def sit_down(
    event: LifeEvent,
    chosen: Sequence[str],
    *,
    user: User,
    applicant_id: UUID,
    language: str,
    now: datetime,
) -> Sitting:
    """Begin with the procedures that were chosen; what need not wait gets its draft at once."""
    offered = fillable(event, user, applicant_id, timezone.localdate(now))
    codes = rules.in_order([one for one in offered if one in chosen], event.after)
    if not codes:
        message = _("Choose at least one thing to be done.")
        raise RuleBroken("life.nothing_chosen", message, field="procedures")
    sitting = Sitting.objects.create(
        user=user, applicant_id=applicant_id, event=event.code, begun_at=now
    )
    Errand.objects.bulk_create(
        Errand(sitting=sitting, procedure=code, place=place) for place, code in enumerate(codes)
    )
    record("life.sit_down", "sitting", str(sitting.pk), by=user.pk, event=event.code)
    go_on(sitting, by=user, language=language, now=now)
    return sitting


@transaction.atomic
def go_on(sitting: Sitting, *, by: User, language: str, now: datetime) -> Errands:
    """A draft for everything that can be filled in now and has none: at first, or when a result has come."""
    Sitting.objects.select_for_update().get(pk=sitting.pk, user=by)
    errands = Errands(sitting)
    without = [one for one in errands.to_fill if one.draft is None]
    for errand in without:
        errand.draft = begin(
            edition_in_force(errand.procedure, timezone.localdate(now)),
            user=by,
            applicant_id=sitting.applicant_id,
            language=language,
            now=now,
        )
        errand.save(update_fields=["draft"])
    if without:
        _share_what_is_known(errands, by, language, now)
        return Errands(sitting)
    return errands


def _share_what_is_known(errands: Errands, by: User, language: str, now: datetime) -> None:
    for errand in errands.all:
        if errand.draft and errand.draft.lodged_as is None:
            _hand_on(errands, errand, errand.draft.answers, by, language, now)


@transaction.atomic
def answer_page(
    errands: Errands,
    errand: Errand,
    page: str,
    answers: dict[str, Any],
    *,
    by: User,
    language: str,
    now: datetime,
) -> None:
    """Save a page; what other procedures ask too is answered there as well."""
    assert errand.draft is not None  # noqa: S101 - who asks has looked
    save_page(errand.draft.pk, page, answers, by=by, language=language, now=now)
    _hand_on(errands, errand, answers, by, language, now)


def _hand_on(  # noqa: PLR0917 - one act with the usual three
    errands: Errands,
    errand: Errand,
    answers: Mapping[str, Any],
    by: User,
    language: str,
    now: datetime,
) -> None:
    given = rules.handed_on(errand.procedure, answers, errands.codes, errands.event.sharing)
    for code, theirs in given.items():
        other = errands.of(code)
        if other.draft is None or other.draft.lodged_as:
            continue
        for page in other.draft.edition.promise.form:
            mine = {f.code: theirs[f.code] for f in page.fields if f.code in theirs}
            if mine:
                save_page(other.draft.pk, page.code, mine, by=by, language=language, now=now)


@transaction.atomic
def lodge_all(sitting: Sitting, *, by: User, now: datetime) -> list[Case]:
    """Everything that is filled in and waits for nothing, each its own case. All of it, or nothing and the reason.

    A second press finds nothing left to lodge and changes nothing.
    """
    Sitting.objects.select_for_update().get(pk=sitting.pk, user=by)
    errands = Errands(sitting)
    cases = []
    for errand in errands.to_fill:
        if errand.draft is None:
            continue
        try:
            case = lodge(errand.draft.pk, by=by, now=now)
        except DomainError as error:
            raise RuleBroken(error.code, error.message, field=errand.procedure) from error
        errand.case = case
        errand.save(update_fields=["case"])
        cases.append(case)
    if cases:
        numbers = [case.reference for case in cases]
        record("life.lodge", "sitting", str(sitting.pk), by=by.pk, cases=numbers)
        write_about_sitting(sitting, cases, now=now)
    return cases


def fill_in(
    draft: Draft, answers: Mapping[str, Any], *, by: User, language: str, now: datetime
) -> None:
    """Put answers that are known where their questions are."""
    for page in draft.edition.promise.form:
        mine = {f.code: answers[f.code] for f in page.fields if f.code in answers}
        save_page(draft.pk, page.code, mine, by=by, language=language, now=now)


def erase(case: Case) -> None:
    """Called inside the act that erases the case: its errand goes, and a sitting that is left empty."""
    sittings = list(Errand.objects.filter(case=case).values_list("sitting_id", flat=True))
    Errand.objects.filter(case=case).delete()
    empty = Sitting.objects.filter(pk__in=sittings, errands=None)
    empty.exclude(pk__in=Offer.objects.filter(sitting__in=sittings).values("sitting_id")).delete()
