"""The register as a file: what is written is read again as it was; what is hostile is refused with its line."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from ratusha.kernel.errors import RuleBroken
from ratusha.systems.card import (
    Act,
    Card,
    DataObject,
    Hosting,
    Interface,
    Paper,
    Security,
    StatusDate,
    Users,
    YearCost,
)
from ratusha.systems.register_file import reading
from ratusha.systems.register_file.form import COLUMNS, Entry
from ratusha.systems.register_file.reading import MOST_BYTES, MOST_BYTES_OF_A_CARD, read_file
from ratusha.systems.register_file.writing import as_csv, as_json
from ratusha.ui.text import FORMULAS, clean

words = some.text("абЎі aZ9=+-@'\";,[]{}\\", max_size=9).map(clean) | some.sampled_from(
    ["=1+1", "'=1+1", "+375 17", "[1]", "＝1", "'＋1"]
)
named = words.filter(bool)
texts = some.dictionaries(some.sampled_from(["be", "ru", "en"]), named, min_size=1, max_size=3)
days = some.dates(date(1990, 1, 1), date(2100, 1, 1))
money = some.decimals(0, 10**6, places=2)
codes = some.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True)
numbers = some.from_regex(r"SYS-\d{4}-\d{5}", fullmatch=True).map(str)
cards = some.builds(
    Card,
    name=texts, kind=some.sampled_from(["system", "platform"]), owner=some.just("state:331"),
    short_name=words, purpose=some.just({}) | texts, functions=some.lists(words, max_size=3),
    access=some.sampled_from(["open", "service"]), contact=words,
    legal_basis=some.lists(some.builds(Act, words, words, some.none() | days), max_size=2),
    statuses=some.lists(some.builds(StatusDate, some.just("planned"), days), max_size=2),
    users=some.lists(some.builds(Users, words, some.integers(0, 10**9)), max_size=2),
    objects=some.lists(some.builds(DataObject, codes, words, master=some.booleans()), max_size=2),
    interfaces=some.lists(some.builds(Interface, numbers, objects=some.lists(codes, max_size=2)), max_size=2),
    hosting=some.builds(Hosting, words, some.booleans()), promised=some.none() | some.decimals(0, 100, places=3),
    security=some.builds(Security, words, audited_on=some.none() | days),
    costs=some.lists(some.builds(YearCost, some.integers(1990, 2100), money, some.none() | money), max_size=2),
    papers=some.lists(some.builds(Paper, some.just("concept"), words, days, some.just("a" * 64)), max_size=1),
    measures=some.lists(words, max_size=3), languages=some.lists(some.sampled_from(["be", "en"]), max_size=2),
    sample=some.booleans(),
)  # fmt: skip
entries = some.builds(Entry, cards, numbers, some.integers(1, 999), some.none() | days)


@pytest.mark.parametrize("write", [as_csv, as_json])
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(entries, max_size=4))
def test_what_is_written_is_read_again_as_it_was(write, told):
    found = list(read_file(write(told)))
    assert [one.reason for one in found] == [""] * len(told)
    assert [one.entry for one in found] == told


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(entries, min_size=1, max_size=2))
def test_no_cell_of_the_table_is_run_by_a_program_of_spreadsheets(told):
    table = csv.reader(io.StringIO(as_csv(told).decode("utf-8-sig"), newline=""))
    assert not [cell for row in table for cell in row if cell.startswith(FORMULAS)]


@settings(max_examples=60)
@given(some.binary(max_size=300) | some.text(max_size=300).map(lambda text: text.encode()))
def test_whatever_comes_is_read_or_refused(content):
    for start in (b"", b'{"systems": [', b"name_be,kind,owner\n"):
        try:
            rows = list(read_file(start + content))
        except RuleBroken:
            continue
        assert all(row.entry or row.reason for row in rows)


def table(*rows):
    return "\n".join(["name_be,kind,owner,number,objects,promised", *rows]).encode()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("=HYPERLINK(1),system,state:331,,,", "formula"),
        ("＝HYPERLINK(1),system,state:331,,,", "formula"),
        ("Рэестр,sistema,state:331,,,", "kind"),
        ("Рэестр,system,state:331,SYS-26-1,,", "SYS-26-1"),
        ("Рэестр,system,state:331,,person,", "JSON"),
        ('Рэестр,system,state:331,,"[{""code"":""Person"",""name"":""x""}]",', "code"),
        ('Рэестр,system,state:331,,"[{""code"":""a"",""name"":""x"",""key"":1}]",', "key"),
        ("Рэестр,system,state:331,,,Infinity", "promised"),
        (",system,state:331,,,", "no name"),
        ("Рэестр,system,state:331,,,,,,", "more cells"),
        (f"{'я' * 301},system,state:331,,,", "too long"),
    ],
)
def test_a_wrong_row_is_told_with_its_line_and_the_others_are_read(row, why):
    sound = "Рэестр,system,state:331,,,"
    with translation.override("en"):
        found = list(read_file(table(sound, row, sound)))
    assert [one.line for one in found] == [2, 3, 4]
    assert found[0].entry
    assert found[2].entry
    assert why in found[1].reason


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe", b"", b"a,b\n1,2", b"name_be,kind,owner,salary\n", b'{"systems": 5}', b"[]",
        b'{"systems": [' + b"[" * 10**5, b"x" * (MOST_BYTES + 1),
        b'{"systems": [' + b"1," * 30_000 + b"1]}",
    ],
    ids=[
        "not text", "empty", "other table", "unknown column", "no list", "no object", "deep", "huge", "many cards",
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_whole(content):
    with pytest.raises(RuleBroken) as broken:
        list(read_file(content))
    assert broken.value.code == "system.file_wrong"


@pytest.mark.parametrize("write", [as_csv, as_json])
def test_a_large_card_is_read_again_as_it_was(write):
    users = [Users("а" * 200, n) for n in range(2000)]
    large = Entry(Card({"be": "а"}, "system", "o", functions=["б" * 250] * 1000, users=users))
    limit = csv.field_size_limit()
    assert [one.entry for one in read_file(write([large, large]))] == [large, large]
    assert csv.field_size_limit() == limit


def test_a_row_that_is_too_large_is_refused_and_the_others_are_read():
    sound = "Рэестр,system,state:331,,,"
    with translation.override("en"):
        found = list(
            read_file(table(sound, f"{'я' * (MOST_BYTES_OF_A_CARD + 1)},,,,,", sound, '"я'))
        )
    assert [one.line for one in found] == [2, 3, 4, 5]
    assert [bool(one.entry) for one in found] == [True, False, True, False]
    assert "KB" in found[1].reason


def test_a_table_that_never_ends_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    with pytest.raises(RuleBroken):
        list(read_file(table(*["Рэестр,system,state:331,,,"] * 4)))


def test_a_card_of_json_is_told_with_the_line_it_begins_at():
    content = b'{"systems": [\n{"card": {"name": {"be": "a"}, "kind": "system", "owner": "o"}},\n\n{"card": 1}]}'
    assert [(one.line, bool(one.entry)) for one in read_file(content)] == [(2, True), (4, False)]


def test_signs_that_hide_are_taken_away():
    content = '{"systems": [{"card": {"name": {"be": "А\\u0000\\u202eБ"}, "kind": "system", "owner": "o"}}]}'
    [row] = read_file(content.encode())
    assert row.entry.card.name == {"be": "АБ"}


def test_every_field_of_a_card_has_a_column():
    flat = {name.partition(".")[0] for name in COLUMNS} | {"name", "purpose"}
    assert set(Card.__struct_fields__) <= flat


def test_money_keeps_its_digits():
    entry = Entry(Card({"be": "а"}, "system", "o", costs=[YearCost(2026, Decimal("1.10"))]))
    [row] = read_file(as_csv([entry]))
    assert str(row.entry.card.costs[0].plan) == "1.10"
