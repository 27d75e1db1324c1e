"""A compiled row becomes a definition that the pack's own check finds in order."""

import shutil
from datetime import date

import pytest

from ratusha.kernel.pack import pack
from ratusha.law.compiler.drafting import drafts
from ratusha.law.compiler.reading.reader import read
from ratusha.law.compiler.rows import compile_rows
from ratusha.law.compiler.writing import as_yaml, write
from ratusha.procedures.public import check_pack

ROWS = """code,name,body,documents,fee,term,validity
6.1.3,Выдача справки о самостоятельном трудоустройстве,учреждение образования,"заявление с указанием места работы
паспорт или иной документ, удостоверяющий личность
документ, подтверждающий изменение фамилии, – в случае ее изменения
свидетельства о рождении детей
выписки (копии) из трудовых книжек
две фотографии размером 30 x 40 мм",0,бесплатно – для детей; 0,3 дня со дня обращения,бессрочно
""".replace(
    ",0,бесплатно – для детей; 0,",
    ',"бесплатно – для детей; 0,5 базовой величины – для иных граждан",',
)


@pytest.fixture
def drafted():
    return drafts(compile_rows(read(ROWS.encode())), valid_from=date(2022, 1, 1), list_code="U200")[
        0
    ]


def test_what_a_register_holds_is_obtained_by_the_body_and_never_demanded(drafted):
    by_code = {document.code: document for document in drafted.definition.documents}
    assert by_code["birth_certificate"].from_ == "body"
    assert by_code["birth_certificate"].service == "population.children"
    assert by_code["work_record"].from_ == "body"
    assert [request.service for request in drafted.definition.requests] == ["employment.place"]
    files = [field.code for field in drafted.definition.fields if field.kind == "file"]
    assert files == ["file_name_change", "file_photo"]


def test_a_condition_of_the_law_is_asked_before_its_paper(drafted):
    fields = {field.code: field for field in drafted.definition.fields}
    assert fields["case_1"].kind == "yes_no"
    assert "в случае ее изменения" in fields["case_1"].label["ru"]
    assert fields["file_name_change"].when == "answers.case_1 == true"


def test_several_tariffs_become_rules_with_a_question_each(drafted):
    fee = drafted.definition.fee
    assert fee.kind == "tariffs"
    assert [(tariff.multiple, bool(tariff.when)) for tariff in fee.tariffs] == [
        ("0", True),
        ("0.5", False),
    ]


def test_the_file_tells_the_phrase_behind_each_rule(drafted):
    text = as_yaml(drafted)
    assert "term 0-22 (1.00): 3 дня со дня обращения" in text
    assert "level: e3" in text


def test_the_file_passes_the_check_of_the_pack(drafted, tmp_path):
    folder = tmp_path / "pack"
    shutil.copytree(pack().folder, folder)
    write(drafted, folder / "procedures")
    assert [finding for finding in check_pack(folder) if "6.1.3" in finding.file] == []


def test_a_row_without_a_term_promises_nothing():
    rows = compile_rows(read("code,name,fee\n6.1.3,Выдача справки,бесплатно".encode()))
    (drafted,) = drafts(rows, valid_from=date(2022, 1, 1), list_code="U200")
    assert (drafted.definition.level, drafted.definition.term) == ("e1", None)
    assert any("term" in what for what in drafted.to_do)


def test_a_code_that_lost_its_raised_figure_is_found_under_the_same_words():
    name = "Регистрация расторжения брака по взаимному согласию супругов, не имеющих общих несовершеннолетних детей"
    rows = compile_rows(read(f"code;name;term\n5.61;{name};1 месяц".encode()))
    (drafted,) = drafts(rows, valid_from=date(2022, 1, 1), list_code="U200")
    assert drafted.definition.code == "U200/5.6.1"
    assert "code: printed 5.61, listed as 5.6.1" in drafted.to_do
