"""Rules about the choice of a solution, plain words, and whether a returned passport changed (P14, P16, P19, P20)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .definition import Answers
from .reading import number, rows, text
from .ruling import ERROR, WARNING, Circumstances, Rules

LONGEST_SENTENCE = 25  # words on average

RULES = Rules()


@RULES.enter("P14", WARNING, "solution", "options")
def _open_source_was_considered(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    if not any(one.get("kind") == "open_source" for one in rows(answers, "solution", "options")):
        yield _("P14: no option with open source was considered.")


@RULES.enter("P16", ERROR, "solution", "options")
def _doing_nothing_has_numbers(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    nothing = [one for one in rows(answers, "solution", "options") if one.get("kind") == "nothing"]
    if not any(
        number(one, "cost") is not None and number(one, "effect") is not None for one in nothing
    ):
        yield _("P16: the option “do nothing” must be there, with its cost and effect.")


@RULES.enter("P19", WARNING, "goal", "goal")
def _goal_is_easy_to_read(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    goal = text(answers, "goal", "goal")
    sentences = [one for one in goal.replace("!", ".").replace("?", ".").split(".") if one.strip()]
    if sentences and len(goal.split()) / len(sentences) > LONGEST_SENTENCE:
        yield _("P19: the sentences of the goal are long; say it so that a passer-by understands.")


@RULES.enter("P20", ERROR, "identity", "name")
def _something_changed(answers: Answers, beside: Circumstances) -> Iterator[str]:
    if beside.returned is not None and beside.returned == answers:
        yield _("P20: nothing has changed since the passport was returned.")
