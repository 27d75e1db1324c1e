"""Where e-mail goes: `file:` (a folder of the state), `console:`, or `smtp://user:password@host:587?tls=1`."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from .trouble import Trouble

BACKENDS = "django.core.mail.backends."
SUBMISSION = 587
TLS_FROM_THE_START = 465


def mail(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for this address; wrong ones are told at the start, not at the first letter."""
    parts = urlsplit(url)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": BACKENDS + "console.EmailBackend"}
    if parts.scheme == "file":
        folder = Path(unquote(parts.path)) if parts.path else data / "letters"
        return {
            "EMAIL_BACKEND": BACKENDS + "filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder),
        }
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise Trouble("RATUSHA_EMAIL_URL is file:, console: or smtp://user:password@host:587?tls=1")
    at_once = parts.scheme == "smtps" or parts.port == TLS_FROM_THE_START
    return {
        "EMAIL_BACKEND": BACKENDS + "smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (TLS_FROM_THE_START if at_once else SUBMISSION),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": at_once,
        "EMAIL_USE_TLS": not at_once and parse_qs(parts.query).get("tls") == ["1"],
        "EMAIL_TIMEOUT": 20,
    }
