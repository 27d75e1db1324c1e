"""Of what people began at the portal and did not lodge: the procedure, the page and the month, and nobody.

A person counts once in a quarter and procedure, however many drafts they throw away, and not at all where they have
lodged one. That is known by a keyed digest that names nobody and goes with the quarter after.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone
from django.utils.crypto import salted_hmac

from ratusha.applications.begun import quarter_before, quarter_of
from ratusha.applications.channels import PORTAL
from ratusha.applications.filling import of_draft
from ratusha.applications.models import Draft, LeaverMark, LeftDraft


def count_as_left(drafts: Iterable[Draft], now: datetime) -> None:
    today = timezone.localdate(now)
    LeftDraft.objects.bulk_create(
        LeftDraft(
            procedure=one.edition.procedure_id,
            page=page.code if (page := of_draft(one, today).first_open_page(one.done)) else "",
            begun_in=timezone.localdate(one.begun_at).replace(day=1),
            met_silence=one.met_silence,
        )
        for one in drafts
        if one.channel == PORTAL and _is_first(one, today)
    )


def forget_marks(today: date) -> None:
    """Every night: of a quarter and the one after it nobody needs to be known again."""
    LeaverMark.objects.filter(quarter__lt=quarter_before(today)).delete()


def _is_first(draft: Draft, today: date) -> bool:
    quarter = quarter_of(timezone.localdate(draft.begun_at))
    if quarter < quarter_before(today) or _has_lodged(draft, quarter):
        return False
    _mark, is_new = LeaverMark.objects.get_or_create(
        digest=_digest(draft, quarter), defaults={"quarter": quarter}
    )
    return is_new


def _has_lodged(draft: Draft, quarter: date) -> bool:
    lodged = Draft.objects.filter(user=draft.user_id, channel=PORTAL, lodged_as__isnull=False)
    begun = lodged.filter(edition__procedure=draft.edition.procedure_id).values_list(
        "begun_at", flat=True
    )
    return any(quarter_of(timezone.localdate(at)) == quarter for at in begun)


def _digest(draft: Draft, quarter: date) -> str:
    said = f"{draft.edition.procedure_id} {quarter} {draft.user_id}"
    return salted_hmac("applications.left", said, algorithm="sha256").hexdigest()
