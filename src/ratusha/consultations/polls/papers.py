"""Voting papers: a blind signature, so that who signs cannot tell later which paper it was (RFC 9474).

RSABSSA-SHA384-PSSZERO-Deterministic with a key of the poll's own, 2048 bits. The browser blinds; see `booth.js`.
"""

import secrets

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

BITS, EXPONENT = 2048, 65537


def new_key() -> tuple[str, str]:
    """The private key as text, to be sealed; and its modulus, which everybody may know."""
    key = rsa.generate_private_key(EXPONENT, BITS)
    text = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return text.decode(), str(key.public_key().public_numbers().n)


def sign_blind(private_key: str, blinded: int) -> int:
    """Sign what one cannot read. Blinded once more by us, so that the time it takes tells nothing of the key."""
    key = serialization.load_pem_private_key(private_key.encode(), None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("not a key for voting papers")
    numbers = key.private_numbers()
    n, e = numbers.public_numbers.n, numbers.public_numbers.e
    if not 1 < blinded < n - 1:
        raise ValueError("not a number to sign")
    own = secrets.randbelow(n - 2) + 2
    signed = pow(blinded * pow(own, e, n) % n, numbers.d, n) * pow(own, -1, n) % n
    if pow(signed, e, n) != blinded:
        raise ArithmeticError("the signature does not open: do not let it out")
    return signed


def is_signed(modulus: str, credential: str, signature: int) -> bool:
    """Whether this poll has signed a paper for this public key of a voter."""
    key = rsa.RSAPublicNumbers(EXPONENT, int(modulus)).public_key()
    try:
        key.verify(
            signature.to_bytes(BITS // 8, "big"),
            credential.encode(),
            padding.PSS(padding.MGF1(hashes.SHA384()), 0),
            hashes.SHA384(),
        )
    except (InvalidSignature, OverflowError):
        return False
    return True
