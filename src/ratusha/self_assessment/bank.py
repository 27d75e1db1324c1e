"""The bank of features and what two blind assessors make of it. Pure.

Two assess without seeing each other; a feature is there or it is not; one that is not found in time is not there.
If they differ on more than a share of features they reconcile; a reviewer settles what is left (as the UN does).
"""

from collections.abc import Mapping
from functools import cache

import msgspec
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.procedures.public import Source

from .questionnaire import FOLDER

FIRST_YEAR, LAST_YEAR = 2001, 9999


class Module(TextChoices):
    INSTITUTIONAL = "institutional", gettext_lazy("Institutional framework")
    CONTENT = "content", gettext_lazy("Content")
    SERVICES = "services", gettext_lazy("Services")
    TECHNOLOGY = "technology", gettext_lazy("Technology")
    PARTICIPATION = "participation", gettext_lazy("E-participation")


class Feature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that is there or is not."""

    code: str
    module: str
    effort: int  # days of work to have it, by our estimate
    name: Text
    page: str = ""  # a page of this site that a machine can look up
    since: int = FIRST_YEAR  # the first edition that asks for it, and the last
    until: int = LAST_YEAR

    def __post_init__(self) -> None:
        if self.since > self.until:
            raise ValueError(f"{self.code} ends before it begins")

    def said(self) -> Said:
        return in_my_language(self.name)


class Bank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: Source
    weights: dict[str, float]
    disagreement: float
    minutes: int
    features: list[Feature]

    def of_year(self, year: int) -> "Bank":
        """The features of the edition of that year."""
        asked = [one for one in self.features if one.since <= year <= one.until]
        return msgspec.structs.replace(self, features=asked)

    def of(self, module: str) -> list[Feature]:
        return [one for one in self.features if one.module == module]

    def codes(self) -> set[str]:
        return {one.code for one in self.features}


@cache
def bank() -> Bank:
    return msgspec.convert(pack().yaml(f"{FOLDER}/features.yaml"), Bank)


class ScoringState(TextChoices):
    MARKING = "marking", gettext_lazy("being marked, each alone")
    RECONCILING = "reconciling", gettext_lazy("they differ too much: look again")
    REVIEW = "review", gettext_lazy("waits for the reviewer")
    CLOSED = "closed", gettext_lazy("closed")


Marks = Mapping[str, bool]


def counted(*, found: bool, minutes: int, most: int) -> bool:
    """What is not findable in reasonable time is not there."""
    return found and minutes <= most


def differing(first: Marks, second: Marks) -> list[str]:
    return sorted(code for code in first if code in second and first[code] != second[code])


def after_marking(first: Marks, second: Marks, among: Bank) -> ScoringState:
    """Both must be through; then it goes on or back, by how much they differ."""
    codes = among.codes()
    if not (codes <= set(first) and codes <= set(second)):
        return ScoringState.MARKING
    share = len(differing(first, second)) / len(codes) * 100
    return ScoringState.RECONCILING if share > among.disagreement else ScoringState.REVIEW


def require_two_people(first: object, second: object, reviewer: object) -> None:
    if len({first, second, reviewer}) < 3:  # noqa: PLR2004 - two assessors and a reviewer
        message = _("Two assessors and the reviewer are three different people.")
        raise RuleBroken("self_assessment.same_people", message, field="second")


def require_settled(first: Marks, second: Marks, settled: Marks) -> None:
    left = [code for code in differing(first, second) if code not in settled]
    if left:
        message = _("Settle first: %(codes)s.")
        raise Conflict("self_assessment.unsettled", message % {"codes": ", ".join(left)})


def require_reviewer(*, is_reviewer: bool) -> None:
    if not is_reviewer:
        raise NotPermitted("self_assessment.not_reviewer", _("Only the reviewer does this."))


def final(first: Marks, second: Marks, settled: Marks) -> dict[str, bool]:
    """Where they agree, that; else what the reviewer has settled."""
    return {code: settled.get(code, first[code] and second.get(code, False)) for code in first}


def score(marks: Marks, among: Bank) -> tuple[float, dict[str, float]]:
    """The share of features there are, by module and weighted; 0 to 1."""
    shares = {
        module: sum(marks.get(one.code, False) for one in among.of(module)) / len(among.of(module))
        for module in among.weights
    }
    whole = sum(among.weights.values())
    return sum(among.weights[module] / whole * share for module, share in shares.items()), shares


def cheap_zeros(marks: Marks, among: Bank) -> list[tuple[Feature, float]]:
    """What is missing, the least work first; beside each what it would add to the score."""
    whole = sum(among.weights.values())
    missing = [
        (one, among.weights[one.module] / whole / len(among.of(one.module)))
        for one in among.features
        if not marks.get(one.code, False)
    ]
    return sorted(missing, key=lambda pair: (pair[0].effort, -pair[1], pair[0].code))
