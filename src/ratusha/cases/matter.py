"""One number for every call: whatever is brought about one matter stands under the number of its first case.

Cases hang together by `CaseLink`s. A link of the kind `matter` was made on purpose: by a person who has shown that
both are theirs, or by an official with a reason; it can be ended with a reason. Other links follow from the law.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from ratusha.accounts.public import User

from .models import Case, CaseLink
from .permissions import is_applicant, may_see_at_desk
from .rules import statute_of

MATTER = "matter"
LONGEST = 50  # cases of one matter


@dataclass(frozen=True)
class Matter:
    """`cases`: all of it, the first first. Who reads it sees a part: see `at_desk` and `of_person`."""

    number: str
    cases: Sequence[Case]
    links: Sequence[CaseLink]

    @property
    def is_one(self) -> bool:
        return len(self.cases) == 1

    def at_desk(self, case: Case) -> list[Case]:
        """What whoever answers this case sees: the cases of its applicant, and what is tied to one of them.

        A case of somebody else is a leaf: what hangs on it is none of this applicant's story.
        """
        own = {one.pk for one in self.cases if one.applicant_id == case.applicant_id}
        seen = own | {case.pk}
        for link in self.links:
            if link.case_id in own or link.about_id in own:
                seen |= {link.case_id, link.about_id}
        return [one for one in self.cases if one.pk in seen]

    def of_person(self, user: User | None, on: date) -> list[Case]:
        """What a person sees: the cases that they stand behind."""
        return [one for one in self.cases if stands_behind(user, one, on)]


def matter_of(case: Case) -> Matter:
    """All cases that hang together with this one. A law's link between two strangers does not tie their matters."""
    seen, ahead = {case.pk}, [case.pk]
    found: dict[int, CaseLink] = {}
    while ahead and len(seen) < LONGEST:
        for link in _standing_at(ahead):
            found[link.pk] = link
        ends = {end for link in found.values() for end in (link.case_id, link.about_id)}
        ahead = list(ends - seen)
        seen |= ends
    if len(seen) == 1:
        return Matter(case.reference, [case], [])
    cases = list(Case.objects.filter(pk__in=seen).order_by("lodged_at", "pk"))
    return Matter(cases[0].reference, cases, list(found.values()))


def _standing_at(keys: list[UUID]) -> list[CaseLink]:
    links = CaseLink.objects.filter(Q(case__in=keys) | Q(about__in=keys), ended_at=None)
    return list(links.filter(Q(kind=MATTER) | Q(case__applicant_id=F("about__applicant_id"))))


# ---- whose it is ----
Voice = Callable[[User | None, str, Case], bool]
_voices: list[Voice] = []


def plug_voices(*voices: Voice) -> None:
    """What else shows that somebody stands behind a case: a code that only the reporter has, a list of reporters."""
    _voices[:] = voices


def stands_behind(user: User | None, case: Case, on: date, *, code: str = "") -> bool:
    """The applicant, whoever may act for the applicant, or a voice that the kind of case knows."""
    return is_applicant(user, case, on) or any(voice(user, code, case) for voice in _voices)


def works_on(user: User, case: Case, on: date) -> bool:
    """Sees the case at the desk, by the rule of its kind."""
    by_kind = statute_of(case.kind).works_on
    return bool(by_kind(user, case, on)) if by_kind else may_see_at_desk(user, case, on)


# ---- what was answered ----
Answered = Callable[[Case], str]
_answered: dict[str, Answered] = {}


def plug_answers(answers: dict[str, Answered]) -> None:
    _answered.clear()
    _answered.update(answers)


def answer_in(case: Case) -> str:
    """What the body has said in the end, where the kind of case has such words."""
    said = _answered.get(case.kind)
    return said(case) if said else ""
