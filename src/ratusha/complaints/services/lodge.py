"""Lodging a complaint: about one's own case, or about a decision of which one knows the number."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, link_cases, lock, may_for_applicant, open_case, take_step
from ratusha.complaints.bodies import higher_body
from ratusha.complaints.contested import counted_from, find_by_number, subject_of, was_considered
from ratusha.complaints.law import law
from ratusha.complaints.models import Complaint
from ratusha.complaints.permissions import KIND
from ratusha.complaints.queries import complaints_about, running_complaint_with_number
from ratusha.complaints.rules import (
    Standing,
    Status,
    Step,
    Subject,
    require_not_considered,
    require_reason_for_lateness,
    require_subject,
    require_way_up,
    require_words,
    time_limit,
)
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import Conflict, NotPermitted
from ratusha.kernel.terms import Term
from ratusha.kernel.texts import Text, in_all_languages, in_my_language
from ratusha.parties.public import Act, may_act_for


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the complainant says, and in which language the answer shall be."""

    demand: str
    language: str
    touches: str = ""
    late_reasons: str = ""


def last_day(case: Case, subject: str) -> date:
    """Until when one may complain about this, before a valid reason is needed."""
    term = Term.parse(law().limit.term)
    return time_limit(counted_from(case, subject), term, national_calendar())


@transaction.atomic
def complain(case_id: UUID, *, words: Words, by: User, now: datetime) -> Case:
    """The applicant, or who acts for the applicant, complains. A second press gives the same complaint."""
    case = lock(case_id)
    today = timezone.localdate(now)
    if not may_for_applicant(by, case, today, Act.LODGE):
        raise NotPermitted("complaint.not_yours", _("You may not complain for this applicant."))
    earlier = list(complaints_about(case).filter(applicant_id=case.applicant_id))
    if earlier and not earlier[0].closed_on:
        return earlier[0]
    require_not_considered(was_considered(case, earlier))
    subject = require_subject(subject_of(case, today))
    until = last_day(case, subject)
    require_reason_for_lateness(today, until, words.late_reasons)
    complaint = _open(
        _titles(case.title),
        subject_code=case.subject_code,
        standing=Standing.APPLICANT,
        subject=subject,
        number=case.reference,
        first_body_id=case.body_id,
        applicant_id=case.applicant_id,
        until=until,
        words=words,
        by=by,
        now=now,
    )
    link_cases(complaint, about=case, kind=KIND, by=by, now=now)
    return complaint


@transaction.atomic
def complain_as_third_party(
    *,
    number: str,
    first_body_id: UUID,
    subject: Subject,
    applicant_id: UUID,
    words: Words,
    by: User,
    now: datetime,
) -> Case:
    """A person whose rights a decision touches complains. Whether the number is right changes nothing that they see."""
    User.objects.select_for_update().get(pk=by.pk)  # two presses of one person, one after the other
    today = timezone.localdate(now)
    if by.party_id is None or not may_act_for(by.party_id, applicant_id, today, act=Act.LODGE):
        raise NotPermitted("complaint.not_yours", _("You may not complain for this person."))
    earlier = running_complaint_with_number(number, applicant_id)
    if earlier:
        return earlier
    require_words(
        words.touches, field="touches", missing=_("Write how the decision touches your rights.")
    )
    complaint = _open(
        in_all_languages(lambda: _("Complaint: %(about)s") % {"about": number}),
        subject_code=KIND,  # not that of the case: nothing here may tell whether there is one
        standing=Standing.THIRD_PARTY,
        subject=subject,
        number=number,
        first_body_id=first_body_id,
        applicant_id=applicant_id,
        until=None,
        words=words,
        by=by,
        now=now,
    )
    found = find_by_number(number, body_id=first_body_id, today=today)
    if found:
        _tie(complaint, found, by=None, now=now)
    return complaint


@transaction.atomic
def identify(case_id: UUID, *, number: str, by: User, now: datetime) -> Case:
    """The official finds the decision under another number than the complainant gave."""
    complaint = take_step(case_id, Step.IDENTIFY, by=by, now=now)
    first_body_id = Complaint.objects.get(pk=case_id).first_body_id
    found = find_by_number(number, body_id=first_body_id, today=timezone.localdate(now))
    if found is None:
        message = _("This body has no decision under this number.")
        raise Conflict("complaint.number_unknown", message, field="number")
    _tie(complaint, found, by=by, now=now)
    return complaint


def _tie(complaint: Case, about: Case, *, by: User | None, now: datetime) -> None:
    link_cases(complaint, about=about, kind=KIND, by=by, now=now)
    own = Complaint.objects.get(pk=complaint.pk)
    own.may_complain_until = last_day(about, own.subject)
    own.save(update_fields=["may_complain_until"])


def _open(
    title: Text,
    *,
    subject_code: str,
    standing: Standing,
    subject: Subject,
    number: str,
    first_body_id: UUID,
    applicant_id: UUID,
    until: date | None,
    words: Words,
    by: User,
    now: datetime,
) -> Case:
    body = higher_body(first_body_id, timezone.localdate(now))
    require_way_up(body is not None)
    demand = require_words(
        words.demand, field="demand", missing=_("Write what is wrong and what you ask for.")
    )
    rule = law().consideration
    assert body is not None  # noqa: S101 - just required
    case = open_case(
        kind=KIND,
        status=Status.LODGED,
        applicant_id=applicant_id,
        by=by,
        body_id=body.pk,
        subject_code=subject_code,
        title=title,
        language=words.language,
        term=Term.parse(rule.term),
        term_source=rule.source.cited(words.language),
        now=now,
    )
    Complaint.objects.create(
        case=case,
        standing=standing,
        subject=subject,
        number=number,
        first_body_id=first_body_id,
        demand=demand,
        touches=words.touches.strip(),
        late_reasons=words.late_reasons.strip(),
        may_complain_until=until,
    )
    return case


def _titles(about: Text) -> Text:
    return in_all_languages(
        lambda: _("Complaint: %(about)s") % {"about": in_my_language(about).text}
    )
