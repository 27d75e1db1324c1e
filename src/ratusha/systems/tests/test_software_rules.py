"""Rules S01 to S06, each with what passes and what fails; the state of a layer; shares by three measures."""

from datetime import date
from decimal import Decimal

import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.systems.software.rules import (
    LayerState,
    Origin,
    Software,
    check,
    days_of_support,
    layer_state,
    licences_in,
    require_other_vendor,
    shares,
)

TODAY = date(2026, 12, 1)
FINE = {"name": "X", "vendor": "V", "origin": Origin.DOMESTIC}
OPEN = {
    **FINE,
    "origin": Origin.OPEN_SOURCE,
    "licence": "MIT",
    "mirror": "https://code",
    "bus_factor": 3,
}


def codes(**told):
    return [one.code for one in check(Software(**told), TODAY, ["SSPL-1.0"])]


CASES = [
    ("S01", {**FINE, "vendor": ""}, FINE),
    ("S01", {**FINE, "origin": Origin.UNKNOWN}, FINE),
    ("S02", {**FINE, "criticality": 3, "support_ends_on": date(2026, 11, 30)},
     {**FINE, "criticality": 2, "support_ends_on": date(2026, 11, 30)}),
    ("S02", {**FINE, "criticality": 4, "support_ends_on": date(2026, 11, 30)},
     {**FINE, "criticality": 4, "support_ends_on": TODAY}),
    ("S04", {**FINE, "replaced_on": date(2027, 2, 1), "support_ends_on": date(2027, 1, 1)},
     {**FINE, "replaced_on": date(2027, 1, 1), "support_ends_on": date(2027, 1, 1)}),
    ("S05", {**FINE, "origin": Origin.FOREIGN, "bought_on": TODAY},
     {**FINE, "origin": Origin.FOREIGN, "bought_on": TODAY, "exemption": "Act 1"}),
    ("S06", {**OPEN, "mirror": ""}, OPEN),
    ("S06", {**OPEN, "bus_factor": None}, OPEN),
    ("S06", {**OPEN, "licence": "Whatever"}, {**OPEN, "licence": "MIT OR Apache-2.0"}),
    ("S06", {**OPEN, "licence": "SSPL-1.0"}, {**OPEN, "licence": "GPL-3.0-only WITH Classpath-exception-2.0"}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_a_rule_stops_what_is_wrong_and_lets_what_is_right(rule, wrong, right):
    assert rule in codes(**wrong)
    assert rule not in codes(**right)


def test_a_substitute_comes_from_other_hands():
    mine = Software("A", vendor="A Ltd", vendor_group="Group")
    with pytest.raises(RuleBroken, match="same_vendor"):
        require_other_vendor(mine, Software("B", vendor="B Ltd", vendor_group="Group"))
    with pytest.raises(RuleBroken, match="same_vendor"):
        require_other_vendor(Software("A", vendor="A Ltd"), Software("B", vendor="A Ltd"))
    require_other_vendor(mine, Software("B", vendor="B Ltd"))
    require_other_vendor(Software("A"), Software("B"))  # of whom nothing is known


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("MIT", {"MIT"}), ("MIT AND (Apache-2.0 OR BSD-3-Clause)", {"MIT", "Apache-2.0", "BSD-3-Clause"}),
        ("", None), ("no such", None), ("MIT AND", None),
    ],
)  # fmt: skip
def test_a_licence_is_read_as_spdx_writes_it(expression, expected):
    assert licences_in(expression) == expected


@pytest.mark.parametrize(
    ("items", "state"),
    [
        ([], LayerState.EMPTY),
        ([Software(**FINE)], LayerState.OWN),
        ([Software(**FINE), Software(**OPEN)], LayerState.OPEN),
        ([Software(**OPEN), Software("F", origin=Origin.FOREIGN, replaced_on=TODAY)], LayerState.PLANNED),
        ([Software("F", origin=Origin.FOREIGN), Software(**FINE)], LayerState.FOREIGN),
        ([Software("F", origin=Origin.FOREIGN), Software("U")], LayerState.UNKNOWN),
        ([Software("U"), Software(**{**FINE, "support_ends_on": date(2020, 1, 1)})], LayerState.ENDED),
    ],
)  # fmt: skip
def test_a_layer_is_as_good_as_the_worst_in_it(items, state):
    assert layer_state(items, TODAY) == state


def test_shares_are_counted_by_number_cost_and_weighted_use():
    found = shares(
        [
            Software("A", origin=Origin.FOREIGN, cost=Decimal(300), criticality=4, used_by=3),
            Software("B", origin=Origin.DOMESTIC, cost=Decimal(100), criticality=1, used_by=8),
            Software("C", origin=Origin.DOMESTIC, used_by=0, bought_on=TODAY),
            Software("D", origin=Origin.FOREIGN, bought_on=TODAY),
        ]
    )
    rows = {one.origin: one for one in found.rows}
    assert (rows["foreign"].by_count, rows["foreign"].by_cost, rows["foreign"].by_weight) == (
        0.5,
        0.75,
        0.6,
    )
    assert (found.items, found.costed, found.uses, found.without_act) == (4, 2, 11, 1)
    assert sum(one.by_count for one in found.rows) == 1
    assert [one.by_cost for one in shares([]).rows] == [None] * 5


def test_days_of_support_are_counted():
    assert days_of_support(Software("A", support_ends_on=date(2026, 12, 31)), TODAY) == 30
    assert days_of_support(Software("A"), TODAY) is None
