"""What must be known before an implementer is named, by each of the three ways. Pure.

Regulation on measures (Edict No. 381), item 13; what exactly is to be shown is a sample.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

from .routes import Mechanism


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is shown for the chosen way; what the other ways ask for stays empty."""

    office: str = ""  # its code in the list of offices
    roles: Sequence[str] = ()  # which competences the measure asks for
    level: int | None = None
    price_by_method: bool = False  # justified by the method of labour costs
    handed: str = ""  # act or agreement, rights, money, days of the function handed over
    tender: str = ""
    criteria: str = ""
    unfair_checked_on: date | None = None


ASKED = {
    Mechanism.OFFICE: ("office", "roles", "level", "price_by_method"),
    Mechanism.CUSTOMER_OFFICE: ("handed",),
    Mechanism.COMPETITION: ("tender", "criteria", "unfair_checked_on"),
}


def asked_of(way: str, shown: Shown) -> Shown:
    """What this way asks for; what was typed for another way is not kept."""
    asked = ASKED.get(Mechanism(way), ())
    return Shown(
        **{one.name: getattr(shown, one.name) for one in fields(shown) if one.name in asked}
    )


def require_office(shown: Shown, *, listed: bool, lacking: Sequence[str], conflict: bool) -> None:
    """The first way: in the list, able, free, not who has examined the measure, its price justified."""
    if not listed:
        message = _("Choose an office that is in the list of offices of digitalisation.")
        raise RuleBroken("implementer.not_listed", message, field="office")
    if not shown.roles or shown.level is None:
        message = _("Say which competences the measure asks for, and at which level.")
        raise RuleBroken("implementer.roles_missing", message, field="roles")
    if conflict:
        message = _("This office has examined the measure: it does not carry it out.")
        raise RuleBroken("implementer.conflict", message, field="office")
    if lacking:
        message = _("The office cannot carry it out now: %(lacking)s")
        raise RuleBroken(
            "implementer.lacking", message % {"lacking": " ".join(lacking)}, field="office"
        )
    if not shown.price_by_method:
        message = _("Confirm that the price is justified by the method of labour costs.")
        raise RuleBroken("implementer.price", message, field="price_by_method")


def require_handed(shown: Shown) -> None:
    """The second way: by which act the function goes, with which rights, money and days."""
    if not shown.handed.strip():
        message = _(
            "Write by which act the function is handed over, with which rights, money and days."
        )
        raise RuleBroken("implementer.handed", message, field="handed")


def require_competition(shown: Shown, today: date) -> None:
    """The third way: its number, its criteria, and that the winner is not among unfair suppliers."""
    if not shown.tender.strip():
        message = _("Write the number of the competition.")
        raise RuleBroken("implementer.tender", message, field="tender")
    if not shown.criteria.strip():
        message = _("Write the lots and by what the winner was chosen.")
        raise RuleBroken("implementer.criteria", message, field="criteria")
    if shown.unfair_checked_on is None or shown.unfair_checked_on > today:
        message = _("Write the day on which the winner was looked up among unfair suppliers.")
        raise RuleBroken("implementer.unfair", message, field="unfair_checked_on")


def require_shown(
    way: str, shown: Shown, *, today: date, listed: bool, lacking: Sequence[str], conflict: bool
) -> None:
    match way:
        case Mechanism.OFFICE:
            require_office(shown, listed=listed, lacking=lacking, conflict=conflict)
        case Mechanism.CUSTOMER_OFFICE:
            require_handed(shown)
        case Mechanism.COMPETITION:
            require_competition(shown, today)
