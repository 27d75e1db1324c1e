"""One number for every call: whatever a person has brought about one matter, whoever answers sees it all.

Cases are tied by links that the person made (an appeal about a case, a decision or an answer contested).
The number of the matter is that of its first case.
"""

from dataclasses import dataclass

from django.db.models import Q

from ratusha.cases.public import Case, CaseLink

from .models import Answer

LONGEST = 50  # cases of one matter


@dataclass(frozen=True)
class Told:
    """One case of the matter. `answer` is what the body said, where it is an appeal."""

    case: Case
    answer: str


def matter_of(case: Case) -> list[Told]:
    """All cases of the same applicant that hang together with this one, the first first; this one among them."""
    seen = {case.pk}
    ahead = [case.pk]
    while ahead and len(seen) < LONGEST:
        links = CaseLink.objects.filter(Q(case__in=ahead) | Q(about__in=ahead))
        ends = {end for link in links.values_list("case_id", "about_id") for end in link}
        ahead = list(ends - seen)
        seen |= ends
    if len(seen) == 1:
        return [Told(case, "")]
    told = Case.objects.filter(pk__in=seen, applicant_id=case.applicant_id)
    answers = dict(Answer.objects.filter(pk__in=seen).values_list("pk", "text"))
    return [Told(one, answers.get(one.pk, "")) for one in told.order_by("lodged_at", "pk")]


def number_of_matter(matter: list[Told]) -> str:
    return matter[0].case.reference
