"""What the law and the register ask of a card: the order of statuses, the agreements, rules G01 to G12. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel.errors import RuleBroken

from .card import Card

Level = Literal["error", "warning"]


class Status(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("system", "planned")
    BEING_CREATED = "being_created", gettext_lazy("being created")
    TRIAL = "trial", gettext_lazy("in trial operation")
    IN_OPERATION = "in_operation", pgettext_lazy("system", "in operation")
    BEING_DEVELOPED = "being_developed", gettext_lazy("in operation, being developed")
    SUSPENDED = "suspended", pgettext_lazy("system", "suspended")
    BEING_SWITCHED_OFF = "being_switched_off", gettext_lazy("being switched off")
    ARCHIVED = "archived", pgettext_lazy("system", "archived")


WORKS = (Status.TRIAL, Status.IN_OPERATION, Status.BEING_DEVELOPED, Status.BEING_SWITCHED_OFF)
COMMISSIONED = (Status.IN_OPERATION, Status.BEING_DEVELOPED)
NEXT: dict[str, tuple[Status, ...]] = {
    Status.PLANNED: (Status.BEING_CREATED, Status.ARCHIVED),
    Status.BEING_CREATED: (Status.TRIAL, Status.SUSPENDED, Status.ARCHIVED),
    Status.TRIAL: (Status.IN_OPERATION, Status.BEING_CREATED, Status.SUSPENDED, Status.ARCHIVED),
    Status.IN_OPERATION: (Status.BEING_DEVELOPED, Status.SUSPENDED, Status.BEING_SWITCHED_OFF),
    Status.BEING_DEVELOPED: (Status.IN_OPERATION, Status.SUSPENDED, Status.BEING_SWITCHED_OFF),
    Status.SUSPENDED: (
        Status.BEING_CREATED, Status.TRIAL, Status.IN_OPERATION, Status.BEING_SWITCHED_OFF, Status.ARCHIVED,
    ),
    Status.BEING_SWITCHED_OFF: (Status.ARCHIVED, Status.IN_OPERATION),
    Status.ARCHIVED: (),
}  # fmt: skip


class Agreement(models.TextChoices):
    """What the approvers are asked: as the Estonian register asks it."""

    ESTABLISH = "establish", gettext_lazy("Establish the system")
    TAKE_INTO_USE = "take_into_use", gettext_lazy("Take it into use")
    MODIFY = "modify", gettext_lazy("Change it")
    FINALISE = "finalise", gettext_lazy("Switch it off for good")


class Answer(models.TextChoices):
    POSITIVE = "positive", gettext_lazy("Agreed")
    NEGATIVE = "negative", gettext_lazy("Not agreed")
    DISMISSED = "dismissed", gettext_lazy("Not a matter of ours")


class Standing(models.TextChoices):
    """Where a request for agreement is."""

    ASKED = "asked", gettext_lazy("with the approvers")
    AGREED = "agreed", gettext_lazy("agreed by all, with the registrar")
    REFUSED = "refused", gettext_lazy("not agreed")
    RETURNED = "returned", gettext_lazy("returned for completion")
    ACCEPTED = "accepted", gettext_lazy("in the register")


def agreement_for(before: str | None, after: str) -> Agreement:
    """Which agreement a change of the card needs; the wrong order of statuses is refused."""
    if before is None:
        return Agreement.ESTABLISH
    if before == after:
        return Agreement.MODIFY
    require_next(before, after)
    if after in (Status.ARCHIVED, Status.BEING_SWITCHED_OFF):
        return Agreement.FINALISE
    goes_live = before in (Status.TRIAL, Status.BEING_CREATED) and after in (
        Status.TRIAL,
        Status.IN_OPERATION,
    )
    return Agreement.TAKE_INTO_USE if goes_live else Agreement.MODIFY


def require_next(before: str, after: str) -> None:
    if after not in NEXT[before]:
        message = _("From “%(before)s” a system does not become “%(after)s”.")
        words = {"before": Status(before).label, "after": Status(after).label}
        raise RuleBroken("system.status_order", message % words, field="status")


def standing(answers: Iterable[str | None]) -> Standing:
    """One refusal refuses; all must answer. Silence is a late duty and never consent."""
    given = list(answers)
    if Answer.NEGATIVE in given:
        return Standing.REFUSED
    return Standing.ASKED if None in given else Standing.AGREED


def confirm_by(
    confirmed_on: date, awaits_owner_since: date | None, *, months: int, days: int
) -> date:
    """G08: the last day on which the owner says that the card is true; sooner where it came from another register."""
    if awaits_owner_since:
        return awaits_owner_since + timedelta(days=days)
    return confirmed_on + relativedelta(months=months)


def is_late(due_on: date, answered_on: date | None, today: date) -> bool:
    """An answer that came late stays late."""
    return (answered_on or today) > due_on


@dataclass(frozen=True)
class Finding:
    """What a rule found in a card; errors hold it back from the register, warnings are shown with it."""

    code: str
    level: Level
    message: str
    section: str = ""


@dataclass(frozen=True)
class Parameters:
    audit_months: int = 24
    confirm_months: int = 12


@dataclass(frozen=True)
class Around:
    """What a rule must know beside the card itself."""

    today: date
    number: str = ""
    masters: Mapping[str, str] = field(default_factory=dict)  # object -> system that is its master
    statuses: Mapping[str, str] = field(default_factory=dict)  # of all systems by number
    promised: Mapping[str, Decimal] = field(default_factory=dict)  # availability by number
    living_owners: Collection[str] = ()
    consumers: int = 0
    confirmed_on: date | None = None
    parameters: Parameters = Parameters()


def check(card: Card, around: Around) -> list[Finding]:
    found = [finding for rule in RULES for finding in rule(card, around)]
    return sorted(found, key=lambda one: (one.level, one.code))


def _g01(card: Card, around: Around) -> Iterable[Finding]:
    for one in card.objects:
        other = around.masters.get(one.code)
        if one.master and other and other != around.number:
            words = {"object": one.name, "number": other}
            message = _("“%(object)s” has a master already: %(number)s. There can be one only.")
            yield Finding("G01", "error", message % words, "objects")
        if one.master and one.role != "own":
            message = _("“%(object)s” cannot be mastered by a system that does not own it.")
            yield Finding("G01", "error", message % {"object": one.name}, "objects")


def _g02(card: Card, around: Around) -> Iterable[Finding]:
    for one in card.interfaces:
        status = around.statuses.get(one.system)
        if one.system and status is None:
            message = _("The register has no system %(number)s.")
            yield Finding("G02", "error", message % {"number": one.system}, "interfaces")
        elif status == Status.ARCHIVED and card.status != Status.ARCHIVED:
            message = _("There is an exchange with %(number)s, which is archived.")
            yield Finding("G02", "error", message % {"number": one.system}, "interfaces")


def _g03(card: Card, around: Around) -> Iterable[Finding]:
    if card.status not in WORKS:
        return
    oldest = around.today - relativedelta(months=around.parameters.audit_months)
    last = card.security.audited_on
    if last is None:
        yield Finding("G03", "warning", _("No security audit is recorded."), "security")
    elif last < oldest:
        message = _("The last security audit is older than %(months)s months.")
        words = {"months": around.parameters.audit_months}
        yield Finding("G03", "warning", message % words, "security")


def _g04(card: Card, around: Around) -> Iterable[Finding]:
    if card.owner not in around.living_owners:
        yield Finding("G04", "error", _("The owner does not exist any more."), "identity")


def _g05(card: Card, _around: Around) -> Iterable[Finding]:
    if card.status in COMMISSIONED and not card.commissioned_by:
        message = _("It is in operation, but no act of commissioning is named.")
        yield Finding("G05", "error", message, "status")


def _g06(card: Card, _around: Around) -> Iterable[Finding]:
    if card.has_personal_data and card.status in WORKS and not card.personal_data_number:
        message = _(
            "It holds personal data: write the number in the register of the data protection body."
        )
        yield Finding("G06", "error", message, "security")


def _g07(card: Card, _around: Around) -> Iterable[Finding]:
    hosting = card.hosting
    if hosting.site and not hosting.state_centre and not hosting.why_elsewhere:
        message = _("It is hosted outside the state data centre: write why.")
        yield Finding("G07", "error", message, "hosting")


def _g08(card: Card, around: Around) -> Iterable[Finding]:
    oldest = around.today - relativedelta(months=around.parameters.confirm_months)
    if card.status != Status.ARCHIVED and around.confirmed_on and around.confirmed_on < oldest:
        message = _("Nobody has confirmed this card since %(day)s.")
        yield Finding("G08", "warning", message % {"day": date_format(around.confirmed_on)}, "")


def _g09(card: Card, around: Around) -> Iterable[Finding]:
    spent = {one.year: one.fact for one in card.costs}
    years = range(around.today.year - 3, around.today.year)
    if card.status in WORKS and all(spent.get(year) == 0 for year in years):
        yield Finding("G09", "warning", _("Three years running it has cost nothing."), "costs")


def _g10(card: Card, around: Around) -> Iterable[Finding]:
    used = any(one.count for one in card.users) or card.interfaces or around.consumers
    paid = any(one.fact for one in card.costs)
    if card.status in COMMISSIONED and not used and not paid:
        message = _("It has no users, no exchanges and no cost: is it still there?")
        yield Finding("G10", "warning", message, "")


def _g11(card: Card, around: Around) -> Iterable[Finding]:
    """A system cannot promise more than what it depends on."""
    if card.promised is None:
        return
    for one in card.interfaces:
        given = around.promised.get(one.system)
        promised = one.promised if one.promised is not None else given
        if (
            one.direction == "takes"
            and one.needed
            and promised is not None
            and card.promised > promised
        ):
            words = {"own": card.promised, "number": one.system, "theirs": promised}
            message = _(
                "It promises %(own)s %% of the time, but needs %(number)s, which promises %(theirs)s %%."
            )
            yield Finding("G11", "error", message % words, "interfaces")


def _g12(card: Card, _around: Around) -> Iterable[Finding]:
    for before, after in pairwise(card.statuses):
        if after.on < before.on:
            message = _("“%(after)s” cannot come before “%(before)s”: look at the dates.")
            words = {"before": Status(before.status).label, "after": Status(after.status).label}
            yield Finding("G12", "error", message % words, "status")
        elif after.status not in NEXT[before.status]:
            message = _("From “%(before)s” a system does not become “%(after)s”.")
            words = {"before": Status(before.status).label, "after": Status(after.status).label}
            yield Finding("G12", "error", message % words, "status")


RULES = (_g01, _g02, _g03, _g04, _g05, _g06, _g07, _g08, _g09, _g10, _g11, _g12)


def require_sound(findings: Sequence[Finding]) -> None:
    errors = [one for one in findings if one.level == "error"]
    if errors:
        message = " ".join(f"{one.code}: {one.message}" for one in errors)
        raise RuleBroken("system.card_unsound", message)
