"""For tests and benchmarks: the whole catalogue of the pack, and what a set of questions finds in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec
from django.db import connection
from django.utils import timezone
from ruamel.yaml import YAML

from ratusha.kernel.pack import pack
from ratusha.procedures.models import Loading
from ratusha.procedures.services import load_pack

from .query import search


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody types, and the codes any of which is a right first answer."""

    lang: str
    kind: str
    ask: str
    want: list[str]


class Answered(msgspec.Struct, frozen=True):
    question: Question
    place: int | None  # of the first right answer, counted from 1
    found: list[str]
    corrected: str


def read_questions(folder: Path) -> dict[str, list[Question]]:
    """Every set of every file there, by its name."""
    raw: dict[str, Any] = {}
    for file in sorted(folder.glob("*.yaml")):
        raw |= YAML(typ="safe").load(file)
    return msgspec.convert(raw, dict[str, list[Question]])


def answer(question: Question, on: date) -> Answered:
    lang = question.lang if question.lang in {"be", "ru", "en"} else "ru"
    result = search(question.ask, lang=lang, limit=10, on=on)
    found = [hit.code for hit in result.hits]
    place = next((at for at, code in enumerate(found, 1) if code in question.want), None)
    return Answered(question, place, found, result.corrected)


def share_within(answers: list[Answered], places: int) -> float:
    """Percent of the questions with a right answer among the first `places`."""
    right = sum(a.place is not None and a.place <= places for a in answers)
    return 100 * right / len(answers) if answers else 0.0


@contextmanager
def loaded_catalogue(today: date) -> Iterator[None]:
    """The pack's catalogue, committed, for a whole module of tests, and taken away again: for an empty database."""
    if Loading.objects.exists():
        raise RuntimeError("This database holds a catalogue already: it would be taken away.")
    with patch("ratusha.procedures.services.record"):  # the journal could not be taken away again
        load_pack(pack().folder, today=today, now=timezone.now())
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(
                "TRUNCATE procedures_procedurelist, procedures_loading, procedures_searchword CASCADE"
            )
            cursor.execute("TRUNCATE procedures_searchstate")
