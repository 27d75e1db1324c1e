"""What the pack knows that may become an answer: acts, bodies of sectors, the strategy of today."""

from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.procedures.public import Source
from ratusha.self_assessment.questionnaire import FOLDER, OFFICIAL


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act, where it is published, which questions it answers, and the pages of this state that apply it."""

    code: str
    name: Text
    address: str
    questions: list[int]
    applied: list[str] = []

    def said(self) -> Said:
        return in_my_language(self.name)

    @property
    def in_english(self) -> str:
        return self.name[OFFICIAL]


class Sector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    question: int
    bodies: list[str]
    sites: list[str]


class PartOfList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    list: str
    chapter: int


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    acts: list[Act]
    acts_source: Source
    sectors: list[Sector]
    sectors_source: Source
    strategy: str
    pilots_act: Text
    vulnerable: list[PartOfList]

    def act(self, code: str) -> Act | None:
        return next((one for one in self.acts if one.code == code), None)


@cache
def known() -> Known:
    return msgspec.convert(pack().yaml(f"{FOLDER}/facts.yaml"), Known)
