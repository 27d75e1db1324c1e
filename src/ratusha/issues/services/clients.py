"""Programs of others that may report: given a key once, which can be ended."""

import secrets
from datetime import datetime

from django.db import transaction

from ratusha.audit.public import record
from ratusha.issues.models import Client
from ratusha.kernel.protection import fingerprint, fingerprints


def _marked(key: str) -> str:
    return f"issues.client:{key}"


@transaction.atomic
def admit_client(name: str, *, now: datetime) -> str:
    """The key, told once. The same name gets a new key, and its old one ends to work."""
    key = secrets.token_urlsafe(32)
    mark = fingerprint(_marked(key))
    Client.objects.update_or_create(
        name=name, defaults={"key_fingerprint": mark, "ended_at": None}, create_defaults={
            "key_fingerprint": mark, "since": now,
        },
    )  # fmt: skip
    record("issues.admit_client", "client", name, by=None)
    return key


@transaction.atomic
def end_client(name: str, *, now: datetime) -> bool:
    ended = Client.objects.filter(name=name, ended_at=None).update(ended_at=now)
    record("issues.end_client", "client", name, by=None)
    return bool(ended)


def client_with(key: str) -> Client | None:
    if not key:
        return None
    marks = fingerprints(_marked(key[:200]))
    return Client.objects.filter(key_fingerprint__in=marks, ended_at=None).first()
