"""The form in the order of the UN, to be sent or printed: a spreadsheet and a document, both in English."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from .questionnaire import OFFICIAL, Question, Questionnaire
from .rules import Answers, Given, open_questions

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FIXED = {"yes": "Yes", "no": "No", "other": "Other"}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
WIDTHS = (6, 60, 16, 60, 60)


def as_spreadsheet(form: Questionnaire, name: str, answers: Answers) -> bytes:
    """A sheet a section; cells are text, so that nothing in them is ever a formula."""
    book = Workbook()
    book.remove(book.worksheets[0])
    asked = {one.number for one in open_questions(form, answers)}
    for section in form.sections:
        sheet = book.create_sheet(section.code)
        rows: list[tuple[str, ...]] = [("No.", "Question", "Answer", "Detail", "Links")]
        rows += [_row(one, answers.get(one.number), asked) for one in section.questions]
        for line, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                cell = sheet.cell(line, column)
                cell.value, cell.data_type = NOT_IN_XML.sub("", text), "s"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(bold=line == 1)
        for letter, width in zip("ABCDE", WIDTHS, strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "A2"
    book.properties.title = f"{form.title[OFFICIAL]}: {name}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(question: Question, given: Given | None, asked: set[int]) -> tuple[str, ...]:
    shown = given if given and question.number in asked else Given()
    star = " *" if question.starred else ""
    return (
        str(question.number), question.text[OFFICIAL] + star, chosen(question, shown), shown.text,
        "\n".join(shown.links),
    )  # fmt: skip


def chosen(question: Question, given: Given) -> str:
    names = {one.code: one.name[OFFICIAL] for one in question.options} or FIXED
    return "; ".join(names.get(one, one) for one in given.choice)


def as_document(form: Questionnaire, name: str, answers: Answers) -> bytes:
    """WordprocessingML with real headings: three parts of a package, nothing else is needed."""
    body = "".join(_paragraph(style, text) for style, text in _lines(form, name, answers))
    document = (
        f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", document)
        package.writestr("word/styles.xml", _STYLES)
        package.writestr("word/_rels/document.xml.rels", _STYLE_RELATION)
    return out.getvalue()


def _lines(form: Questionnaire, name: str, answers: Answers) -> Iterator[tuple[str, str]]:
    asked = {one.number for one in open_questions(form, answers)}
    yield "Title", f"{form.title[OFFICIAL]}: {name}"
    for section in form.sections:
        yield "Heading1", f"{section.code}. {section.title[OFFICIAL]}"
        if section.note:
            yield "Normal", section.note[OFFICIAL]
        for one in section.questions:
            if one.heading:
                yield "Heading3", one.heading[OFFICIAL]
            yield "Heading2", f"{one.number}. {one.text[OFFICIAL]}{' *' if one.starred else ''}"
            if one.number not in asked:
                continue
            given = answers.get(one.number) or Given()
            told = [chosen(one, given), *given.text.splitlines(), *given.links]
            yield from (("Normal", line) for line in told if line)


def _paragraph(style: str, text: str) -> str:
    words = escape(NOT_IN_XML.sub("", text))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{DOCX}.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_STYLE_RELATION = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def _style(name: str, shown: str, size: int, level: int | None) -> str:
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
        f'<w:pPr><w:spacing w:before="160" w:after="60"/>{outline}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}">'
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Title", "Title", 40, None)
    + _style("Heading1", "heading 1", 32, 0)
    + _style("Heading2", "heading 2", 22, 1)
    + _style("Heading3", "heading 3", 24, 1)
    + "</w:styles>"
)
