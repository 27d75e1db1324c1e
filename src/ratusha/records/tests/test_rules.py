"""What a person may ask about their data, and within which terms (law 99-З, art. 10-13)."""

from datetime import date

import pytest

from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import Term, due
from ratusha.records.asking.law import law, rule_of
from ratusha.records.asking.rules import MOVES, OPEN, Asks, Status, require_details, require_words


def test_the_law_has_a_term_and_a_source_for_everything_that_may_be_asked():
    assert set(law().asks) == set(Asks)
    assert all("99-З" in rule.source.title for rule in law().asks.values())


@pytest.mark.parametrize(
    ("asks", "last"),
    [
        (Asks.INFORMATION, date(2026, 3, 6)),  # five working days from Friday 27 February
        (Asks.CORRECTION, date(2026, 3, 14)),
        (Asks.ERASURE, date(2026, 3, 14)),
    ],
)
def test_the_answer_is_due_in_the_term_of_law(asks, last):
    term = Term.parse(rule_of(asks).term)
    found = due(date(2026, 2, 27), term, calendar=national_calendar(), source="").on
    assert found is not None
    assert found >= last
    assert (
        found - last
    ).days <= 2  # a term that ends on a day of rest ends on the next working one


@pytest.mark.parametrize("asks", [Asks.CORRECTION, Asks.WITHDRAWAL])
def test_a_mistake_or_a_consent_must_be_named(asks):
    with pytest.raises(RuleBroken) as refused:
        require_details(asks, "  ")
    assert refused.value.field == "text"


def test_who_asks_for_information_need_not_write_anything():
    assert require_details(Asks.INFORMATION, " ") == ""


def test_a_text_longer_than_the_page_allows_is_refused():
    with pytest.raises(RuleBroken):
        require_words("а" * 4001, field="text", missing="")


def test_nothing_moves_a_request_that_has_ended():
    assert {s for move in MOVES.values() for s in move.sources} == set(OPEN)
    assert {move.target for move in MOVES.values() if move.outcome} == set(Status) - set(OPEN)
