"""Procedures, the strategy behind them, and pilots: what is electronic, and what is tried out."""

from datetime import date

from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.measures.public import PILOT, Status, programmes_of_the_law
from ratusha.procedures.public import electronic_share, in_force
from ratusha.self_assessment.offers import Provider, Told, address
from ratusha.self_assessment.questionnaire import OFFICIAL
from ratusha.self_assessment.rules import YES, Given

from .known import known

APPLY_FROM = "e3"  # the lowest level at which an application can be lodged here
CYCLES = {2: "two_year", 3: "three_year", 5: "five_year", 10: "ten_year"}
MOST_NAMED = 12


def providers() -> list[Provider]:
    return [
        Provider(
            "catalogue", lambda: _("Electronic procedures"), lambda: _("catalogue of procedures"), (8,),
            _catalogue,
        ),
        Provider(
            "vulnerable-services", lambda: _("Electronic procedures of social protection"),
            lambda: _("catalogue of procedures"), (93, 94), _vulnerable,
        ),
        Provider(
            "strategy", lambda: _("The programme of today"), lambda: _("country pack"), (56, 57),
            _strategy,
        ),
        Provider(
            "pilots", lambda: _("Pilots of digital development"), lambda: _("register of pilots"),
            (85, 86), _pilots,
        ),
    ]  # fmt: skip


def _catalogue(on: date) -> Told:
    share = electronic_share(on).share("total", "application")
    says = (
        f"{share.denominator} administrative procedures are in force; {share.numerator} of them can be"
        f" applied for electronically on {on:%d.%m.%Y}."
    )
    return Told(says, {8: Given(text=says, links=(address("portal:catalogue"),))})


def _vulnerable(on: date) -> Told | None:
    found = [
        edition
        for part in known().vulnerable
        for edition in in_force(on).filter(
            electronic_level__gte=APPLY_FROM,
            procedure__list=part.list,
            procedure__chapter__number=part.chapter,
        )
    ]
    if not found:
        return None
    named = [
        (edition.title.get(OFFICIAL) or edition.procedure_id, edition.procedure_id.split("/"))
        for edition in found[:MOST_NAMED]
    ]
    says = (
        f"{len(found)} procedures of labour and social protection (benefits for families with children, older people,"
        f" people with disabilities) can be applied for electronically on {on:%d.%m.%Y}."
    )
    listed = "\n".join(f"{title} – {address('portal:procedure', *code)}" for title, code in named)
    links = tuple(address("portal:procedure", *code) for _title, code in named)
    details = Given(text=f"{says}\n{listed}", links=links)
    return Told(says, {93: Given(choice=(YES,)), 94: details})


def _strategy(on: date) -> Told | None:
    told = programmes_of_the_law()
    programme = next((one for one in told if one.code == known().strategy), None)
    if programme is None or not programme.years[0] <= on.year <= programme.years[1]:
        return None
    years = programme.years[1] - programme.years[0] + 1
    says = f"{programme.name[OFFICIAL]}. {programme.source.title} ({programme.source.confidence})."
    answers = {56: Given(choice=(YES,))}
    if years in CYCLES:
        answers[57] = Given(choice=(CYCLES[years],))
    return Told(says, answers)


def _pilots(on: date) -> Told:
    shown = Case.objects.filter(kind=PILOT).exclude(status__in=(Status.DRAFT, Status.CLASSIFIED))
    says = (
        f"Pilot projects are regulated by the {known().pilots_act[OFFICIAL]};"
        f" {shown.count()} pilots are in the public register on {on:%d.%m.%Y}."
    )
    links = (address("measures:showcase"),)
    return Told(says, {85: Given(choice=(YES,)), 86: Given(text=says, links=links)})
