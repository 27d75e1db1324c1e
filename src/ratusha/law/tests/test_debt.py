"""What the state asks though it holds it: found, priced, waived by an act, and never published without one."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from django.utils import translation

from ratusha.kernel.pack import pack
from ratusha.law.debt import debt_of, reason_in_words
from ratusha.law.publication import publishable
from ratusha.procedures.public import (
    Definition,
    Field,
    Page,
    Registers,
    RequiredDocument,
    Source,
    Waiver,
    asked_twice,
    read_definitions,
    read_registers,
)

pytestmark = pytest.mark.django_db  # verdicts on scenarios are kept there
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
SAID = {"be": "x", "ru": "x", "en": "x"}
SOURCE = Source(title="Act")
BENEFIT = next(d for d in read_definitions(pack().folder) if d.code == "U200/2.6")


@pytest.fixture
def registers() -> Registers:
    return read_registers(pack().folder)


def asking(*fields: Field, documents=()) -> Definition:
    return Definition(
        code="T1/1",
        title=SAID,
        valid_from=date(2026, 1, 1),
        source=SOURCE,
        level="e2",
        applicants=["citizen"],
        form=[Page(code="one", title=SAID, fields=list(fields))],
        documents=list(documents),
    )


def paper(**more) -> RequiredDocument:
    return RequiredDocument(code="birth", title=SAID, source=SOURCE, **more)


def question(**more) -> Field:
    return Field(code="birth_date", kind="date", label=SAID, **more)


def waiver(until: date) -> Waiver:
    return Waiver(source=SOURCE, reason=SAID, until=until)


def test_a_question_that_a_register_answers_is_asked_twice(registers):
    (found,) = asked_twice(asking(question()), registers)
    assert (found.kind, found.service, found.path) == (
        "question",
        "population.person",
        "birth_date",
    )


def test_a_document_that_a_register_stands_for_is_asked_twice(registers):
    (found,) = asked_twice(asking(documents=[paper()]), registers)
    assert (found.kind, found.service) == ("document", "population.children")


@pytest.mark.parametrize("how", [{"from_": "body"}, {"service": "population.children"}])
def test_a_document_that_the_body_gets_itself_is_not(registers, how):
    assert list(asked_twice(asking(documents=[paper(**how)]), registers)) == []


def test_a_waiver_holds_until_its_day(registers):
    (found,) = asked_twice(asking(documents=[paper(waiver=waiver(date(2027, 1, 1)))]), registers)
    assert found.is_waived(date(2026, 12, 31))
    assert not found.is_waived(date(2027, 1, 1))


def test_a_debt_costs_minutes_for_every_case(registers):
    promise = asking(question(unprefillable="x"), documents=[paper()])
    (row,) = debt_of([promise], registers, {"T1/1": 10})
    each = registers.burden.question + registers.burden.document
    assert (row.minutes_each, row.minutes) == (each, each * 10)


def test_the_dearest_stands_first(registers):
    cheap, dear = asking(question()), msgspec.structs.replace(asking(question()), code="T1/2")
    rows = debt_of([cheap, dear], registers, {"T1/1": 1, "T1/2": 2})
    assert [row.code for row in rows] == ["T1/2", "T1/1"]


def test_an_unwaived_debt_stops_the_publication():
    with translation.override("en"):
        found = publishable(asking(documents=[paper()]), folder=pack().folder, now=NOW)
    assert [one.code for one in found] == ["once_only.birth"]
    assert "no act in force lets it be asked" in found[0].words


def test_a_waiver_that_is_over_on_the_first_day_stops_it_too():
    early = asking(documents=[paper(waiver=waiver(date(2026, 6, 1)))])
    assert publishable(early, folder=pack().folder, now=NOW)
    later = asking(documents=[paper(waiver=waiver(date(2027, 6, 1)))])
    assert publishable(later, folder=pack().folder, now=NOW) == []


def test_what_the_pack_ships_is_publishable_at_once():
    assert publishable(BENEFIT, folder=pack().folder, now=NOW) == []


def test_every_reason_to_ask_all_the_same_is_in_three_languages():
    reasons = {
        field.unprefillable
        for promise in read_definitions(pack().folder)
        for page in promise.form
        for field in page.fields
        if field.unprefillable
    }
    assert reasons
    assert [one for one in reasons if set(reason_in_words(one)) != {"be", "ru", "en"}] == []
