"""The form as it is sent: in the order of the UN, in English, whole; nothing in it is a formula."""

import io
import zipfile

from lxml import etree
from openpyxl import load_workbook

from ratusha.self_assessment.export import as_document, as_spreadsheet
from ratusha.self_assessment.questionnaire import questionnaire
from ratusha.self_assessment.rules import Given

FORM = questionnaire("un-2022")
ANSWERS = {
    36: Given(choice=("yes",)),
    37: Given(text="=1+1 <b>", links=("https://pravo.by/",)),
    39: Given(text="shut"),
    57: Given(choice=("five_year",)),
    56: Given(choice=("yes",)),
}


def test_the_spreadsheet_has_a_sheet_a_section_and_every_question():
    book = load_workbook(io.BytesIO(as_spreadsheet(FORM, "2026", ANSWERS)))
    assert book.sheetnames == list("RABCDEFG")
    numbers = [row[0].value for sheet in book for row in sheet.iter_rows(min_row=2)]
    assert numbers == [str(number) for number in range(1, 113)]
    row = next(row for row in book["C"].iter_rows() if row[0].value == "37")
    assert [row[3].value, row[3].data_type, row[4].value] == ["=1+1 <b>", "s", "https://pravo.by/"]


def test_what_is_shut_is_not_sent():
    book = load_workbook(io.BytesIO(as_spreadsheet(FORM, "2026", ANSWERS)))
    row = next(row for row in book["C"].iter_rows() if row[0].value == "39")
    assert not row[3].value


def test_the_document_is_well_formed_has_headings_and_the_answers_in_order():
    package = zipfile.ZipFile(io.BytesIO(as_document(FORM, "2026", ANSWERS)))
    assert package.testzip() is None
    for part in package.namelist():
        etree.fromstring(package.read(part))
    tree = etree.fromstring(package.read("word/document.xml"))
    w = {"w": tree.nsmap["w"]}
    heads = tree.xpath("//w:p[w:pPr/w:pStyle/@w:val='Heading2']//w:t/text()", namespaces=w)
    assert [head.split(".")[0] for head in heads] == [str(number) for number in range(1, 113)]
    words = tree.xpath("//w:t/text()", namespaces=w)
    assert words.index("Five-year") > words.index("=1+1 <b>") > words.index("Yes")
