"""The unique identifier as it is typed and as it is kept: only a fingerprint is stored."""

import unicodedata

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.identifiers import check_personal_number
from ratusha.kernel.protection import fingerprint, fingerprints


def normalised(login: str) -> str:
    """A personal number in its one written form; any other identifier without case, spaces and signs."""
    try:
        return check_personal_number(login).value
    except RuleBroken:
        text = unicodedata.normalize("NFKC", login).upper()
        return "".join(sign for sign in text if sign.isalnum())


def login_fingerprint(login: str) -> str:
    return fingerprint("login:" + normalised(login))


def login_fingerprints(login: str) -> list[str]:
    """By every protection key in use, while keys are changed."""
    return fingerprints("login:" + normalised(login))
