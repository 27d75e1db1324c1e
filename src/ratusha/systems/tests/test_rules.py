"""The rules of the register, each with a card that passes and one that fails; statuses and agreements again by hand."""

from datetime import date
from decimal import Decimal

import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.systems.card import (
    Card,
    DataObject,
    Hosting,
    Interface,
    Security,
    StatusDate,
    Users,
    YearCost,
)
from ratusha.systems.rules import (
    Agreement,
    Around,
    Status,
    agreement_for,
    check,
    is_late,
    require_next,
    require_sound,
    standing,
)

TODAY = date(2026, 12, 1)
OTHER = "SYS-2026-00009"
NOW_IN_OPERATION = [
    StatusDate("trial", date(2025, 1, 1)),
    StatusDate("in_operation", date(2025, 6, 1)),
]
SOUND = {
    "name": {"en": "Register"},
    "kind": "system",
    "owner": "state:324",
    "statuses": NOW_IN_OPERATION,
    "commissioned_by": "Order 1",
    "users": [Users("officials", 5)],
    "security": Security(audited_on=date(2026, 1, 1)),
}
AROUND = {
    "today": TODAY, "living_owners": {"state:324"}, "statuses": {OTHER: "in_operation"},
    "promised": {OTHER: Decimal("99.5")}, "masters": {"person": OTHER}, "confirmed_on": date(2026, 6, 1),
}  # fmt: skip


def codes(around=None, **changed):
    found = check(Card(**{**SOUND, **changed}), Around(**{**AROUND, **(around or {})}))
    return [one.code for one in found]


def person(**changed):
    return [DataObject("person", "Person", **changed)]


TAKES = Interface(OTHER)
CASES = [  # rule, what fails, what passes
    ("G01", {"objects": person(master=True)}, {"objects": [DataObject("letter", "Letter", master=True)]}),
    ("G01", {"objects": [DataObject("letter", "Letter", role="used", master=True)]},
     {"objects": person(role="used")}),
    ("G02", {"interfaces": [TAKES], "around": {"statuses": {OTHER: "archived"}}}, {"interfaces": [TAKES]}),
    ("G02", {"interfaces": [Interface("SYS-2026-99999")]}, {"interfaces": []}),
    ("G03", {"security": Security(audited_on=date(2024, 11, 30))},
     {"security": Security(audited_on=date(2024, 12, 1))}),
    ("G03", {"security": Security()}, {"security": Security(), "statuses": []}),
    ("G04", {"around": {"living_owners": set()}}, {}),
    ("G05", {"commissioned_by": ""}, {"commissioned_by": "", "statuses": [StatusDate("trial", TODAY)]}),
    ("G06", {"objects": person(role="used", personal=True)},
     {"objects": person(role="used", personal=True), "personal_data_number": "7"}),
    ("G07", {"hosting": Hosting(site="cellar")}, {"hosting": Hosting(site="cellar", why_elsewhere="law")}),
    ("G07", {"hosting": Hosting(site="cellar")}, {"hosting": Hosting(site="centre", state_centre=True)}),
    ("G08", {"around": {"confirmed_on": date(2025, 11, 30)}}, {"around": {"confirmed_on": date(2025, 12, 1)}}),
    ("G09", {"costs": [YearCost(year, fact=Decimal(0)) for year in (2023, 2024, 2025)]},
     {"costs": [YearCost(year, fact=Decimal(year == 2024)) for year in (2023, 2024, 2025)]}),
    ("G10", {"users": []}, {"users": [], "around": {"consumers": 1}}),
    ("G11", {"promised": Decimal("99.9"), "interfaces": [TAKES]},
     {"promised": Decimal("99.5"), "interfaces": [TAKES]}),
    ("G11", {"promised": Decimal("99.9"), "interfaces": [TAKES]},
     {"promised": Decimal("99.9"), "interfaces": [Interface(OTHER, needed=False)]}),
    ("G12", {"statuses": [StatusDate("trial", TODAY), StatusDate("in_operation", date(2026, 11, 30))]},
     {"statuses": [StatusDate("trial", TODAY), StatusDate("in_operation", TODAY)]}),
    ("G12", {"statuses": [StatusDate("planned", TODAY), StatusDate("in_operation", TODAY)]}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_a_rule_stops_what_is_wrong_and_lets_what_is_right(rule, wrong, right):
    wrong, right = dict(wrong), dict(right)
    assert rule in codes(wrong.pop("around", None), **wrong)
    assert rule not in codes(right.pop("around", None), **right)


def test_every_rule_of_the_register_has_its_two_cards():
    assert {rule for rule, _wrong, _right in CASES} == {f"G{n:02}" for n in range(1, 13)}


def test_a_sound_card_has_nothing_to_remark():
    assert codes() == []


def test_errors_hold_a_card_back_and_warnings_do_not():
    card = Card(**{**SOUND, "commissioned_by": "", "security": Security()})
    found = check(card, Around(**AROUND))
    with pytest.raises(RuleBroken, match="unsound") as broken:
        require_sound(found)
    assert "G05" in broken.value.message
    assert "G03" not in broken.value.message
    require_sound([one for one in found if one.level == "warning"])


MOVES = {  # written again by hand
    ("planned", "being_created"), ("planned", "archived"), ("being_created", "trial"),
    ("being_created", "suspended"), ("being_created", "archived"), ("trial", "in_operation"),
    ("trial", "being_created"), ("trial", "suspended"), ("trial", "archived"),
    ("in_operation", "being_developed"), ("in_operation", "suspended"), ("in_operation", "being_switched_off"),
    ("being_developed", "in_operation"), ("being_developed", "suspended"),
    ("being_developed", "being_switched_off"), ("suspended", "being_created"), ("suspended", "trial"),
    ("suspended", "in_operation"), ("suspended", "being_switched_off"), ("suspended", "archived"),
    ("being_switched_off", "archived"), ("being_switched_off", "in_operation"),
}  # fmt: skip


@pytest.mark.parametrize("before", Status.values)
@pytest.mark.parametrize("after", Status.values)
def test_statuses_follow_one_another_as_the_table_says(before, after):
    if (before, after) in MOVES:
        require_next(before, after)
    else:
        with pytest.raises(RuleBroken):
            require_next(before, after)


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        (None, "planned", Agreement.ESTABLISH), (None, "in_operation", Agreement.ESTABLISH),
        ("in_operation", "in_operation", Agreement.MODIFY), ("trial", "in_operation", Agreement.TAKE_INTO_USE),
        ("being_created", "trial", Agreement.TAKE_INTO_USE), ("in_operation", "suspended", Agreement.MODIFY),
        ("in_operation", "being_switched_off", Agreement.FINALISE),
        ("being_switched_off", "archived", Agreement.FINALISE), ("planned", "being_created", Agreement.MODIFY),
    ],
)  # fmt: skip
def test_a_change_asks_for_its_agreement(before, after, asked):
    assert agreement_for(before, after) == asked


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["positive", None], "asked"), ([None], "asked"), (["positive", "dismissed"], "agreed"),
        (["positive", "negative", None], "refused"), ([], "agreed"),
    ],
)  # fmt: skip
def test_silence_is_not_consent_and_one_refusal_refuses(answers, expected):
    assert standing(answers) == expected


def test_an_answer_that_came_late_stays_late():
    assert is_late(date(2026, 12, 1), date(2026, 12, 2), date(2027, 5, 1))
    assert not is_late(date(2026, 12, 1), date(2026, 12, 1), date(2027, 5, 1))
    assert is_late(date(2026, 12, 1), None, date(2026, 12, 2))
    assert not is_late(date(2026, 12, 1), None, date(2026, 12, 1))
