"""The unique identifier as it is typed and as it is kept: only a fingerprint is stored."""

import hashlib
import hmac
import unicodedata

from django.conf import settings

# Letters that look the same; people type the number of their card on whatever keyboard they have.
LOOK_ALIKES = str.maketrans("АВСЕНКМОРТХІ", "ABCEHKMOPTXI")


def normalised(login: str) -> str:
    text = unicodedata.normalize("NFKC", login).upper().translate(LOOK_ALIKES)
    return "".join(sign for sign in text if sign.isalnum())


def fingerprint(text: str) -> str:
    return hmac.new(settings.PROTECTION_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def login_fingerprint(login: str) -> str:
    return fingerprint("login:" + normalised(login))
