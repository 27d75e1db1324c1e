"""What is asked of a piece of software: rules S01 to S06, the state of a layer, shares. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from license_expression import ExpressionError, get_spdx_licensing

from ratusha.kernel.errors import RuleBroken
from ratusha.systems.rules import Finding

CRITICAL = 3  # from this on a failure stops the work of the system
MOST_CRITICAL = 4
SPDX = get_spdx_licensing()


class Origin(models.TextChoices):
    DOMESTIC = "domestic", gettext_lazy("made in the country")
    UNION = "union", gettext_lazy("made in the economic union")
    OPEN_SOURCE = "open_source", gettext_lazy("open source")
    FOREIGN = "foreign", gettext_lazy("foreign")
    UNKNOWN = "unknown", gettext_lazy("not known")


class Layer(models.TextChoices):
    SYSTEM = "os", gettext_lazy("Operating system")
    DATABASE = "dbms", gettext_lazy("Database")
    MIDDLEWARE = "middleware", gettext_lazy("Middleware")
    OFFICE = "office", gettext_lazy("Office software")
    SECURITY = "security", gettext_lazy("Security software")
    ANALYSIS = "bi", gettext_lazy("Analysis of data")
    APPLICATION = "application", pgettext_lazy("software", "Application")
    LIBRARY = "library", gettext_lazy("Library")


IN_MATRIX = (
    Layer.SYSTEM, Layer.DATABASE, Layer.MIDDLEWARE, Layer.OFFICE, Layer.SECURITY, Layer.ANALYSIS,
)  # fmt: skip


class LayerState(models.TextChoices):
    """The worst of what stands in one layer of one system; the order is from good to bad."""

    EMPTY = "empty", gettext_lazy("no data")
    OWN = "own", gettext_lazy("own")
    OPEN = "open", gettext_lazy("open source")
    PLANNED = "planned", gettext_lazy("foreign, to be replaced")
    FOREIGN = "foreign", gettext_lazy("foreign, no plan")
    UNKNOWN = "unknown", gettext_lazy("origin not known")
    ENDED = "ended", gettext_lazy("support has ended")


SIGNS = {
    LayerState.EMPTY: "–", LayerState.OWN: "✓", LayerState.OPEN: "◇", LayerState.PLANNED: "→",
    LayerState.FOREIGN: "!", LayerState.UNKNOWN: "?", LayerState.ENDED: "✕",
}  # fmt: skip
BY_ORIGIN = {
    Origin.DOMESTIC: LayerState.OWN,
    Origin.UNION: LayerState.OWN,
    Origin.OPEN_SOURCE: LayerState.OPEN,
    Origin.UNKNOWN: LayerState.UNKNOWN,
}
ORDER = list(LayerState)


@dataclass(frozen=True)
class Software:
    """What the rules must know of one item."""

    name: str
    vendor: str = ""
    vendor_group: str = ""
    origin: str = Origin.UNKNOWN
    layer: str = Layer.LIBRARY
    licence: str = ""
    cost: Decimal | None = None
    criticality: int = 1
    support_ends_on: date | None = None
    bought_on: date | None = None
    exemption: str = ""
    mirror: str = ""
    bus_factor: int | None = None
    used_by: int = 0
    replaced_on: date | None = None  # when its wave comes


def check(one: Software, today: date, refused_licences: Collection[str] = ()) -> list[Finding]:
    return [
        *_s01(one), *_s02(one, today), *_s04(one), *_s05(one), *_s06(one, refused_licences),
    ]  # fmt: skip


def _s01(one: Software) -> Iterable[Finding]:
    if not one.vendor or one.origin == Origin.UNKNOWN:
        yield Finding("S01", "error", _("Write the vendor and where it is made."))


def _s02(one: Software, today: date) -> Iterable[Finding]:
    ended = one.support_ends_on is not None and one.support_ends_on < today
    if ended and one.criticality >= CRITICAL:
        yield Finding("S02", "error", _("It is critical, and its support has ended."))


def require_other_vendor(one: Software, substitute: Software) -> None:
    """S03: what replaces a thing does not come from the same hands."""
    groups = {one.vendor_group or one.vendor, substitute.vendor_group or substitute.vendor}
    if len(groups) == 1 and "" not in groups:
        message = _("S03: the substitute comes from the same vendor group.")
        raise RuleBroken("software.same_vendor", message, field="substitute")


def _s04(one: Software) -> Iterable[Finding]:
    if one.replaced_on and one.support_ends_on and one.replaced_on > one.support_ends_on:
        yield Finding("S04", "warning", _("It is replaced only after its support has ended."))


def _s05(one: Software) -> Iterable[Finding]:
    if is_bought_without_act(one):
        message = _("It is foreign and was bought without an act that allows it.")
        yield Finding("S05", "error", message)


def is_bought_without_act(one: Software) -> bool:
    return one.origin == Origin.FOREIGN and one.bought_on is not None and not one.exemption


def _s06(one: Software, refused: Collection[str]) -> Iterable[Finding]:
    if one.origin != Origin.OPEN_SOURCE:
        return
    if not one.mirror:
        yield Finding("S06", "warning", _("There is no copy of the source code of our own."))
    if one.bus_factor is None:
        yield Finding("S06", "warning", _("Nobody has noted how many people keep it alive."))
    known = licences_in(one.licence)
    if known is None:
        message = _("The licence “%(licence)s” is not one of the known ones.")
        yield Finding("S06", "warning", message % {"licence": one.licence or "—"})
    elif bad := sorted(known & set(refused)):
        message = _("The licence %(licence)s does not allow free use.")
        yield Finding("S06", "error", message % {"licence": ", ".join(bad)})


def licences_in(expression: str) -> set[str] | None:
    """The licences of an SPDX expression; None where it cannot be read or names one that SPDX does not know."""
    try:
        parsed = SPDX.parse(expression, validate=True) if expression.strip() else None
    except ExpressionError:
        return None
    return {str(one) for one in SPDX.license_keys(parsed)} if parsed is not None else None


def layer_state(items: Iterable[Software], today: date) -> LayerState:
    found = LayerState.EMPTY
    for one in items:
        if one.support_ends_on and one.support_ends_on < today:
            state = LayerState.ENDED
        elif one.origin == Origin.FOREIGN:
            state = LayerState.PLANNED if one.replaced_on else LayerState.FOREIGN
        else:
            state = BY_ORIGIN[Origin(one.origin)]
        found = max(found, state, key=ORDER.index)
    return found


@dataclass(frozen=True)
class Share:
    origin: str
    by_count: float | None
    by_cost: float | None
    by_weight: float | None


@dataclass(frozen=True)
class Shares:
    """`costed` of `items`: of how many the cost is known."""

    rows: list[Share]
    items: int
    costed: int
    uses: int
    without_act: int


def shares(items: Sequence[Software]) -> Shares:
    """By number, by cost a year, and by use weighted with how critical it is."""
    counts: Mapping[str, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0), Decimal(0)])
    for one in items:
        row = counts[one.origin]
        row[0] += 1
        row[1] += one.cost or 0
        row[2] += one.criticality * one.used_by
    totals = [sum((row[n] for row in counts.values()), Decimal(0)) for n in range(3)]

    def part(origin: str, n: int) -> float | None:
        return float(counts[origin][n] / totals[n]) if totals[n] else None

    rows = [Share(one, part(one, 0), part(one, 1), part(one, 2)) for one in Origin.values]
    costed = sum(one.cost is not None for one in items)
    uses = sum(one.used_by for one in items)
    return Shares(rows, len(items), costed, uses, sum(is_bought_without_act(one) for one in items))


def days_of_support(one: Software, today: date) -> int | None:
    return (one.support_ends_on - today).days if one.support_ends_on else None
