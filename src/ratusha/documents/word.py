"""A plain sheet for programs of word processing (Office Open XML): the same words as on paper, nothing that runs."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .serving import attachment
from .sheets import Sheet

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.styles+xml"/>'
    '<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.footer+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
PARTS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/footer" Target="footer1.xml"/></Relationships>'
)
LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TERM, ANSWER = 3200, 6200  # widths of the two columns, in twentieths of a point


def write_sheet(sheet: Sheet) -> bytes:
    """What `print_sheet` prints, to be read and edited elsewhere; it has no legal force of its own."""
    with translation.override(sheet.language):
        body = "".join(_body(sheet))
        footer = f'{HEAD}<w:ftr xmlns:w="{MAIN}">{_paragraph(sheet.footer, "Footer")}</w:ftr>'
    page = (
        '<w:sectPr><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708"'
        ' w:gutter="0"/></w:sectPr>'
    )
    names = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}"'
    document = f"{HEAD}<w:document {names}><w:body>{body}{page}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/_rels/document.xml.rels": PARTS,
        "word/document.xml": document,
        "word/styles.xml": _styles(sheet.language),
        "word/footer1.xml": footer,
    }  # fmt: skip
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            made = zipfile.ZipInfo(name, date_time=sheet.at.timetuple()[:6])
            package.writestr(made, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def word_response(content: bytes, name: str) -> HttpResponse:
    return attachment(content, media_type=WORD, name=f"{name}.docx")


def _body(sheet: Sheet) -> Iterator[str]:
    if sheet.sample:
        yield _paragraph(_("Sample: no legal force"), "Mark")
    yield _paragraph(sheet.body)
    yield _paragraph(sheet.title, "Title")
    yield _paragraph(sheet.subtitle, "Subtitle")
    if sheet.holder:
        said = " ".join((pgettext("sheet", "Applicant") + ":", sheet.holder, *sheet.holder_details))
        yield _paragraph(said)
    for name, rows in sheet.groups:
        yield _paragraph(name, "Heading1")
        if rows:
            yield _table(rows)
    for text in (*sheet.paragraphs, *sheet.signatures):
        yield _paragraph(text)


def _table(rows: Sequence[tuple[str, str]]) -> str:
    columns = f'<w:tblGrid><w:gridCol w:w="{TERM}"/><w:gridCol w:w="{ANSWER}"/></w:tblGrid>'
    cells = "".join(
        f"<w:tr>{_cell(term, TERM)}{_cell(answer, ANSWER)}</w:tr>" for term, answer in rows
    )
    look = f'<w:tblPr><w:tblW w:w="{TERM + ANSWER}" w:type="dxa"/><w:tblBorders>{LINES}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{look}{columns}{cells}</w:tbl>"


def _cell(text: str, width: int) -> str:
    lines = "".join(_paragraph(line, "Cell") for line in (text or "—").splitlines() or ["—"])
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{lines}</w:tc>'


def _paragraph(text: str, style: str = "Normal") -> str:
    words = escape(NOT_IN_XML.sub("", text))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def _styles(language: str) -> str:
    made = "".join(
        _style(*one)
        for one in (
            ("Title", "Title", 36, True, 120), ("Subtitle", "Subtitle", 26, False, 120),
            ("Heading1", "heading 1", 26, True, 240), ("Cell", "Table Cell", 20, False, 20),
            ("Mark", "Mark", 20, True, 0), ("Footer", "footer", 18, False, 0),
        )
    )  # fmt: skip
    return (
        f'{HEAD}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{made}</w:styles>"
    )


def _style(code: str, name: str, size: int, bold: bool, before: int) -> str:  # noqa: FBT001 - a row of a table
    level = '<w:outlineLvl w:val="0"/>' if code.startswith("Heading") else ""
    strong = "<w:b/>" if bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{code}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:spacing w:before="{before}" w:after="60"/>{level}</w:pPr>'
        f'<w:rPr>{strong}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )
