"""Case references: said on the phone, copied from paper, not to be guessed.

A year, eight random characters and a check character: 2026-7NR4-9WD3-R. The alphabet has no letter that Cyrillic has in
the same shape and none that reads like a digit. It has nineteen characters, a prime number: so ISO 7064 (a pure system
with radix 2) finds every wrong character and every swap of two neighbours.
"""

import re
import secrets
import unicodedata
from datetime import date

from django.utils.translation import gettext as _
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_37_2

from .errors import RuleBroken

ALPHABET = "0123456789DFGJLNRUW"
RANDOM_CHARACTERS = 8
LONGEST_INPUT = 64  # of what somebody may type, with all spaces and dashes
_BODY = re.compile(rf"([0-9]{{4}})([{ALPHABET}]{{4}})([{ALPHABET}]{{4}})([{ALPHABET}])")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212_./#]+")
_MEANT = str.maketrans(
    "OQОІIZЗSЅ", "000112355"
)  # what is not in the alphabet but is often meant by it


def new_reference(today: date) -> str:
    body = f"{today.year:04}" + "".join(secrets.choice(ALPHABET) for _i in range(RANDOM_CHARACTERS))
    return _grouped(body + mod_37_2.calc_check_digit(body, alphabet=ALPHABET))


def normalise_reference(text: str) -> str:
    """The reference as we write it, whatever the case, spaces and dashes of the one who typed it."""
    if len(text) <= LONGEST_INPUT:
        plain = unicodedata.normalize("NFKC", text.replace("№", "")).upper()
        compact = _BETWEEN.sub("", plain).translate(_MEANT)
        if _BODY.fullmatch(compact) and _checks(compact):
            return _grouped(compact)
    message = _(
        "There is no such number. Check it against the letter: it looks like %(example)s."
    ) % {"example": EXAMPLE}
    raise RuleBroken("reference.wrong", message)


def _checks(compact: str) -> bool:
    try:
        mod_37_2.validate(compact, alphabet=ALPHABET)
    except ValidationError:
        return False
    return True


def _grouped(compact: str) -> str:
    return "-".join((compact[:4], compact[4:8], compact[8:12], compact[12:]))


EXAMPLE = _grouped("20267NR49WD3" + mod_37_2.calc_check_digit("20267NR49WD3", alphabet=ALPHABET))
