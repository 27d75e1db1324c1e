"""Is it genuine? The answer for anybody, and only what anybody may be told."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from ratusha.kernel.texts import Said, in_my_language

from . import offline, rules, tokens
from .keys import trusted_keys
from .models import Document
from .rules import Standing
from .tokens import Token


@dataclass(frozen=True)
class Verification:
    """`document` is there only when its particulars may be told to the one who asks."""

    standing: Standing
    document: Document | None = None

    @property
    def word(self) -> str:
        return str(rules.WORDING[self.standing])

    @property
    def holder(self) -> str:
        """Who has the code has the paper and can read the name there: initials let them compare, and no more."""
        return self.document.holder_short if self.document else ""

    @property
    def number(self) -> str:
        return self.document.number if self.document else ""

    @property
    def revoked_for(self) -> Said | None:
        if self.document is None or self.standing is not Standing.REVOKED:
            return None
        return in_my_language(self.document.revocation.reason)


def standing_of(document: Document, on: date) -> Standing:
    revoked = hasattr(document, "revocation")
    return rules.standing(revoked=revoked, valid_until=document.valid_until, on=on)


def token_of(document: Document) -> Token:
    """What of a document the QR code carries."""
    return Token(
        key_id=document.key_id,
        code=document.code,
        number=document.number,
        title=tokens.cut(document.title),
        holder=tokens.cut(document.holder_name),
        issued=tokens.days(timezone.localdate(document.issued_at)),
        until=tokens.days(document.valid_until) if document.valid_until else None,
        sample=document.sample,
    )


def verify_code(code: str, *, on: date) -> Verification:
    """By the typed code or the key of the QR code; RuleBroken if it cannot be a code at all."""
    code = rules.normalise_code(code)
    wanted = {"key": code} if len(code) == rules.KEY_LENGTH else {"code": code}
    document = Document.objects.with_standing().filter(**wanted).first()
    if document is None:
        return Verification(Standing.UNKNOWN)
    if tokens.read(document.token, trusted_keys()) != token_of(document):
        return Verification(Standing.CHANGED)  # the register itself was tampered with
    return Verification(standing_of(document, on), document)


def verify_file(content: bytes, *, on: date) -> Verification:
    """The file speaks first, then the register: it knows of revocations."""
    keys = trusted_keys()
    alone = offline.check_content(content, keys, on=on)
    if alone.token is None:
        return Verification(alone.standing)
    document = Document.objects.with_standing().filter(code=alone.token.code).first()
    if document is None:
        return Verification(Standing.UNKNOWN)
    if document.sha256 != hashlib.sha256(content).hexdigest() or alone.token != token_of(document):
        return Verification(Standing.CHANGED)
    return Verification(standing_of(document, on), document)
