"""Packages with the seal of this platform: `bags` with its keys."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from . import bags
from .keys import sealer, trusted_keys


def pack_sealed(
    name: str, files: Mapping[str, bytes], info: Mapping[str, str], *, now: datetime
) -> bytes:
    """A ZIP file that proves itself; `files` by their path inside, `info` as bag-info.txt has it.

    Its day is that of the state.
    """
    return bags.pack(name, files, info, sealer=sealer(), now=timezone.localtime(now))


def verify_package(content: bytes) -> bags.Bag:
    return bags.check(content, trusted_keys())
