"""The real catalogue comes in whole, once; and what has been in force is never edited."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from ratusha.kernel.errors import RuleBroken
from ratusha.procedures.models import Edition, Procedure
from ratusha.procedures.public import edition_in_force, in_force, load_pack

pytestmark = pytest.mark.django_db
SMALL = Path(__file__).parent / "small"
TODAY = date(2026, 11, 23)


def load(folder, today=TODAY):
    return load_pack(folder, today=today, now=timezone.now())


@pytest.fixture
def pack(tmp_path):
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


def change(pack, name, old, new):
    file = pack / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_loading_twice_changes_nothing(pack):
    assert load(pack)["editions"] == 3
    before = list(Edition.objects.values_list("pk", "valid_until"))
    assert load(pack) == {"unchanged": 5}
    assert list(Edition.objects.values_list("pk", "valid_until")) == before


def test_changed_words_of_a_row_begin_a_new_edition_today(pack):
    load(pack)
    change(pack, "catalogue/T1/01.yaml", "term: 15 days", "term: 10 days")
    assert load(pack)["editions"] == 1
    old, new = Edition.objects.filter(procedure="T1/1.2")
    assert (old.valid_until, new.valid_from, new.number) == (TODAY, TODAY, 2)
    assert (old.promise.term.base, new.promise.term.base) == ("15 days", "10 days")


def test_a_new_file_closes_the_edition_before_it_on_its_first_day(pack):
    load(pack)
    first = (pack / "procedures/T1/1.1.yaml").read_text(encoding="utf-8")
    second = first.replace("2024-01-01", "2027-01-01").replace("base: 15 days", "base: 5 days")
    (pack / "procedures/T1/1.1@2027-01-01.yaml").write_text(second, encoding="utf-8")
    load(pack)
    assert edition_in_force("T1/1.1", date(2026, 12, 31)).promise.term.base == "15 days"
    assert edition_in_force("T1/1.1", date(2027, 1, 1)).promise.term.base == "5 days"


def test_an_edition_that_has_begun_is_never_edited(pack):
    load(pack)
    change(pack, "procedures/T1/1.1.yaml", "base: 15 days", "base: 5 days")
    with pytest.raises(RuleBroken) as broken:
        load(pack)
    assert broken.value.code == "procedures.edition_in_force"
    assert edition_in_force("T1/1.1", TODAY).promise.term.base == "15 days"


def test_a_pack_that_fails_leaves_nothing_half_loaded(pack):
    change(pack, "procedures/T1/1.1.yaml", "code: T1/1.1", "code: T1/1.1\nunknown: 1")
    with pytest.raises(RuleBroken) as broken:
        load(pack)
    assert broken.value.code == "procedures.pack_wrong"
    assert not Procedure.objects.exists()


def test_loading_leaves_a_trace(pack):
    load(pack)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_entry WHERE action = 'pack.load'")
        assert cursor.fetchone() == (1,)


def test_the_database_refuses_two_editions_in_force_on_one_day(pack):
    load(pack)
    held = edition_in_force("T1/1.1", TODAY)
    twin = Edition(
        procedure_id="T1/1.1",
        number=9,
        valid_from=TODAY,
        title={},
        definition=held.definition,
        digest=held.digest,
        electronic_level="e0",
    )
    with (
        pytest.raises(IntegrityError, match="edition_in_force_is_one_at_a_time"),
        transaction.atomic(),
    ):
        twin.save(force_insert=True)


def test_general_grounds_come_before_those_of_the_procedure(pack):
    load(pack)
    promise = edition_in_force("T1/1.1", TODAY).promise
    assert [g.code for g in promise.refuse] == ["no_grounds", "not_here"]
    assert [g.code for g in promise.refuse_to_accept] == ["documents_missing"]


def test_an_excluded_row_is_kept_with_its_day_but_is_not_in_force(pack):
    load(pack)
    assert not in_force(TODAY).filter(procedure="T1/1.3.1").exists()
    assert edition_in_force("T1/1.3.1", date(2024, 2, 29)).title == {"ru": "Выдача копии"}


def test_the_edition_in_force_is_found_with_one_query(pack, django_assert_num_queries):
    load(pack)
    _read_once = edition_in_force("T1/1.1", TODAY).promise
    with django_assert_num_queries(1):
        found = edition_in_force("T1/1.1", TODAY)
        assert found.procedure.number == "1.1"
        assert found.promise is found.promise


class TestAStateForTrial:
    """Words that changed without a new first day are a correction there."""

    def load(self, pack, today=TODAY):
        return load_pack(pack, today=today, now=timezone.now(), for_trial=True)

    def correct(self, pack, old="base: 15 days", new="base: 5 days"):
        change(pack, "procedures/T1/1.1.yaml", old, new)
        return self.load(pack)

    def test_an_edition_that_nothing_holds_is_replaced(self, pack):
        load(pack)
        assert self.correct(pack)["editions"] == 1
        edition = Edition.objects.get(procedure="T1/1.1")
        assert (edition.number, edition.valid_from) == (1, date(2024, 1, 1))
        assert edition.promise.term.base == "5 days"

    def test_and_again_on_the_same_day(self, pack):
        load(pack)
        self.correct(pack)
        self.correct(pack, "base: 5 days", "base: 7 days")
        assert edition_in_force("T1/1.1", TODAY).promise.term.base == "7 days"

    def test_the_same_words_change_nothing(self, pack):
        load(pack)
        change(pack, "procedures/T1/1.1.yaml", "code: T1/1.1", "code: T1/1.1  # a remark")
        before = list(Edition.objects.values_list("pk", flat=True))
        assert "editions" not in self.load(pack)
        assert list(Edition.objects.values_list("pk", flat=True)) == before

    def test_a_later_edition_of_the_file_keeps_its_day(self, pack):
        first = (pack / "procedures/T1/1.1.yaml").read_text(encoding="utf-8")
        second = first.replace("2024-01-01", "2027-01-01").replace("base: 15 days", "base: 20 days")
        (pack / "procedures/T1/1.1@2027-01-01.yaml").write_text(second, encoding="utf-8")
        load(pack)
        self.correct(pack)
        assert edition_in_force("T1/1.1", date(2026, 12, 31)).promise.term.base == "5 days"
        assert edition_in_force("T1/1.1", date(2027, 1, 1)).promise.term.base == "20 days"
