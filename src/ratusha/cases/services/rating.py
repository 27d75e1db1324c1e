"""How whoever a case concerns found it: said once, changed, set aside."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases import permissions, rules
from ratusha.cases.events import CaseRated
from ratusha.cases.models import Case, Rating
from ratusha.kernel.errors import Conflict, NotPermitted
from ratusha.kernel.events import publish
from ratusha.parties.public import Act, Mandate

from .traces import acted_for, lock, trace


@transaction.atomic
def rate(
    case_id: UUID, *, scores: dict[str, int], comment: str, by: User | None, now: datetime
) -> Rating:
    """One rating a case, after its result, by whom it concerns. `by=None`: another module has checked their code."""
    case, mandate = _to_rate(case_id, by, now)
    rules.require_rating(case.outcome, scores)
    try:
        with transaction.atomic():
            rating = Rating.objects.create(
                case=case, body_id=case.body_id, comment=comment, at=now, **scores
            )
    except IntegrityError as error:
        raise Conflict("case.rated", _("This case has already been rated.")) from error
    return _rated(rating, "rate", by=by, mandate=mandate, now=now)


@transaction.atomic
def change_rating(
    case_id: UUID, *, scores: dict[str, int], comment: str, by: User | None, now: datetime
) -> Rating:
    """By the same person; until when, the module says that keeps the earlier marks."""
    case, mandate = _to_rate(case_id, by, now)
    rules.require_rating(case.outcome, scores)
    rating = Rating.objects.select_related("case").get(case=case)
    for criterion, score in scores.items():
        setattr(rating, criterion, score)
    rating.comment, rating.changed_at = comment, now
    rating.save()
    return _rated(rating, "change_rating", by=by, mandate=mandate, now=now)


@transaction.atomic
def count_rating(case_id: UUID, *, counts: bool, by: User, now: datetime) -> Rating:
    """Set a rating aside, or let it count again; who may and why, the module says that keeps the reasons."""
    case = lock(case_id)
    rating = Rating.objects.get(case=case)
    rating.set_aside_at = None if counts else now
    rating.save(update_fields=["set_aside_at"])
    trace(case, "count_rating" if counts else "set_rating_aside", by, body=case.body_id)
    return rating


def _to_rate(case_id: UUID, by: User | None, now: datetime) -> tuple[Case, Mandate | None]:
    case, today = lock(case_id), timezone.localdate(now)
    if by and not permissions.may_for_applicant(by, case, today, Act.RECEIVE):
        raise NotPermitted("case.rate_not_yours", _("Only the applicant may rate a case."))
    return case, permissions.mandate_for(by, case, today, Act.RECEIVE)


def _rated(
    rating: Rating, act: str, *, by: User | None, mandate: Mandate | None, now: datetime
) -> Rating:
    case = rating.case
    trace(case, act, by)
    acted_for(case, act, mandate, now)
    publish(CaseRated(case_id=case.pk, kind=case.kind, body_id=case.body_id, at=now))
    return rating
