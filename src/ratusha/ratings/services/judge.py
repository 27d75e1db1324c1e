"""What people decide about ratings: words released or not, a rating set aside or restored, a sign answered."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Rating, count_rating
from ratusha.kernel.errors import Conflict
from ratusha.ratings import rules
from ratusha.ratings.models import Given, Judgement, Organisation, Signal
from ratusha.ratings.permissions import acts_for, oversees, require
from ratusha.ratings.rules import Judged


def _lock(given_id: UUID) -> Given:
    return (
        Given.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=given_id)
    )


def _require_may_judge(organisation: Organisation, by: User, today: date) -> None:
    require(allowed=oversees(by, today))
    rules.require_not_own(acts_for_it=acts_for(by, organisation.party_id, today))


@transaction.atomic
def release_words(
    given_id: UUID, *, text: str, by: User, now: datetime, as_read: str | None = None
) -> Given:
    """In the wording that is left: without names, telephones and insults. `as_read`: the print of the words then."""
    given = _lock(given_id)
    _require_may_judge(given.organisation, by, timezone.localdate(now))
    words = Rating.objects.get(case=given.case_id).comment
    rules.require_words_given(words)
    rules.require_as_read(words, as_read)
    given.public_words, given.looked_at = rules.require_released(text), now
    given.save(update_fields=["public_words", "looked_at"])
    return _judged(given, Judged.RELEASE, "", by, now)


@transaction.atomic
def hide_words(given_id: UUID, *, reason: str, by: User, now: datetime) -> Given:
    given = _lock(given_id)
    _require_may_judge(given.organisation, by, timezone.localdate(now))
    reason = rules.require_reason(reason)
    given.public_words, given.looked_at = "", now
    given.save(update_fields=["public_words", "looked_at"])
    return _judged(given, Judged.HIDE, reason, by, now)


@transaction.atomic
def set_aside(given_id: UUID, *, reason: str, by: User, now: datetime) -> Given:
    """It does not count from now on; the rating, the reason and who decided stay."""
    given = _lock(given_id)
    _require_may_judge(given.organisation, by, timezone.localdate(now))
    reason = rules.require_reason(reason)
    if Rating.objects.get(case=given.case_id).set_aside_at is not None:
        raise Conflict("rating.aside", _("This rating is set aside already."))
    count_rating(given.case_id, counts=False, by=by, now=now)
    return _judged(given, Judged.SET_ASIDE, reason, by, now)


@transaction.atomic
def restore(given_id: UUID, *, reason: str, by: User, now: datetime) -> Given:
    given = _lock(given_id)
    _require_may_judge(given.organisation, by, timezone.localdate(now))
    reason = rules.require_reason(reason)
    if Rating.objects.get(case=given.case_id).set_aside_at is None:
        raise Conflict("rating.counts", _("This rating counts already."))
    count_rating(given.case_id, counts=True, by=by, now=now)
    return _judged(given, Judged.RESTORE, reason, by, now)


@transaction.atomic
def decide_signal(
    signal_id: UUID, *, set_aside_all: bool, reason: str, by: User, now: datetime
) -> Signal:
    """Nothing was wrong, or the ratings that it is about are set aside: each with this reason."""
    signal = (
        Signal.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=signal_id)
    )
    _require_may_judge(signal.organisation, by, timezone.localdate(now))
    if signal.decided_at is not None:
        raise Conflict("rating.sign_decided", _("Somebody has decided about this already."))
    reason = rules.require_reason(reason)
    if set_aside_all:
        for key in signal.ratings.counted().values_list("pk", flat=True):
            set_aside(key, reason=reason, by=by, now=now)
            signal.set_aside += 1
    signal.decided_at, signal.decided_by, signal.reason = now, by, reason
    signal.save()
    record(
        "ratings.decide_signal", "signal", signal.pk, by=by.pk, body=signal.organisation.party_id,
        sign=signal.sign, set_aside=signal.set_aside,
    )  # fmt: skip
    return signal


def _judged(given: Given, what: Judged, reason: str, by: User, now: datetime) -> Given:
    Judgement.objects.create(given=given, what=what, reason=reason, by=by, at=now)
    record(f"ratings.{what.value}", "rating", given.pk, by=by.pk, body=given.organisation.party_id)
    return given
