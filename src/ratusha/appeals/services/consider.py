"""From the registration to the answer: taken up, forwarded, given a longer term, withdrawn."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.appeals.law import law
from ratusha.appeals.models import Forwarding
from ratusha.appeals.rules import (
    Step,
    last_day,
    require_another_body,
    require_longer,
    require_words,
)
from ratusha.cases.public import (
    Case,
    extend_term,
    hand_to,
    lock,
    pass_to_body,
    restart_clock,
    take_step,
)
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import Term, Unit


@transaction.atomic
def take_up(case_id: UUID, *, by: User, now: datetime) -> Case:
    take_step(case_id, Step.TAKE_UP, by=by, now=now)
    return hand_to(case_id, by, by=by, now=now)


@transaction.atomic
def forward(case_id: UUID, *, body_id: UUID, reasons: str, by: User, now: datetime) -> Case:
    """To the body that is competent, under the same number; its term is counted from that day.

    After the days that the law gives one forwards all the same: the person must not suffer. That it was late stays.
    """
    reasons = require_words(
        reasons,
        field="reasons",
        missing=_("Write why that body is competent: the person reads it."),
    )
    here = lock(case_id)
    require_another_body(here.body_id, body_id)
    came_from, today = here.body_id, timezone.localdate(now)
    take_step(case_id, Step.FORWARD, by=by, now=now, note=reasons)
    case = pass_to_body(case_id, body_id, by=by, now=now)
    rule = law().consideration
    restart_clock(
        case_id,
        term=Term.parse(rule.term),
        reason=reasons,
        source=law().forwarding.source.cited(case.language),
        by=by,
        now=now,
    )
    Forwarding.objects.create(
        case=case,
        from_body=came_from,
        to_body=body_id,
        reasons=reasons,
        at=now,
        late=today > should_go_by(here, law().forwarding.term),
        by=by,
    )
    case.refresh_from_db()
    return case


def should_go_by(case: Case, term: str) -> date:
    """The last day to forward an appeal or to leave it, counted from its registration at this body."""
    at_this_body = Forwarding.objects.filter(case=case, to_body=case.body_id).last()
    registered = timezone.localdate(at_this_body.at) if at_this_body else case.lodged_on
    return last_day(registered, Term.parse(term), national_calendar())


@transaction.atomic
def study(case_id: UUID, *, reasons: str, by: User, now: datetime) -> Case:
    """Further study and checks are needed: a month from the registration; the person is told why."""
    reasons = require_words(
        reasons, field="reasons", missing=_("Write what is to be studied: the person reads it.")
    )
    case = take_step(case_id, Step.STUDY, by=by, now=now, note=reasons)
    promised = case.due_on
    rule = law().study
    case = extend_term(
        case_id,
        term=Term.parse(rule.term),
        reason=reasons,
        source=rule.source.cited(case.language),
        by=by,
        now=now,
    )
    assert case.due_on is not None  # noqa: S101 - the clock of an appeal never stands
    require_longer(promised, case.due_on)
    return case


@transaction.atomic
def prolong(case_id: UUID, *, until: date, reasons: str, by: User, now: datetime) -> Case:
    """A month is not enough for a reason that does not depend on the body: the reason and the day are told in time."""
    reasons = require_words(
        reasons, field="reasons", missing=_("Write why a month is not enough: the person reads it.")
    )
    case = take_step(case_id, Step.PROLONG, by=by, now=now, note=reasons)
    require_longer(case.due_on, until)
    counted_from = case.clock.filter(tick__in=["start", "restart"]).last()
    assert counted_from is not None  # noqa: S101 - every ledger begins
    if until > last_day(counted_from.on, Term(1, Unit.YEAR), national_calendar()):
        raise RuleBroken("appeal.too_long", _("Choose a day within a year."), field="until")
    return extend_term(
        case_id,
        term=Term((until - counted_from.on).days, Unit.DAY),
        reason=reasons,
        source=law().longer.cited(case.language),
        by=by,
        now=now,
    )


@transaction.atomic
def withdraw(case_id: UUID, *, by: User, now: datetime, note: str = "") -> Case:
    """Any time before it is considered on the merits."""
    return take_step(case_id, Step.WITHDRAW, by=by, now=now, note=note)
