"""Addresses of pages. A page names dozens of them, most the same on every page: each is found once a language."""

from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

KEPT = 16_384  # every procedure in every language, and the cases of some minutes


def address_of(name: str, *args: Any) -> str:
    """`reverse` in the language of the page; NoReverseMatch where no page has this name."""
    return _address_of(name, args, get_language())


@lru_cache(maxsize=KEPT)
def _address_of(name: str, args: tuple[Any, ...], _language: str | None) -> str:
    return reverse(name, args=args or None)
