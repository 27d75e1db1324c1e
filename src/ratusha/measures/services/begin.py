"""From the idea to the route: proposing, the kind, the source of money. And proposing a pilot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, open_case
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.terms import Term
from ratusha.measures.classifier import require_end, walk
from ratusha.measures.law import law, responsible_body
from ratusha.measures.models import Classification, Measure, PassportDraft, PilotTerms
from ratusha.measures.permissions import MEASURE, PILOT, PREPARE
from ratusha.measures.pilot_checks import (
    require_comparison,
    require_duration,
    require_measurable,
)
from ratusha.measures.pilot_rules import PilotStatus
from ratusha.measures.routes import Purpose, route_of
from ratusha.measures.rules import Status, Step, require_words

from .aids import remember
from .call import direction_for
from .moving import move


@dataclass(frozen=True, kw_only=True)
class Idea:
    """What a body wants: in its own language, under a name."""

    name: str
    goal: str
    sphere: str
    sources: Sequence[str]
    language: str


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What a pilot tries."""

    hypothesis: str
    indicator: str
    baseline: Decimal
    target: Decimal
    site: str
    site_agreed: str
    design: str
    months: int
    readiness: int
    stop_criteria: str
    direction: UUID
    compared_with: Sequence[str] = ()
    points: int = 0
    means: str = ""


@transaction.atomic
def propose(idea: Idea, *, purpose: str, body_id: UUID, by: User, now: datetime) -> Case:
    """A body proposes a measure. A measure may exist before any programme holds it."""
    route_of(purpose, idea.sources)
    return _open(
        idea, kind=MEASURE, status=Status.DRAFT, purpose=purpose, body_id=body_id, by=by, now=now
    )


@transaction.atomic
def propose_pilot(idea: Idea, trial: Trial, *, body_id: UUID, by: User, now: datetime) -> Case:
    """An application under an open direction (Q01 to Q04, Q06). Money of the state is refused by its rule (RUL-10)."""
    route_of(Purpose.PILOT, idea.sources)
    direction = direction_for(trial.direction, timezone.localdate(now))
    require_measurable(baseline=trial.baseline, target=trial.target)
    require_duration(trial.months)
    require_comparison(trial.design, compared_with=trial.compared_with, points=trial.points)
    case = _open(
        idea,
        kind=PILOT,
        status=PilotStatus.APPLICATION,
        purpose=Purpose.PILOT,
        body_id=body_id,
        by=by,
        now=now,
    )
    told = {**vars(trial), "direction": direction, "compared_with": list(trial.compared_with)}
    PilotTerms.objects.create(case=case, **told)
    return case


def _open(
    idea: Idea, *, kind: str, status: str, purpose: str, body_id: UUID, by: User, now: datetime
) -> Case:
    if not by.may(PREPARE, body_id, on=timezone.localdate(now)):
        raise NotPermitted(
            "measure.not_your_body", _("You may not propose measures for this body.")
        )
    name = require_words(idea.name, field="name", missing=_("Write the name."))
    goal = require_words(idea.goal, field="goal", missing=_("Write the goal."))
    case = open_case(
        kind=kind,
        status=status,
        applicant_id=body_id,
        by=by,
        body_id=responsible_body().pk,
        subject_code=purpose,
        title={idea.language: name},
        language=idea.language,
        term=Term.parse(law().terms[status]),
        term_source=law().terms_source.cited(idea.language),
        now=now,
        channel="desk",
    )
    Measure.objects.create(
        case=case, purpose=purpose, goal=goal, sphere=idea.sphere, sources=list(idea.sources)
    )
    answers = {"identity": {"name": name}, "goal": {"goal": goal}}
    PassportDraft.objects.create(case=case, answers=answers, saved_at=now, by=by)
    return case


@transaction.atomic
def classify(case_id: UUID, *, kind: str, reasons: str, by: User, now: datetime) -> Case:
    """Step 1: it is a measure of this kind of the list (Resolution No. 18)."""
    if kind not in {one.code for one in law().kinds}:
        raise RuleBroken("measure.kind_missing", _("Choose the kind."), field="kind")
    return _classified(case_id, Step.CLASSIFY, kind=kind, reasons=reasons, by=by, now=now)


@transaction.atomic
def exclude(case_id: UUID, *, exception: str, reasons: str, by: User, now: datetime) -> Case:
    """Step 1: it is an exception of the list, so no measure of digital development."""
    if exception not in {one.code for one in law().exceptions}:
        raise RuleBroken("measure.exception_missing", _("Choose the exception."), field="exception")
    return _classified(case_id, Step.EXCLUDE, exception=exception, reasons=reasons, by=by, now=now)


@transaction.atomic
def classify_by_questions(
    case_id: UUID, *, way: Sequence[tuple[str, str]], reasons: str = "", by: User, now: datetime
) -> Case:
    """Step 1: the answers lead to the kind or to the exception, and stay as the classification sheet."""
    walked = walk(law().classifier, way)
    end = require_end(walked)
    step = Step.CLASSIFY if end.kind else Step.EXCLUDE
    words = "\n".join(filter(None, (walked.reasons(), reasons.strip())))
    return _classified(
        case_id, step, kind=end.kind, exception=end.exception, reasons=words, answers=walked.way,
        by=by, now=now,
    )  # fmt: skip


def _classified(
    case_id: UUID,
    step: str,
    *,
    answers: Sequence[tuple[str, str]] = (),
    reasons: str,
    by: User,
    now: datetime,
    kind: str = "",
    exception: str = "",
) -> Case:
    reasons = require_words(reasons, field="reasons", missing=_("Write why."))
    case = move(case_id, step, by=by, now=now, note=kind or exception)
    Classification.objects.create(
        case=case, kind=kind, exception=exception, reasons=reasons, answers=[list(one) for one in answers],
        at=now, by=by,
    )  # fmt: skip
    return case


@transaction.atomic
def confirm_route(
    case_id: UUID, *, programme: str, subprogramme: str, by: User, now: datetime
) -> Case:
    """Step 2: the table says the route; the manager of the programme confirms it and names the programme."""
    measure = Measure.objects.select_for_update(of=("self",)).get(pk=case_id)
    route = route_of(measure.purpose, measure.sources)
    if not route.examined:
        case = move(case_id, Step.ROUTE_OWN, by=by, now=now, note=", ".join(route.acts))
        remember(case, PassportDraft.objects.get(pk=case_id).answers)
        return case
    found = law().programme(programme)
    if found is None or subprogramme not in {one.code for one in found.subprogrammes}:
        message = _("Choose the programme and its subprogramme.")
        raise RuleBroken("measure.programme_missing", message, field="subprogramme")
    case = move(case_id, Step.ROUTE, by=by, now=now, note=f"{programme}, {subprogramme}")
    measure.programme, measure.subprogramme = programme, subprogramme
    measure.save(update_fields=["programme", "subprogramme"])
    return case
