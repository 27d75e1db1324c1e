"""A pilot that is scaled becomes a measure: filled in from the pilot, paid from a local innovation fund (RUL-11)."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, lock
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.texts import in_language
from ratusha.measures.models import Evaluation, Measure, PassportDraft, PilotTerms
from ratusha.measures.passport.definition import Answers
from ratusha.measures.pilot_rules import PilotStatus
from ratusha.measures.queries import last_version
from ratusha.measures.routes import Purpose
from ratusha.measures.rules import Status

from .begin import Idea, propose


@transaction.atomic
def propose_scaling(
    pilot_id: UUID,
    *,
    name: str,
    regions: Sequence[str],
    sources: Sequence[str],
    by: User,
    now: datetime,
) -> Case:
    """By the body of the pilot, once; what the pilot has shown is the ground of the measure."""
    pilot = lock(pilot_id)
    if pilot.status != PilotStatus.SCALED:
        raise RuleBroken("pilot.not_scaled", _("Only a pilot that is to be scaled is scaled."))
    under_way = Measure.objects.filter(scales=pilot).exclude(
        case__status__in=(Status.TERMINATED, Status.REJECTED, Status.NOT_A_MEASURE)
    )
    if under_way.exists():
        raise Conflict("pilot.scaling_exists", _("The scaling of this pilot is proposed already."))
    tried = Measure.objects.get(pk=pilot_id)
    idea = Idea(
        name=name or in_language(pilot.title, pilot.language).text,
        goal=tried.goal,
        sphere=tried.sphere,
        sources=list(sources),
        language=pilot.language,
    )
    case = propose(idea, purpose=Purpose.SCALING, body_id=pilot.applicant_id, by=by, now=now)
    Measure.objects.filter(pk=case.pk).update(scales=pilot)
    draft = PassportDraft.objects.get(pk=case.pk)
    draft.answers = {**_from_pilot(pilot, sources), **draft.answers} | _named(
        draft.answers, pilot, regions
    )
    draft.save(update_fields=["answers"])
    return case


def _named(own: Answers, pilot: Case, regions: Sequence[str]) -> Answers:
    """The name and the goal are those of the new measure; the rest of their blocks is the pilot's."""
    version = last_version(pilot)
    before: Answers = version.answers if version else {}
    return {
        "identity": {
            **before.get("identity", {}),
            **own["identity"],
            "action": "scaling",
            "places": list(regions),
            "starts_on": "",
            "ends_on": "",
        },
        "goal": {**before.get("goal", {}), **own["goal"]},
    }


def _from_pilot(pilot: Case, sources: Sequence[str]) -> Answers:
    """The passport of the pilot, without what it cost and when: both are planned anew. What it has shown goes in."""
    version = last_version(pilot)
    made: Answers = deepcopy(version.answers) if version else {}
    made.pop("schedule", None)
    made["budget"] = {"lines": [{"source": source} for source in sources]}
    terms = PilotTerms.objects.get(pk=pilot.pk)
    judged = Evaluation.objects.filter(case=pilot).last()
    if judged:
        shown = {
            "name": terms.indicator,
            "unit": "",
            "outcome": True,
            "baseline": format(terms.baseline.normalize(), "f"),
            "baseline_on": "",
            "target": format(terms.target.normalize(), "f"),
            "data_source": pilot.reference,
        }
        rows = [
            one
            for one in made.get("indicators", {}).get("indicators", [])
            if one.get("name") != terms.indicator
        ]
        made["indicators"] = {"indicators": [shown, *rows]}
    return made
