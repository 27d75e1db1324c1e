"""The words of a decision, composed from the template of its edition in the applicant's language."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.cases.public import Case, Outcome
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.terms import Term, Unit
from ratusha.kernel.texts import in_language
from ratusha.parties.public import address_of, party_name
from ratusha.procedures.public import Definition, ResultFact, services_named, value_of
from ratusha.ui.formats import number as in_figures

from . import filling
from .answers import Filled
from .models import Application, Decision

_PLACE = re.compile(r"\{([a-z_]+)\}")
_DECIMAL = re.compile(r"-?\d{1,12}\.\d{1,6}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNITS = {
    Unit.DAY: "days",
    Unit.WORKING_DAY: "days",
    Unit.WEEK: "weeks",
    Unit.MONTH: "months",
    Unit.YEAR: "years",
}


@dataclass(frozen=True)
class Paper:
    kind: str
    title: str
    paragraphs: list[str]
    facts: list[tuple[str, ...]]
    legal_basis: str
    valid_until: date | None
    sample: bool
    appeal: str
    holder_details: list[str]


def compose(case: Case, filled: Filled, decision: Decision) -> Paper:
    with translation.override(case.language):
        if decision.outcome == Outcome.GRANTED:
            return _granted(case, filled, decision)
        return _refused(case, filled, decision)


def paper_of(case: Case, *, today: date) -> Paper | None:
    """The words of the paper of a case that is decided, composed again; nothing while it is not decided."""
    decision = Decision.objects.of(case)
    if decision is None:
        return None
    application = Application.objects.with_edition().get(pk=case.pk)
    return compose(case, filling.of_application(case, application, today), decision)


def rehearsed(case: Case, *, today: date) -> Paper | None:
    """The words that a grant would have today, though nothing is decided; nothing where no result is described."""
    application = Application.objects.with_edition().get(pk=case.pk)
    filled = filling.of_application(case, application, today)
    if filled.promise.result is None:
        return None
    return compose(case, filled, Decision(case=case, outcome=Outcome.GRANTED))


def fill(template: str, values: dict[str, str]) -> str:
    """Put values in their places; a place without a value stays visible, so that nobody signs a gap unseen."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), template)


def _granted(case: Case, filled: Filled, decision: Decision) -> Paper:
    promise = filled.promise
    result = promise.result
    assert result is not None, "the pack check lets no e4 procedure be without a result"  # noqa: S101
    values = _values(case, filled)
    paragraphs = [fill(in_language(t, case.language).text, values) for t in result.template]
    if decision.reasons:
        paragraphs.append(decision.reasons)
    return Paper(
        kind=result.kind,
        title=in_language(result.title, case.language).text,
        paragraphs=paragraphs,
        facts=[_fact(f, filled, case.language) for f in result.facts],
        legal_basis=legal_basis(promise),
        valid_until=_valid_until(promise, filled.today),
        sample=promise.sample,
        appeal=_appeal(),
        holder_details=_holder_details(case),
    )


def _fact(fact: ResultFact, filled: Filled, language: str) -> tuple[str, ...]:
    """What, content, and the register it comes from where it comes from one."""
    what = in_language(fact.label, language).text
    content = _said(value_of(fact.value, filled.context), language)
    origins = [filled.facts.get(name, {}).get("source") for name in services_named(fact.value)]
    return (
        what,
        content,
        *(in_language(origin, language).text for origin in origins[:1] if origin),
    )


def _refused(case: Case, filled: Filled, decision: Decision) -> Paper:
    promise = filled.promise
    applicant = party_name(case.applicant_id, case.language)
    titles = {
        Outcome.REFUSED.value: _("Refusal to carry out an administrative procedure"),
        Outcome.NOT_ACCEPTED.value: _("Refusal to accept an application"),
    }
    essence = _(
        "%(applicant)s applied on %(day)s for the administrative procedure “%(procedure)s”."
    )
    words = {
        "applicant": applicant,
        "day": day_in_words(case.lodged_on),
        "procedure": in_language(case.title, case.language).text,
    }
    return Paper(
        kind="decision",
        title=titles[decision.outcome],
        paragraphs=[
            essence % words,
            _("Ground: %(ground)s") % {"ground": in_language(decision.ground, case.language).text},
            decision.reasons,
        ],
        facts=[(_("Legal source of the ground"), decision.legal_source)],
        legal_basis=legal_basis(promise),
        valid_until=None,
        sample=promise.sample,
        appeal=_appeal(),
        holder_details=_holder_details(case),
    )


def _appeal() -> str:
    """The order of appeal, which every written decision must state."""
    return _(
        "You may complain to the higher body within one year, and to a court after that "
        "(Law 433-Z, art. 30 and 31)."
    )


def _holder_details(case: Case) -> list[str]:
    """Where the applicant lives or is, as the decision must say."""
    address = address_of(case.applicant_id)
    return [address.text(case.language)] if address else []


def legal_basis(promise: Definition) -> str:
    return promise.source.said()


def _values(case: Case, filled: Filled) -> dict[str, str]:
    own = {
        "applicant": party_name(case.applicant_id, case.language),
        "body": party_name(case.body_id, case.language),
        "reference": case.reference,
        "today": day_in_words(filled.today),
        "lodged_on": day_in_words(case.lodged_on),
    }
    assert filled.promise.result is not None  # noqa: S101 - asked by the caller
    named = {
        name: _said(value_of(expression, filled.context), case.language)
        for name, expression in filled.promise.result.values.items()
    }
    return {**own, **named}


def _said(value: Any, language: str) -> str:
    """A value of the registers in words."""
    match value:
        case None | "":
            return "—"
        case bool():
            return _("yes") if value else _("no")
        case dict():
            return in_language(value, language).text
        case list():
            return "; ".join(_said(one, language) for one in value) or "—"
        case str() if _ISO_DAY.fullmatch(value):
            return day_in_words(date.fromisoformat(value))
        case str() if _DECIMAL.fullmatch(value):
            return in_figures(Decimal(value))
        case int() | float():
            return in_figures(value)
        case _:
            return str(value)


def _valid_until(promise: Definition, decided_on: date) -> date | None:
    """The last day of validity, or None for what has no end."""
    if promise.validity is None or not promise.validity.period[0].isdigit():
        return None
    term = Term.parse(promise.validity.period)
    length: dict[str, Any] = {_UNITS[term.unit]: term.amount}
    return decided_on + relativedelta(**length)
