"""What the pack says of programmes: their trees, the questions of confidence, thresholds, what happened elsewhere."""

from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.procedures.public import Source


class Subprogramme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`events` of them; the first ones are `known` by name."""

    code: str
    events: int
    known: list[Text]


class Programme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    subprogrammes: list[Subprogramme]


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    name: Text

    def said(self) -> Said:
        return in_my_language(self.name)


class Staleness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    days: int
    unchanged: int


class Confidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: Source
    caps: list[str]
    questions: list[Question]
    stale_after: Staleness
    cost_steps: list[float]
    delay_steps: list[float]


class Unspent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    share: float
    days: int


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: Source
    gap: int
    needed_index: float
    unspent: Unspent
    support_months: int


class ForecastRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: Source
    runs: int
    correlation: float
    grows_with_time: float
    probability: list[float]
    delay: list[float]
    kept: tuple[float, float]


class ReferenceClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What became of others, as they published it; only what is known of this class is filled in."""

    code: str
    name: Text
    source: Source
    moved_later: tuple[float, float] | None = None
    median_slip_days: tuple[int, int] | None = None
    budget_gap: float | None = None
    schedule_gap: float | None = None
    ratings: dict[str, int] = {}
    membership: dict[str, int] = {}

    def said(self) -> Said:
        return in_my_language(self.name)


class ProgrammeLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unnamed: Text
    events_source: Source
    programmes: list[Programme]
    confidence: Confidence
    alerts: Thresholds
    forecast: ForecastRules
    named_from: float
    reference_classes: list[ReferenceClass]


@cache
def law() -> ProgrammeLaw:
    return msgspec.convert(pack().yaml("programmes.yaml"), ProgrammeLaw)
