"""A measure of digital development as a statute: six steps, two routes (Edicts No. 136 and No. 381). Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.cases.public import Holder, Move, Outcome, Statute, enact, is_the_system
from ratusha.kernel import words
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.errors import RuleBroken
from ratusha.ui import formats

from .permissions import MEASURE, is_initiator, may_examine, may_include, may_manage, may_register

LONGEST_WORDS = 4000  # characters


class Status(TextChoices):
    DRAFT = "draft", pgettext_lazy("measure", "Idea")
    NOT_A_MEASURE = "not_a_measure", gettext_lazy("Not a measure of digital development")
    CLASSIFIED = "classified", gettext_lazy("Kind determined, waits for its route")
    PASSPORT = "passport", gettext_lazy("The technical passport is being written")
    SUBMITTED = "submitted", gettext_lazy("Passport submitted")
    EXPERTISE = "expertise", gettext_lazy("With the experts")
    COUNCIL = "council", gettext_lazy("Waits for the Council")
    CONDITIONS = "conditions", gettext_lazy("Recommended, conditions are to be met")
    RECOMMENDED = "recommended", gettext_lazy("Recommended, waits for the act on inclusion")
    REJECTED = "rejected", gettext_lazy("Rejected by the Council")
    CHOICE = "choice", gettext_lazy("The implementer is being chosen")
    CONTRACTING = "contracting", gettext_lazy("The contract is being made")
    IMPLEMENTATION = "implementation", gettext_lazy("Being carried out")
    CHANGED = "changed", gettext_lazy("Being changed: a new passport is written")
    TRIAL = "trial", gettext_lazy("In trial operation")
    COMMISSIONED = "commissioned", gettext_lazy("In operation, benefits are followed")
    COMPLETED = "completed", gettext_lazy("Completed")
    TERMINATED = "terminated", gettext_lazy("Terminated")


class Step(TextChoices):
    CLASSIFY = "classify", gettext_lazy("Determine the kind")
    EXCLUDE = "exclude", gettext_lazy("It is not a measure of digital development")
    ROUTE = "route", gettext_lazy("Confirm the route: passport, expertise, Council, programme")
    ROUTE_OWN = "route_own", gettext_lazy("Confirm the route: procurement from own funds")
    SUBMIT = "submit", gettext_lazy("Submit the passport")
    ASSIGN = "assign", gettext_lazy("Send to the experts")
    RETURN = "return", gettext_lazy("Return the passport for rework")
    OPINE = "opine", gettext_lazy("Give the opinion")
    SKIP_EXPERTISE = "skip_expertise", gettext_lazy("Go on without expertise, by an act")
    SKIP_COUNCIL = "skip_council", gettext_lazy("Go on without the Council, by an act")
    RECOMMEND = "recommend", gettext_lazy("The Council recommended")
    ON_CONDITIONS = "on_conditions", gettext_lazy("The Council recommended with conditions")
    DEFER = "defer", gettext_lazy("The Council deferred")
    REJECT = "reject", gettext_lazy("The Council rejected")
    MEET_CONDITIONS = "meet_conditions", gettext_lazy("All conditions are met")
    INCLUDE = "include", gettext_lazy("Record the act on inclusion")
    CHOOSE = "choose", gettext_lazy("Choose the implementer")
    GO_ON = "go_on", gettext_lazy("The contract goes on")
    CONTRACT = "contract", gettext_lazy("Enter the contract")
    CHANGE = "change", gettext_lazy("Change the measure")
    BEGIN_TRIAL = "begin_trial", gettext_lazy("Begin trial operation")
    COMMISSION = "commission", gettext_lazy("Put into operation")
    COMPLETE = "complete", gettext_lazy("Close after the review of benefits")
    TERMINATE = "terminate", gettext_lazy("Terminate, by an act")


S = Status
BEFORE_MONEY = (
    S.DRAFT, S.CLASSIFIED, S.PASSPORT, S.SUBMITTED, S.EXPERTISE, S.COUNCIL, S.CONDITIONS, S.RECOMMENDED,
)  # fmt: skip
WITH_MONEY = (S.CHOICE, S.CONTRACTING, S.IMPLEMENTATION, S.CHANGED, S.TRIAL)
OPEN = (*BEFORE_MONEY, *WITH_MONEY, S.COMMISSIONED)
WRITING = (S.PASSPORT, S.CHANGED)  # when the passport may be edited
MOVES = {
    Step.CLASSIFY: Move((S.DRAFT,), S.CLASSIFIED),
    Step.EXCLUDE: Move((S.DRAFT,), S.NOT_A_MEASURE, Outcome.NOT_ACCEPTED),
    Step.ROUTE: Move((S.CLASSIFIED,), S.PASSPORT),
    Step.ROUTE_OWN: Move((S.CLASSIFIED,), S.CHOICE),
    Step.SUBMIT: Move(WRITING, S.SUBMITTED),
    Step.ASSIGN: Move((S.SUBMITTED,), S.EXPERTISE),
    Step.RETURN: Move((S.EXPERTISE,), S.PASSPORT),
    Step.OPINE: Move((S.EXPERTISE,), S.COUNCIL),
    Step.SKIP_EXPERTISE: Move((S.SUBMITTED,), S.COUNCIL),
    Step.SKIP_COUNCIL: Move((S.COUNCIL,), S.RECOMMENDED),
    Step.RECOMMEND: Move((S.COUNCIL,), S.RECOMMENDED),
    Step.ON_CONDITIONS: Move((S.COUNCIL,), S.CONDITIONS),
    Step.DEFER: Move((S.COUNCIL,), S.PASSPORT),
    Step.REJECT: Move((S.COUNCIL,), S.REJECTED, Outcome.REFUSED),
    Step.MEET_CONDITIONS: Move((S.CONDITIONS,), S.RECOMMENDED),
    Step.INCLUDE: Move((S.RECOMMENDED,), S.CHOICE),
    Step.CHOOSE: Move((S.CHOICE,), S.CONTRACTING),
    Step.GO_ON: Move((S.CHOICE,), S.IMPLEMENTATION),  # of a changed measure that has a contract
    Step.CONTRACT: Move((S.CONTRACTING,), S.IMPLEMENTATION),
    Step.CHANGE: Move((S.IMPLEMENTATION, S.TRIAL), S.CHANGED),
    Step.BEGIN_TRIAL: Move((S.IMPLEMENTATION,), S.TRIAL),
    Step.COMMISSION: Move((S.TRIAL,), S.COMMISSIONED),
    Step.COMPLETE: Move((S.COMMISSIONED,), S.COMPLETED, Outcome.GRANTED),
    Step.TERMINATE: Move((*BEFORE_MONEY, *WITH_MONEY), S.TERMINATED, Outcome.WITHDRAWN),
}
WHO_MAY = {
    Step.CLASSIFY: is_initiator,
    Step.EXCLUDE: is_initiator,
    Step.ROUTE: may_manage,
    Step.ROUTE_OWN: may_manage,
    Step.SUBMIT: is_initiator,
    Step.ASSIGN: may_manage,
    Step.RETURN: may_examine,
    Step.OPINE: may_examine,
    Step.SKIP_EXPERTISE: may_manage,
    Step.SKIP_COUNCIL: may_manage,
    Step.RECOMMEND: is_the_system,  # when the protocol is sealed
    Step.ON_CONDITIONS: is_the_system,
    Step.DEFER: is_the_system,
    Step.REJECT: is_the_system,
    Step.MEET_CONDITIONS: is_the_system,
    Step.INCLUDE: may_include,
    Step.CHOOSE: is_initiator,
    Step.GO_ON: is_initiator,
    Step.CONTRACT: is_initiator,
    Step.CHANGE: is_initiator,
    Step.BEGIN_TRIAL: is_initiator,
    Step.COMMISSION: may_register,
    Step.COMPLETE: is_initiator,
    Step.TERMINATE: may_manage,
}
SIX = (  # the steps of the seed, and the statuses that belong to each
    (gettext_lazy("Kind of measure"), (S.DRAFT,)),
    (gettext_lazy("Route by source of money"), (S.CLASSIFIED,)),
    (
        gettext_lazy("Passport, expertise, Council, programme"),
        (S.PASSPORT, S.SUBMITTED, S.EXPERTISE, S.COUNCIL, S.CONDITIONS, S.RECOMMENDED),
    ),
    (gettext_lazy("Way to the implementer"), (S.CHOICE,)),
    (gettext_lazy("Carrying out"), (S.CONTRACTING, S.IMPLEMENTATION, S.CHANGED)),
    (gettext_lazy("Putting into operation"), (S.TRIAL, S.COMMISSIONED)),
)
TO_DO = {
    S.DRAFT: gettext_lazy("Determine the kind of the measure"),
    S.CLASSIFIED: gettext_lazy("Confirm the route"),
    S.PASSPORT: gettext_lazy("Fill in and submit the passport"),
    S.SUBMITTED: gettext_lazy("Send the passport to the experts"),
    S.EXPERTISE: gettext_lazy("Examine the passport"),
    S.COUNCIL: gettext_lazy("Put on the agenda of the Council"),
    S.CONDITIONS: gettext_lazy("Meet the conditions of the Council"),
    S.RECOMMENDED: gettext_lazy("Record the act on inclusion into the programme"),
    S.CHOICE: gettext_lazy("Choose the implementer"),
    S.CONTRACTING: gettext_lazy("Make the contract"),
    S.IMPLEMENTATION: gettext_lazy("Accept the stages"),
    S.CHANGED: gettext_lazy("Fill in and submit the changed passport"),
    S.TRIAL: gettext_lazy("Finish trial operation"),
    S.COMMISSIONED: gettext_lazy("Follow the benefits"),
}
OTHERS = (S.EXPERTISE,)
OF_THE_BODY = (S.CLASSIFIED, S.SUBMITTED, S.COUNCIL, S.RECOMMENDED, S.TRIAL)


def _holder(status: Status) -> Holder:
    if status not in OPEN:
        return Holder.NOBODY
    if status in OTHERS:
        return Holder.OTHER_BODY
    return Holder.BODY if status in OF_THE_BODY else Holder.APPLICANT


STATUTE = enact(
    Statute(
        kind=MEASURE,
        statuses=Status,
        steps=Step,
        moves=MOVES,
        open=OPEN,
        who_may=WHO_MAY,
        to_do=TO_DO,
        holder={status: _holder(status) for status in Status},
        page="measures:card",
        desk_page="measures:measure",
        results={status: status.label for status in Status if status not in OPEN},
    )
)


def step_of_six(status: str, six: tuple[tuple[object, tuple[str, ...]], ...] = SIX) -> int:
    """1 to 6; what is finished stands behind the last."""
    for number, (_name, statuses) in enumerate(six, 1):
        if status in statuses:
            return number
    return len(six) + 1


def require_words(text: str, *, field: str, missing: str) -> str:
    return words.require_words(
        text, code=f"measure.{field}", field=field, missing=missing, longest=LONGEST_WORDS
    )


def require_act(text: str) -> str:
    """A step is skipped, and a measure ended, only by an act (bar B9: never in silence)."""
    missing = _("Name the act that allows this: kind, number and date.")
    return require_words(text, field="act", missing=missing)


def require_return_left(returned: int, most: int) -> None:
    """Experts return a passport so often between two decisions of the Council; then the Council decides."""
    if returned >= most:
        message = _(
            "The passport was returned %(count)s times already. Give a negative opinion: the Council decides."
        )
        raise RuleBroken("measure.returns_spent", message % {"count": returned})


def require_expert(expert: object, *, initiator: object, implementer: object) -> None:
    if expert in {initiator, implementer}:
        message = _("This organisation proposes or carries out the measure: choose another.")
        raise RuleBroken("measure.expert_has_a_part", message, field="expert")


CHECKS = (  # before a system is put into operation (Resolution No. 17, item 11; the list itself is a sample)
    ("Z01", gettext_lazy("There is no open critical defect")),
    ("Z02", gettext_lazy("The load test reached the declared peak")),
    ("Z03", gettext_lazy("Recovery from a backup is proven within the declared time")),
    ("Z04", gettext_lazy("Every planned integration works")),
    ("Z05", gettext_lazy("There is a report on accessibility")),
    ("Z06", gettext_lazy("There are instructions in the official languages")),
    ("Z07", gettext_lazy("The documents on personal data are ready")),
    ("Z08", gettext_lazy("The indicators are being collected")),
    ("Z09", gettext_lazy("The list of software components is stored")),
    ("Z10", gettext_lazy("The plan of leaving the system is stored")),
)


def require_all_checks(proven: Iterable[str]) -> None:
    given = set(proven)
    lacking = [code for code, _name in CHECKS if code not in given]
    if lacking:
        message = _("Not proven yet: %(codes)s.") % {"codes": ", ".join(lacking)}
        raise RuleBroken("measure.checks_lacking", message, field="checks")


WHOLE_LOAD = 100  # per cent of the declared peak


def require_figures(
    codes: Iterable[str], *, load: Decimal | None, hours: Decimal | None, promised: Decimal | None
) -> None:
    """Z02: the test reached the declared peak. Z03: recovery took no longer than the passport promises."""
    given = set(codes)
    if "Z02" in given and (load is None or load < WHOLE_LOAD):
        message = _(
            "Z02: write which share of the declared peak the test reached; the whole of it is needed."
        )
        raise RuleBroken("measure.Z02", message, field="load")
    if "Z03" in given and hours is None:
        message = _("Z03: write in how many hours the system was recovered.")
        raise RuleBroken("measure.Z03", message, field="hours")
    if "Z03" in given and hours is not None and promised is not None and hours > promised:
        message = _("Z03: recovery took %(hours)s hours, the passport promises %(promised)s.")
        said = {"hours": formats.number(hours), "promised": formats.number(promised)}
        raise RuleBroken("measure.Z03", message % said, field="hours")


def require_stages_accepted(states: Iterable[bool]) -> None:
    states = list(states)
    if not states or not all(states):
        message = _(
            "Trial operation begins when every stage of the contract is accepted and all remarks are mended."
        )
        raise RuleBroken("measure.stages_open", message)


def require_payable(
    amount: Decimal,
    *,
    accepted: Decimal,
    paid: Decimal,
    under_change: bool,
    continuing: bool,
    year_sum: Decimal,
    paid_in_year: Decimal,
) -> None:
    """C01: no more is paid than is accepted.

    The fast lane: while a measure is changed only a continuing contract is paid, within the sum signed for the year.
    """
    if amount <= 0:
        raise RuleBroken("measure.amount_wrong", _("Write an amount above zero."), field="amount")
    if paid + amount > accepted:
        message = _("C01: no more may be paid than the accepted stages are worth.")
        raise RuleBroken("measure.C01", message, field="amount")
    if under_change and not continuing:
        message = _("The measure is being changed: only a continuing contract is paid meanwhile.")
        raise RuleBroken("measure.not_continuing", message)
    if under_change and paid_in_year + amount > year_sum:
        message = _(
            "While the measure is being changed, no more is paid than was signed for this year."
        )
        raise RuleBroken("measure.year_sum", message, field="amount")


def review_days(since: date, months: Sequence[int]) -> list[tuple[int, date]]:
    """On which day the benefits are reviewed, after each number of months of operation."""
    return [(count, since + relativedelta(months=count)) for count in months]


def next_review(
    days: Sequence[tuple[int, date]], done: Iterable[int], today: date
) -> tuple[int, date]:
    """The reviews follow one another, and none is written more than a month before its day."""
    left = [one for one in days if one[0] not in set(done)]
    if not left:
        raise RuleBroken("measure.reviews_done", _("All reviews of benefits are written."))
    months, due_on = left[0]
    if today < due_on - relativedelta(months=1):
        message = _(
            "The next review of benefits is due on %(day)s and is written at most a month before."
        )
        raise RuleBroken("measure.review_early", message % {"day": day_in_words(due_on)})
    return months, due_on


def require_reviews(days: Sequence[tuple[int, date]], done: Iterable[int]) -> None:
    lacking = [str(count) for count, _day in days if count not in set(done)]
    if lacking:
        message = _(
            "A measure is closed after all reviews of benefits; missing: after %(months)s months."
        )
        raise RuleBroken("measure.reviews_lacking", message % {"months": ", ".join(lacking)})


def is_late(due_on: date, met_on: date | None, today: date) -> bool:
    """Late is late even when it is met: it is shown for ever."""
    return (met_on or today) > due_on
