"""The numbers of the software of the state, each with what it was computed from: by layers, never by systems."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit

from .rules import Layer, Origin, Software, days_of_support, is_bought_without_act, shares

VERSION = "software-1"
A_YEAR = 365
WAYS = ("count", "cost", "weight")
GROUPS = ("platforms", "libraries")


class SoftwareNumbers:
    """Which system runs on what is told to nobody here: the rows are layers."""

    def __init__(self, seen: Sequence[Software], today: date) -> None:
        self.seen, self.today = seen, today

    def find(self, code: str, key: str) -> Number | None:
        if (make := MADE.get(code)) is not None:
            return None if key else make(self)
        if code in OF_GROUP:
            return OF_GROUP[code](self, key) if key in GROUPS else None
        group, _dot, rest = key.partition(".")
        if code not in ("origin", "origin-share") or group not in GROUPS:
            return None
        way, _dot, origin = rest.partition(".")
        if way not in WAYS or origin not in (
            *Origin.values,
            *(["all"] if code == "origin" else []),
        ):
            return None
        return (
            self._origin(group, way, origin)
            if code == "origin"
            else self._share(group, way, origin)
        )

    @cached_property
    def platforms(self) -> list[Software]:
        return [one for one in self.seen if one.layer != Layer.LIBRARY]

    @cached_property
    def libraries(self) -> list[Software]:
        return [one for one in self.seen if one.layer == Layer.LIBRARY]

    def _by_layer(
        self, label: str, said: str, found: Iterable[tuple[Software, Decimal]], *, covers: str = "",
        unit: Unit = Unit.COUNT, of: str = "",
    ) -> Number:  # fmt: skip
        layers: Counter[str] = Counter()
        for one, adds in found:
            layers[one.layer] += adds  # type: ignore[assignment]
        inputs = [
            Input("layer", str(Layer(layer).label), number, unit, on=self.today)
            for layer, number in sorted(layers.items())
        ]
        told = covers or _("all %(number)s items of the register that are used") % {
            "number": len(self.seen)
        }
        value = sum(layers.values()) if layers else 0
        return Number(label, value, said, "sum(layer)", VERSION, self.today, told, inputs, unit, of)

    def _days(self) -> list[tuple[Software, int]]:
        known = [(one, days_of_support(one, self.today)) for one in self.platforms]
        return [(one, days) for one, days in known if days is not None]

    def ended(self) -> Number:
        found = ((one, Decimal(1)) for one, days in self._days() if days < 0)
        said = _("platforms and applications whose support has ended, by layer")
        return self._by_layer(_("support has ended"), said, found, covers=self._dated())

    def ending(self) -> Number:
        found = ((one, Decimal(1)) for one, days in self._days() if 0 <= days < A_YEAR)
        said = _("platforms and applications whose support ends in less than 365 days, by layer")
        return self._by_layer(
            _("lose their support within a year"), said, found, covers=self._dated()
        )

    def _dated(self) -> str:
        words = {"known": len(self._days()), "of": len(self.platforms)}
        return _("the last day of support is known of %(known)s of %(of)s items") % words

    def without_act(self) -> Number:
        found = ((one, Decimal(1)) for one in self.platforms if is_bought_without_act(one))
        said = _(
            "foreign platforms and applications that were bought without an act that allows it, by layer"
        )
        return self._by_layer(
            _("foreign ones were bought without an act that allows it"), said, found
        )

    def _group(self, group: str) -> list[Software]:
        return self.platforms if group == "platforms" else self.libraries

    def items(self, group: str) -> Number:
        found = ((one, Decimal(1)) for one in self._group(group))
        return self._by_layer(_("Items"), _("items, by layer"), found, of=_titles()[group])

    def uses(self, group: str) -> Number:
        found = ((one, Decimal(one.used_by)) for one in self._group(group))
        said = _("how many systems use each item, added up by layer")
        return self._by_layer(_("Uses"), said, found, of=_titles()[group])

    def costed(self, group: str) -> Number:
        found = ((one, Decimal(1)) for one in self._group(group) if one.cost is not None)
        said = _("items whose cost a year is known, by layer")
        return self._by_layer(_("Items with a known cost"), said, found, of=_titles()[group])

    def _origin(self, group: str, way: str, origin: str) -> Number:
        items = self._group(group)
        found = [(one, _adds(one, way)) for one in items if origin in (one.origin, "all")]
        said = {
            "count": _("items, by layer"),
            "cost": _("cost a year of the items, by layer"),
            "weight": _("uses × how critical each item is, by layer"),
        }[way]
        label = _("All origins") if origin == "all" else str(Origin(origin).label)
        unit = Unit.MONEY if way == "cost" else Unit.COUNT
        covers = ""
        if way == "cost":
            words = {"known": sum(one.cost is not None for one in items), "of": len(items)}
            covers = _("the cost is known of %(known)s of %(of)s items") % words
        return self._by_layer(label, said, found, unit=unit, of=_titles()[group], covers=covers)

    def _share(self, group: str, way: str, origin: str) -> Number:
        rows = {one.origin: one for one in shares(self._group(group)).rows}
        value = getattr(rows[origin], f"by_{way}")
        mine, whole = self._origin(group, way, origin), self._origin(group, way, "all")
        inputs = [
            Input(name, one.label, one.value, one.unit, on=self.today,
                  address=address_of("systems:number_of", "origin", f"{group}.{way}.{code}"))
            for name, one, code in (("part", mine, origin), ("whole", whole, "all"))
        ]  # fmt: skip
        return Number(mine.label, value, _("those of this origin ÷ all"), "part / whole", VERSION, self.today,
                      whole.coverage, inputs, Unit.SHARE, _titles()[group])  # fmt: skip


def _adds(one: Software, way: str) -> Decimal:
    if way == "count":
        return Decimal(1)
    return one.cost or Decimal(0) if way == "cost" else Decimal(one.criticality * one.used_by)


def _titles() -> dict[str, str]:
    return {
        "platforms": _("Platforms and applications"),
        "libraries": _("Libraries that systems are built of"),
    }


MADE: dict[str, Callable[[SoftwareNumbers], Number]] = {
    "support-ended": SoftwareNumbers.ended, "support-ending": SoftwareNumbers.ending,
    "bought-without-act": SoftwareNumbers.without_act,
}  # fmt: skip
OF_GROUP: dict[str, Callable[[SoftwareNumbers, str], Number]] = {
    "items": SoftwareNumbers.items, "uses": SoftwareNumbers.uses, "costed": SoftwareNumbers.costed,
}  # fmt: skip
