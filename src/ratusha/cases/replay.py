"""The auditor asks whether the due dates are what the ledgers say."""

from itertools import groupby

from ratusha.kernel.calendar import national_calendar

from .clock import due_of
from .models import ClockEntry


def replay_clocks() -> tuple[int, list[str]]:
    """How many ledgers were replayed, and the references of open cases whose kept date differs."""
    calendar = national_calendar()
    entries = ClockEntry.objects.select_related("case").order_by("case_id", "id").iterator(2000)
    replayed, different = 0, []
    for _case_id, ledger in groupby(entries, key=lambda entry: entry.case_id):
        lines = list(ledger)
        case = lines[0].case
        replayed += 1
        if not case.closed_on and due_of(lines, calendar).on != case.due_on:
            different.append(case.reference)
    return replayed, different
