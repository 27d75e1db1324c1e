"""What is complained about. Kinds of one floor do not know each other: the composition root reads decisions to us."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from ratusha.cases.public import Case
from ratusha.documents.public import verify_code
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.references import normalise_reference
from ratusha.kernel.texts import Text

from .permissions import KIND
from .rules import CONSIDERED, Subject


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A decision as the one who considers the complaint reads it."""

    outcome: str
    at: datetime
    reasons: str
    ground: Text
    legal_source: str

    @property
    def on(self) -> date:
        return timezone.localdate(self.at)


Reader = Callable[[Case], Decided | None]
_readers: dict[str, Reader] = {}


def plug_reader(kind: str, reader: Reader) -> None:
    """Decisions in cases of this kind can be complained about."""
    _readers[kind] = reader


def decision_in(case: Case) -> Decided | None:
    """The decision that stands, if there is one."""
    reader = _readers.get(case.kind)
    return reader(case) if reader and case.closed_on else None


def subject_of(case: Case, today: date) -> Subject | None:
    """What one may complain about in this case today, or nothing."""
    if case.kind not in _readers:
        return None
    if case.closed_on:
        return Subject.DECISION if decision_in(case) else None
    return Subject.INACTION if case.due_on and case.due_on < today else None


def is_there(about: Case, subject: str, lodged_on: date) -> bool:
    """What the complaint is about is really there: a decision that stands, or a term that had passed."""
    if subject == Subject.DECISION:
        return decision_in(about) is not None
    return about.due_on is not None and about.due_on < lodged_on


def counted_from(case: Case, subject: str) -> date:
    """The day from which the year to complain runs: of the decision, or the last day of the term that was missed."""
    if subject == Subject.INACTION and case.due_on:
        return case.due_on
    decided = decision_in(case)
    return decided.on if decided else case.closed_on or case.lodged_on


def written(number: str, today: date) -> str:
    """The number as we write it. RuleBroken by its form alone: whether anything stands behind it is not told."""
    reference = _as_reference(number)
    if reference:
        return reference
    verify_code(number, on=today)
    return number.strip().upper()


def find_by_number(number: str, *, body_id: UUID, today: date) -> Case | None:
    """The case of this body that a reference, the number of a paper or its code leads to."""
    reference = _as_reference(number) or _behind_code(number, today)
    found = Case.objects.filter(reference=reference, body_id=body_id, kind__in=_readers)
    return found.first() if reference else None


def _behind_code(number: str, today: date) -> str:
    with suppress(RuleBroken):
        document = verify_code(number, on=today).document
        return document.case_reference if document else ""
    return ""


def _as_reference(number: str) -> str:
    before_slash = number.rpartition("/")[0] or number  # the second paper of a case ends in /2
    for candidate in (number, before_slash):
        with suppress(RuleBroken):
            return normalise_reference(candidate)
    return ""


def complained_about(case: Case) -> Case | None:
    return next((link.about for link in case.links.all() if link.kind == KIND), None)


def was_considered(about: Case, complaints: Iterable[Case]) -> bool:
    """A complaint about the decision that stands has been considered; those about earlier ones do not count."""
    decided = decision_in(about)
    return decided is not None and any(
        one.status in CONSIDERED and one.lodged_at >= decided.at for one in complaints
    )
