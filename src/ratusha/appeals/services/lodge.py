"""Lodging an appeal, alone or with others; and contesting the answer at the higher body."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.appeals.law import law
from ratusha.appeals.models import Appeal
from ratusha.appeals.permissions import stands_behind
from ratusha.appeals.rules import (
    CONTESTS,
    FOLLOWS,
    KIND,
    Sort,
    Status,
    require_answered,
    require_words,
)
from ratusha.cases.public import Case, is_applicant, link_cases, lock, open_case
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.terms import Term
from ratusha.kernel.texts import Text, in_all_languages, in_my_language
from ratusha.parties.public import Act, Organisation, may_act_for, organisation


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the person writes, and in which language: the answer comes in the same."""

    sort: str
    text: str
    language: str
    considered_before: str = ""
    collective: bool = False


@transaction.atomic
def appeal_to(
    body_id: UUID,
    *,
    applicant_id: UUID,
    words: Words,
    by: User,
    now: datetime,
    about: Case | None = None,
) -> Case:
    """A new appeal to this body; `about`: an earlier case of the same person that it goes on from.

    A second press within the same words finds the appeal that was just made.
    """
    User.objects.select_for_update().get(pk=by.pk)
    today = timezone.localdate(now)
    if by.party_id is None or not may_act_for(by.party_id, applicant_id, today, act=Act.LODGE):
        raise NotPermitted("appeal.not_yours", _("You may not appeal for this person."))
    if about is not None and not is_applicant(by, about, today):
        raise NotPermitted("appeal.not_your_case", _("This is not a case of yours."))
    text = require_words(words.text, field="text", missing=_("Write what it is about."))
    same = Appeal.objects.filter(
        case__applicant_id=applicant_id, case__body_id=body_id, case__closed_on=None, text=text
    ).select_related("case")
    if twin := same.first():
        return twin.case
    case = register(body_id, applicant_id, words, text, by=by, now=now)
    if about is not None:
        link_cases(case, about=about, kind=FOLLOWS, by=by, now=now)
    return case


@transaction.atomic
def contest(case_id: UUID, *, text: str, by: User, now: datetime) -> Case:
    """The person does not agree with the answer: a complaint to the body above, which reads the whole story."""
    first = lock(case_id)
    if not stands_behind(by, first, timezone.localdate(now)) or by.party_id is None:
        raise NotPermitted("appeal.not_yours", _("You may not appeal for this person."))
    require_answered(first.status)
    contests = {"links__about": first, "links__kind": CONTESTS, "applicant_id": by.party_id}
    if earlier := Case.objects.filter(kind=KIND, **contests).first():
        return earlier
    above = body_above(first.body_id, now)
    if above is None:
        message = _("There is no body above this one: the answer is contested in court.")
        raise RuleBroken("appeal.no_higher_body", message)
    words = Words(sort=Sort.COMPLAINT, text=text, language=first.language)
    text = require_words(
        text, field="text", missing=_("Write with what in the answer you do not agree.")
    )
    case = register(above.pk, by.party_id, words, text, by=by, now=now)
    link_cases(case, about=first, kind=CONTESTS, by=by, now=now)
    return case


def body_above(body_id: UUID, now: datetime) -> Organisation | None:
    """The organisation above, if it still exists; else the way is to a court."""
    parent = organisation(body_id).parent_id
    above = organisation(parent) if parent else None
    gone = above is not None and above.closed_on and above.closed_on <= timezone.localdate(now)
    return None if gone else above


def register(
    body_id: UUID,
    applicant_id: UUID,
    words: Words,
    text: str,
    *,
    by: User | None,
    now: datetime,
    channel: str = "portal",
) -> Case:
    """The case with its number and its term. `by` is None where an official writes down what a person says."""
    rule = law().consideration
    case = open_case(
        kind=KIND,
        status=Status.REGISTERED,
        applicant_id=applicant_id,
        by=by,
        body_id=body_id,
        subject_code=Sort(words.sort),
        title=_title(organisation(body_id).name),
        language=words.language,
        term=Term.parse(rule.term),
        term_source=rule.source.cited(words.language),
        now=now,
        channel=channel,
    )
    Appeal.objects.create(
        case=case,
        sort=words.sort,
        text=text,
        considered_before=words.considered_before.strip(),
        join_code=secrets.token_urlsafe(24) if words.collective else "",
    )
    return case


def _title(body: Text) -> Text:
    """Whom one has written to: what was written stays on the page of the appeal."""
    return in_all_languages(lambda: _("Appeal: %(body)s") % {"body": in_my_language(body).text})
