"""Depth and points, read off definitions."""

from datetime import date

import pytest

from ratusha.conversion.depth import Depth, Met, Point, depth_of, findings, is_end_to_end, points
from ratusha.procedures.definition import ResultRule
from ratusha.procedures.public import (
    Definition,
    FeeRule,
    RequiredDocument,
    Source,
)

SOURCE = Source(title="Act")
RESULT = ResultRule(kind="certificate", title={"be": "Даведка"}, template=[{"be": "Слова"}])
PAPER = RequiredDocument(code="photo", title={"be": "Фота"}, source=SOURCE)
TITLES = {"be": "Даведка", "ru": "Справка"}


def definition(**changed):
    given = {
        "code": "U200/1.1", "title": TITLES, "valid_from": date(2026, 1, 1), "source": SOURCE,
        "level": "e4", "access_mode": "strict", "decision_electronic": True, "result": RESULT,
    }  # fmt: skip
    return Definition(**{**given, **changed})


@pytest.mark.parametrize(
    ("changed", "depth"),
    [
        ({"level": "e0"}, Depth.NONE),
        ({"level": "e1"}, Depth.INFORMATION),
        ({"level": "e2"}, Depth.FORM),
        ({"level": "e3", "decision_electronic": False}, Depth.SERVED),
        ({}, Depth.END_TO_END),
        ({"level": "e5"}, Depth.PROACTIVE),
        ({"result": None}, Depth.SERVED),  # F01: no template, no end
    ],
)
def test_the_depth_follows_from_the_definition(changed, depth):
    assert depth_of(definition(**changed)) == depth


def test_what_is_not_needed_does_not_hold_back():
    met = points(definition(fee=None))
    assert met[Point.PAYMENT] == met[Point.DOCUMENTS] == Met.NOT_NEEDED
    assert is_end_to_end(met)


def test_papers_and_fees_are_points_where_there_are_any():
    met = points(definition(documents=[PAPER]))
    assert met[Point.DOCUMENTS] == Met.YES
    assert points(definition(level="e1", documents=[PAPER]))[Point.DOCUMENTS] == Met.NO


def test_level_five_needs_one_point_that_applies():
    """The rule of Canada: at least one applies, none is missing."""
    assert not is_end_to_end(dict.fromkeys(Point, Met.NOT_NEEDED))
    assert is_end_to_end(dict.fromkeys(Point, Met.NOT_NEEDED) | {Point.RESULT: Met.YES})
    assert not is_end_to_end(dict.fromkeys(Point, Met.YES) | {Point.RESULT: Met.NO})


def rules(one, **told):
    given = {"asked_twice": 0, "cases": 9, "fell": False, **told}
    return {found.rule: found.blocks for found in findings(one, **given)}


def test_a_procedure_in_order_has_no_findings():
    assert rules(definition()) == {}


def test_each_rule_is_told():
    assert rules(definition(result=None)) == {"F01": True}
    assert rules(definition(), cases=0) == {"F02": False}
    assert rules(definition(), asked_twice=1) == {"F03": True}
    assert rules(definition(), fell=True) == {"F04": True}
    assert rules(definition(title={"ru": "Справка"})) == {"F05": True}


def test_a_fee_is_a_point_that_is_online_where_it_is_asked_here():
    asked = FeeRule(kind="base_value", multiple="0.1", charged="lodging", source=SOURCE)
    direct = FeeRule(kind="base_value", multiple="0.1", source=SOURCE)
    free = FeeRule(kind="free", source=SOURCE)
    found = [points(definition(fee=fee))[Point.PAYMENT] for fee in (asked, direct, free)]
    assert found == [Met.YES, Met.NO, Met.NOT_NEEDED]
    assert points(definition(level="e2", fee=asked))[Point.PAYMENT] == Met.NO
