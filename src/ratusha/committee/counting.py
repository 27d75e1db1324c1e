"""Cases of a committee's territory, by district and topic. Persons are counted here and go no further."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from ratusha.appeals.public import KIND as APPEAL
from ratusha.appeals.public import Sort
from ratusha.cases.public import Case
from ratusha.issues.public import Issue
from ratusha.kernel.texts import Text, in_all_languages
from ratusha.parties.public import Organisation
from ratusha.ratings.public import Given
from ratusha.territory.public import Unit

from .cells import OTHERS, SUM, WHOLE, Cell, Key, fit
from .queries import bodies_of

ELSEWHERE = "-"  # the district of a case that is not known


@dataclass(frozen=True)
class Counted:
    """One source of a week: cells by district and topic with their sums, and the names of both."""

    source: str
    cells: dict[Key, Cell]
    districts: dict[str, Text]
    topics: dict[str, Text]


def week_of(committee: Organisation, monday: date) -> list[Counted]:
    """What was lodged or given from this Monday to the Sunday after it."""
    bodies = {one.pk: _district(one) for one in (committee, *bodies_of(committee))}
    days = (monday, monday + timedelta(days=6))
    return [_issues(bodies, days), _appeals(bodies, days), _ratings(bodies, days)]


def _district(body: Organisation) -> str:
    return body.serves[0] if body.serves else ELSEWHERE


def _issues(bodies: dict[UUID, str], days: tuple[date, date]) -> Counted:
    """Who reported first is the person. A report without signing in is a person of its own."""
    found = Issue.objects.public().filter(
        case__body_id__in=list(bodies), case__lodged_on__range=days, merged_into=None
    )
    rows = found.values_list("unit_code", "category", "case__applicant_id")
    cells = fit((unit or ELSEWHERE, topic, who) for unit, topic, who in rows)
    return _named("issues", cells, lambda code: Issue(category=code).kind.name)


def _appeals(bodies: dict[UUID, str], days: tuple[date, date]) -> Counted:
    found = Case.objects.filter(kind=APPEAL, body_id__in=list(bodies), lodged_on__range=days)
    rows = found.values_list("body_id", "subject_code", "applicant_id")
    cells = fit((bodies[body], sort, who) for body, sort, who in rows)
    return _named("appeals", cells, lambda code: in_all_languages(lambda: str(Sort(code).label)))


def _ratings(bodies: dict[UUID, str], days: tuple[date, date]) -> Counted:
    found = Given.objects.counted().filter(on__range=days, organisation__party_id__in=list(bodies))
    rows = found.values_list("organisation__party_id", "organisation__code", "case__applicant_id")
    cells = fit((bodies[party], code, who) for party, code, who in rows if party)
    names = dict(found.values_list("organisation__code", "organisation__name"))
    return _named("ratings", cells, lambda code: names[code])


def _named(source: str, cells: dict[Key, Cell], name_of: Callable[[str], Text]) -> Counted:
    districts = {row for row, _column in cells} - {SUM}
    names = dict(Unit.objects.filter(code__in=districts).values_list("code", "name"))
    names |= {OTHERS: in_all_languages(lambda: _("other places together"))}
    names |= {WHOLE: in_all_languages(lambda: _("the whole territory"))}
    others = in_all_languages(lambda: _("everything rare together"))
    topics = {column for _row, column in cells} - {SUM}
    return Counted(
        source,
        cells,
        {code: names.get(code, {}) for code in sorted(districts)},
        {code: others if code == OTHERS else name_of(code) for code in sorted(topics)},
    )
