"""Every night: what is strange about the ratings of the last days is put before a person; old fingerprints end."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from ratusha.kernel.protection import fingerprint
from ratusha.ratings.law import law
from ratusha.ratings.models import Given, Organisation, Signal
from ratusha.ratings.rules import Sign
from ratusha.ratings.signs import is_burst, repeated

LOOKED_BACK = 2  # days: one night may be missed
SHORT = 32  # of a fingerprint, enough to know it again


@transaction.atomic
def look_for_signs(now: datetime) -> int:
    """How many new signs; found again, one is not told again."""
    today, signs = timezone.localdate(now), law().signs
    since = today - timedelta(days=LOOKED_BACK)
    fresh = Given.objects.counted().filter(on__gte=since, on__lte=today)
    found = 0
    for given in fresh.filter(by_own=True).select_related("organisation"):
        key = fingerprint(f"ratings.own:{given.pk}")[:SHORT]
        found += _tell(Sign.OWN, key, [given], organisation=given.organisation, now=now)
    for row in fresh.values("organisation", "on").annotate(many=Count("pk")):
        if row["many"] < signs.burst_least:
            continue
        found += _burst(
            Organisation.objects.get(pk=row["organisation"]), row["on"], row["many"], now
        )
    found += _repeated(Sign.NETWORK, since, now)
    found += _repeated(Sign.WORDS, today - timedelta(days=signs.burst_days), now)
    Given.objects.exclude(network="").filter(on__lt=today - timedelta(days=signs.kept_days)).update(
        network=""
    )
    return found


def _burst(organisation: Organisation, on: date, many: int, now: datetime) -> int:
    signs = law().signs
    there = organisation.given.counted()
    first = on - timedelta(days=signs.burst_days)
    before = there.filter(on__gte=first, on__lt=on).count()
    if not is_burst(
        many, before, signs.burst_days, least=signs.burst_least, chance=signs.burst_chance
    ):
        return 0
    return _tell(
        Sign.BURST,
        on.isoformat(),
        there.filter(on=on),
        organisation=organisation,
        now=now,
        many=many,
        day=on.isoformat(),
        before=before,
        days=signs.burst_days,
    )


def _repeated(sign: Sign, since: date, now: datetime) -> int:
    """The same fingerprint on ratings of one organisation by different applicants."""
    name, least = {
        Sign.NETWORK: ("network", law().signs.same_network),
        Sign.WORDS: ("words_mark", law().signs.same_words),
    }[sign]
    there = Given.objects.counted().filter(on__gte=since).exclude(**{name: ""})
    rows = there.values_list("organisation", name, "case__applicant_id").distinct()
    found = 0
    by_organisation: dict[UUID, list[str]] = {}
    for organisation, mark, _applicant in rows:
        by_organisation.setdefault(organisation, []).append(mark)
    for key, marks in by_organisation.items():
        for mark, count in repeated(marks, least).items():
            same = there.filter(**{"organisation": key, name: mark})
            organisation = Organisation.objects.get(pk=key)
            found += _tell(sign, mark[:SHORT], same, organisation=organisation, now=now, many=count)
    return found


def _tell(
    sign: Sign,
    key: str,
    ratings: Iterable[Given],
    *,
    organisation: Organisation,
    now: datetime,
    **facts: object,
) -> int:
    signal, new = Signal.objects.get_or_create(
        sign=sign, organisation=organisation, key=key, defaults={"facts": facts, "found_at": now}
    )
    if new:
        signal.ratings.set(ratings)
    return int(new)
