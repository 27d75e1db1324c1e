"""Checking a paper with the public key alone: no database, no network, no settings.

What cannot be known here is whether the document was revoked since; whoever must know asks the register.
"""

from dataclasses import dataclass
from datetime import date

from . import tokens
from .rules import Standing, standing
from .seal import Keys, check_file
from .tokens import Token


@dataclass(frozen=True)
class Finding:
    standing: Standing
    token: Token | None = None


def check_content(content: bytes, keys: Keys, *, on: date) -> Finding:
    """From the file: every byte is under the seal."""
    seal = check_file(content, keys)
    if not seal.known_key:
        return Finding(Standing.UNKNOWN)
    said = tokens.in_file(content, keys)
    if not seal.intact or said is None:
        return Finding(Standing.CHANGED)
    return Finding(standing(revoked=False, valid_until=said.valid_until, on=on), said)


def check_square(text: str, keys: Keys, *, on: date) -> Finding:
    """From what a camera read: the particulars are under the signature; the rest of the paper is for the eye."""
    said = tokens.in_address(text, keys)
    if said is None:
        return Finding(Standing.UNKNOWN)
    return Finding(standing(revoked=False, valid_until=said.valid_until, on=on), said)
