"""Words that were sent after the visit had ended: kept sealed until their writer signs in again, then given back once.

Whoever holds the key in the browser may have them back, and only on the page that they were sent to.
"""

import json
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from ratusha.accounts.models import HeldWords
from ratusha.kernel.protection import fingerprint, seal, unseal

CONTEXT = "accounts.held_words"
KEPT = timedelta(hours=2)
LARGEST = 64 * 1024  # characters of one page
Words = dict[str, list[str]]


@transaction.atomic
def hold(words: Words, *, address: str, now: datetime) -> str:
    """Keep the words of one page; returns the key for the browser, or nothing where there is too much to keep."""
    text = json.dumps({"address": address, "words": words}, ensure_ascii=False)
    if len(text) > LARGEST:
        return ""
    key = secrets.token_urlsafe(24)
    HeldWords.objects.create(
        key=fingerprint(f"held:{key}"), sealed=seal(text, context=CONTEXT), until=now + KEPT
    )
    return key


@transaction.atomic
def give_back(key: str, *, address: str, now: datetime) -> Words | None:
    """The words held under this key for this page; once."""
    found = HeldWords.objects.select_for_update().filter(key=fingerprint(f"held:{key}")).first()
    if found is None or found.until < now:
        return None
    held = json.loads(unseal(bytes(found.sealed), context=CONTEXT))
    if held["address"] != address:
        return None
    found.delete()
    words: Words = held["words"]
    return words


@transaction.atomic
def forget_held(*, now: datetime) -> int:
    return HeldWords.objects.filter(until__lt=now).delete()[0]
