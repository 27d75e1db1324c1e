"""A structure made at random says a sentence, and the sentence is read as the same structure."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ratusha.law.compiler.lexicon import lexicon
from ratusha.law.compiler.parsing import parse
from ratusha.law.compiler.structures import Cell, Clause, Note, Quantity, Value

WORDS = st.sampled_from(["записи акта", "проверки", "утраты паспорта", "выезда на место"])
OPENINGS = {
    "в случае": "condition",
    "при наличии": "condition",
    "пры адсутнасці": "condition",
    "для": "for",
}
EVENTS = [
    Note("request", "со дня обращения"),
    Note("application", "со дня подачи заявления"),
    Note("application", "з дня падачы заявы"),
    Note("event", "со дня", "принятия решения"),
    Note("event", "после", "окончания экспертизы"),
]


@st.composite
def quantities(draw, units, languages=("ru", "be")):
    amount = Decimal(draw(st.integers(1, 400)))
    return Quantity(
        amount=amount,
        unit=draw(st.sampled_from(units)),
        language=draw(st.sampled_from(languages)),
        numeral=str(amount),
    )


@st.composite
def conditions(draw, dash):
    opening = draw(st.sampled_from(sorted(OPENINGS)))
    return Note(OPENINGS[opening], opening, draw(WORDS), dash)


@st.composite
def cells(draw, values, conditioned):
    """A value, and up to two more with their conditions in front or behind."""
    clauses = [Clause(values=(draw(values),))]
    for _ in range(draw(st.integers(0, 2)) if conditioned else 0):
        value = (draw(values),)
        if draw(st.booleans()):
            clauses.append(Clause(values=value, lead=";", before=draw(conditions("–"))))
        else:
            clauses.append(Clause(values=value, lead=";", after=(draw(conditions("–")),)))
    return Cell(tuple(clauses))


terms = st.builds(
    lambda quantity, events: Value(kind="span", quantity=quantity, events=events),
    quantities(("day", "month", "week")),
    st.lists(st.sampled_from(EVENTS), max_size=1).map(tuple),
)
fees = quantities(("base_value",)).map(lambda quantity: Value(kind="span", quantity=quantity))
periods = quantities(("day", "month", "year")).map(lambda q: Value(kind="span", quantity=q))


def comparable(cell):
    """What a language does not show in a word it shares with the other is not compared."""
    told = msgspec.to_builtins(cell)
    for clause in told["clauses"]:
        for value in clause["values"]:
            value["quantity"].pop("language", None)
            value["quantity"].pop("case", None)
    return told


@pytest.mark.parametrize(
    ("column", "values"), [("term", terms), ("fee", fees), ("validity", periods)]
)
def test_a_structure_is_read_back_from_its_sentence(column, values):
    @settings(max_examples=150, deadline=None)
    @given(cells(values, conditioned=True))
    def reads_back(cell):
        sentence = cell.sentence(column)
        found = parse(column, sentence)
        assert isinstance(found, Cell), (sentence, found)
        assert found.sentence(column) == sentence
        assert comparable(found) == comparable(cell)

    reads_back()


@given(st.text(alphabet="абв 15дней,;–()«».:%\n0", max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_flagged_and_never_breaks_the_reader(text):
    for column in ("term", "fee", "validity"):
        found = parse(column, text)
        if isinstance(found, Cell):
            assert found.sentence(column)


def test_the_name_of_a_unit_agrees_with_its_number():
    words = lexicon("term")
    assert [words.form("day", "ru", "nominative", Decimal(n)) for n in (1, 3, 5, 11, 21, 22)] == [
        "день", "дня", "дней", "дней", "день", "дня",
    ]  # fmt: skip
    assert [words.form("day", "be", "nominative", Decimal(n)) for n in (1, 2, 5)] == [
        "дзень",
        "дні",
        "дзён",
    ]
