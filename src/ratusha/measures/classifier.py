"""Step 1 by questions: what is proposed is a measure of a kind, or an exception of the list, or none at all. Pure.

The questions, their order and what follows from the answers are data of the pack; each answer says why it leads where
it does, and the way that was gone is the classification sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.texts import Text, in_my_language
from ratusha.procedures.public import Source

Way = Sequence[
    tuple[str, str]
]  # questions and answers by their codes, in the order in which they were given


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """It leads to another question, or ends with a kind or an exception; and says why."""

    code: str
    name: Text
    to: str = ""
    kind: str = ""
    exception: str = ""
    why: Text = {}

    def said(self) -> str:
        return in_my_language(self.name).text

    def reason(self) -> str:
        return in_my_language(self.why).text if self.why else ""


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    code: str
    name: Text
    answers: list[Answer]
    hint: Text = {}

    def said(self) -> str:
        return in_my_language(self.name).text

    def hinted(self) -> str:
        return in_my_language(self.hint).text if self.hint else ""

    def answer(self, code: str) -> Answer | None:
        return next((one for one in self.answers if one.code == code), None)


class Classifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first question is where everybody begins."""

    source: Source
    questions: list[Question]

    def question(self, code: str) -> Question | None:
        return next((one for one in self.questions if one.code == code), None)


@dataclass(frozen=True)
class Walked:
    """How far the answers lead: a question that waits, or the end."""

    steps: list[tuple[Question, Answer]]
    waits: Question | None

    @property
    def end(self) -> Answer | None:
        return self.steps[-1][1] if self.steps and self.waits is None else None

    @property
    def way(self) -> list[tuple[str, str]]:
        return [(question.code, answer.code) for question, answer in self.steps]

    def reasons(self) -> str:
        """What the sheet says: each question with its answer and why it counts."""
        return "\n".join(
            " ".join(filter(None, (f"{question.said()} — {answer.said()}.", answer.reason())))
            for question, answer in self.steps
        )


def walk(tree: Classifier, way: Way) -> Walked:
    """As far as the answers fit; what does not belong to the way is left out, so that no answer is skipped."""
    given = dict(way)
    steps: list[tuple[Question, Answer]] = []
    asked: Question | None = tree.questions[0]
    while asked is not None:
        answer = asked.answer(given.get(asked.code, ""))
        if answer is None:
            return Walked(steps, asked)
        steps.append((asked, answer))
        asked = tree.question(answer.to) if answer.to else None
    return Walked(steps, None)


def require_end(walked: Walked) -> Answer:
    if walked.end is None:
        message = _("Answer all questions first.")
        raise RuleBroken("measure.questions_open", message)
    return walked.end


def what_is_wrong(tree: Classifier, kinds: set[str], exceptions: set[str]) -> Iterator[str]:
    """A tree of which a branch leads nowhere, to what the list does not have, or back."""
    order = [question.code for question in tree.questions]
    for place, question in enumerate(tree.questions):
        for answer in question.answers:
            for wrong in _amiss(answer, order[place + 1 :], kinds, exceptions):
                yield f"{question.code}.{answer.code}: {wrong}"


def _amiss(
    answer: Answer, further: Sequence[str], kinds: set[str], exceptions: set[str]
) -> Iterator[str]:
    if [bool(answer.to), bool(answer.kind), bool(answer.exception)].count(True) != 1:
        yield "one way on is needed"
    if answer.to and answer.to not in further:
        yield f"no further question is {answer.to}"
    if answer.kind and answer.kind not in kinds:
        yield f"there is no kind {answer.kind}"
    if answer.exception and answer.exception not in exceptions:
        yield f"there is no exception {answer.exception}"
    if not answer.to and not answer.why:
        yield "an end says why"
