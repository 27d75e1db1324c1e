"""What a definition promises, as scenarios to be lived through. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.texts import Text
from ratusha.procedures.public import Definition

from .conditions import Goal

APPLIED_FOR_FROM = "e3"
DECIDED_FROM = "e4"


class Kind(TextChoices):
    APPLY = "apply", _("Apply and be granted")
    BRANCH = "branch", _("A condition holds, or does not")
    CHECK = "check", _("A wrong answer is not taken")
    NOT_ACCEPTED = "not_accepted", _("Refusal to accept")
    REFUSED = "refused", _("Refusal")
    REQUEST = "request", _("Another body is asked")
    SUSPENDED = "suspended", _("A foreign body is asked")
    WITHDRAWN = "withdrawn", _("Withdrawal")
    FEE = "fee", _("A tariff or an exemption")
    COMPLAINT = "complaint", _("Complaint about a refusal")
    EXPIRED = "expired", _("The result expires")


@dataclass(frozen=True)
class Scenario:
    """`about` says in the definition's words what is tried; `code` is stable between editions."""

    code: str
    kind: Kind
    about: Text
    goals: tuple[Goal, ...] = ()
    applicant: str = ""
    subject: str = ""  # the ground, the field or the request that it is about


def derive(promise: Definition) -> list[Scenario]:
    """Nothing for a procedure that cannot be applied for here."""
    if promise.level < APPLIED_FOR_FROM:
        return []
    return [
        *_applications(promise),
        *_requests(promise),
        *_branches(promise),
        *_checks(promise),
        *_refusals(promise),
        Scenario("withdrawn", Kind.WITHDRAWN, promise.heading),
        Scenario("suspended", Kind.SUSPENDED, promise.heading),
        *_fees(promise),
        *(
            Scenario("complaint", Kind.COMPLAINT, g.text, subject=g.code)
            for g in promise.refuse[:1]
        ),
        *_expiry(promise),
    ]


def _applications(promise: Definition) -> Iterator[Scenario]:
    for applicant in promise.applicants:
        yield Scenario(f"apply.{applicant}", Kind.APPLY, promise.heading, applicant=applicant)


def _requests(promise: Definition) -> Iterator[Scenario]:
    for request in promise.requests:
        yield Scenario(
            f"request.{request.code}",
            Kind.REQUEST,
            request.question,
            goals=(Goal(request.when),) if request.when else (),
            subject=request.code,
        )


def _branches(promise: Definition) -> Iterator[Scenario]:
    """Both ways of every condition that opens a page, a question, a document or a request."""
    placed: list[tuple[str, Text, tuple[Goal, ...], str]] = []
    for page in promise.form:
        opened: tuple[Goal, ...] = (Goal(page.when),) if page.when else ()
        placed.append((f"page.{page.code}", page.title, (), page.when))
        placed += [(f"field.{f.code}", f.label, opened, f.when) for f in page.fields]
    placed += [(f"document.{d.code}", d.title, (), d.when) for d in promise.documents]
    placed += [(f"request.{r.code}", r.question, (), r.when) for r in promise.requests]
    for name, about, opened, condition in placed:
        if condition:
            for holds in (True, False):
                code = f"branch.{name}.{'yes' if holds else 'no'}"
                yield Scenario(code, Kind.BRANCH, about, (*opened, Goal(condition, holds)))


def _checks(promise: Definition) -> Iterator[Scenario]:
    for page in promise.form:
        for asked in page.fields:
            shown = tuple(Goal(when) for when in (page.when, asked.when) if when)
            for number, check in enumerate(asked.check, 1):
                code = f"check.{asked.code}.{number}"
                goals = (*shown, Goal(check.rule, holds=False))
                yield Scenario(code, Kind.CHECK, check.message, goals, subject=asked.code)


def _refusals(promise: Definition) -> Iterator[Scenario]:
    for kind, grounds in (
        (Kind.NOT_ACCEPTED, promise.refuse_to_accept),
        (Kind.REFUSED, promise.refuse),
    ):
        for ground in grounds:
            yield Scenario(f"{kind}.{ground.code}", kind, ground.text, subject=ground.code)


def _fees(promise: Definition) -> Iterator[Scenario]:
    """Each tariff that is taken in some case, and each exemption. A tariff is taken where nothing goes before it."""
    rule = promise.fee
    if rule is None:
        return
    before = [Goal(free.when, holds=False) for free in rule.exemptions]
    for tariff in rule.tariffs:
        goals = (*([Goal(tariff.when)] if tariff.when else []), *before)
        if tariff.when and rule.combine == "first":
            before = [*before, Goal(tariff.when, holds=False)]
        yield Scenario(f"fee.{tariff.code}", Kind.FEE, tariff.label, goals, subject=tariff.code)
    for free in rule.exemptions:
        goals = (Goal(free.when),)
        yield Scenario(f"free.{free.code}", Kind.FEE, free.label, goals, subject=free.code)


def _expiry(promise: Definition) -> Iterator[Scenario]:
    ends = promise.validity and promise.validity.period[:1].isdigit()
    if ends and promise.result and promise.level >= DECIDED_FROM:
        yield Scenario("expired", Kind.EXPIRED, promise.result.title)
