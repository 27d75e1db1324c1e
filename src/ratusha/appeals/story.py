"""The story beside an appeal: cases under one number, with what the body said where it is an appeal."""

from collections.abc import Sequence
from dataclasses import dataclass

from ratusha.cases.public import Case

from .models import Answer


@dataclass(frozen=True)
class Told:
    """One case of the matter. `answer` is what the body said, where it is an appeal."""

    case: Case
    answer: str


def story_of(seen: Sequence[Case]) -> list[Told]:
    """Nothing where there is only one case: that is no story."""
    if len(seen) == 1:
        return []
    answers = dict(Answer.objects.filter(pk__in=[one.pk for one in seen]).values_list("pk", "text"))
    return [Told(one, answers.get(one.pk, "")) for one in seen]


def answer_given(case: Case) -> str:
    return Answer.objects.filter(pk=case.pk).values_list("text", flat=True).first() or ""
