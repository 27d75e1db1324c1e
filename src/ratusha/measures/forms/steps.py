"""What is asked before each step, by the name of the step."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import Case
from ratusha.measures.aids.similar import COMMENTED_FROM
from ratusha.measures.law import expert_bodies, law
from ratusha.measures.models import (
    AutoReport,
    Measure,
    Opinion,
)
from ratusha.measures.queries import conditions_of, form_of
from ratusha.parties.public import party_name

from . import commissioning, contract, implementer, pilot, terms
from .asking import Questions, ground, line, one_of, with_sources, words

COMMENT = "similar-"  # and the number of what is similar
Asked = dict[str, forms.Field]


MADE: dict[str, type[Questions]] = {
    "contract": contract.ContractForm,
    "amend": contract.AmendForm,
    "terms": terms.TermsForm,
    "hand_over": contract.PaperForm,
    "accept_stage": contract.PaperForm,
    "prove": contract.PaperForm,
}


def step_form(name: str, case: Case, data: Any = None, files: Any = None) -> Questions:
    asked = QUESTIONS[name](case) if name in QUESTIONS else {}
    return MADE.get(name, Questions)(asked, data, files=files)


def _classify(_case: Case) -> Asked:
    kinds = [(one.code, one.said()) for one in law().kinds]
    return {"kind": one_of(_("Kind of the measure"), kinds), "reasons": words(_("Why this kind"))}


def _exclude(_case: Case) -> Asked:
    return {
        "exception": one_of(_("Exception"), with_sources(law().exceptions)),
        "reasons": words(_("Why this exception")),
    }


def _route(_case: Case) -> Asked:
    choices = [
        (f"{one.code}/{part.code}", f"{one.said()}: {part.said()}")
        for one in law().programmes
        for part in one.subprogrammes
    ]
    return {"subprogramme": one_of(_("Programme and subprogramme"), choices)}


def _assign(case: Case) -> Asked:
    measure = Measure.objects.get(pk=case.pk)
    apart = {case.applicant_id, measure.implementer_id}
    language = get_language() or ""
    choices = [
        (str(b.pk), party_name(b.pk, language)) for b in expert_bodies() if b.pk not in apart
    ]
    return {"expert": one_of(_("Who examines"), choices)}


def _remark(case: Case) -> Asked:
    form = form_of(case)
    places = [
        (
            f"{block.code}.{field.code}",
            f"{form.number_of(block.code)}. {block.said()}: {field.said()}",
        )
        for block, field in form.fields()
        if not field.retired
    ]
    return {
        "place": one_of(_("Field of the passport"), places),
        "ground": ground(),
        "text": words(_("Remark")),
    }


def _return(_case: Case) -> Asked:
    return {
        "ground": ground(),
        "text": words(_("What is to be mended"), hint=_("The initiator will read this.")),
    }


def _opine(case: Case) -> Asked:
    """What is very similar is asked about, one by one."""
    report = AutoReport.objects.filter(case=case).exclude(version=None).last()
    very = [one for one in report.similar if one["score"] >= COMMENTED_FROM] if report else []
    label = _("What do you think of “%(title)s” (%(number)s), which is very similar?")
    similar: Asked = {
        f"{COMMENT}{one['key']}": words(str(label) % {"title": one["title"], "number": one["key"]})
        for one in very
    }
    results = [(one.value, one.label) for one in (Opinion.Result.POSITIVE, Opinion.Result.NEGATIVE)]
    return {
        "result": one_of(_("Conclusion"), results),
        "ground": one_of(
            _("Ground, when it is negative"), with_sources(law().grounds), required=False
        ),
        "text": words(_("Reasons of the opinion")),
        **similar,
    }


def _act(_case: Case) -> Asked:
    return {"act": line(_("Act: kind, number and date"))}


def _act_with_reasons(_case: Case) -> Asked:
    return {"act": line(_("Act: kind, number and date")), "reasons": words(_("Why"))}


def _meet(case: Case) -> Asked:
    waiting = conditions_of(case).filter(met_on=None)
    choices = [(str(one.pk), one.text[:150]) for one in waiting]
    return {"condition": one_of(_("Condition"), choices), "evidence": words(_("Evidence"))}


def _reasons(label: Any) -> Callable[[Case], Asked]:
    return lambda _case: {"reasons": words(label)}


QUESTIONS: dict[str, Callable[[Case], Asked]] = {
    "classify": _classify,
    "exclude": _exclude,
    "route": _route,
    "assign": _assign,
    "remark": _remark,
    "return": _return,
    "opine": _opine,
    "skip_expertise": _act_with_reasons,
    "skip_council": _act_with_reasons,
    "include": _act,
    "choose": implementer.choose,
    "contract": contract.contract,
    "hand_over": contract.hand_over,
    "accept_stage": contract.conclude,
    "mend": contract.mend,
    "amend": contract.amend,
    "terms": terms.terms,
    "pay": contract.pay,
    "change": _reasons(_("What changes and why")),
    "prove": commissioning.prove,
    "commission": commissioning.commission,
    "complete": lambda _case: {"review": words(_("What the review of benefits found"))},
    "terminate": _act_with_reasons,
    "suspend": _act_with_reasons,
    "resume": _act,
    "transfer": lambda case: {**_route(case), **_act_with_reasons(case)},
    "correct": lambda _case: {"goal": words(_("Goal")), "reasons": words(_("What was wrong"))},
    "meet": _meet,
    "review": commissioning.review,
    "agree": pilot.agree,
    "evaluate": pilot.evaluate,
    "measure": pilot.measure,
    "diary": pilot.diary,
    "incident": pilot.incident,
    "incident_done": pilot.incident_done,
    "plan_place": pilot.plan_place,
    "enter_covered": pilot.enter_covered,
    "scale_up": pilot.scale_up,
    "scale": pilot.scale,
    "extend": _reasons(_("Why it is extended")),
    "stop": _reasons(_("Why it is stopped")),
}
