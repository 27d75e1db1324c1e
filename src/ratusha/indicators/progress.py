"""How far a collection is: answers counted by where they are, opened to each answer with who gave and verified it."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.texts import in_my_language
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number

from .collection_rules import HANDED_IN, WRITTEN, State
from .models import Answer, Collection

VERSION = "collection-1"
KINDS = {  # by figure: which states it counts, and what it is called
    "written": (WRITTEN, gettext_lazy("To be written")),
    "handed-in": ((*HANDED_IN, State.VERIFYING), gettext_lazy("To be verified")),
    "open": ((State.RETURNED, State.DISPUTED), gettext_lazy("Given back or in dispute")),
    "done": ((State.ACCEPTED, State.APPROVED), gettext_lazy("Verified")),
    "all": (tuple(State), gettext_lazy("Figures that are asked for")),
}


def counted(answers: Iterable[Answer], figure: str) -> int:
    return sum(one.state in KINDS[figure][0] for one in answers)


def number_of(
    collection: Collection, answers: list[Answer], figure: str, *, today: date
) -> Number | None:
    """Of the answers that the reader reaches."""
    if figure not in KINDS or not answers:
        return None
    states, label = KINDS[figure]
    rows = [_row(collection, one) for one in answers if one.state in states]
    done = counted(answers, "done")
    title = f"{in_my_language(collection.made_of.title).text}, {collection.year}"
    subjects = {one.task.subject: in_my_language(one.task.name).text for one in answers}
    return Number(
        label=str(label),
        value=len(rows),
        said=_("figures that stand there: %(states)s")
        % {"states": ", ".join(str(one.label).lower() for one in states)},
        expression="count(figure)",
        version=VERSION,
        as_of=today,
        coverage=_("%(done)s of %(of)s figures you may see are verified")
        % {"done": done, "of": len(answers)},
        inputs=rows,
        of=f"{title}: {next(iter(subjects.values()))}" if len(subjects) == 1 else title,
    )


def _row(collection: Collection, answer: Answer) -> Input:
    name = in_my_language(answer.asked.name).text
    verified = answer.verified_by or answer.answered_by
    return Input(
        "figure",
        f"{in_my_language(answer.task.name).text}: {name}",
        1,
        note=str(State(answer.state).label),
        on=answer.handed_in_at,
        by=verified.display_name if verified else "",
        address=address_of(
            "indicators:answer", collection.code, answer.task.subject, answer.question
        ),
    )
