"""Official tables in the shapes in which they come."""

import io
import zipfile

import pytest

from ratusha.law.compiler.reading.reader import read
from ratusha.law.compiler.reading.table import NotATable
from ratusha.law.compiler.rows import compile_rows

HEADER = (
    "Наименование административной процедуры",
    "Государственный орган (иная организация), в который гражданин должен обратиться",
    "Документы и (или) сведения, представляемые гражданином для осуществления административной процедуры*",
    "Размер платы, взимаемой при осуществлении административной процедуры**",
    "Максимальный срок осуществления административной процедуры",
    "Срок действия справки, другого документа (решения), выдаваемых при осуществлении административной процедуры",
)
PAGE = f"""<html><head><meta charset="{{charset}}"></head><body><table><tr><td>Меню</td><td>Поиск</td></tr></table>
<table><tr>{"".join(f"<th>{cell}</th>" for cell in HEADER)}</tr>
<tr>{"".join(f"<td>{i}</td>" for i in range(1, 7))}</tr>
<tr><td colspan="6">ГЛАВА 5<br>РЕГИСТРАЦИЯ АКТОВ</td></tr>
<tr><td>5.6<sup>1</sup>. Регистрация расторжения брака</td><td rowspan="3">исполком</td>
<td><p>заявление</p><p>паспорт</p></td><td>4 базовые величины</td><td>1 месяц</td><td>бессрочно</td></tr>
<tr><td>5.7. Принятие решения:</td><td></td><td></td><td></td><td></td></tr>
<tr><td>5.7.1. об обмене жилых помещений</td><td>заявление</td>
<td>бесплатно</td><td>15&nbsp;дней</td><td>6 месяцев</td></tr>
<tr><td></td><td></td><td>технический паспорт</td><td></td><td></td><td></td></tr>
</table></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
def test_a_page_with_spans_upper_indices_and_rows_that_go_on(charset):
    first, second = compile_rows(read(PAGE.format(charset=charset).encode(charset)))
    assert (first.code, first.printed, first.fee.formula) == ("5.6.1", "5.6¹", "4 BV")
    assert [document.type for document in first.documents] == ["application", "identity"]
    assert (second.code, second.name) == ("5.7.1", "Принятие решения об обмене жилых помещений")
    assert (second.body_kind, second.term.base) == ("executive_committee", "15 days")
    assert [document.words for document in second.documents] == ["заявление", "технический паспорт"]


def document(rows):
    """A DOCX file with one table. A cell is a text, or None where it goes on from the cell above."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def cell(text):
        merge = "<w:vMerge/>" if text is None else ""
        lines = "".join(
            f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (text or "").split("\n")
        )
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{lines}</w:tc>"

    table = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    content = f"<w:document {space}><w:body><w:tbl>{table}</w:tbl></w:body></w:document>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", content)
    return out.getvalue()


def test_a_word_document():
    rows = [
        (
            "Назва адміністрацыйнай працэдуры",
            "Дакументы",
            "Памер платы",
            "Максімальны тэрмін ажыццяўлення",
        ),
        (
            "2.18. Выдача даведкі аб памеры дапамогі",
            "пашпарт\nзаява",
            "бясплатна",
            "5 дзён з дня звароту",
        ),
    ]
    (row,) = compile_rows(read(document(rows)))
    assert (row.code, row.term.base, row.fee.kind) == ("2.18", "5 days", "free")
    assert [found.type for found in row.documents] == ["identity", "application"]
    assert row.unparsed == []


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separated_values_in_any_order_of_columns(separator):
    text = (
        separator.join(["term", "code", "name"])
        + "\n"
        + separator.join(["5 дней", "2.3", "Выдача справки"])
    )
    (row,) = compile_rows(read(text.encode()))
    assert (row.code, row.name, row.term.base) == ("2.3", "Выдача справки", "5 days")


def test_text_pasted_in_lines():
    text = "2.6. Назначение пособия\nзаявление\nпаспорт\nбесплатно\n10 дней со дня подачи заявления\nединовременно"
    (row,) = compile_rows(read(text.encode()))
    assert (row.term.base, row.fee.kind, row.validity.period, len(row.documents)) == (
        "10 days",
        "free",
        "once",
        2,
    )


def test_text_pasted_with_names_of_columns():
    text = (
        "Процедура: 2.6 Назначение пособия\nДокументы: заявление\nпаспорт\nРазмер платы: бесплатно"
    )
    (row,) = compile_rows(read(text.encode()))
    assert (row.code, row.fee.kind, len(row.documents)) == ("2.6", "free", 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"%PDF-1.7",
        b"PK\x03\x04broken",
        b"\xd0\xcf\x11\xe0old",
        b"no table here",
        "просто слова".encode(),
    ],
)
def test_what_is_no_table_is_refused_in_words(data):
    with pytest.raises(NotATable, match=r"\w+ .*\."):
        read(data)
