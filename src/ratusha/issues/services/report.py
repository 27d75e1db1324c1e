"""Reporting an issue, joining one that others have reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock, open_case, take_step
from ratusha.documents.public import use_file
from ratusha.issues.codes import fingerprint_of, new_code
from ratusha.issues.law import law
from ratusha.issues.models import Issue, Photo, Reporter
from ratusha.issues.permissions import ISSUE
from ratusha.issues.places import dispatcher_of, house_key, unit_at
from ratusha.issues.rules import (
    LONGEST_WORDS,
    OPEN,
    Status,
    Step,
    require_place,
    require_place_only,
)
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.rows import Part
from ratusha.kernel.terms import Term

from .route import route


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """What is wrong and where. A point, or an address in a town (`unit_code`), or both."""

    category: str
    language: str
    words: str = ""
    address: str = ""
    lat: float | None = None
    lon: float | None = None
    unit_code: str = ""
    photos: tuple[UUID, ...] = ()
    channel: str = "portal"


@dataclass(frozen=True)
class Lodged:
    """`code` is told once, to who is not signed in."""

    case: Case
    code: str


@transaction.atomic
def report(trouble: Trouble, *, by: User | None, now: datetime) -> Lodged:
    """Check the place, give the number, start the clock; who mends it is said at once where it is known."""
    today = timezone.localdate(now)
    require_place(trouble.lat, trouble.lon, trouble.address, law().bounds)
    require_place_only(trouble.address)
    if len(trouble.words) > LONGEST_WORDS:
        message = _("The text is too long: at most %(most)s characters.")
        raise RuleBroken("issue.words_long", message % {"most": LONGEST_WORDS}, field="words")
    unit_code = trouble.unit_code or _unit_code(trouble)
    body = dispatcher_of(unit_code, today)
    if body is None:
        message = _("We do not know who answers for this place. Write the town or village.")
        raise RuleBroken("issue.no_dispatcher", message, field="town")
    category = law().category(trouble.category)
    code = "" if by else new_code()
    reporter = Reporter(
        party_id=by.party_id or by.pk if by else None,
        code_fingerprint=fingerprint_of(code) if code else "",
        language=trouble.language,
        at=now,
    )

    issue = Issue(
        category=category.code,
        reported_at=now,
        words=trouble.words.strip(),
        address=trouble.address.strip(),
        house_key=house_key(trouble.address),
        lat=trouble.lat,
        lon=trouble.lon,
        unit_code=unit_code,
        search_text=trouble.address.strip(),
    )
    route(issue, on=today)

    def with_it(case: Case) -> Iterable[Part]:
        issue.case = case
        reporter.issue = reporter.came_as = issue
        photos = [
            Photo(issue=issue, shows=Photo.Shows.TROUBLE, file_id=one, at=now)
            for one in trouble.photos
        ]
        return [issue, reporter, *photos]

    case = open_case(
        kind=ISSUE,
        status=Status.REPORTED,
        applicant_id=by.party_id or by.pk if by else reporter.pk,
        by=by,
        body_id=body,
        subject_code=category.code,
        title=category.name,
        language=trouble.language,
        term=Term.parse(category.term),
        term_source=category.source.cited(trouble.language),
        now=now,
        channel=trouble.channel,
        with_it=with_it,
    )
    for file_id in trouble.photos:
        use_file(file_id, used_in=case.reference, now=now)
    if issue.executor is not None:
        case = take_step(case.pk, Step.ASSIGN, by=None, now=now, note=issue.executor.code)
    return Lodged(case, code)


def _unit_code(trouble: Trouble) -> str:
    if trouble.lat is None or trouble.lon is None:
        return ""
    unit = unit_at(trouble.lat, trouble.lon)
    return unit.pk if unit else ""


@transaction.atomic
def join(case_id: UUID, *, by: User | None, language: str, now: datetime) -> str:
    """The same trouble, seen by one more: told of its end as the first is. A code for who is not signed in."""
    case = lock(case_id)
    if case.status not in OPEN:
        message = _("This issue is finished. If the trouble is still there, report it anew.")
        raise Conflict("issue.finished", message)
    code = "" if by else new_code()
    try:
        with transaction.atomic():
            Reporter.objects.create(
                issue_id=case_id,
                came_as_id=case_id,
                party_id=by.party_id or by.pk if by else None,
                code_fingerprint=fingerprint_of(code) if code else "",
                language=language,
                at=now,
            )
    except IntegrityError as error:
        raise Conflict("issue.joined", _("You are among those who reported it already.")) from error
    count_reporters(case_id)
    record("issue.join", "case", case.reference, by=by.pk if by else None)
    return code


def count_reporters(case_id: UUID) -> None:
    count = Reporter.objects.filter(issue_id=case_id).count()
    Issue.objects.filter(pk=case_id).update(reporters_count=count)
