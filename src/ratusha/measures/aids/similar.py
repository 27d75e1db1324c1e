"""How similar two measures are, factor by factor (spec 5.a.4; the weights are ours and carry the sample mark). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy

from .grams import Commonness, Grams, likeness
from .profile import Profile

VERSION = "similar-1"
ANSWERED_FROM = 0.50  # the initiator answers it in the passport
COMMENTED_FROM = 0.75  # the expert says what they think of it
SHOWN_FROM = 0.20
MOST_SHOWN = 10


class Factor(TextChoices):
    TEXT = "text", gettext_lazy("Name, problem, goal and functions")
    OBJECTS = "objects", gettext_lazy("Data objects")
    FUNCTIONS = "functions", gettext_lazy("Functions")
    PROCEDURES = "procedures", gettext_lazy("Administrative procedures")
    USERS = "users", gettext_lazy("Users")


WEIGHTS = {
    Factor.TEXT: 0.35, Factor.OBJECTS: 0.25, Factor.FUNCTIONS: 0.20, Factor.PROCEDURES: 0.10, Factor.USERS: 0.10,
}  # fmt: skip


@dataclass(frozen=True)
class Similar:
    """`factors` has only what at least one of the two states; the score is their weighted mean."""

    key: str
    title: str
    score: float
    factors: Mapping[str, float]

    @property
    def must_be_answered(self) -> bool:
        return self.score >= ANSWERED_FROM

    @property
    def must_be_commented(self) -> bool:
        return self.score >= COMMENTED_FROM


def factors_of(
    one: Profile, other: Profile, grams: tuple[Grams, Grams], common: Commonness
) -> dict[str, float]:
    found = {Factor.TEXT: likeness(*grams, common)}
    for factor in (Factor.OBJECTS, Factor.FUNCTIONS, Factor.PROCEDURES, Factor.USERS):
        here, there = getattr(one, factor.value), getattr(other, factor.value)
        if here or there:
            found[factor] = len(here & there) / len(here | there)
    return {str(factor.value): round(value, 4) for factor, value in found.items()}


def score_of(factors: Mapping[str, float]) -> float:
    weight = sum(WEIGHTS[Factor(factor)] for factor in factors)
    return round(
        sum(WEIGHTS[Factor(factor)] * value for factor, value in factors.items()) / weight, 4
    )
