"""Where visits are kept (SESSION_ENGINE): Django's database store, with columns the owner can look at."""

import hashlib
from typing import Any
from uuid import uuid4

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from .models import Session
from .rules import VISITS, AccessMode


def stored(key: str | None) -> str:
    return hashlib.sha256((key or "").encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def get_session_cookie_age(self) -> int:
        """How long the row is kept; the middleware ends an idle visit sooner and says so."""
        mode = AccessMode(self.get("mode", AccessMode.NONE))
        return int(VISITS[mode].whole.total_seconds())

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(
            session_key=stored(self.session_key), expire_date__gt=timezone.now()
        ).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(session_key=stored(session_key)).exists()

    def delete(self, session_key: str | None = None) -> None:
        Session.objects.filter(session_key=stored(session_key or self.session_key)).delete()

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 - Django's signature
        if must_create:  # a new key is a new visit: it must not share the name of the old row
            self._get_session(no_load=True).pop("public_id", None)  # type: ignore[attr-defined]
        super().save(must_create)

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        if "_auth_user_id" in data:
            data.setdefault("public_id", str(uuid4()))
        key: str = self._get_or_create_session_key()  # type: ignore[attr-defined]
        return Session(
            session_key=stored(key),
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            public_id=data.get("public_id"),
            user_id=data.get("_auth_user_id"),
            mode=data.get("mode", AccessMode.NONE),
            device=data.get("device", ""),
            place=data.get("place", ""),
            began_at=data.get("began_at"),
            seen_at=data.get("seen_at"),
        )
