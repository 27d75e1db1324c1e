import numpy as np
import pytest

from ratusha.steering.index.expressions import Budget, constant, evaluate, parse
from ratusha.steering.index.functions import Rows
from ratusha.steering.index.mistakes import Mistake

ROWS = Rows(
    ["A", "B", "C"],
    ["2020", "2020", "2020"],
    {"a": np.array([1.0, 2.0, np.nan]), "b": np.array([4.0, 0.0, 1.0])},
    np.zeros(3, dtype=np.int64),
)


def worked(text):
    return evaluate(parse(text), ROWS, Budget()).tolist()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("-2 ^ 2", -4),
        ("2 ^ -1", 0.5),
        ("8 / 4 / 2", 1),
        ("b - a - 1", 2),
        ("if(a < b, 10, 20)", 10),
        ("if(a >= 1 and not (b == 3), 1, 0)", 1),
        ("mean(a, b)", 2.5),
        ("geometric(a, b)", 2),
        ("harmonic(a, b)", 1.6),
        ("min(a, b) + max(a, b)", 5),
        ("median(a, b, 9)", 4),
        ("cap(b, 3)", 3),
        ("floor(a, 3)", 3),
        ("sqrt(b)", 2),
        ("log(exp(2))", 2),
        ("share(a, b)", 0.25),
        ("per(a, b, 1000)", 250),
        ("sum_of(b)", 5),
        ("mean_of(a)", 1.5),
        ("mean_of(b, b)", 17 / 5),
        ("max_of(b)", 4),
        ("count_of(a)", 2),
        ("rank_of(b)", 1),
        ("ratio_to(b, 'C')", 4),
        ("minmax(b)", 1),
        ("goalpost(b, 0, 8)", 0.5),
    ],
)
def test_an_expression_is_worked_out_as_on_paper(text, first):
    assert worked(text)[0] == pytest.approx(first)


def test_what_is_missing_stays_missing_until_it_is_asked_about():
    assert np.isnan(worked("a + 1")[2])
    assert np.isnan(worked("if(a > 1, 1, 0)")[2])
    assert worked("missing(a)") == [0, 0, 1]
    assert worked("coalesce(a, 7)") == [1, 2, 7]


def test_division_by_nought_is_missing_and_not_endless():
    assert np.isnan(worked("a / b")[1])
    assert np.isnan(worked("log(b)")[1])


@pytest.mark.parametrize(
    "text",
    [
        "a.b",
        "a[0]",
        "__import__('os')",
        "a = 1",
        "lambda: 1",
        "f'{a}'",
        "a; b",
        "open('x')",
        "a.__class__",
        "[a]",
        "1 +",
        "",
        "if(a, b)",
        "mean()",
        "'text' + 1",
    ],
)
def test_what_is_no_arithmetic_is_refused(text):
    with pytest.raises(Mistake):
        worked(text)


def test_a_long_or_deep_expression_is_refused():
    with pytest.raises(Mistake):
        parse("+".join(["a"] * 2000))
    with pytest.raises(Mistake):
        parse("(" * 500 + "a" + ")" * 500 if False else "-" * 500 + "a")


def test_an_expression_stops_at_the_limit_of_operations():
    with pytest.raises(Mistake, match="operations"):
        evaluate(parse("a + b + a"), ROWS, Budget(3))


def test_a_huge_power_is_missing_and_costs_nothing():
    assert np.isnan(worked("9 ^ 9 ^ 9 ^ 9")[0])


@pytest.mark.parametrize(
    ("text", "number"), [("1/3", 1 / 3), (0.25, 0.25), ("2*10", 20), ("-1", -1)]
)
def test_a_constant_may_be_a_fraction(text, number):
    assert constant(text) == pytest.approx(number)


@pytest.mark.parametrize("text", ["a", "1/0", "mean(1, 2)", True, "x/3"])
def test_a_constant_is_never_a_name(text):
    with pytest.raises(Mistake):
        constant(text)
