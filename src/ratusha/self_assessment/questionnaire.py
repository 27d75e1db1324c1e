"""A questionnaire as data of the pack: sections of questions, what opens a question, what names a person."""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Literal

import msgspec
from django.utils.translation import get_language

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.procedures.public import Source

FOLDER = "self_assessment"
OFFICIAL = "en"  # the language in which the questionnaire is sent and answered
Kind = Literal[
    "country", "text", "email", "yes_no", "yes_no_other", "choice", "choices", "links", "bodies", "details",
]  # fmt: skip
OF_CHOICE = ("yes_no", "yes_no_other", "choice", "choices")
OF_LINKS = ("links", "bodies", "details")


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    name: Text


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    number: int
    kind: Kind
    text: Text
    starred: bool = False
    opens_on: int | None = None  # the question that must be answered with Yes first
    personal: bool = False  # the answer names a person: only who needs it sees it
    heading: Text | None = (
        None  # what stands over this question and the next ones; empty where that ends
    )
    note: Text = {}
    options: list[Option] = []

    @property
    def code(self) -> str:
        return f"q{self.number}"

    @property
    def needs_evidence(self) -> bool:
        """Details of something that was affirmed: a link that answers, or a stored copy."""
        return self.kind == "details" and self.opens_on is not None

    def said(self) -> Said:
        return in_my_language(self.text)

    @property
    def is_translated(self) -> bool:
        return (get_language() or "") != OFFICIAL


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    title: Text
    questions: list[Question]
    note: Text = {}

    @property
    def address(self) -> str:
        return self.code.lower()

    def numbers(self) -> list[int]:
        return [one.number for one in self.questions]


class Questionnaire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    code: str
    title: Text
    source: Source
    consent: int  # the question that allows publication
    sections: list[Section]

    def questions(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    @cached_property
    def by_number(self) -> dict[int, Question]:
        return {one.number: one for one in self.questions()}

    def section(self, code: str) -> Section | None:
        return next((one for one in self.sections if one.code == code.upper()), None)

    def section_of(self, number: int) -> Section:
        return next(one for one in self.sections if number in one.numbers())

    def details_of(self, number: int) -> list[Question]:
        """The questions that this one opens."""
        return [one for one in self.questions() if one.opens_on == number]


@cache
def questionnaire(code: str) -> Questionnaire:
    return msgspec.convert(pack().yaml(f"{FOLDER}/{code}.yaml"), Questionnaire)


def newest() -> Questionnaire:
    """The edition that is answered now: the last by its code."""
    files = sorted(pack().file(FOLDER).glob("un-*.yaml"))
    return questionnaire(files[-1].stem)
