"""The numbers of new cases: among a million of one year every seventeen thousandth draw would hit one that is there."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import partial

from ratusha.cases.models import Case
from ratusha.kernel.drawing import drawn
from ratusha.kernel.references import new_reference


def references_for(days: Sequence[date]) -> list[str]:
    """One for a case of each day, in their order, as no case has it yet."""
    return drawn([partial(new_reference, day) for day in days], taken=_taken)


def _taken(references: Collection[str]) -> Iterable[str]:
    return Case.objects.filter(reference__in=references).values_list("reference", flat=True)
