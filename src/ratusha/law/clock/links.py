"""From a case to the page that recomputes its date, filled in with the case's own ledger."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, ClockEntry, Related, Tick
from ratusha.kernel.terms import Term


def address_of(entries: Iterable[ClockEntry], subject_code: str) -> str:
    """Only dates, terms and the procedure's code: nothing in it tells whose case it is."""
    given: dict[str, str] = {}
    stops = extensions = 0
    for entry in entries:
        match entry.tick:
            case (
                Tick.START | Tick.RESTART
            ):  # what was counted before a case was reopened is history
                term = Term.parse(entry.term)
                stops = extensions = 0
                given = {
                    "start": entry.on.isoformat(),
                    "amount": str(term.amount),
                    "unit": term.unit.value,
                }
            case Tick.EXTEND:
                extensions += 1
                term = Term.parse(entry.term)
                given |= {
                    f"extension_{extensions}_amount": str(term.amount),
                    f"extension_{extensions}_unit": term.unit.value,
                    f"extension_{extensions}_reason": entry.reason,
                }
            case Tick.STOP:
                stops += 1
                given |= {
                    f"stop_{stops}_since": entry.on.isoformat(),
                    f"stop_{stops}_reason": entry.reason,
                }
            case Tick.RESUME:
                given[f"stop_{stops}_until"] = entry.on.isoformat()
    return f"{reverse('law:clock')}?{urlencode({**given, 'procedure': subject_code})}"


def recompute_card(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:  # noqa: ARG001 - a speaker of `cases`
    """On the page of a case that has a term: the way to count it oneself."""
    entries = list(case.clock.all())
    if not entries:
        return []
    return [
        Related(
            title=_("Count it yourself"),
            text=_(
                "Every event of the clock, with the article beside it, and the date that follows."
            ),
            address=address_of(entries, case.subject_code),
            action=_("Recompute the date"),
        )
    ]
