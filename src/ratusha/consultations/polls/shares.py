"""The proof of a partial decryption (specification, 4.18).

The tool looks at it only when all shares are there: too late to tell a trustee that a file was the wrong one.
"""

import hashlib
from collections.abc import Sequence
from itertools import chain
from typing import Any

P = int(
    "2069478569142254640101364365750500806492298929575110409710088478705737421924271740192223725449768433"
    "8129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049"
    "0811670993105358677809800307904916540637771737641986785272734744763418356000356983051931442845617019"
    "1100078673730733356412397173289791324047457883446826065232797464795113767265869358218004631792207366"
    "8860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201"
    "3204811188524087310770141516662001623131771693721892480785077118278423174980732765988288251691831031"
    "25680162072880719"
)
G = int(
    "2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678"
    "7996946682987493890950838965734256019006010684771644917354741372831046104586813145117816467554005274"
    "0288984613986453266121505579709716201616827031288643245666383486363578210615491841998253431518974065"
    "8186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982"
    "6651036068224066350766977640253462537730851331734951942489677540525736590494924776314759915751987751"
    "7771148149092045660020547812705472823814097251863985833411570056835369555342378147558249189605029668"
    "0037745308460627"
)
Q = int("78571733251071885079927659812671450121821421258408794611510081919805623223441")


def is_share_of(
    public_key: int, election_hash: str, tally: Sequence[Sequence[Any]], share: dict[str, Any]
) -> bool:
    """Whether every factor of the share was made of this sum with the private part of this key."""
    sums, factors, proofs = tally, share["decryption_factors"], share["decryption_proofs"]
    shape = [len(row) for row in sums]
    if [len(row) for row in factors] != shape or [len(row) for row in proofs] != shape:
        return False
    every = zip(chain(*sums), chain(*factors), chain(*proofs), strict=True)
    return all(
        _is_proved(public_key, election_hash, int(one["alpha"]), int(factor), proof)
        for one, factor, proof in every
    )


def _is_proved(
    key: int, election_hash: str, alpha: int, factor: int, proof: dict[str, str]
) -> bool:
    challenge, response = int(proof["challenge"]), int(proof["response"])
    if not (0 <= challenge < Q and 0 <= response < Q and 0 < factor < P and pow(factor, Q, P) == 1):
        return False
    a = pow(G, response, P) * pow(key, challenge, P) % P
    b = pow(alpha, response, P) * pow(factor, challenge, P) % P
    words = f"decrypt|{election_hash}|{key}|{a},{b}"
    return int(hashlib.sha256(words.encode()).hexdigest(), 16) % Q == challenge
