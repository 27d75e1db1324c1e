"""The story under one number, as one reader may see it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import (
    MATTER,
    Case,
    CaseLink,
    Matter,
    Rating,
    Related,
    answer_in,
    matter_of,
    works_on,
)
from ratusha.parties.public import party_name
from ratusha.ratings.public import marks_beside

from .kinds import name_of


@dataclass(frozen=True)
class Told:
    """One case of the story. `address`: empty where the reader may not open it; `marks`: of twenty."""

    case: Case
    kind: str
    body: str
    answer: str
    marks: int | None
    address: str
    tie: CaseLink | None  # what an official may take apart


def story_of(
    matter: Matter, cases: list[Case], user: User, on: date, *, at_desk: bool
) -> list[Told]:
    keys = [one.pk for one in cases]
    ratings = (
        marks_beside(keys, user=user, on=on)
        if at_desk
        else {one.case_id: one.sum_of_marks for one in Rating.objects.filter(case__in=keys)}
    )
    language = get_language() or ""
    shown = {one.pk for one in cases}
    ties = {
        link.case_id: link
        for link in matter.links
        if link.kind == MATTER and {link.case_id, link.about_id} <= shown
    }
    return [
        Told(
            case=one,
            kind=name_of(one),
            body=party_name(one.body_id, language),
            answer=answer_in(one),
            marks=ratings.get(one.pk),
            address=_address(one, user, on, at_desk=at_desk),
            tie=ties.get(one.pk) if at_desk else None,
        )
        for one in cases
    ]


def _address(case: Case, user: User, on: date, *, at_desk: bool) -> str:
    if not at_desk:
        return case.address
    return case.desk_address if works_on(user, case, on) else ""


def said_beside(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:
    """On the page of each case: under which number the matter stands, and the way to its story."""
    matter = matter_of(case)
    seen = matter.at_desk(case) if at_desk else matter.of_person(user, on)
    others = [one for one in seen if one.pk != case.pk]
    page = "portal:desk_matter" if at_desk else "portal:matter"
    address = reverse(page, args=[case.reference])
    if not others:
        text = _(
            "Nothing else is known on this matter. Tie another number to it, and whoever answers sees both."
        )
        return [] if at_desk else [
            Related(title=_("One number"), text=text, address=address, action=_("It is about my other number"))
        ]  # fmt: skip
    title = _("The same matter: number %(number)s") % {"number": matter.number}
    lines = [f"{name_of(one)} {one.reference} · {one.status_label}" for one in others]
    return [
        Related(title=title, text="; ".join(lines), address=address, action=_("The whole story"))
    ]
