"""Giving a rating, changing it, and hearing of one that came another way."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User, find_user
from ratusha.cases.public import Case, CaseRated, Rating, change_rating, lock
from ratusha.cases.public import rate as rate_case
from ratusha.issues.public import ISSUE, Executor, Issue, reporter_by_code
from ratusha.kernel.errors import NotPermitted
from ratusha.kernel.protection import fingerprint
from ratusha.parties.public import Organisation as Party
from ratusha.ratings.law import law
from ratusha.ratings.models import Earlier, Given, Organisation
from ratusha.ratings.permissions import acts_for
from ratusha.ratings.rules import last_day_to_change, quarter_of, require_may_change


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What somebody says of a case. `network` is where from, told only to be fingerprinted."""

    scores: dict[str, int]
    words: str = ""
    network: str = ""


def case_by_code(code: str) -> Case | None:
    """The issue whose first reporter holds this code; those who joined later are heard of in the issue itself."""
    reporter = reporter_by_code(code)
    if reporter is None:
        return None
    return Case.objects.filter(pk=reporter.issue_id, applicant_id=reporter.pk).first()


def until_when(given: Given, rating: Rating) -> date:
    return last_day_to_change(
        timezone.localdate(rating.at), given.case.closed_on, law().days_to_change
    )


@transaction.atomic
def give(case_id: UUID, said: Marks, *, by: User | None, now: datetime, code: str = "") -> Given:
    """The first time the rating, later within the days a change of it: whoever the case is of, or holds its code."""
    case = lock(case_id)
    if by is None:
        found = case_by_code(code)
        if found is None or found.pk != case_id:
            raise NotPermitted("rating.no_code", "")
    rating = Rating.objects.filter(case=case).first()
    if rating is None:
        rating = rate_case(case_id, scores=said.scores, comment=said.words, by=by, now=now)
        return _enter(rating, said.network)
    given = _enter(rating, "")
    require_may_change(until_when(given, rating), today=timezone.localdate(now))
    before = list(rating.four_marks)
    rating = change_rating(case_id, scores=said.scores, comment=said.words, by=by, now=now)
    if before != list(rating.four_marks):
        Earlier.objects.create(given=given, marks=before, at=now)
    given.public_words, given.looked_at = "", None  # new words are looked at anew
    given.words_mark = mark_of(said.words)
    given.save(update_fields=["public_words", "looked_at", "words_mark"])
    return given


def hear_rating(event: CaseRated) -> None:
    """A rating that the engine took from elsewhere is entered too; heard twice it is one."""
    rating = Rating.objects.filter(case_id=event.case_id).select_related("case").first()
    if rating is not None:
        _enter(rating, "")


def _enter(rating: Rating, network: str) -> Given:
    case, on = rating.case, timezone.localdate(rating.at)
    known = Given.objects.select_related("case").filter(case=case).first()
    if known is not None:
        return known
    organisation = rated_in(case)
    given, _new = Given.objects.get_or_create(
        case=case,
        defaults={
            "organisation": organisation,
            "kind": case.kind,
            "subject": case.subject_code,
            "on": on,
            "quarter": quarter_of(on),
            "network": fingerprint(f"ratings.network:{on}:{network}") if network else "",
            "words_mark": mark_of(rating.comment),
            "by_own": _is_own(case, organisation, on),
        },
    )
    return given


def mark_of(words: str) -> str:
    """Equal for words that differ in case, signs and blanks only; none for short ones, which are alike anyway."""
    folded = " ".join(
        "".join(sign if sign.isalnum() else " " for sign in unicodedata.normalize("NFKC", words))
        .casefold()
        .split()
    )
    return fingerprint(f"ratings.words:{folded}") if len(folded) >= law().signs.words_least else ""


def _is_own(case: Case, organisation: Organisation, on: date) -> bool:
    user = find_user(case.applicant_id)
    return user is not None and acts_for(user, organisation.party_id, on)


def rated_in(case: Case) -> Organisation:
    """Who is rated in this case: who mended it, or the body that considered it."""
    if case.kind == ISSUE:
        issue = Issue.objects.select_related("executor").filter(pk=case.pk).first()
        if issue is not None and issue.executor is not None:
            return _of_executor(issue.executor)
    return _of_party(case.body_id)


def _of_executor(executor: Executor) -> Organisation:
    if executor.body_id is not None:
        return _of_party(executor.body_id)
    found, _new = Organisation.objects.get_or_create(
        code=executor.code, defaults={"name": executor.name}
    )
    return found


def _of_party(party_id: UUID) -> Organisation:
    found = Organisation.objects.filter(party_id=party_id).first()
    if found is not None:
        return found
    party = Party.objects.get(pk=party_id)
    made, _new = Organisation.objects.get_or_create(
        party_id=party_id, defaults={"code": party.code or str(party_id), "name": party.name}
    )
    return made
