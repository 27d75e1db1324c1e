"""What every template knows: the languages of this page, the reader's view, header and footer."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from . import reading
from .header import header_of


@dataclass(frozen=True, slots=True)
class LanguageLink:
    code: str
    name: str
    address: str
    current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    current = translation.get_language()
    return {
        "lang": current,
        "languages": [
            LanguageLink(code, name, in_other_language(request, code), code == current)
            for code, name in settings.LANGUAGES
        ],
        "view": " ".join(reading.ways(request)),
        "header": SimpleLazyObject(lambda: header_of(request)),
    }


def in_other_language(request: HttpRequest, code: str) -> str:
    """The same page and the same question in another language; the language is the first part of a path."""
    parts = request.path.split("/", 2)
    if len(parts) < 3 or parts[1] not in dict(settings.LANGUAGES):  # noqa: PLR2004
        return f"/{code}/"
    query = request.META.get("QUERY_STRING", "")
    return f"/{code}/{parts[2]}" + (f"?{query}" if query else "")
