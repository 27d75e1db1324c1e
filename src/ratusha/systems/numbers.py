"""The numbers of the register of systems, each with what it was computed from, down to cards and exchanges."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cached_property

import networkx as nx
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_my_language
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit, Words

from . import presentation
from .card import Card
from .discovery.rules import WAITS, Standing
from .graph import (
    Landscape,
    Link,
    asked_again,
    directed,
    exchange_share,
    longest_chain,
    modularity_by_owner,
    once_only,
    stops_with,
)
from .kept import OpenRegister, open_register
from .law import law
from .models import CardVersion, Office, Proposal, Specialist, System
from .services.discovery import coverage

VERSION = "systems-1"
WORKS = ("in_operation", "being_developed")


class Numbers:
    """The numbers of one day, of what is open to everybody. A key that names nothing gives none."""

    def __init__(self, today: date, on: date | None = None) -> None:
        self.today, self.past = today, on
        self.on = on or today

    def find(self, code: str, key: str) -> Number | None:
        make = MADE.get(code)
        if make is not None:
            return None if key else make(self)
        of_one = MADE_OF_ONE.get(code)
        return of_one(self, key) if of_one and key in self.whole.nodes else None

    @cached_property
    def register(self) -> OpenRegister:
        return open_register(self.past)

    @property
    def cards(self) -> Mapping[str, Card]:
        return self.register.cards

    @property
    def whole(self) -> Landscape:
        return self.register.whole

    @cached_property
    def _accepted(self) -> dict[str, tuple[datetime, str]]:
        """Of each card when it was accepted and by whom."""
        end = timezone.make_aware(datetime.combine(self.on, time.max))
        newest = (
            CardVersion.objects.filter(at__lte=end, system__number__in=list(self.cards))
            .order_by("system_id", "-number")
            .distinct("system_id")
            .select_related("by", "system")
        )
        return {
            one.system.number: (one.at, one.by.display_name if one.by else "") for one in newest
        }

    # ---- rows ----
    def _system(self, name: str, number: str, note: str = "") -> Input:
        on, by = self._accepted.get(number, (None, ""))
        card = self.cards.get(number)
        label: Words = presentation.said_name(card) if card else number
        return Input(
            name,
            label,
            1,
            note=note or number,
            on=on,
            by=by,
            address=address_of("systems:card", number),
        )

    def _link(self, name: str, link: Link) -> Input:
        label = f"{self._label(link.giver)} → {self._label(link.taker)}"
        on, by = self._accepted.get(link.taker, (None, ""))
        channel = str(presentation.CHANNELS[link.channel if link.kind == "flow" else ""])
        return Input(
            name,
            label,
            1,
            note=channel,
            on=on,
            by=by,
            address=address_of("systems:card", link.taker),
        )

    def _label(self, number: str) -> str:
        card = self.cards.get(number)
        return presentation.label_of(card) if card else number

    def _count(
        self, label: Words, said: str, name: str, rows: Iterable[Input], of: Words = ""
    ) -> Number:
        found = list(rows)
        return self._made(label, len(found), said, f"count({name})", found, of=of)

    def _made(
        self, label: Words, value: object, said: str, expression: str, inputs: Sequence[Input],
        *, unit: Unit = Unit.COUNT, of: Words = "", covers: str = "",
    ) -> Number:  # fmt: skip
        told = covers or _("all %(number)s systems of the open register") % {
            "number": len(self.cards)
        }
        source = law().acts["register"].cited(get_language() or "")
        return Number(
            label, value, said, expression, VERSION, self.on, told, inputs, unit, of, source
        )

    def _to(self, name: str, code: str, value: object, label: Words) -> Input:
        asked = f"?on={self.past.isoformat()}" if self.past else ""
        return Input(
            name, label, value, on=self.on, address=address_of("systems:number", code) + asked
        )

    # ---- the whole ----
    def systems(self) -> Number:
        said = _("systems that are in the open register")
        rows = (self._system("system", number) for number in self.cards)
        return self._count(_("systems in the open register"), said, "system", rows)

    def works(self) -> Number:
        said = _("systems that are in operation or being developed further")
        rows = (
            self._system("system", number, presentation.status_word(one.status))
            for number, one in self.cards.items()
            if one.status in WORKS
        )
        return self._count(_("of them in operation"), said, "system", rows)

    def _flows(self) -> list[Link]:
        return [one for one in self.whole.links if one.kind == "flow"]

    def exchanges(self) -> Number:
        said = _("each pair of systems and each channel counts once, whichever side tells of it")
        rows = (self._link("exchange", one) for one in self._flows())
        return self._count(_("Exchanges between systems"), said, "exchange", rows)

    def through(self) -> Number:
        said = _("exchanges whose channel is the state exchange")
        rows = (
            self._link("exchange", one) for one in self._flows() if one.channel == "state_exchange"
        )
        return self._count(_("Exchanges through the state exchange"), said, "exchange", rows)

    def through_share(self) -> Number:
        found = exchange_share(self.whole)
        label, whole = _("Exchanges through the state exchange"), _("Exchanges between systems")
        inputs = [
            self._to("through", "through", found.part, label),
            self._to("exchanges", "exchanges", found.whole, whole),
        ]
        said = _("exchanges whose channel is the state exchange ÷ all")
        return self._made(label, found.value, said, "through / exchanges", inputs, unit=Unit.SHARE)

    def _facts(self) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        taken = {(one.taker, code) for one in self.whole.links for code in one.objects}
        asked = {
            (number, code)
            for number in self.whole.nodes
            for code in asked_again(self.whole, number)
        }
        return taken, asked

    def _fact_rows(self, pairs: Iterable[tuple[str, str]]) -> Iterable[Input]:
        names = presentation.object_names(self.cards)
        for number, code in sorted(pairs):
            yield self._system("fact", number, names.get(code, code))

    def facts_taken(self) -> Number:
        taken, asked = self._facts()
        said = _("facts that a system takes from another and does not ask people for")
        return self._count(
            _("Facts taken from their register"), said, "fact", self._fact_rows(taken - asked)
        )

    def facts(self) -> Number:
        taken, asked = self._facts()
        said = _(
            "facts that a system takes from another, or asks people for although a register has them"
        )
        return self._count(
            _("Facts that a register has"), said, "fact", self._fact_rows(taken | asked)
        )

    def once_share(self) -> Number:
        found = once_only(self.whole)
        inputs = [
            self._to("taken", "facts-taken", found.part, _("Facts taken from their register")),
            self._to("facts", "facts", found.whole, _("Facts that a register has")),
        ]
        said = _("facts taken from their register ÷ facts that a register has")
        return self._made(
            _("Asked once"), found.value, said, "taken / facts", inputs, unit=Unit.SHARE
        )

    # ---- the graph ----
    def chain(self) -> Number:
        said = _("the longest line of systems each of which needs the one before")
        rows = (self._system("system", number) for number in longest_chain(self.whole))
        return self._count(_("The longest chain"), said, "system", rows)

    def parts(self) -> Number:
        found = nx.connected_components(directed(self.whole).to_undirected())
        rows = []
        for members in sorted(found, key=lambda one: (-len(one), min(one))):
            first = min(members)
            note = _("with %(number)s systems in it") % {"number": len(members)}
            rows.append(self._system("part", first, note))
        said = _("groups of systems that exchange nothing with each other, each told by its first")
        return self._count(_("Parts that exchange nothing"), said, "part", rows)

    def islands(self) -> Number:
        """Newman's modularity, owner by owner."""
        ways = directed(self.whole).to_undirected()
        edges = ways.number_of_edges()
        inside: Counter[str] = Counter()
        ends: Counter[str] = Counter()
        for one, other in ways.edges:
            mine, theirs = self.whole.nodes[one].owner, self.whole.nodes[other].owner
            ends[mine] += 1
            ends[theirs] += 1
            inside[mine] += mine == theirs
        inputs = [
            Input("owner", presentation.body_name(owner), inside[owner] / edges - (ends[owner] / 2 / edges) ** 2,
                  Unit.FACTOR, _("inside %(inside)s of %(edges)s, ends %(ends)s") % {
                      "inside": inside[owner], "edges": edges, "ends": ends[owner]}, on=self.on)
            for owner in sorted(ends)
        ]  # fmt: skip
        said = _(
            "for each owner: exchanges inside ÷ all − (ends of exchanges ÷ twice all)², summed"
        )
        return self._made(_("Modularity by owner"), modularity_by_owner(self.whole), said, "sum(owner)", inputs,
                          unit=Unit.INDEX)  # fmt: skip

    def stops(self, number: str) -> Number:
        rows = [
            self._system("system", one, _("wave %(number)s") % {"number": wave})
            for wave, members in enumerate(stops_with(self.whole, number), 1)
            for one in members
        ]
        said = _("systems that need it, and those that need these, wave by wave")
        return self._count(_("Stop with it"), said, "system", rows, self._label(number))

    def gives_to(self, number: str) -> Number:
        takers = sorted({one.taker for one in self.whole.links if one.giver == number})
        said = _("systems that it gives something to")
        return self._count(_("Gives to"), said, "system", [self._system("system", one) for one in takers],
                           self._label(number))  # fmt: skip

    def takes_from(self, number: str) -> Number:
        givers = sorted({one.giver for one in self.whole.links if one.taker == number})
        said = _("systems that it takes something from")
        return self._count(_("Takes from"), said, "system", [self._system("system", one) for one in givers],
                           self._label(number))  # fmt: skip

    def between(self, number: str) -> Number | None:
        """Brandes: what each system as a beginning adds to the ways through this one."""
        value = self.register.measures[number].between
        if value is None:
            return None
        ways = directed(self.whole)
        inputs = []
        for start in sorted(nx.ancestors(ways, number)):
            found = nx.betweenness_centrality_subset(ways, [start], list(ways), normalized=False)
            if found[number]:
                on, by = self._accepted.get(start, (None, ""))
                inputs.append(
                    Input("start", self._label(start), found[number], Unit.INDEX, start, on, by,
                          address_of("systems:card", start))
                )  # fmt: skip
        said = _(
            "shortest ways from each other system that lead through this one; of several, their share"
        )
        return self._made(_("Ways through it"), value, said, "sum(start)", inputs,
                          unit=Unit.INDEX, of=self._label(number))  # fmt: skip

    # ---- what is not registered ----
    def _of_register(self, label: Words, value: object, said: str, expression: str, inputs: Sequence[Input],
                     *, unit: Unit = Unit.COUNT) -> Number:  # fmt: skip
        told = _("the whole register, systems for service use among it")
        return self._made(label, value, said, expression, inputs, unit=unit, covers=told)

    def registered(self) -> Number:
        """Those for service use are a number: which they are is told to nobody here."""
        there = System.objects.exclude(status="archived").order_by("number")
        rows = [self._system("open", one.number) for one in there.filter(is_open=True)]
        inside = there.filter(is_open=False).count()
        service = Input("service", _("Systems for service use"), inside, on=self.on)
        said = _("systems of the register that are not archived")
        value = len(rows) + inside
        return self._of_register(
            _("registered systems"), value, said, "count(open) + service", [*rows, service]
        )

    def _proposals(self, label: Words, said: str, found: Q) -> Number:
        kinds = Counter(Proposal.objects.filter(found).values_list("kind", flat=True))
        inputs = [
            Input("kind", str(Proposal(kind=kind).get_kind_display()), number, on=self.on)
            for kind, number in sorted(kinds.items())
        ]
        return self._of_register(label, sum(kinds.values()), said, "sum(kind)", inputs)

    def confirmed(self) -> Number:
        said = _(
            "traces that the registrar has confirmed to be of an unregistered system, by their kind"
        )
        label = _("confirmed systems that are not registered")
        return self._proposals(label, said, Q(standing=Standing.CONFIRMED, registered_as=""))

    def traces(self) -> Number:
        said = _("traces that nobody has decided on yet, by their kind")
        return self._proposals(_("traces still to be looked at"), said, Q(standing=Standing.OPEN))

    def late_traces(self) -> Number:
        said = _("traces that have waited longer than they may, by their kind")
        late = Q(standing=Standing.OPEN, found_on__lt=self.today - WAITS)
        return self._proposals(_("late"), said, late)

    def coverage(self) -> Number:
        found = coverage()
        inputs = [
            self._to("registered", "registered", found.registered, _("registered systems")),
            self._to("confirmed", "confirmed", found.confirmed, _("confirmed systems that are not registered")),
        ]  # fmt: skip
        said = _(
            "registered ÷ (registered + confirmed unregistered); what is open counts on neither side"
        )
        return self._of_register(_("Coverage"), found.value, said, "registered / (registered + confirmed)", inputs,
                                 unit=Unit.SHARE)  # fmt: skip

    # ---- offices ----
    def _of_offices(self, kind: str, label: Words) -> Number:
        found = Office.objects.filter(kind=kind).select_related("body")
        rows = [
            Input(
                "office",
                in_my_language(one.body.name),
                1,
                note=one.act or one.code,
                on=self.on,
            )
            for one in found
        ]
        source = law().acts["offices"].cited(get_language() or "")
        said = _("rows of the register of offices")
        told = _("all rows of the register")
        return Number(
            label, len(rows), said, "count(office)", VERSION, self.on, told, rows, source=source
        )

    def offices(self) -> Number:
        return self._of_offices("office", _("offices of digitalisation"))

    def units(self) -> Number:
        return self._of_offices("unit", _("bodies with a unit that has their functions"))

    def people(self) -> Number:
        """One row: smaller ones would tell of persons."""
        number = Specialist.objects.filter(until=None).count()
        said = _("specialists who work in an office; smaller cells would tell of persons")
        inputs = [Input("specialists", said, number, on=self.on)]
        return self._made(_("specialists entered so far"), number, said, "specialists", inputs,
                          covers=_("all rows of the register"))  # fmt: skip


MADE: dict[str, Callable[[Numbers], Number]] = {
    "systems": Numbers.systems, "works": Numbers.works, "exchanges": Numbers.exchanges, "through": Numbers.through,
    "through-share": Numbers.through_share, "facts-taken": Numbers.facts_taken, "facts": Numbers.facts,
    "once-share": Numbers.once_share, "chain": Numbers.chain, "parts": Numbers.parts, "islands": Numbers.islands,
    "registered": Numbers.registered, "confirmed": Numbers.confirmed, "traces": Numbers.traces,
    "late-traces": Numbers.late_traces, "coverage": Numbers.coverage, "offices": Numbers.offices,
    "units": Numbers.units, "people": Numbers.people,
}  # fmt: skip
MADE_OF_ONE: dict[str, Callable[[Numbers, str], Number | None]] = {
    "stops": Numbers.stops, "gives-to": Numbers.gives_to, "takes-from": Numbers.takes_from, "between": Numbers.between,
}  # fmt: skip
