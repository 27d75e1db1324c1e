"""What is looked for after the processes were killed, inside the state."""

from typing import Any

from django.db import connection

from ratusha.applications.models import Draft
from ratusha.audit.public import verify_chain
from ratusha.cases.public import Case, due_of
from ratusha.kernel.calendar import national_calendar
from ratusha.notifications.models import Notice

ONCE = """
SELECT c.reference,
       (SELECT count(*) FROM cases_steptaken s WHERE s.case_id = c.id AND s.step = %(step)s),
       (SELECT count(*) FROM audit_entry e
         WHERE e.object_type = 'case' AND e.object_id = c.reference AND e.action = %(action)s),
       (SELECT count(*) FROM cases_clockentry k WHERE k.case_id = c.id AND k.tick = 'start')
FROM cases_case c WHERE c.reference = ANY(%(references)s)
"""


def undelivered() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kernel_outboxentry")
        return {"left": cursor.fetchone()[0]}


def look(lodged: list[tuple[str, str]], stepped: list[tuple[str, bool]]) -> dict[str, Any]:
    """`lodged`: draft and the answered address of its case; `stepped`: reference and whether it was answered.

    A lodging that was not answered may have happened or not, but never twice and never by half.
    """
    references = dict(
        Draft.objects.filter(pk__in=[draft for draft, _address in lodged]).values_list(
            "pk", "lodged_as__reference"
        )
    )
    by_draft = {str(draft): reference for draft, reference in references.items()}
    wrong = [
        f"draft {draft}: answered with {address}, kept as {by_draft.get(draft)}"
        for draft, address in lodged
        if address and str(by_draft.get(draft)) not in address
    ]
    there = [reference for reference in by_draft.values() if reference]
    wrong += _once(there, step="lodge")
    accepted = [reference for reference, answered in stepped if answered]
    wrong += _once(accepted, step="accept")
    wrong += _once(accepted, step="take_up")
    letters = Notice.objects.filter(once__in=[f"{reference}:lodged" for reference in there])
    told = list(letters.values_list("case_reference", flat=True))
    wrong += [f"{one}: no letter about the lodging" for one in set(there) - set(told)]
    if len(told) != len(set(told)):
        wrong.append("a letter about a lodging was written twice")
    wrong += _clocks(there + accepted)
    if not verify_chain().sound:
        wrong.append("the chain of the journal is broken")
    return {
        "wrong": wrong,
        "looked_at": f"{len(there)} lodged, {len(accepted)} accepted, {len(told)} letters",
    }


def _once(references: list[str], *, step: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(ONCE, {"step": step, "action": f"case.{step}", "references": references})
        found = {row[0]: row[1:] for row in cursor.fetchall()}
    wrong = [f"{reference}: the case is not there" for reference in set(references) - set(found)]
    return wrong + [
        f"{reference}: {step} has {steps} steps, {entries} entries, {starts} starts of the clock"
        for reference, (steps, entries, starts) in found.items()
        if (steps, entries, starts) != (1, 1, 1)
    ]


def _clocks(references: list[str]) -> list[str]:
    calendar = national_calendar()
    cases = Case.objects.filter(reference__in=references).prefetch_related("clock")
    return [
        f"{case.reference}: its ledger gives another due date"
        for case in cases
        if due_of(case.clock.all(), calendar).on != case.due_on
    ]
