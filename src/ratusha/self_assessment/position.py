"""Where the country stands in the index of the UN, what other figures would make of it, and what a rank would take."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.pack import pack
from ratusha.steering.public import Place, PublishedIndex, needed, place_of

from .components import COMPONENTS, Component
from .models import ComponentFact

INDEX = "egdi"
LABELS: dict[str, Promise] = {
    "osi": _("Online services"),
    "tii": _("Telecommunication infrastructure"),
    "hci": _("Human capital"),
}
SOLVED = "osi"  # the figure that a ministry can move by what it builds
TARGETS = (60, 50, 40, 30, 20, 10)
DIGITS = 3


def newest() -> PublishedIndex | None:
    """The last table that the operator has loaded."""
    return PublishedIndex.objects.filter(code=INDEX).order_by("-period", "-published_at").first()


def unit() -> str:
    code: str = pack().about["un_code"]
    return code


@dataclass(frozen=True)
class Target:
    """What the online services index would have to be for a rank, while nobody else moves."""

    rank: int
    least: float | None

    @property
    def shown(self) -> float | None:
        return None if self.least is None else round(self.least, DIGITS)


def targets(found: PublishedIndex, now: Place, ranks: tuple[int, ...] = TARGETS) -> list[Target]:
    """Only ranks that are better than that of now."""
    return [Target(rank, needed(found, unit(), SOLVED, rank)) for rank in ranks if rank < now.rank]


@dataclass(frozen=True)
class Part:
    """One component: as published, as tried, and what the difference adds to the whole."""

    name: str
    label: Promise
    before: float
    after: float
    weight: float
    period: str  # of the table it is from

    @property
    def adds(self) -> float:
        return self.weight * (self.after - self.before)


def parts(found: PublishedIndex, before: Place, after: Place) -> list[Part]:
    """The mean of three: each adds a third of its change, exactly."""
    share = 1 / len(LABELS)
    return [
        Part(name, label, before.inputs[name], after.inputs[name], share, found.period)
        for name, label in LABELS.items()
    ]


def tried(found: PublishedIndex, figures: dict[str, float]) -> Place | None:
    return place_of(found, unit(), figures)


def lag(found: PublishedIndex, today: date) -> int | None:
    """How many years the table lies behind; None where its period is no year."""
    return today.year - int(found.period) if found.period.isdecimal() else None


def components_of(part: str) -> list[tuple[Component, ComponentFact]]:
    """Of each component of a part the newest year, as it was loaded last; in the order of the index."""
    codes = [code for code, one in COMPONENTS.items() if one.part == part]
    newest_of = {
        one.code: one
        for one in ComponentFact.objects.filter(code__in=codes).order_by("year", "loaded_at", "pk")
    }
    return [(COMPONENTS[code], newest_of[code]) for code in codes if code in newest_of]


def along(place: Place) -> float:
    """Where on the scale of ranks, 0 the last to 100 the first."""
    return round((place.rated - place.rank) / max(place.rated - 1, 1) * 100, 1)
