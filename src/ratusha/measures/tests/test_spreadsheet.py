"""The passport goes into a spreadsheet and comes back as it was; what is hostile does not get in."""

import io
import zipfile
from datetime import date

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from openpyxl import load_workbook

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.forms.passport import BlockForm
from ratusha.measures.models import PassportDraft
from ratusha.measures.passport.definition import Field, form
from ratusha.measures.spreadsheet.guarding import MOST_UNPACKED, guard
from ratusha.measures.spreadsheet.layout import ANSWERS, address_of
from ratusha.measures.spreadsheet.reading import read
from ratusha.measures.spreadsheet.writing import write

from .conftest import whole_passport

NUMBER = "MSR-2026-00042"
LETTERS = "абвгдёіўАБЎ az09=+-@'\"<>&;,.:_x0041_%№«»"


def there_and_back(answers, *, out="be", back="be"):
    with translation.override(out):
        content = write(form(), answers, reference=NUMBER, title="Рэестр")
    with translation.override(back):
        return read(content, form(), reference=NUMBER)


def test_a_whole_passport_comes_back_as_it_was():
    found = there_and_back(whole_passport())
    assert (found.problems, found.answers) == ([], whole_passport())


@pytest.mark.parametrize("back", ["ru", "en"])
def test_a_file_of_one_language_is_read_in_another(back):
    assert there_and_back(whole_passport(), back=back).answers == whole_passport()


def words(most: int, lines: str = ""):
    return some.text(LETTERS + lines, max_size=min(most, 60)).map(str.strip)


def answer(field: Field):
    match field.kind:
        case "rows":
            row = some.fixed_dictionaries({one.code: answer(one) for one in field.columns})
            return some.lists(
                row.filter(lambda one: any(v not in (None, "") for v in one.values())), max_size=4
            )
        case "choice":
            return some.sampled_from(["", *(code for code, _name in field.choices())])
        case "choices":
            codes = [code for code, _name in field.choices()]
            return some.lists(some.sampled_from(codes), unique=True).map(
                lambda given: sorted(given, key=codes.index)
            )
        case "yes_no":
            return some.sampled_from([None, True, False])
        case "day":
            return some.one_of(
                some.just(""), some.dates(min_value=DAYS[0], max_value=DAYS[1]).map(str)
            )
        case "number" | "money":
            places = 2 if field.kind == "money" else field.places or 3
            least, most = field.smallest or 0, field.greatest or 10**11
            figure = some.decimals(least, most, places=places, allow_nan=False)
            whole = some.integers(least, most).map(str)
            return some.one_of(some.just(""), whole, figure.map(lambda one: format(one, "f")))
        case "long":
            return words(field.most or 4000, "\n")
        case _:
            return words(field.most or 300)


DAYS = (date(1900, 3, 1), date(2199, 12, 31))
ANY_PASSPORT = some.fixed_dictionaries(
    {
        block.code: some.fixed_dictionaries({one.code: answer(one) for one in block.fields})
        for block in form().blocks
    }
)


def as_kept(answers):
    """What the pages themselves keep of these words: they clean what is typed."""
    made = {}
    for block in form().blocks:
        typed = QueryDict(mutable=True)
        for field in block.fields:
            given = answers[block.code][field.code]
            if field.kind == "rows":
                for place, row in enumerate(given):
                    for column in field.columns:
                        put(typed, f"{field.code}-{place}-{column.code}", row[column.code])
            else:
                put(typed, field.code, given)
        page = BlockForm(block, {}, typed)
        page.is_valid()
        assert not page.errors
        made[block.code] = page.answers()
    return made


def put(typed, name, given):
    if isinstance(given, list):
        typed.setlist(name, given)
    elif given is not None:
        typed[name] = (
            {True: "yes", False: "no"}.get(given, given) if isinstance(given, bool) else given
        )


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(ANY_PASSPORT)
def test_any_passport_that_the_pages_keep_survives_the_way_there_and_back(answers):
    kept = as_kept(answers)
    found = there_and_back(kept, back="en")
    assert (found.problems, found.answers) == ([], kept)


def changed(change, answers=None):
    with translation.override("be"):
        book = load_workbook(
            io.BytesIO(write(form(), answers or whole_passport(), reference=NUMBER, title="Рэестр"))
        )
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_what_is_typed_into_a_cell_goes_the_way_of_what_is_typed_on_a_page():
    def type_into(book):
        sheet = book.worksheets[1]
        for row in range(1, 20):
            key = sheet.cell(row, 1).value
            if key == "field:starts_on":
                sheet.cell(row, ANSWERS).value = "12.02.2027"
            if key == "field:short_name":
                sheet.cell(row, ANSWERS).value = "  Маршруты\u202e "

    found = read(changed(type_into), form(), reference=NUMBER)
    assert found.problems == []
    assert found.answers["identity"]["starts_on"] == "2027-02-12"
    assert found.answers["identity"]["short_name"] == "Маршруты"


def test_what_a_cell_may_not_hold_is_told_with_its_cell():
    def spoil(book):
        sheet = book["11. Выдаткі"]
        sheet["C3"] = "многа"
        sheet["C4"] = "=1+1"

    found = read(changed(spoil), form(), reference=NUMBER)
    assert {one.cell for one in found.problems} == {"'11. Выдаткі'!C3", "'11. Выдаткі'!C4"}


def test_a_finding_of_the_rules_has_the_address_of_its_cell():
    with translation.override("be"):
        budget = form().block("budget")
        assert address_of(budget, 11, "total", whole_passport()) == "'11. Выдаткі'!C3"
        book = load_workbook(
            io.BytesIO(write(form(), whole_passport(), reference=NUMBER, title="Рэестр"))
        )
        sheet, cell = address_of(budget, 11, "lines", whole_passport()).split("!")
        assert book[sheet.strip("'")][cell].value == 2026


# ---- hostile files ----
def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(name: str, content: bytes = b"<x/>") -> bytes:
    made = io.BytesIO(changed(lambda _book: None))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("unreadable", lambda: b"%PDF-1.7"),
        ("unreadable", lambda: b"PK\x03\x04 and nothing more"),
        ("unreadable", lambda: zipped({"readme.txt": b"x"})),
        ("too_big", lambda: b"x" * (2 * 2**20 + 1)),
        ("bomb", lambda: zipped({"xl/workbook.xml": b" " * (MOST_UNPACKED + 1)})),
        ("bomb", lambda: zipped({f"xl/worksheets/sheet{n}.xml": b"" for n in range(201)})),
        ("macros", lambda: with_part("xl/vbaProject.bin")),
        ("macros", lambda: with_part("xl/macrosheets/sheet1.xml")),
        ("links", lambda: with_part("xl/externalLinks/externalLink1.xml")),
        ("links", lambda: with_part("xl/worksheets/_rels/sheet1.xml.rels", b'<R TargetMode="External"/>')),
        ("parts", lambda: with_part("xl/media/image1.png")),
        ("entities", lambda: with_part("docProps/custom.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>')),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused_before_it_is_opened(code, content):
    with pytest.raises(RuleBroken) as refused:
        guard(content())
    assert refused.value.code == f"spreadsheet.{code}"


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("sheet_missing", lambda book: book.remove(book.worksheets[3])),
        ("sheet_unknown", lambda book: book.create_sheet("Нататкі")),
        ("not_ours", lambda book: book.remove(book.worksheets[0])),
        ("too_long", lambda book: book.worksheets[1].cell(2001, 1, "x")),
        ("form", lambda book: book.worksheets[0].cell(3, 3, "passport.v9")),
        ("reference", lambda book: book.worksheets[0].cell(2, 3, "MSR-2026-00001")),
    ],
)
def test_a_file_with_other_sheets_is_refused(code, change):
    with pytest.raises(RuleBroken) as refused:
        read(changed(change), form(), reference=NUMBER)
    assert refused.value.code == f"spreadsheet.{code}"


# ---- the pages ----
@pytest.fixture
def initiator(state):
    return sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)


def brought(page, case, content, name="passport.xlsx"):
    at = reverse("measures:spreadsheet", args=[case.reference])
    return page.post(at, {"file": io.BytesIO(content) if content else "", "name": name})


def test_a_passport_is_taken_as_a_file_and_brought_back(state, initiator):
    case = state.routed()
    taken = initiator.get(reverse("measures:spreadsheet_file", args=[case.reference]))
    assert taken["Content-Disposition"] == f'attachment; filename="{case.reference}.xlsx"'
    book = load_workbook(io.BytesIO(taken.content))
    book["2. Праблема і мэта"]["C3"] = "Папера."
    out = io.BytesIO()
    book.save(out)
    sent = brought(initiator, case, out.getvalue())
    assert sent.status_code == 302
    assert PassportDraft.objects.get(pk=case.pk).answers["goal"]["problem"] == "Папера."
    assert "'11. Выдаткі'!" in initiator.get(sent.url).content.decode().replace("&#39;", "'")


def test_a_wrong_file_is_refused_in_words_and_changes_nothing(state, initiator):
    case = state.routed()
    before = PassportDraft.objects.get(pk=case.pk).answers
    for content in (
        b"%PDF-1.7",
        b"",
        changed(
            lambda book: (
                book.worksheets[0].cell(2, 3, case.reference)
                and book["11. Выдаткі"].cell(3, 3, "многа")
            )
        ),
    ):
        assert brought(initiator, case, content).status_code == 422
    assert PassportDraft.objects.get(pk=case.pk).answers == before


def test_the_file_is_for_who_writes_the_passport(state):
    case = state.routed()
    manager = sign_in(Client(), state.manager, AccessMode.STRICT, state.ministry.pk)
    for name in ("spreadsheet", "spreadsheet_file"):
        assert manager.get(reverse(f"measures:{name}", args=[case.reference])).status_code == 404
