"""By which route money goes to a measure, and who may carry it out: one decision table. Pure.

Edicts No. 136 and No. 381; a pilot and its scaling by the Regulation on pilot projects (Edict No. 381). Rows that no
official text settles carry the sample mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel.errors import RuleBroken


class Purpose(TextChoices):
    MEASURE = "measure", pgettext_lazy("purpose", "A measure")
    SCALING = "scaling", gettext_lazy("Scaling of a pilot")
    PILOT = "pilot", pgettext_lazy("purpose", "A pilot")


class Money(TextChoices):
    """Where the money comes from."""

    REPUBLICAN = "republican", gettext_lazy("Republican budget")
    LOCAL = "local", gettext_lazy("Local budget")
    LOCAL_INNOVATION = "local_innovation", gettext_lazy("Local innovation fund")
    CENTRAL_INNOVATION = (
        "central_innovation",
        gettext_lazy("State extra-budgetary or innovation fund"),
    )
    OWN = "own", gettext_lazy("Own funds")
    OTHER = "other", gettext_lazy("Other sources, not of the state")


class Programme(TextChoices):
    """Whether the measure must stand in a state programme before money goes to it."""

    NOT_NEEDED = (
        "not_needed",
        gettext_lazy("No programme is needed; it stays in the register of measures"),
    )
    BY_ACT = "by_act", gettext_lazy("As the act of the fund says")
    LIST = "list", gettext_lazy("In the list approved by the Government")
    REQUIRED = "required", gettext_lazy("Only within a state programme")


class Mechanism(TextChoices):
    """Three ways to the implementer (item 13 of the Regulation, Edict No. 381), and two outside them."""

    OFFICE = "office", gettext_lazy("An office of digitalisation is named the implementer")
    CUSTOMER_OFFICE = "customer_office", gettext_lazy("The customer’s function goes to an office")
    COMPETITION = "competition", gettext_lazy("A competition under the procurement law")
    OWN_PROCEDURE = "own_procedure", gettext_lazy("The customer’s own procedure")
    AGREEMENT = "agreement", gettext_lazy("An agreement on the pilot")


THREE_WAYS = (Mechanism.OFFICE, Mechanism.CUSTOMER_OFFICE, Mechanism.COMPETITION)
WITHOUT_COMPETITION = (Mechanism.OFFICE, Mechanism.CUSTOMER_OFFICE)
STATE_MONEY = (Money.REPUBLICAN, Money.LOCAL, Money.LOCAL_INNOVATION, Money.CENTRAL_INNOVATION)


@dataclass(frozen=True)
class Row:
    """What follows for one purpose and one source. `refused` names the rule that forbids it."""

    purpose: Purpose
    money: Money
    examined: bool = True  # passport, expertise and Council
    programme: Programme = Programme.REQUIRED
    mechanisms: tuple[Mechanism, ...] = THREE_WAYS
    act: str = "edict_381"  # an act of the pack
    refused: str = ""
    sample: bool = False


P, M = Purpose, Money
TABLE = (
    Row(P.MEASURE, M.REPUBLICAN),
    Row(P.MEASURE, M.LOCAL),
    Row(P.MEASURE, M.LOCAL_INNOVATION),
    Row(P.MEASURE, M.CENTRAL_INNOVATION, programme=Programme.BY_ACT, sample=True),
    Row(P.MEASURE, M.OWN, examined=False, programme=Programme.NOT_NEEDED,
        mechanisms=(Mechanism.OWN_PROCEDURE,), act="own_funds"),
    Row(P.MEASURE, M.OTHER, examined=False, programme=Programme.NOT_NEEDED,
        mechanisms=(Mechanism.OWN_PROCEDURE,), act="own_funds", sample=True),
    Row(P.SCALING, M.LOCAL_INNOVATION, act="pilot"),
    *(Row(P.SCALING, money, act="pilot", refused="RUL-11")
      for money in Money if money != M.LOCAL_INNOVATION),
    *(Row(P.PILOT, money, programme=Programme.LIST, mechanisms=(Mechanism.AGREEMENT,), act="pilot",
          refused="RUL-10" if money in STATE_MONEY else "") for money in Money),
)  # fmt: skip
STRICTNESS = tuple(Programme)  # from the freest to the strictest


@dataclass(frozen=True)
class Route:
    """The strictest of the rows that the sources lead to: the own part waits for the part of the state."""

    rows: tuple[Row, ...]

    @property
    def examined(self) -> bool:
        return any(row.examined for row in self.rows)

    @property
    def programme(self) -> Programme:
        return max((row.programme for row in self.rows), key=STRICTNESS.index)

    @property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """Open for the strictest part; the rest joins it."""
        strictest = max(self.rows, key=lambda row: (row.examined, STRICTNESS.index(row.programme)))
        return strictest.mechanisms

    @property
    def acts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.act for row in self.rows))

    @property
    def sample(self) -> bool:
        return any(row.sample for row in self.rows)


def row_for(purpose: str, money: str) -> Row:
    return next(row for row in TABLE if (row.purpose, row.money) == (purpose, money))


def route_of(purpose: str, sources: Iterable[str]) -> Route:
    """The route of these sources together, or the rule that forbids one of them."""
    rows = tuple(row_for(purpose, money) for money in Money if money in set(sources))
    if not rows:
        raise RuleBroken(
            "measure.source_missing", _("Choose where the money comes from."), field="sources"
        )
    for row in rows:
        if row.refused:
            raise RuleBroken(f"measure.{row.refused}", _refusal(row), field="sources")
    return Route(rows)


def _refusal(row: Row) -> str:
    said = {"rule": row.refused, "source": row.money.label}
    if row.refused == "RUL-10":
        return _(
            "%(rule)s: a pilot is paid for by its implementer or from other sources, not from “%(source)s” "
            "(Regulation on pilot projects, Edict No. 381)."
        ) % said  # fmt: skip
    return _(
        "%(rule)s: the scaling of a pilot is paid for from local innovation funds, not from “%(source)s” "
        "(Regulation on pilot projects, Edict No. 381)."
    ) % said  # fmt: skip


def require_mechanism(route: Route, mechanism: str, *, why_not_competition: str) -> None:
    """A way that this route has; without a competition the reason is said, and published."""
    if mechanism not in route.mechanisms:
        message = _("Choose one of the ways that this source of money allows.")
        raise RuleBroken("measure.mechanism_closed", message, field="mechanism")
    if mechanism in WITHOUT_COMPETITION and not why_not_competition.strip():
        message = _("Say why there is no competition: everybody can read the reason.")
        raise RuleBroken("measure.reason_missing", message, field="why_not_competition")
