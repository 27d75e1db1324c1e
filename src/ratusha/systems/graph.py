"""The systems as a graph: who depends on whom, what stops with what, who receives a data object. Pure functions.

An arrow leads from the system that gives to the one that needs what it gives; from the host to what it hosts.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import networkx as nx

from .card import Card

Kind = Literal["flow", "hosting"]
GONE = "archived"
MOST_FOR_WAYS = (
    500  # among more systems the shortest ways between all of them take seconds to count
)


@dataclass(frozen=True)
class Node:
    number: str
    owner: str
    sphere: str
    status: str
    collected: frozenset[str] = frozenset()  # objects asked of people


@dataclass(frozen=True)
class Link:
    giver: str
    taker: str
    kind: Kind = "flow"
    channel: str = "state_exchange"
    objects: frozenset[str] = frozenset()
    calls: int = 0
    needed: bool = True


@dataclass(frozen=True)
class Landscape:
    nodes: Mapping[str, Node] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    masters: Mapping[str, str] = field(default_factory=dict)  # object -> system
    holders: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # object -> systems that have it


def landscape(cards: Mapping[str, Card]) -> Landscape:
    """From the cards by their numbers. Both sides may tell of one exchange: it is one link. Archived ones are gone."""
    living = {number: card for number, card in cards.items() if card.status != GONE}
    nodes = {
        number: Node(
            number, card.owner, card.sphere, card.status,
            frozenset(one.code for one in card.objects if one.role == "asked_of_people"),
        )
        for number, card in living.items()
    }  # fmt: skip
    told: dict[tuple[str, str, str, str], Link] = {}
    for number, card in living.items():
        for link in _links_of(number, card):
            if link.giver in nodes and link.taker in nodes and link.giver != link.taker:
                key = (link.giver, link.taker, link.kind, link.channel)
                told[key] = _merged(told[key], link) if key in told else link
    masters, holders = {}, defaultdict(set)
    for number, card in living.items():
        for one in card.objects:
            holders[one.code].add(number)
            if one.master:
                masters[one.code] = number
    held = {code: frozenset(found) for code, found in holders.items()}
    return Landscape(nodes, tuple(sorted(told.values(), key=_order)), masters, held)


def _links_of(number: str, card: Card) -> Iterable[Link]:
    for one in card.interfaces:
        takes = one.direction == "takes"
        giver, taker = (one.system, number) if takes else (number, one.system)
        objects = frozenset(one.objects)
        yield Link(giver, taker, "flow", one.channel, objects, one.calls_a_month, one.needed)
    if card.hosting.system:
        yield Link(card.hosting.system, number, "hosting", "", frozenset(), 0, True)  # noqa: FBT003


def _merged(one: Link, other: Link) -> Link:
    return Link(
        one.giver, one.taker, one.kind, one.channel, one.objects | other.objects,
        max(one.calls, other.calls), one.needed or other.needed,
    )  # fmt: skip


def _order(link: Link) -> tuple[str, str, str, str]:
    return link.giver, link.taker, link.kind, link.channel


def directed(whole: Landscape, *, needed_only: bool = False) -> "nx.DiGraph[str]":
    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from(sorted(whole.nodes))
    made.add_edges_from(
        (one.giver, one.taker) for one in whole.links if one.needed or not needed_only
    )
    return made


@dataclass(frozen=True)
class Measures:
    gives_to: int
    takes_from: int
    between: float | None  # not counted where there are too many systems
    single_point: bool
    stops: int


def measures(whole: Landscape) -> dict[str, Measures]:
    """Of each system: its neighbours, how much passes through it, and whether the whole falls apart without it."""
    ways = directed(whole)
    counts_ways = len(ways) <= MOST_FOR_WAYS
    between = nx.betweenness_centrality(ways, normalized=False) if counts_ways else {}
    single = set(nx.articulation_points(ways.to_undirected()))
    stops = _how_many_stop(whole)
    return {
        number: Measures(
            ways.out_degree(number), ways.in_degree(number), between.get(number), number in single,
            stops[number],
        )
        for number in ways
    }  # fmt: skip


def _how_many_stop(whole: Landscape) -> dict[str, int]:
    """Of all systems at once: a ring stops with each of its members; what it reaches is a row of bits."""
    needs = directed(whole, needed_only=True)
    bit = {number: 1 << place for place, number in enumerate(needs)}
    rings = nx.condensation(needs)
    reached: dict[int, int] = {}
    found: dict[str, int] = {}
    for ring in reversed(list(nx.topological_sort(rings))):
        members = rings.nodes[ring]["members"]
        bits = sum(bit[number] for number in members)
        for other in rings.successors(ring):
            bits |= reached[other]
        reached[ring] = bits
        found |= dict.fromkeys(members, bits.bit_count() - 1)
    return found


def stops_with(whole: Landscape, number: str) -> list[list[str]]:
    """What stops if this one stops, wave by wave: first who needs it, then who needs those."""
    needs = directed(whole, needed_only=True)
    if number not in needs:
        return []
    return [sorted(wave) for wave in list(nx.bfs_layers(needs, number))[1:]]


def longest_chain(whole: Landscape) -> list[str]:
    """The longest line of systems each of which needs the one before. A ring counts as one link, told by its first."""
    needs = directed(whole, needed_only=True)
    rings = nx.condensation(needs)
    return [min(rings.nodes[ring]["members"]) for ring in nx.dag_longest_path(rings)]


def way_between(whole: Landscape, giver: str, taker: str) -> list[str]:
    """The shortest way on which data can come from one to the other; empty when there is none."""
    ways = directed(whole)
    if giver not in ways or taker not in ways or not nx.has_path(ways, giver, taker):
        return []
    found: list[str] = nx.shortest_path(ways, giver, taker)
    return found


def receivers(whole: Landscape, code: str) -> list[str]:
    """Who is given the object by an exchange, and who else holds it."""
    given = {one.taker for one in whole.links if code in one.objects}
    return sorted(given | set(whole.holders.get(code, ())) - {whole.masters.get(code, "")})


@dataclass(frozen=True)
class Share:
    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None


def exchange_share(whole: Landscape) -> Share:
    """How many of the exchanges between systems go through the state exchange."""
    flows = [one for one in whole.links if one.kind == "flow"]
    return Share(sum(one.channel == "state_exchange" for one in flows), len(flows))


def asked_again(whole: Landscape, number: str) -> list[str]:
    """Objects it asks of people although another system is their master: the debt of once-only."""
    node = whole.nodes.get(number)
    collected = node.collected if node else frozenset()
    return sorted(code for code in collected if whole.masters.get(code, number) != number)


def once_only(whole: Landscape) -> Share:
    """Of the facts that systems use and a register has, how many are taken from it and not asked of people."""
    taken = {(one.taker, code) for one in whole.links for code in one.objects}
    asked = {(number, code) for number in whole.nodes for code in asked_again(whole, number)}
    return Share(len(taken - asked), len(taken | asked))


def loose_parts(whole: Landscape) -> int:
    found: int = nx.number_connected_components(directed(whole).to_undirected())
    return found


def _more_parts(whole: Landscape, number: str) -> int:
    """Into how many more parts it falls: those of its neighbours that do not reach each other any more, but for one."""
    beside: dict[str, set[str]] = defaultdict(set)
    for one in whole.links:
        beside[one.giver].add(one.taker)
        beside[one.taker].add(one.giver)
    left, parts = set(beside[number]), 0
    while left:
        reached, frontier = set(), {left.pop()}
        while frontier:
            reached |= frontier
            frontier = set().union(*(beside[one] for one in frontier)) - reached - {number}
        left -= reached
        parts += 1
    return max(0, parts - 1)


@dataclass(frozen=True)
class SwitchOff:
    """What would come of switching one off for good."""

    waves: list[list[str]]
    more_parts: int  # into how many more the landscape falls
    orphaned: list[str]  # data objects that lose their master
    cut: list[Link]  # exchanges that must be made anew


def switch_off(whole: Landscape, number: str) -> SwitchOff:
    return SwitchOff(
        stops_with(whole, number),
        _more_parts(whole, number),
        sorted(code for code, master in whole.masters.items() if master == number),
        [one for one in whole.links if number in (one.giver, one.taker)],
    )


@dataclass(frozen=True)
class Change:
    came: list[str]
    went: list[str]
    links_came: list[Link]
    links_went: list[Link]
    masters_changed: list[tuple[str, str, str]]  # object, before, after

    @property
    def is_empty(self) -> bool:
        return not (
            self.came or self.went or self.links_came or self.links_went or self.masters_changed
        )


def change(before: Landscape, after: Landscape) -> Change:
    """What is different between two landscapes of the same register."""
    old, new = {_order(one): one for one in before.links}, {_order(one): one for one in after.links}
    objects = sorted(set(before.masters) | set(after.masters))
    pairs = [(code, before.masters.get(code, ""), after.masters.get(code, "")) for code in objects]
    return Change(
        sorted(set(after.nodes) - set(before.nodes)),
        sorted(set(before.nodes) - set(after.nodes)),
        [new[key] for key in sorted(set(new) - set(old))],
        [old[key] for key in sorted(set(old) - set(new))],
        [one for one in pairs if one[1] != one[2]],
    )


def modularity_by_owner(whole: Landscape) -> float | None:
    """How much systems of one owner keep to themselves: near 1, islands; near 0, no matter whose they are."""
    ways = directed(whole).to_undirected()
    if not ways.number_of_edges():
        return None
    owners: dict[str, set[str]] = defaultdict(set)
    for number, node in whole.nodes.items():
        owners[node.owner].add(number)
    found: float = nx.community.modularity(ways, owners.values())
    return found


def near(whole: Landscape, number: str) -> Landscape:
    """One system and those it exchanges with."""
    kept = {number}
    for one in whole.links:
        if number in (one.giver, one.taker):
            kept |= {one.giver, one.taker}
    return only(whole, kept)


def only(whole: Landscape, kept: Collection[str]) -> Landscape:
    """These systems and what they exchange among themselves."""
    return Landscape(
        {key: node for key, node in whole.nodes.items() if key in kept},
        tuple(one for one in whole.links if one.giver in kept and one.taker in kept),
        whole.masters,
        whole.holders,
    )
