"""Words an official may begin an explanation with: ready ones by ground, and those of decisions alike."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from ratusha.cases.public import Case, Outcome
from ratusha.kernel.texts import Said, in_language
from ratusha.parties.public import party_name
from ratusha.procedures.public import Ground, ready_words

from .models import Decision, OwnWords

ALIKE = 5
SHORTEST_STEM = 4
ENDING = 2  # letters of a name that change with its case
NUMBER = re.compile(r"\b\w*\d{5,}\w*\b")
LEFT_OUT = "…"


@dataclass(frozen=True)
class Words:
    """`key` brings them into the form; `reference` is the case they were written in, if any; `own` of the body.

    `said` is the ground in the reader's language, `text` the words in the language of the case where there are any.
    """

    key: str
    ground: str
    said: Said
    text: Said
    reference: str = ""
    own: bool = False


def without_names(text: str, names: Iterable[str]) -> str:
    """Neither the names in any of their endings nor long numbers. Names of others that the text gives stay."""
    for word in {part for name in names for part in name.split()}:
        stem = word[: max(SHORTEST_STEM, len(word) - ENDING)]
        if len(stem) >= SHORTEST_STEM:
            text = re.sub(rf"\b{re.escape(stem)}\w*", LEFT_OUT, text, flags=re.IGNORECASE)
    return NUMBER.sub(LEFT_OUT, text)


def words_by_ground(grounds: list[Ground], language: str, case_language: str) -> list[Words]:
    """Ready words in the language of the case: the decision is written in it."""
    ready = {one.ground: one.text for one in ready_words()}
    return [
        Words(
            f"ready:{ground.code}",
            ground.code,
            in_language(ground.text, language),
            in_language(ready[ground.code], case_language),
        )
        for ground in grounds
        if ground.code in ready
    ]


def words_of_body(
    body_id: UUID, grounds: list[Ground], language: str, case_language: str, on: date
) -> list[Words]:
    """What who may has written for these grounds, as it holds on the day."""
    by_code = {ground.code: ground for ground in grounds}
    return [
        Words(
            f"own:{one.series}",
            one.ground_code,
            in_language(by_code[one.ground_code].text, language),
            in_language(one.text, case_language),
            own=True,
        )
        for one in OwnWords.objects.of_body(body_id).in_force(on)
        if one.ground_code in by_code
    ]


def words_alike(
    case: Case, at_desk: QuerySet[Case], outcome: Outcome, grounds: list[Ground], language: str
) -> list[Words]:
    """Of the last decisions of this body under the same procedure with the same outcome, in the same language."""
    theirs = at_desk.filter(subject_code=case.subject_code, language=case.language)
    decisions = Decision.objects.filter(
        case__in=theirs.exclude(pk=case.pk),
        outcome=outcome,
        cancelled_at=None,
        ground_code__in=[ground.code for ground in grounds],
    ).select_related("case")
    return [
        Words(
            one.case.reference,
            one.ground_code,
            in_language(one.ground, language),
            Said(without_names(one.reasons, _names(one.case.applicant_id)), case.language),
            one.case.reference,
        )
        for one in decisions.order_by("-decided_at")[:ALIKE]
    ]


def _names(party_id: UUID) -> list[str]:
    return [party_name(party_id, language) for language, _name in settings.LANGUAGES]
