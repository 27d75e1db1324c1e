"""What the acts say in figures, counted in the data of the pack: the programme, its tasks, spheres, ways and steps."""

from ratusha.measures import pilot_rules, rules
from ratusha.measures.law import law
from ratusha.measures.routes import STATE_MONEY, TABLE, THREE_WAYS, Purpose


def test_the_programme_of_2021_has_six_subprogrammes_and_82_events():
    programme = law().programme("2021-2025")
    assert (len(programme.subprogrammes), programme.events, programme.years) == (
        6,
        82,
        (2021, 2025),
    )


def test_the_programme_of_2026_has_three_subprogrammes_and_stands_beside_the_other():
    assert [len(one.subprogrammes) for one in law().programmes] == [6, 3]


def test_there_are_thirteen_spheres_and_seven_tasks():
    assert (len(law().spheres), len(law().tasks)) == (13, 7)


def test_a_measure_and_a_pilot_have_six_steps_and_a_measure_three_ways_to_its_implementer():
    assert (len(rules.SIX), len(pilot_rules.SIX), len(THREE_WAYS)) == (6, 6, 3)


def test_no_row_of_the_table_lets_a_pilot_take_money_of_the_state():
    refused = {
        row.money for row in TABLE if row.purpose == Purpose.PILOT and row.refused == "RUL-10"
    }
    assert refused == set(STATE_MONEY)


def test_what_was_not_read_in_an_act_carries_the_sample_mark():
    told = law()
    for source in (
        told.terms_source,
        told.returns.source,
        told.council.source,
        told.acts["passport"],
    ):
        assert source.confidence == "sample"
