"""What is asked of a pilot: agreement, diary, incidents, measurements, its effect, and the roll-out that follows."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import Case
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_my_language
from ratusha.measures.adoption import plans_of
from ratusha.measures.incident_rules import Severity
from ratusha.measures.models import Incident, PilotTerms
from ratusha.measures.passport.lists import LISTS
from ratusha.measures.pilot_checks import Design
from ratusha.measures.routes import Money
from ratusha.territory.public import Level, Unit, full_name
from ratusha.ui import forms as ui

from .asking import CostsField, FiguresField, line, one_of, words

ROLLED_OUT_TO = (Level.REGION, Level.CAPITAL, Level.DISTRICT, Level.CITY)
Asked = dict[str, forms.Field]


def agree(_case: Case) -> Asked:
    return {
        "agreement": line(_("Agreement: number, date, access free of charge")),
        "starts_on": ui.DayField(label=_("From which day the pilot works there")),
    }


def evaluate(case: Case) -> Asked:
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


def measure(_case: Case) -> Asked:
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


def diary(_case: Case) -> Asked:
    return {
        "on": ui.DayField(label=_("Day")),
        "text": words(_("What happened")),
        "summary": _for_everybody(required=False),
    }


def incident(_case: Case) -> Asked:
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


def incident_done(case: Case) -> Asked:
    there = [
        (str(one.pk), f"{day_in_words(one.on)}: {one.summary[:120]}")
        for one in Incident.objects.filter(case=case)
    ]
    return {
        "incident": one_of(_("Incident"), there),
        "done": words(_("What was done")),
        "summary": _for_everybody(),
    }


def plan_place(_case: Case) -> Asked:
    return {
        "place": one_of(_("Region or district"), _places()),
        "counted": line(
            _("What is counted"),
            hint=_("Schools, crossings, clinics: the same everywhere."),
            most=200,
        ),
        "whole": ui.NumberField(label=_("How many there are in this place"), smallest=1),
        "starts_on": ui.DayField(label=_("From which day")),
        "ends_on": ui.DayField(label=_("All of them until")),
    }


def _places() -> list[tuple[str, str]]:
    """Regions with what lies right under them, in the order of their codes."""
    found = Unit.objects.filter(level__in=ROLLED_OUT_TO).order_by("code")
    language = get_language() or ""
    return [(one.code, full_name(one, language)) for one in found]


def enter_covered(case: Case) -> Asked:
    """Places in the order of the roll-out."""
    plans = plans_of(case)
    units = Unit.objects.in_bulk(list(plans))
    choices = [(code, in_my_language(units[code].name).text) for code in plans if code in units]
    return {
        "place": one_of(_("Region or district"), choices),
        "on": ui.DayField(label=_("On which day")),
        "covered": ui.NumberField(label=_("How many are covered"), smallest=0),
        "evidence": line(_("Evidence: act, report, its number and date")),
    }


def scale_up(_case: Case) -> Asked:
    return {
        "name": line(_("Name")),
        "regions": ui.ChoicesField(label=_("Regions"), choices=LISTS["regions"]()),
        "sources": ui.ChoicesField(
            label=_("Where does the money come from?"), choices=Money.choices
        ),
    }


def scale(_case: Case) -> Asked:
    return {
        "council_reason": words(
            _("Reason of the Council, when the effect is not sure"), required=False
        )
    }
