"""A request of a person about their data as a statute (law 99-З, art. 10-13). Pure."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.cases.public import (
    Holder,
    Move,
    Outcome,
    Statute,
    enact,
    is_applicant,
    is_handler,
    may_take_up,
)
from ratusha.kernel import words

KIND = "data_request"
LONGEST_WORDS = 4000  # characters


class Asks(TextChoices):
    """What the law lets a person ask."""

    INFORMATION = (
        "information",
        gettext_lazy("Tell me which data you handle, for what and on which basis"),
    )
    CORRECTION = "correction", gettext_lazy("Put a mistake in my data right")
    TRANSFERS = "transfers", gettext_lazy("Tell me to whom my data were given")
    WITHDRAWAL = "withdrawal", gettext_lazy("I withdraw my consent")
    ERASURE = "erasure", gettext_lazy("Stop handling my data and erase them")


class Status(TextChoices):
    LODGED = "lodged", pgettext_lazy("data request", "Lodged")
    IN_WORK = "in_work", pgettext_lazy("data request", "In work")
    ANSWERED = "answered", pgettext_lazy("data request", "Answered")
    REFUSED = "refused", pgettext_lazy("data request", "Refused, with the reason in law")
    WITHDRAWN = "withdrawn", pgettext_lazy("data request", "Withdrawn")


class Step(TextChoices):
    TAKE_UP = "take_up", pgettext_lazy("data request", "Take up")
    ANSWER = "answer", pgettext_lazy("data request", "Answer")
    REFUSE = "refuse", pgettext_lazy("data request", "Refuse")
    WITHDRAW = "withdraw", pgettext_lazy("data request", "Withdraw the request")


OPEN = (Status.LODGED, Status.IN_WORK)
MOVES = {
    Step.TAKE_UP: Move((Status.LODGED,), Status.IN_WORK),
    Step.ANSWER: Move((Status.IN_WORK,), Status.ANSWERED, Outcome.GRANTED),
    Step.REFUSE: Move((Status.IN_WORK,), Status.REFUSED, Outcome.REFUSED),
    Step.WITHDRAW: Move(OPEN, Status.WITHDRAWN, Outcome.WITHDRAWN),
}
STATUTE = enact(
    Statute(
        kind=KIND,
        statuses=Status,
        steps=Step,
        moves=MOVES,
        open=OPEN,
        who_may={
            Step.TAKE_UP: may_take_up,
            Step.ANSWER: is_handler,
            Step.REFUSE: is_handler,
            Step.WITHDRAW: is_applicant,
        },
        to_do={
            Status.LODGED: gettext_lazy("Take up the request about personal data"),
            Status.IN_WORK: gettext_lazy("Answer the request about personal data"),
        },
        holder={**dict.fromkeys(Status, Holder.NOBODY), **dict.fromkeys(OPEN, Holder.BODY)},
        page="records:data_request",
        desk_page="records:desk_data_request",
        results={status: status.label for status in Status if status not in OPEN},
    )
)


def require_words(text: str, *, field: str, missing: str) -> str:
    return words.require_words(
        text, code="data_request.words", field=field, missing=missing, longest=LONGEST_WORDS
    )


def require_details(asks: str, text: str) -> str:
    """Which mistake, or which consent, the body cannot guess; the rest needs no words."""
    if asks in {Asks.CORRECTION, Asks.WITHDRAWAL}:
        missing = _("Write what is wrong, or which consent you withdraw.")
        return require_words(text, field="text", missing=missing)
    return text.strip()
