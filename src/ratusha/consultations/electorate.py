"""Who is asked: people of an age who live in a territory. Found out for one person when they come; no list is made."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.errors import NotPermitted
from ratusha.parties.public import address_of, describe_party
from ratusha.territory.public import Level, Unit, find_unit, full_name, lineage

PEOPLE = {"citizen", "foreigner"}
ASKED_BY = (Level.REGION, Level.CAPITAL, Level.CITY, Level.CITY_DISTRICT, Level.DISTRICT)


@dataclass(frozen=True)
class Electorate:
    """An empty `unit` is the whole country."""

    unit: str
    age: int

    def place(self) -> str:
        unit = find_unit(self.unit) if self.unit else None
        return full_name(unit, get_language() or "") if unit else _("the whole country")


def is_old_enough(birth: date, age: int, on: date) -> bool:
    """One is of an age from the birthday on; who was born on 29 February, from 28 February in other years."""
    return birth + relativedelta(years=age) <= on


def require_part(user: User, electorate: Electorate, today: date) -> UUID:
    """The person behind the user, who is one of those asked."""
    party = user.party_id
    described = describe_party(party) if party else {}
    if party is None or described.get("kind") not in PEOPLE:
        raise NotPermitted(
            "consultation.people_only", _("Only a person takes part, as themselves.")
        )
    if not is_old_enough(date.fromisoformat(described["birth_date"]), electorate.age, today):
        message = _("One takes part from the age of %(age)s.") % {"age": electorate.age}
        raise NotPermitted("consultation.too_young", message)
    if electorate.unit and electorate.unit not in _home(party):
        message = _("Those who are registered here take part: %(place)s.")
        raise NotPermitted("consultation.lives_elsewhere", message % {"place": electorate.place()})
    return party


def _home(party: UUID) -> list[str]:
    address = address_of(party)
    return lineage(address.code) if address else []


def places() -> list[tuple[str, str]]:
    """Where people can be asked: the country, and the larger units of its territory."""
    language = get_language() or ""
    units = Unit.objects.filter(level__in=ASKED_BY).order_by("code")
    return [("", _("the whole country")), *((one.code, full_name(one, language)) for one in units)]
