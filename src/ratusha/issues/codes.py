"""The code by which somebody who is not signed in comes back to what they reported. Kept as a fingerprint only."""

import secrets

from ratusha.kernel.protection import fingerprint
from ratusha.kernel.references import ALPHABET

LENGTH = 20  # of nineteen characters: 85 bits


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def spaced(code: str) -> str:
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def plain(code: str) -> str:
    """As it is kept, whatever the case, spaces and dashes of who typed it."""
    return "".join(sign for sign in code.upper() if sign.isalnum())[:64]


def fingerprint_of(code: str) -> str:
    return fingerprint(f"issues.code:{plain(code)}")
