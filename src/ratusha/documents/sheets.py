"""Plain sheets for people at a counter: an application to sign by hand, a receipt. Neither sealed nor registered."""

import json
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache

import typst
from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .paper import SHEET, STANDARDS, ready
from .serving import attachment

_compiling = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """All that is printed, in the language it is printed in. A group is a title with rows of (what, answer)."""

    language: str
    title: str
    subtitle: str
    body: str
    holder: str
    holder_details: Sequence[str]
    groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    paragraphs: Sequence[str]
    signatures: Sequence[str]
    footer: str
    sample: bool
    at: datetime


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        str(SHEET / "sheet.typ"),
        root=str(SHEET),
        font_paths=[str(SHEET / "fonts")],
        ignore_system_fonts=True,
    )


def print_sheet(sheet: Sheet) -> bytes:
    words = {name: ready(value) for name, value in asdict(sheet).items() if name != "at"}
    with translation.override(sheet.language):
        words["sample_mark"] = _("Sample: no legal force")
        words["page"] = _("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"}
        words["applicant"] = pgettext("sheet", "Applicant")
    with _compiling:
        made = _compiler().compile(
            format="pdf",
            sys_inputs={"data": json.dumps(words, ensure_ascii=False)},
            pdf_standards=STANDARDS,
            timestamp=int(sheet.at.timestamp()),
        )
    first = made[0] if isinstance(made, list) else made
    if first is None:
        raise RuntimeError("typst gave nothing back")
    return first


def pdf_response(content: bytes, name: str) -> HttpResponse:
    return attachment(content, media_type="application/pdf", name=f"{name}.pdf")
