"""Lodging while few and while many procedures are in force. They are synthetic, and only in these databases."""

from random import Random
from typing import Any

from django.utils import timezone
from msgspec.structs import replace

from ratusha.procedures.models import Chapter, Edition, Procedure, ProcedureList
from ratusha.procedures.public import edition_in_force
from ratusha.procedures.services import edition_of

from .acts import WARM, Meter, lodge_one, prepare_drafts
from .fill import PROCEDURE
from .people import applicants

LIST = "SYNTHETIC"
SEED = 26


def codes(number: int) -> list[str]:
    return [f"{LIST}/{place}" for place in range(1, number + 1)]


def load(number: int) -> dict[str, int]:
    """Rows of a list of our own, each with an edition like the household certificate, under its own code and title."""
    today = timezone.localdate()
    like = edition_in_force(PROCEDURE, today).promise
    title = {"be": "Сінтэтычны", "ru": "Синтетический", "en": "Synthetic"}
    listed, _made = ProcedureList.objects.get_or_create(
        code=LIST, defaults={"audience": "citizens", "title": title, "act": {}}
    )
    chapter, _made = Chapter.objects.get_or_create(list=listed, number=1, defaults={"name": title})
    known = set(Procedure.objects.filter(list=listed).values_list("code", flat=True))
    rows, editions = [], []
    for place, code in enumerate(codes(number), start=1):
        if code in known:
            continue
        named = {language: f"{words} {place}" for language, words in title.items()}
        row = Procedure(
            code=code, list=listed, chapter=chapter, number=str(place), printed=str(place), name=named,
            position=place,
        )  # fmt: skip
        promise = replace(like, code=code, title=named, short=named, valid_from=today, sample=True)
        rows.append(row)
        editions.append(edition_of(promise))
    Procedure.objects.bulk_create(rows)
    Edition.objects.bulk_create(editions)
    return {"in_force": Edition.objects.filter(valid_until=None).count()}


def lodging(number: int, count: int) -> dict[str, Any]:
    """Each lodging is of another of the procedures, drawn at random."""
    users = applicants(count + WARM)
    drawn = Random(SEED).choices(codes(number), k=len(users))  # noqa: S311 - a measurement
    drafts = [lodge_one(*one) for one in prepare_drafts(users, drawn)]
    for act in drafts[:WARM]:
        act()
    return Meter().run(drafts[WARM:])
