"""The one door: a purpose, only what it needs, and a row in the journal for every answer."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from ratusha.exchange import public
from ratusha.exchange.models import AccessRecord
from ratusha.exchange.public import Purpose
from ratusha.exchange.rules import given_fields, trim
from ratusha.kernel.errors import RegisterUnavailable, RuleBroken
from ratusha.parties.tests.factories import PersonFactory

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
PREFILL = Purpose("prefill")
EXAMINE = Purpose("examine", case_reference="2026-7HKM-4XQ3-9", procedure_code="U200/1.3.2")


def ask(subject, service="population.person", purpose=PREFILL, **change):
    asked = {"subject": subject.pk, "purpose": purpose, "by": None, "body": None, "now": NOW}
    return public.ask(service, **asked | change)


def person_facts(_subject, *, on):
    facts = {"personal_number": "7123456A789PB6", "name": {"be": "Алена"}, "names": {"be": {}}}
    return facts | {"birth_date": "1991-05-17", "documents": [], "age": on.year - 1991}, ()


def children_facts(_subject, **_arguments):
    return {"children": [{"person": str(CHILD), "age": 6}], "count": 1, "minors": 1}, [CHILD]


def down(_subject, **_arguments):
    raise RegisterUnavailable("register.unavailable", "down")


CHILD = uuid4()


@pytest.fixture(autouse=True)
def registers(monkeypatch):
    """Registers of this test alone."""
    answering = {"population.person": person_facts, "population.children": children_facts}
    monkeypatch.setattr("ratusha.exchange.services.asking._providers", answering)
    return answering


@pytest.mark.django_db
class TestAsking:
    def test_facts_come_with_their_source(self):
        answer = ask(PersonFactory())
        assert answer.facts["birth_date"] == "1991-05-17"
        assert answer.source["ru"] == "Регистр населения"
        assert answer.as_of == NOW

    def test_every_answer_is_in_the_journal_of_the_person(self):
        someone = PersonFactory()
        answer = ask(someone, purpose=EXAMINE)
        row = public.journal_of(someone.pk).get()
        assert row.id == answer.journal_id
        assert (row.purpose, row.case_reference) == ("examine", "2026-7HKM-4XQ3-9")
        assert "арт. 15" in row.legal_basis

    def test_only_what_the_purpose_needs_is_given(self):
        answer = ask(PersonFactory(), purpose=Purpose("identification"))
        assert answer.facts.keys() == {"name", "names", "birth_date"}

    def test_what_was_given_is_what_is_written(self):
        someone = PersonFactory()
        ask(someone, fields=["birth_date"])
        assert public.journal_of(someone.pk).get().fields == ["birth_date"]

    def test_asking_for_more_than_the_purpose_needs_is_refused(self):
        someone = PersonFactory()
        with pytest.raises(RuleBroken, match="over_collection"):
            ask(someone, purpose=Purpose("identification"), fields=["personal_number"])
        assert not AccessRecord.objects.exists()

    def test_a_purpose_opens_only_its_own_registers(self):
        with pytest.raises(RuleBroken, match="not_for_this_purpose"):
            ask(PersonFactory(), "population.children", Purpose("household_certificate"))

    def test_an_official_asks_only_within_a_case(self):
        with pytest.raises(RuleBroken, match="case_missing"):
            ask(PersonFactory(), purpose=Purpose("examine"))

    def test_unknown_purposes_and_services_are_refused(self):
        with pytest.raises(RuleBroken, match="unknown_purpose"):
            ask(PersonFactory(), purpose=Purpose("curiosity"))
        with pytest.raises(RuleBroken, match="unknown_service"):
            ask(PersonFactory(), "population.secrets")

    def test_what_no_register_holds_is_asked_of_a_body(self):
        with pytest.raises(RuleBroken, match="asked_of_a_body"):
            ask(PersonFactory(), "benefits.paid", Purpose("child_benefit"))

    def test_whoever_an_answer_mentions_reads_it_too(self):
        ask(PersonFactory(), "population.children")
        assert public.journal_of(CHILD).get().part == "mentioned"

    def test_whoever_is_only_counted_is_not_mentioned(self):
        ask(PersonFactory(), "population.children", fields=["minors"])
        assert not public.journal_of(CHILD).exists()

    def test_a_register_that_is_down_says_so_and_nothing_is_written(self, registers):
        registers["population.person"] = down
        with pytest.raises(RegisterUnavailable):
            ask(PersonFactory())
        assert not AccessRecord.objects.exists()

    def test_the_database_refuses_to_change_the_journal(self):
        ask(PersonFactory())
        with pytest.raises(ProgrammingError, match="never changed"):
            AccessRecord.objects.update(purpose="another")

    def test_the_database_refuses_to_empty_the_journal(self):
        with pytest.raises(ProgrammingError, match="never changed"), connection.cursor() as cursor:
            cursor.execute("TRUNCATE exchange_accessrecord")

    def test_asking_takes_few_queries(self, django_assert_max_num_queries):
        someone = PersonFactory()
        with django_assert_max_num_queries(3):  # two of them are the savepoint
            ask(someone)


class TestTrimming:
    FACTS = {"count": 1, "secret": "x", "members": [{"name": "A", "birth_date": "2020-01-01"}]}

    def test_a_field_of_a_list_is_trimmed_inside_it(self):
        assert trim(self.FACTS, ["count", "members.name"]) == {
            "count": 1,
            "members": [{"name": "A"}],
        }

    def test_an_empty_list_gives_nothing_to_write_down(self):
        assert given_fields({"members": [], "count": 0}, ["members.name", "count"]) == ["count"]
