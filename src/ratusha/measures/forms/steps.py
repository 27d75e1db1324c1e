"""What is asked before each step, by the name of the step."""

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import Case
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_my_language
from ratusha.measures.adoption import plans_of
from ratusha.measures.aids.similar import COMMENTED_FROM
from ratusha.measures.incident_rules import Severity
from ratusha.measures.law import expert_bodies, law
from ratusha.measures.models import (
    AutoReport,
    CheckProof,
    Incident,
    Measure,
    Opinion,
    PilotTerms,
)
from ratusha.measures.pilot_checks import Design
from ratusha.measures.queries import conditions_of, form_of, promised_by
from ratusha.measures.routes import Money, route_of
from ratusha.measures.rules import CHECKS
from ratusha.parties.public import party_name
from ratusha.systems.public import OfficeRole, offices_listed
from ratusha.territory.public import Level, Unit, full_name
from ratusha.ui import forms as ui

from . import contract
from .asking import CostsField, FiguresField, Questions, ground, line, one_of, with_sources, words

COMMENT = "similar-"  # and the number of what is similar
FACT = "fact-"  # and the place of the indicator
ROLLED_OUT_TO = (Level.REGION, Level.CAPITAL, Level.DISTRICT, Level.CITY)
Asked = dict[str, forms.Field]


MADE: dict[str, type[Questions]] = {
    "contract": contract.ContractForm,
    "amend": contract.AmendForm,
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


def _choose(case: Case) -> Asked:
    measure = Measure.objects.get(pk=case.pk)
    ways = [(way.value, way.label) for way in route_of(measure.purpose, measure.sources).mechanisms]
    asked = {
        "mechanism": one_of(_("Way to the implementer"), ways),
        "implementer": line(_("Implementer")),
        "why_not_competition": words(
            _("Why there is no competition"),
            hint=_("Needed for the first two ways; everybody can read it."),
            required=False,
        ),
    }
    return {**asked, **_of_office(), **_of_others()}


def _of_office() -> Asked:
    language = get_language() or ""
    there = sorted(
        ((code, party_name(body, language)) for code, body in offices_listed()), key=itemgetter(1)
    )
    return {
        "office": one_of(
            _("Office of the list"), there, hint=_("For the first way."), required=False
        ),
        "roles": ui.ChoicesField(
            label=_("Competences that the measure asks for"),
            choices=OfficeRole.choices,
            required=False,
            help_text=_(
                "For the first way: each is looked for among the people of the office, and whether they are free."
            ),
        ),
        "level": ui.NumberField(
            label=_("At which level, 0 to 4"), smallest=0, greatest=4, required=False
        ),
        "price_by_method": ui.ChoicesField(
            label=_("Price"),
            required=False,
            choices=[("yes", _("It is justified by the method of labour costs"))],
        ),
    }


def _of_others() -> Asked:
    return {
        "handed": words(
            _("How the function is handed over: act, rights, money, days"),
            hint=_("For the second way."),
            required=False,
        ),
        "tender": line(
            _("Number of the competition"), hint=_("For the third way."), required=False, most=100
        ),
        "criteria": words(_("Lots, and by what the winner was chosen"), required=False),
        "unfair_checked_on": ui.DayField(
            label=_("When the winner was looked up among unfair suppliers"), required=False
        ),
    }


def _prove(_case: Case) -> Asked:
    return {
        "checks": ui.ChoicesField(label=_("What the paper proves"), choices=_checks()),
        "text": words(_("What the paper shows")),
        "paper": contract.paper(_("Paper: protocol, report, act")),
        "load": ui.NumberField(
            label=_("Load reached, % of the declared peak"), places=1, required=False,
            help_text=_("For Z02."),
        ),
        "hours": ui.NumberField(
            label=_("Recovered in so many hours"), places=1, required=False, help_text=_("For Z03."),
        ),
        "is_open": ui.ChoicesField(
            label=_("Who may read it"), required=False,
            choices=[("open", _("Everybody may read the paper once the system is in operation"))],
        ),
    }  # fmt: skip


def _checks() -> list[tuple[str, str]]:
    return [(code, f"{code}. {name}") for code, name in CHECKS]


def _commission(case: Case) -> Asked:
    """Only what is proven can be confirmed."""
    proven = set(CheckProof.objects.filter(case=case).values_list("code", flat=True))
    return {
        "act": line(_("Act of commissioning: number and date")),
        "register_number": line(
            _("Number in the register of systems, when the system is there already"),
            hint=_("Left empty, it is entered now with a card made from the passport."),
            required=False,
            most=60,
        ),
        "checks": ui.ChoicesField(
            label=_("Which papers you have seen and find sufficient"),
            choices=[one for one in _checks() if one[0] in proven],
        ),
    }


def _review(case: Case) -> Asked:
    label = _("“%(name)s” now (was %(baseline)s, promised %(target)s)")
    figures: Asked = {
        f"{FACT}{place}": ui.NumberField(label=str(label) % one, places=3, required=False)
        for place, one in enumerate(promised_by(case))
    }
    return {**figures, "text": words(_("What the review of benefits found"))}


def _meet(case: Case) -> Asked:
    waiting = conditions_of(case).filter(met_on=None)
    choices = [(str(one.pk), one.text[:150]) for one in waiting]
    return {"condition": one_of(_("Condition"), choices), "evidence": words(_("Evidence"))}


def _evaluate(case: Case) -> Asked:
    """The effect is asked only where it is an opinion; else it is computed from the measurements."""
    opinion = PilotTerms.objects.get(pk=case.pk).design == Design.OPINION
    stated: Asked = {
        "effect": ui.NumberField(label=_("Effect"), places=3),
        "low": ui.NumberField(label=_("Its interval: from"), places=3),
        "high": ui.NumberField(label=_("Its interval: to"), places=3),
    }
    return {
        **(stated if opinion else {}),
        "answers": ui.NumberField(label=_("How many users answered"), smallest=0),
        "cost": ui.MoneyField(label=_("What the pilot has cost, own money too"), required=False),
        "sites": CostsField(
            label=_("What each site has cost"),
            required=False,
            help_text=_(
                "A site and its cost on each line: what one more site costs is computed from them."
            ),
        ),
        "side_effects": words(_("Side effects, good and bad"), required=False),
        "text": words(_("How the effect was found")),
    }


def _measure(_case: Case) -> Asked:
    sides = [("with", _("A place with the pilot")), ("without", _("A place to compare with"))]
    return {
        "place": line(_("Name of the place"), most=200),
        "side": one_of(_("On which side is it?"), sides),
        "figures": FiguresField(
            label=_("Figures"),
            help_text=_(
                "A day and a figure on each line, from before the pilot too: 31.12.2026 41,5"
            ),
        ),
    }


def _for_everybody(*, required: bool = True) -> ui.TextField:
    hint = _("Without names of persons.")
    return line(_("In a sentence, for everybody"), hint=hint, required=required, most=500)


def _diary(_case: Case) -> Asked:
    return {
        "on": ui.DayField(label=_("Day")),
        "text": words(_("What happened")),
        "summary": _for_everybody(required=False),
    }


def _incident(_case: Case) -> Asked:
    return {
        "on": ui.DayField(label=_("Day")),
        "severity": one_of(
            _("How grave is it?"),
            Severity.choices,
            hint=_("A grave incident suspends the pilot at once."),
        ),
        "text": words(_("What happened")),
        "summary": _for_everybody(),
    }


def _incident_done(case: Case) -> Asked:
    there = [
        (str(one.pk), f"{day_in_words(one.on)}: {one.summary[:120]}")
        for one in Incident.objects.filter(case=case)
    ]
    return {
        "incident": one_of(_("Incident"), there),
        "done": words(_("What was done")),
        "summary": _for_everybody(),
    }


def _plan_place(_case: Case) -> Asked:
    return {
        "place": one_of(_("Region or district"), places()),
        "counted": line(
            _("What is counted"),
            hint=_("Schools, crossings, clinics: the same everywhere."),
            most=200,
        ),
        "whole": ui.NumberField(label=_("How many there are in this place"), smallest=1),
        "starts_on": ui.DayField(label=_("From which day")),
        "ends_on": ui.DayField(label=_("All of them until")),
    }


def places() -> list[tuple[str, str]]:
    """Regions with what lies right under them, in the order of their codes."""
    found = Unit.objects.filter(level__in=ROLLED_OUT_TO).order_by("code")
    language = get_language() or ""
    return [(one.code, full_name(one, language)) for one in found]


def _enter_covered(case: Case) -> Asked:
    units = Unit.objects.in_bulk(list(plans_of(case)))
    choices = [(code, in_my_language(units[code].name).text) for code in units]
    return {
        "place": one_of(_("Region or district"), choices),
        "on": ui.DayField(label=_("On which day")),
        "covered": ui.NumberField(label=_("How many are covered"), smallest=0),
        "evidence": line(_("Evidence: act, report, its number and date")),
    }


def _scale_up(_case: Case) -> Asked:
    return {
        "name": line(_("Name")),
        "regions": line(_("Regions, in the order of the roll-out")),
        "sources": ui.ChoicesField(
            label=_("Where does the money come from?"), choices=Money.choices
        ),
    }


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
    "choose": _choose,
    "contract": contract.contract,
    "hand_over": contract.hand_over,
    "accept_stage": contract.conclude,
    "mend": contract.mend,
    "amend": contract.amend,
    "pay": contract.pay,
    "change": _reasons(_("What changes and why")),
    "prove": _prove,
    "commission": _commission,
    "complete": lambda _case: {"review": words(_("What the review of benefits found"))},
    "terminate": _act_with_reasons,
    "suspend": _act_with_reasons,
    "resume": _act,
    "transfer": lambda case: {**_route(case), **_act_with_reasons(case)},
    "correct": lambda _case: {"goal": words(_("Goal")), "reasons": words(_("What was wrong"))},
    "meet": _meet,
    "review": _review,
    "agree": lambda _case: {
        "agreement": line(_("Agreement: number, date, access free of charge")),
        "starts_on": ui.DayField(label=_("From which day the pilot works there")),
    },
    "evaluate": _evaluate,
    "measure": _measure,
    "diary": _diary,
    "incident": _incident,
    "incident_done": _incident_done,
    "plan_place": _plan_place,
    "enter_covered": _enter_covered,
    "scale_up": _scale_up,
    "scale": lambda _case: {
        "council_reason": words(
            _("Reason of the Council, when the effect is not sure"), required=False
        )
    },
    "extend": _reasons(_("Why it is extended")),
    "stop": _reasons(_("Why it is stopped")),
}
