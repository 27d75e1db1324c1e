"""From the facts of a document to a tagged PDF/A sheet (typst). Words go in as data, never as markup."""

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Any

import segno
import typst
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from segno import consts

SHEET = Path(__file__).parent / "typst"
STANDARDS: "list[typst.PDFStandard]" = [
    "a-2a",
    "ua-1",
]  # archival and accessible: tagged, titled, every font inside
_compiling = (
    threading.Lock()
)  # one compiler keeps fonts and layout warm; it is not for two threads at once


@dataclass(frozen=True, kw_only=True)
class Paper:
    """All that is printed, in the language it is printed in."""

    language: str
    body: str
    title: str
    number: str
    issued_at: datetime
    holder: str
    holder_details: Sequence[str]
    paragraphs: Sequence[str]
    facts: Sequence[tuple[str, str, str]]
    legal_basis: str
    appeal: str
    valid_until: date | None
    signed_by: str
    sample: bool
    code: str
    key_id: str
    address: str  # in the QR code: the page of this document and, behind `#`, the token
    check_page: str  # where the code is typed
    marks: Sequence[str]


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        str(SHEET / "document.typ"),
        root=str(SHEET),
        font_paths=[str(SHEET / "fonts")],
        ignore_system_fonts=True,  # the same sheet on every machine
    )


def qr_svg(address: str) -> str:
    """Two segments, since the token needs only capitals and digits; one fixed mask: trying eight costs 30 ms."""
    place, mark, token = address.partition("#")
    parts: Any = [place + mark, (token, consts.MODE_ALPHANUMERIC)] if token else [place]
    code = segno.make(parts, error="m", mask=0, micro=False, boost_error=False)
    svg: str = code.svg_inline(border=0, dark="#1a2233", omitsize=True)
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _words() -> dict[str, str]:
    return {
        "sample": _("Sample"),
        "sample_mark": _("Sample: no legal force"),
        "number_sign": _("No."),
        "of_date": _("of"),
        "page": _("Page {page} of {pages}"),
        "holder": _("Issued to"),
        "fact": _("What"),
        "value": _("Content"),
        "origin": _("Where it comes from"),
        "signed": _("Signed by"),
        "electronic": _("Electronic document"),
        "sealed": _("Sealed"),
        "key": _("Key"),
        "check": _("Check this document"),
        "check_how": _(
            "Point a camera at the square, or enter the code at the address below. "
            "You will see whether the document is genuine and still in force."
        ),
        "code": _("Code"),
        "qr_alt": _(
            "QR code: the address where this document is checked, and its signed particulars"
        ),
    }


def _data(paper: Paper) -> dict[str, object]:
    issued = timezone.localtime(paper.issued_at)
    valid = (
        _("until %(date)s, that day included") % {"date": date_format(paper.valid_until, "j E Y")}
        if paper.valid_until
        else _("no end date")
    )
    terms = [
        (_("Legal basis"), paper.legal_basis),
        (_("Valid"), valid),
        (_("How to appeal"), paper.appeal),
    ]
    return {
        "language": paper.language,
        "words": _words(),
        "body": paper.body,
        "title": paper.title,
        "summary": _("%(title)s, No. %(number)s") % {"title": paper.title, "number": paper.number},
        "number": paper.number,
        "issued": date_format(issued, "j E Y"),
        "holder": paper.holder,
        "holder_details": list(paper.holder_details),
        "paragraphs": list(paper.paragraphs),
        "facts": [list(fact) for fact in paper.facts],
        "terms": [term for term in terms if term[1]],
        "signed_by": paper.signed_by,
        "sample": paper.sample,
        "code": paper.code,
        "key": " ".join(wrap(paper.key_id, 4)),
        "sealed": date_format(issued, "d.m.Y H:i"),
        "address": paper.address,
        "check_page": paper.check_page,
        "check_page_shown": paper.check_page.partition("://")[2].rstrip("/"),
        "qr": qr_svg(paper.address),
        "marks": list(paper.marks),
    }


def render(paper: Paper, *, picture: bool = False) -> bytes:
    """The PDF, or the first page as a PNG picture for those who look after the layout."""
    with translation.override(paper.language):
        inputs = {"data": json.dumps(_data(paper), ensure_ascii=False)}
    with _compiling:
        if picture:
            made = _compiler().compile(format="png", ppi=110, sys_inputs=inputs)
        else:
            made = _compiler().compile(
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=STANDARDS,
                timestamp=int(paper.issued_at.timestamp()),
            )
    first = made[0] if isinstance(made, list) else made
    if first is None:
        raise RuntimeError("typst gave nothing back")
    return first
