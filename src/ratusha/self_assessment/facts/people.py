"""What people make of the services: how many come, how they rate, and how those are served who need more help."""

from datetime import date

from django.db.models import Avg, Count
from django.utils.translation import gettext as _

from ratusha.applications.public import KIND
from ratusha.cases.public import Case, Rating
from ratusha.issues.public import Issue
from ratusha.self_assessment.offers import Provider, Told, address
from ratusha.self_assessment.rules import YES, Given


def providers() -> list[Provider]:
    return [
        Provider(
            "usage", lambda: _("Use of electronic procedures"), lambda: _("cases of this state"),
            (104, 105), _usage,
        ),
        Provider(
            "satisfaction", lambda: _("Ratings after the result"), lambda: _("ratings of cases"),
            (106, 107), _satisfaction,
        ),
        Provider(
            "participation", lambda: _("Where people take part"), lambda: _("this site"), (9,),
            _participation,
        ),
        Provider(
            "help", lambda: _("Help for those who need more than a page"), lambda: _("this site"),
            (91, 92), _help,
        ),
    ]  # fmt: skip


def _usage(on: date) -> Told:
    counted = Case.objects.filter(kind=KIND).aggregate(
        all=Count("pk"), procedures=Count("subject_code", distinct=True)
    )
    says = (
        f"Every application is counted by procedure, body and term: {counted['all']} applications under"
        f" {counted['procedures']} procedures on {on:%d.%m.%Y}. The first page and the page of finishing dates show"
        " the figures to everybody."
    )
    links = (address("portal:home"), address("statistics:calibration"))
    return Told(says, {104: Given(choice=(YES,)), 105: Given(text=says, links=links)})


def _satisfaction(on: date) -> Told:
    marks = Rating.objects.aggregate(
        number=Count("pk"),
        simplicity=Avg("simplicity"),
        information=Avg("information"),
        term=Avg("term"),
        politeness=Avg("politeness"),
    )
    says = (
        "After the result a person rates simplicity, information, term and politeness from 1 to 5 and may leave a"
        f" comment: {marks['number']} ratings on {on:%d.%m.%Y}. The average is on the first page of the portal."
    )
    links = (address("portal:home"), address("self_assessment:fact", "satisfaction"))
    figures = tuple(
        (name, f"{marks[name]:.2f}")
        for name in ("simplicity", "information", "term", "politeness")
        if marks[name] is not None
    )
    return Told(says, {106: Given(choice=(YES,)), 107: Given(text=says, links=links)}, figures)


def _help(_on: date) -> Told:
    says = (
        "Large text and high contrast on every page, pages that work without a script and on a small screen; an"
        " official fills in the application together with a person who comes to the counter; a person may give"
        " somebody a mandate to act in their place; parents act for children."
    )
    links = (address("portal:accessibility"), address("portal:about"))
    return Told(says, {91: Given(choice=(YES,)), 92: Given(text=says, links=links)})


def _participation(on: date) -> Told:
    says = (
        f"People report what is broken in town and village ({Issue.objects.count()} issues on {on:%d.%m.%Y}), see what"
        " became of it, and take part in consultations and polls with a secret ballot."
    )
    links = (address("issues:issues"), address("consultations:hub"))
    return Told(says, {9: Given(text=says, links=links)})
