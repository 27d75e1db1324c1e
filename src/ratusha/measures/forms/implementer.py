"""What is asked about the way to the implementer: the office of the list, a handed-over function, a competition."""

from operator import itemgetter

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import Case
from ratusha.measures.models import Measure
from ratusha.measures.routes import route_of
from ratusha.parties.public import Organisation
from ratusha.systems.public import OfficeRole, offices_listed
from ratusha.ui import forms as ui

from .asking import line, one_of, words

Asked = dict[str, forms.Field]


def choose(case: Case) -> Asked:
    measure = Measure.objects.get(pk=case.pk)
    ways = [(way.value, way.label) for way in route_of(measure.purpose, measure.sources).mechanisms]
    asked = {
        "mechanism": one_of(_("Way to the implementer"), ways),
        "implementer": line(
            _("Implementer"),
            hint=_("Not asked for the first way: the office has its name from the list."),
            required=False,
        ),
        "why_not_competition": words(
            _("Why there is no competition"),
            hint=_("Needed for the first two ways; everybody can read it."),
            required=False,
        ),
    }
    return {**asked, **_of_office(), **_of_others()}


def _of_office() -> Asked:
    language = get_language() or ""
    listed = offices_listed()
    bodies = Organisation.objects.in_bulk([body for _code, body in listed])
    there = sorted(
        ((code, bodies[body].title(language)) for code, body in listed), key=itemgetter(1)
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
