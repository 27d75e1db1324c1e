"""When the authority that protects personal data must know of a breach (law 99-З, art. 16). Pure."""

from datetime import date

from django.utils.translation import gettext as _

from ratusha.kernel.calendar import Calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.references import normalise_reference
from ratusha.kernel.terms import Term, due


def notify_by(known_on: date, term: Term, calendar: Calendar) -> date:
    """At once, and not later than this day."""
    last = due(known_on, term, calendar=calendar, source="").on
    assert last is not None, "a term without suspensions has an end"  # noqa: S101
    return last


def require_known(known_on: date, *, today: date) -> None:
    if known_on > today:
        message = _("This day has not come yet.")
        raise RuleBroken("breach.day_ahead", message, field="known_on")


def references_in(text: str) -> list[str]:
    """The numbers of cases, one a line; a wrong one is named."""
    found = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        try:
            found.append(normalise_reference(line))
        except RuleBroken as error:
            message = _("This is not the number of a case: %(number)s.") % {"number": line[:40]}
            raise RuleBroken("breach.number_wrong", message, field="cases") from error
    return list(dict.fromkeys(found))


def require_not_told(*, told: bool) -> None:
    if told:
        raise RuleBroken("breach.told", _("The notice is already noted as sent."))
