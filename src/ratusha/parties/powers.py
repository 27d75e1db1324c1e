"""Who may act for whom, in what, how long: the law of representation. Pure.

The Civil Code articles are given as we know them (recalled); no official text is in our material.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.errors import RuleBroken

CHILD_ACTS_FROM = (
    14  # Civil Code, art. 27: for a child under 14 the parents, adopters or guardians act
)
FULL_AGE = 18  # Civil Code, art. 25: from 14 to 18 one acts with the written consent of a parent
LONGEST_YEARS = 3  # Civil Code, art. 187: no power of attorney is longer
USUAL_YEARS = 1  # Civil Code, art. 187: one that names no last day
OFFER_DAYS = 7  # ours: how long an offer waits for its code
MOST_TRIES = 5  # ours: wrong codes until an offer is void


class Role(models.TextChoices):
    """Why a person may act for another person or for an organisation."""

    HEAD = "head", _("Head")
    SELF = "self", _("Sole trader")
    REPRESENTATIVE = "representative", _("Employee with a power of attorney")
    PARENT = "parent", _("Parent")
    ADOPTER = "adopter", _("Adopter")
    GUARDIAN = "guardian", _("Guardian")
    AUTHORISED = "authorised", _("Authorised once")


class Act(models.TextChoices):
    """What a mandate can allow."""

    PREPARE = "prepare", _("prepare an application")
    LODGE = "lodge", _("lodge it and answer in the case")
    WITHDRAW = "withdraw", _("withdraw it")
    RECEIVE = "receive", _("receive the decision")
    PAY = "pay", _("pay for it")


ALL_ACTS = tuple(act.value for act in Act)
HEADS = (Role.HEAD, Role.SELF)
BY_BIRTH = (Role.PARENT, Role.ADOPTER)
BY_REGISTER = (
    *HEADS,
    *BY_BIRTH,
    Role.GUARDIAN,
)  # a register says so: nobody gives or revokes them here


class Limits(Protocol):
    """What of a mandate, an offer or a wish limits it."""

    @property
    def acts(self) -> list[str]: ...
    @property
    def procedures(self) -> list[str]: ...
    @property
    def case_reference(self) -> str: ...
    @property
    def amount_most(self) -> Decimal | None: ...
    @property
    def may_delegate(self) -> bool: ...
    @property
    def since(self) -> date: ...
    @property
    def until(self) -> date | None: ...


@dataclass(frozen=True, kw_only=True)
class Powers:
    """Limits as they are asked for. No procedures: every one. A procedure may be a chapter, as in "CM156/9"."""

    acts: list[str]
    since: date
    until: date | None
    procedures: list[str] = field(default_factory=list)
    case_reference: str = ""
    amount_most: Decimal | None = None
    may_delegate: bool = False


def is_limited(limits: Limits) -> bool:
    """To some procedures or one case: such a mandate opens nothing else of the principal."""
    return bool(limits.procedures or limits.case_reference)


def is_within(code: str, procedures: Collection[str]) -> bool:
    """A chapter holds the procedures numbered below it."""
    return any(code == one or code.startswith(f"{one}.") for one in procedures)


def allows(
    limits: Limits,
    *,
    procedure: str = "",
    case_reference: str = "",
    act: str = "",
    amount: Decimal | None = None,
) -> bool:
    """Least power: a limited mandate allows nothing where it is not said what is meant. No `act`: any of them."""
    return (
        (not limits.procedures or is_within(procedure, limits.procedures))
        and (not limits.case_reference or limits.case_reference == case_reference)
        and (not act or act in limits.acts)
        and (amount is None or limits.amount_most is None or amount <= limits.amount_most)
    )


def acts_for_child(child_born: date, on: date) -> bool:
    """Until the fourteenth birthday (Civil Code, art. 27)."""
    return child_born > born_before(on, CHILD_ACTS_FROM)


def born_before(on: date, years: int) -> date:
    """Who was born that day or earlier has reached the age."""
    return on - relativedelta(years=years)


def needs_consent(born: date, on: date) -> bool:
    """From 14 to 18 one acts oneself, with the written consent of a parent (Civil Code, art. 25)."""
    return not acts_for_child(born, on) and born > born_before(on, FULL_AGE)


def last_day(since: date, until: date | None) -> date:
    """Of a power of attorney: within three years; a year where none is named (Civil Code, art. 187)."""
    if until is None:
        return since + relativedelta(years=USUAL_YEARS, days=-1)
    if until < since:
        message = gettext("A mandate cannot end before it begins.")
        raise RuleBroken("mandate.ends_before_it_begins", message, field="until")
    if until >= since + relativedelta(years=LONGEST_YEARS):
        message = gettext("A power of attorney lasts three years at most: name an earlier day.")
        raise RuleBroken("mandate.too_long", message, field="until")
    return until


def require_least_power(powers: Powers, *, for_person: bool) -> None:
    """Nobody gives an empty mandate; a person authorises another for one procedure or one case, not for everything."""
    if not powers.acts:
        message = gettext("Choose at least one thing that the other may do.")
        raise RuleBroken("mandate.no_acts", message, field="acts")
    if for_person and not powers.case_reference and len(powers.procedures) != 1:
        message = gettext("Name the one service, or the one case, that this is for.")
        raise RuleBroken("mandate.not_one_thing", message, field="procedures")


def is_narrower(new: Limits, old: Limits) -> bool:
    """Whether `new` allows nothing that `old` does not: what one has not, one cannot pass on."""
    procedures = not old.procedures or (
        bool(new.procedures) and all(is_within(one, old.procedures) for one in new.procedures)
    )
    case = not old.case_reference or new.case_reference == old.case_reference
    amount = old.amount_most is None or (
        new.amount_most is not None and new.amount_most <= old.amount_most
    )
    period = new.since >= old.since and (
        old.until is None or (new.until is not None and new.until <= old.until)
    )
    delegation = old.may_delegate or not new.may_delegate
    return set(new.acts) <= set(old.acts) and all((procedures, case, amount, period, delegation))


def require_one_side(one_side: Collection[UUID], other_side: Collection[UUID]) -> None:
    """Nobody acts for both sides of one matter (Civil Code, art. 183)."""
    if set(one_side) & set(other_side):
        message = gettext(
            "You act for the other side of this matter: one person cannot act for both."
        )
        raise RuleBroken("mandate.both_sides", message)
