"""Where the rules that hold for every procedure come from: the act and its article, as the pack names them."""

from functools import cache

from ratusha.kernel.pack import pack

from .definition import Source
from .services import read_general


@cache
def _sources() -> dict[str, Source]:
    return read_general(pack().folder).sources


def general_source(rule: str) -> Source:
    """`suspension`: a request to a body of a foreign state stops the clock."""
    return _sources()[rule]
