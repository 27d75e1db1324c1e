"""Packages with the seal of this platform: `bags` with its keys."""

from collections.abc import Mapping
from datetime import datetime

from . import bags
from .keys import sealer, trusted_keys


def pack_sealed(
    name: str, files: Mapping[str, bytes], info: Mapping[str, str], *, now: datetime
) -> bytes:
    """A ZIP file that proves itself; `files` by their path inside, `info` as bag-info.txt has it."""
    return bags.pack(name, files, info, sealer=sealer(), now=now)


def verify_package(content: bytes) -> bags.Bag:
    return bags.check(content, trusted_keys())
