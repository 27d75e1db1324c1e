"""What holds for papers of the state: their codes, their standing, what a file may be. Pure."""

import secrets
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext, pgettext_lazy
from stdnum.iso7064 import mod_37_36

from ratusha.kernel.errors import RuleBroken

CERTIFICATE = "certificate"  # the kind of document that has a term of validity
ALPHABET = (
    "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: they are read as 1 and 0, or make words
)
CODE_LENGTH = 12  # eleven random characters (55 bits) and a check character: typed by a person
KEY_LENGTH = 20  # 100 bits: read by a camera
# What fingers and eyes confuse, and what the same key gives in the Cyrillic layout's look-alike letters.
LOOK_ALIKES = str.maketrans("ILOUАВЕКМНОРСТУХІЗЅЈ", "110VABEKMH0PCTYX13SJ")


class Standing(StrEnum):
    """What a checker wants to know of a document."""

    GENUINE = "genuine"
    CHANGED = "changed"
    REVOKED = "revoked"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


WORDING = {
    Standing.GENUINE: pgettext_lazy("document", "Genuine"),
    Standing.CHANGED: pgettext_lazy("document", "Changed"),
    Standing.REVOKED: pgettext_lazy("document", "Revoked"),
    Standing.EXPIRED: pgettext_lazy("document", "Expired"),
    Standing.UNKNOWN: pgettext_lazy("document", "Unknown"),
}


def standing(*, revoked: bool, valid_until: date | None, on: date) -> Standing:
    """A document counts to the end of its last day; a revocation outweighs the date."""
    if revoked:
        return Standing.REVOKED
    if valid_until is not None and on > valid_until:
        return Standing.EXPIRED
    return Standing.GENUINE


def new_code() -> str:
    """Short enough to be typed from paper; the check character tells a slip from a forgery."""
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
        check = mod_37_36.calc_check_digit(body)
        if check in ALPHABET:
            return body + check


def initials(name: str) -> str:
    """К. А. У.: enough to compare with the paper in one's hand, too little to learn whose it is."""
    return " ".join(f"{word[0]}." for word in name.split() if word[0].isalpha())


def new_key() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(KEY_LENGTH))


def spaced(code: str) -> str:
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def normalise_code(text: str) -> str:
    """The code or key as we keep it, from whatever a hurried person typed."""
    code = "".join(c for c in text.upper() if c.isalnum()).translate(LOOK_ALIKES)
    right = code.isascii() and set(code) <= set(ALPHABET)
    if right and len(code) == KEY_LENGTH:
        return code
    if not right or len(code) != CODE_LENGTH:
        message = gettext("Enter the code as printed beside the square: 12 letters and digits.")
        raise RuleBroken("document.code_form", message, field="code")
    if not mod_37_36.is_valid(code):
        message = gettext(
            "A character of the code is wrong. Compare it with the paper and try again."
        )
        raise RuleBroken("document.code_check", message, field="code")
    return code
