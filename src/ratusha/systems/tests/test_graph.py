"""The graph: figures on shapes whose answers are known, and properties over many shapes."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ratusha.systems import graph
from ratusha.systems.card import Card, DataObject, Interface, StatusDate
from ratusha.systems.graph import Landscape, Link, Node


def made(edges, nodes=(), **changed) -> Landscape:
    names = sorted({one for edge in edges for one in edge} | set(nodes))
    return Landscape(
        {name: Node(name, "body", "sphere", "in_operation") for name in names},
        tuple(Link(giver, taker, **changed) for giver, taker in edges),
    )


def star(leaves: int) -> Landscape:
    return made([("centre", f"leaf{n}") for n in range(leaves)])


def line(length: int) -> Landscape:
    return made([(f"{n:03}", f"{n + 1:03}") for n in range(1, length)])


@pytest.mark.parametrize("leaves", [2, 3, 10, 60])
def test_in_a_star_the_centre_alone_is_a_single_point(leaves):
    found = graph.measures(star(leaves))
    assert {name for name, one in found.items() if one.single_point} == {"centre"}
    assert found["centre"].gives_to == leaves
    assert found["centre"].stops == leaves


@pytest.mark.parametrize("length", [2, 3, 7, 30])
def test_in_a_line_the_ways_through_a_place_are_those_before_times_those_after(length):
    found = graph.measures(line(length))
    assert [found[f"{n:03}"].between for n in range(1, length + 1)] == [
        (n - 1) * (length - n) for n in range(1, length + 1)
    ]


edges = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda e: e[0] != e[1]),
    unique=True, max_size=20,
)  # fmt: skip


@given(edges)
@settings(max_examples=80, deadline=None)
def test_taking_a_bridge_away_adds_one_part(links):
    whole = made(links, nodes="abcdefgh")
    undirected = graph.directed(whole).to_undirected()
    for bridge in nx.bridges(undirected):
        kept = [edge for edge in links if set(edge) != set(bridge)]
        assert graph.loose_parts(made(kept, nodes="abcdefgh")) == graph.loose_parts(whole) + 1


@given(edges)
@settings(max_examples=80, deadline=None)
def test_without_a_system_the_rest_falls_into_as_many_parts_as_are_counted(links):
    whole = made(links, nodes="abcdefgh")
    undirected = graph.directed(whole).to_undirected()
    before = nx.number_connected_components(undirected)
    for number in whole.nodes:
        after = nx.number_connected_components(nx.restricted_view(undirected, [number], []))
        assert graph.switch_off(whole, number).more_parts == max(0, after - before)


def test_among_very_many_systems_the_ways_through_each_are_not_counted():
    large = graph.measures(line(graph.MOST_FOR_WAYS + 1))
    assert large["001"].between is None
    assert large["001"].stops == graph.MOST_FOR_WAYS
    assert graph.measures(line(20))["002"].between == 18


@given(edges)
@settings(max_examples=80, deadline=None)
def test_what_stops_is_what_can_be_reached_and_every_wave_needs_the_one_before(links):
    whole = made(links, nodes="abcdefgh")
    for start in whole.nodes:
        waves = graph.stops_with(whole, start)
        reached, frontier = {start}, {start}
        while frontier:
            frontier = {b for a, b in links if a in frontier} - reached
            reached |= frontier
        assert {one for wave in waves for one in wave} == reached - {start}
        assert graph.measures(whole)[start].stops == len(reached) - 1
        earlier = [start]
        for wave in waves:
            assert all(any((before, one) in links for before in earlier) for one in wave)
            earlier = wave


@given(edges)
@settings(max_examples=60, deadline=None)
def test_nothing_changes_between_a_landscape_and_itself_and_a_change_turns_round(links):
    one, other = made(links, nodes="abcdefgh"), made(links[::2], nodes="abcd")
    assert graph.change(one, one).is_empty
    there, back = graph.change(one, other), graph.change(other, one)
    assert (there.came, there.went) == (back.went, back.came)
    assert (there.links_came, there.links_went) == (back.links_went, back.links_came)


def test_what_is_not_needed_does_not_stop():
    whole = Landscape(
        star(2).nodes, (Link("centre", "leaf0", needed=False), Link("centre", "leaf1"))
    )
    assert graph.stops_with(whole, "centre") == [["leaf1"]]
    assert graph.way_between(whole, "centre", "leaf0") == ["centre", "leaf0"]


def test_hosting_stops_what_it_hosts():
    whole = made([("host", "a"), ("a", "b")], kind="hosting")
    assert graph.stops_with(whole, "host") == [["a"], ["b"]]


def test_the_longest_chain_bears_a_ring():
    whole = made([("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"), ("x", "d")])
    assert graph.longest_chain(whole) == ["a", "b", "d"]
    assert graph.longest_chain(Landscape()) == []


def test_switching_off_tells_waves_parts_orphans_and_cut_exchanges():
    whole = Landscape(star(3).nodes, star(3).links, {"person": "centre", "letter": "leaf1"})
    off = graph.switch_off(whole, "centre")
    assert off.waves == [["leaf0", "leaf1", "leaf2"]]
    assert off.more_parts == 2
    assert off.orphaned == ["person"]
    assert len(off.cut) == 3
    assert graph.switch_off(whole, "leaf0").more_parts == 0


def card(*, objects=(), interfaces=(), status="in_operation", owner="state:1") -> Card:
    return Card(
        {"en": "A system"}, "system", owner, objects=list(objects), interfaces=list(interfaces),
        statuses=[StatusDate(status, date(2020, 1, 1))],
    )  # fmt: skip


A, B, C = "SYS-2026-00001", "SYS-2026-00002", "SYS-2026-00003"
PERSON = DataObject("person", "Person", master=True)


def register():
    return {
        A: card(objects=[PERSON]),
        B: card(
            objects=[DataObject("person", "Person", role="used")],
            interfaces=[Interface(A, objects=["person"], calls_a_month=10)],
        ),
        C: card(
            objects=[DataObject("person", "Person", role="asked_of_people")],
            interfaces=[Interface(B, channel="files", objects=["letter"])],
        ),
    }


def test_an_exchange_told_by_both_sides_is_one():
    cards = register()
    cards[A] = card(
        objects=[PERSON], interfaces=[Interface(B, direction="gives", objects=["kinship"])]
    )
    links = [one for one in graph.landscape(cards).links if one.giver == A]
    assert len(links) == 1
    assert links[0].objects == {"person", "kinship"}
    assert links[0].calls == 10


def test_an_archived_system_is_not_in_the_landscape():
    cards = register() | {A: card(objects=[PERSON], status="archived")}
    whole = graph.landscape(cards)
    assert A not in whole.nodes
    assert all(A not in (one.giver, one.taker) for one in whole.links)


def test_shares_count_exchanges_and_facts():
    whole = graph.landscape(register())
    assert (graph.exchange_share(whole).part, graph.exchange_share(whole).whole) == (1, 2)
    assert graph.asked_again(whole, C) == ["person"]
    assert graph.asked_again(whole, B) == []
    assert graph.once_only(whole).value == pytest.approx(2 / 3)
    assert graph.exchange_share(Landscape()).value is None


def test_who_receives_an_object():
    whole = graph.landscape(register())
    assert graph.receivers(whole, "person") == [B, C]
    assert graph.receivers(whole, "letter") == [C]


def test_the_way_of_data_and_no_way():
    whole = graph.landscape(register())
    assert graph.way_between(whole, A, C) == [A, B, C]
    assert graph.way_between(whole, C, A) == []
    assert graph.way_between(whole, "nobody", A) == []


def test_islands_of_owners_are_seen():
    two = made([("a1", "a2"), ("b1", "b2")])
    nodes = {name: Node(name, name[0], "", "in_operation") for name in two.nodes}
    assert graph.modularity_by_owner(Landscape(nodes, two.links)) == pytest.approx(0.5)
    assert graph.modularity_by_owner(Landscape(nodes)) is None


def test_the_neighbourhood_of_one():
    assert set(graph.near(line(5), "002").nodes) == {"001", "002", "003"}
