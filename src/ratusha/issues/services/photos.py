"""What everybody may see of the photos: released one by one, covered first; originals go when their days are over."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.documents.public import erase_files, keep_file, read_file
from ratusha.issues.holds import held_cases
from ratusha.issues.law import law
from ratusha.issues.models import Photo
from ratusha.issues.permissions import may_carry_out, may_dispatch
from ratusha.issues.photos.areas import Area
from ratusha.issues.photos.cover import covered
from ratusha.kernel.errors import NotPermitted, RuleBroken

ERASED_AT_ONCE = 500


def may_release(user: User, case: Case, photo: Photo, on: date) -> bool:
    """The dispatcher every photo; the organisation those of its own work."""
    own_work = photo.shows == Photo.Shows.WORK and may_carry_out(user, case, on)
    return own_work or may_dispatch(user, case, on)


def _to_decide(photo_id: UUID, by: User, now: datetime) -> tuple[Case, Photo]:
    case = lock(Photo.objects.get(pk=photo_id).issue_id)
    photo = Photo.objects.select_for_update().get(pk=photo_id)
    if not may_release(by, case, photo, timezone.localdate(now)):
        raise NotPermitted("issue.photo_not_yours", _("The dispatcher decides what is shown."))
    return case, photo


@transaction.atomic
def release_photo(photo_id: UUID, *, areas: Sequence[Area], by: User, now: datetime) -> Photo:
    """Show it to everybody as a copy in which these parts are destroyed; a copy that was there before goes."""
    case, photo = _to_decide(photo_id, by, now)
    if photo.file_id is None:
        message = _("The original has been erased: the photo can be hidden, but not covered anew.")
        raise RuleBroken("issue.photo_erased", message)
    copy = keep_file(
        content=covered(read_file(photo.file_id), areas),
        name=f"{case.reference}.jpg",
        by=case.body_id,
        now=now,
        used_in=case.reference,
    )
    _take_down(photo)
    photo.public_file_id, photo.areas = copy.pk, [one.written() for one in areas]
    photo.save(update_fields=["public_file_id", "areas"])
    record(
        "issue.release_photo", "case", case.reference, by=by.pk, body=case.body_id,
        photo=str(photo.pk), covered=len(areas),
    )  # fmt: skip
    return photo


@transaction.atomic
def hide_photo(photo_id: UUID, *, by: User, now: datetime) -> Photo:
    """Nobody outside sees it from now on, and the copy is erased."""
    case, photo = _to_decide(photo_id, by, now)
    _take_down(photo)
    photo.public_file_id = None
    photo.save(update_fields=["public_file_id"])
    record(
        "issue.hide_photo", "case", case.reference, by=by.pk, body=case.body_id, photo=str(photo.pk)
    )
    return photo


def _take_down(photo: Photo) -> None:
    if photo.public_file_id is not None:
        erase_files([photo.public_file_id])


def erase_originals(now: datetime) -> int:
    """Every night: what nobody needs any more to decide goes; the copies that everybody may see stay."""
    today = timezone.localdate(now)
    until = today - timedelta(days=law().days_to_keep_originals)
    over = (
        Photo.objects.filter(issue__case__closed_on__lt=until)
        .exclude(file_id=None)
        .exclude(issue__in=held_cases())
    )
    keys = list(over.order_by("pk").values_list("pk", flat=True)[:ERASED_AT_ONCE])
    return sum(_erase_original(key, today) for key in keys)


@transaction.atomic
def _erase_original(photo_id: UUID, today: date) -> int:
    photo = Photo.objects.select_for_update().select_related("issue__case").get(pk=photo_id)
    if photo.file_id is None or photo.issue.case.closed_on is None:
        return 0
    gone, photo.file_id, photo.erased_on = photo.file_id, None, today
    photo.save(update_fields=["file_id", "erased_on"])
    erase_files([gone])
    record("issue.erase_original", "case", photo.issue.case.reference, by=None, photo=str(photo.pk))
    return 1
