"""Acts on the body's own words: a version is written, or their series retired."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications.models import OwnWords
from ratusha.audit.public import record
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.texts import Text

from .permissions import WORDS
from .rules import require_since, require_words


@transaction.atomic
def write_words(
    body_id: UUID, *, ground: str, words: Text, since: date, by: User, now: datetime
) -> OwnWords:
    """The first version of a new series."""
    _require_writer(body_id, by, now)
    return _add(
        OwnWords(body_id=body_id, ground_code=ground), words=words, since=since, by=by, now=now
    )


@transaction.atomic
def change_words(series: UUID, *, words: Text, since: date, by: User, now: datetime) -> OwnWords:
    """The next version, from its day on: those before it stay as they were."""
    last = _last(series, by, now)
    version = OwnWords(series=series, body_id=last.body_id, ground_code=last.ground_code)
    return _add(version, words=words, since=since, by=by, now=now)


@transaction.atomic
def retire_words(series: UUID, *, by: User, now: datetime) -> None:
    """Not offered any more from today, nor is a version that was planned for a later day."""
    last = _last(series, by, now)
    version = OwnWords(
        series=series,
        body_id=last.body_id,
        ground_code=last.ground_code,
        retired=True,
        since=timezone.localdate(now),
        by=by,
        at=now,
    )
    version.save(force_insert=True)
    _trace("retire_words", version)


def _add(version: OwnWords, *, words: Text, since: date, by: User, now: datetime) -> OwnWords:
    require_since(since, today=timezone.localdate(now))
    version.text, version.since, version.by, version.at = require_words(words), since, by, now
    version.save(force_insert=True)
    _trace("write_words", version)
    return version


def _last(series: UUID, by: User, now: datetime) -> OwnWords:
    """The version written last, held so that two writers come one after the other."""
    last = OwnWords.objects.select_for_update(of=("self",)).filter(series=series).last()
    if last is None:
        raise OwnWords.DoesNotExist
    _require_writer(last.body_id, by, now)
    if last.retired:
        raise RuleBroken("words.retired", _("These words are retired: write new ones."))
    return last


def _require_writer(body_id: UUID, by: User, now: datetime) -> None:
    if not by.may(WORDS, body_id, on=timezone.localdate(now)):
        message = _("You may not write the words of this body.")
        raise NotPermitted("words.not_yours", message)


def _trace(act: str, version: OwnWords) -> None:
    record(
        f"application.{act}",
        "own_words",
        str(version.series),
        by=version.by_id,
        body=version.body_id,
        ground=version.ground_code,
        since=version.since.isoformat(),
    )
