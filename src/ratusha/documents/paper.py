"""From the facts of a document to a tagged PDF/A sheet (typst). Words go in as data, never as markup."""

import json
import re
import threading
import unicodedata
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
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from segno import consts

from ratusha.ui.formats import day

SHEET = Path(__file__).parent / "typst"
STANDARDS: "list[typst.PDFStandard]" = [
    "a-2a",
    "ua-1",
]  # archival and accessible: tagged, titled, every font inside
SHORT_WORD = re.compile(r"(?:(?<=№)|(?<=\b\w\.)|(?<=\b\w{2}\.)|(?<=\b\w{3}\.)) (?=\d)")
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
    lasting: bool  # without a date it is in force for good, and says so
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


@cache
def characters() -> frozenset[str]:
    """What our fonts can print, as listed beside them (a test compares the list with the fonts)."""
    found = {"\n"}
    for line in (SHEET / "fonts" / "characters.txt").read_text().split():
        first, _dash, last = line.partition("-")
        found |= {chr(n) for n in range(int(first, 16), int(last or first, 16) + 1)}
    return frozenset(found)


def printable(text: str) -> str:
    """An archival sheet must show every character; one that no font of ours has becomes a visible gap."""
    known = characters()
    plain = unicodedata.normalize("NFC", text)
    return "".join(
        c if c in known else "□" for c in plain if c in known or unicodedata.category(c)[0] != "C"
    )


def ready(value: Any) -> Any:
    """Fit to print; and a number does not leave the short word before it: д. 12, № 200, арт. 25."""
    if isinstance(value, str):
        return SHORT_WORD.sub("\u00a0", printable(value))
    if isinstance(value, list | tuple):
        return [ready(one) for one in value]
    return value


def _words() -> dict[str, str]:
    return {
        "sample": pgettext("sheet", "Sample"),
        "sample_mark": _("Sample: no legal force"),
        "number_sign": pgettext("sheet", "No."),
        "of_date": pgettext("sheet", "of"),
        "page": _("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"},
        "holder": pgettext("sheet", "Issued to"),
        "fact": pgettext("sheet", "What"),
        "value": pgettext("sheet", "Content"),
        "origin": pgettext("sheet", "Where it comes from"),
        "signed": pgettext("sheet", "Signed by"),
        "electronic": _("Electronic document"),
        "sealed": pgettext("sheet", "Seal of"),
        "key": pgettext("sheet", "Key"),
        "check": _("Check this document"),
        "check_how": _(
            "Point a camera at the square, or enter the code at the address below. "
            "You will see whether the document is genuine and still in force."
        ),
        "code": pgettext("sheet", "Code"),
        "qr_alt": _(
            "QR code: the address where this document is checked, and its signed particulars"
        ),
    }


def _validity(paper: Paper) -> str:
    if paper.valid_until:
        return _("until %(date)s, that day included") % {"date": day(paper.valid_until)}
    return pgettext("sheet", "no end date") if paper.lasting else ""


def _data(paper: Paper) -> dict[str, object]:
    issued = timezone.localtime(paper.issued_at)
    terms = [
        (pgettext("sheet", "Legal basis"), paper.legal_basis),
        (pgettext("sheet", "Valid"), _validity(paper)),
        (pgettext("sheet", "How to appeal"), paper.appeal),
    ]
    return {
        "language": paper.language,
        "words": _words(),
        "body": ready(paper.body),
        "title": ready(paper.title),
        "summary": _("%(title)s, No. %(number)s")
        % {"title": ready(paper.title), "number": paper.number},
        "number": ready(paper.number),
        "issued": day(issued),
        "holder": ready(paper.holder),
        "holder_details": ready(paper.holder_details),
        "paragraphs": ready(paper.paragraphs),
        "facts": ready(paper.facts),
        "terms": ready([term for term in terms if term[1]]),
        "signed_by": ready(paper.signed_by),
        "sample": paper.sample,
        "code": paper.code,
        "key": " ".join(wrap(paper.key_id, 4)),
        "sealed": f"{issued:%d.%m.%Y %H:%M}",
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
