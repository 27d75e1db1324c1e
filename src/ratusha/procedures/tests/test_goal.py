"""The share of electronic procedures, as figures one can check by hand."""

from decimal import Decimal

from ratusha.procedures.goal import Share, shares_of

LEVELS = {"e0": 600, "e1": 300, "e2": 50, "e3": 30, "e4": 15, "e5": 5}


def test_each_formula_names_its_numerator_and_its_denominator():
    found = {s.formula: (s.numerator, s.denominator) for s in shares_of("citizens", LEVELS)}
    assert found == {
        "application": (50, 1000),
        "decision": (20, 1000),
        "proactive": (5, 1000),
        "described": (50, 400),
    }


def test_a_share_is_given_to_one_place():
    assert Share("total", "application", 5, 1428).percent == Decimal("0.4")


def test_where_nothing_is_in_force_nothing_is_reached():
    assert Share("total", "application", 0, 0).percent == Decimal("0.0")
