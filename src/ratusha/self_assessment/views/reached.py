"""Who reaches what: an edition belongs to those who take part in it; everybody else finds what is published."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ratusha.accounts.public import SignedInRequest
from ratusha.self_assessment.models import Edition
from ratusha.self_assessment.permissions import may_coordinate, takes_part
from ratusha.self_assessment.queries import form_of, may_answer
from ratusha.self_assessment.questionnaire import Question, Section

LONGEST_CODE = 8


def today() -> date:
    return timezone.localdate()


def require_part(request: SignedInRequest) -> None:
    if not takes_part(request.user, request.acting_body_id, today()):
        raise Http404


def edition_of(request: SignedInRequest, name: str) -> Edition:
    """For those who take part; the room is the same for all bodies that do."""
    require_part(request)
    return get_object_or_404(Edition, name=name)


def section_of(edition: Edition, code: str) -> Section:
    found = form_of(edition).section(code)
    if found is None:
        raise Http404
    return found


def question_of(edition: Edition, code: str) -> Question:
    """By "q14"."""
    number = code.removeprefix("q")
    if not code.startswith("q") or not number.isdecimal() or len(number) > LONGEST_CODE:
        raise Http404
    found = form_of(edition).by_number.get(int(number))
    if found is None:
        raise Http404
    return found


def coordinates(request: SignedInRequest, edition: Edition) -> bool:
    return may_coordinate(request.user, edition.body_id, today())


def answers_section(request: SignedInRequest, edition: Edition, section: Section) -> bool:
    return may_answer(edition, section.questions[0].number, request.user, today())
