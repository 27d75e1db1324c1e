"""Households: who lives together, how old they are, what they are to each other. Pure, from a random source alone."""

from bisect import bisect
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from ratusha.kernel.texts import Text

from .naming import Given, draw_given, draw_surname

YEAR = timedelta(days=365.25)
KINDS = {  # what a household is, and how many of a hundred are so
    "single": 17,
    "single_old": 14,
    "couple": 12,
    "couple_old": 10,
    "family": 34,
    "parent": 9,
    "three_generations": 4,
}
_SUMS = list(accumulate(KINDS.values()))
GIRLS = 0.486


@dataclass
class Somebody:
    sex: str
    born_on: date
    surname: Text
    given: Given
    father: Given  # for the patronymic; not a person of the register
    parents: list["Somebody"] = field(default_factory=list)
    index: int = -1  # place in the list of all people


@dataclass
class Household:
    members: list[Somebody]
    couples: list[tuple[Somebody, Somebody, date]] = field(default_factory=list)


def _born(rng: Random, today: date, youngest: float, oldest: float) -> date:
    return today - YEAR * rng.uniform(youngest, oldest)


def _adult(rng: Random, sex: str, born_on: date, surname: Text) -> Somebody:
    father = draw_given(rng, "M", born_on.year - 27)
    return Somebody(sex, born_on, surname, draw_given(rng, sex, born_on.year), father)


def _alone(rng: Random, today: date, youngest: float, oldest: float, women: float) -> Household:
    sex = "F" if rng.random() < women else "M"
    return Household([_adult(rng, sex, _born(rng, today, youngest, oldest), draw_surname(rng))])


def _couple(rng: Random, today: date, youngest: float, oldest: float) -> Household:
    """Married; the wife took the husband's name, as nine of ten do."""
    surname = draw_surname(rng)
    wife_born = _born(rng, today, youngest, oldest)
    older = timedelta(days=max(rng.gauss(900, 1100), -600))
    husband_born = min(wife_born - older, today - YEAR * 20)
    wife = _adult(rng, "F", wife_born, surname if rng.random() < 0.9 else draw_surname(rng))  # noqa: PLR2004
    husband = _adult(rng, "M", husband_born, surname)
    of_age = max(wife_born, husband_born) + YEAR * 18.2
    married = min(of_age + YEAR * abs(rng.gauss(4, 3)), today - timedelta(days=30))
    return Household([husband, wife], [(husband, wife, max(married, of_age))])


def _children(
    rng: Random, household: Household, today: date, mother: Somebody, father: Somebody | None
) -> None:
    """One to three, rarely more, from the mother's twentieth to her forty-second year, two years apart."""
    count = rng.choices((1, 2, 3, 4), (45, 40, 12, 3))[0]
    born = mother.born_on + YEAR * rng.uniform(20, 33)
    for _child in range(count):
        if born > today or born > mother.born_on + YEAR * 42:
            break
        if today - born < YEAR * 22:  # grown children live by themselves
            sex = "F" if rng.random() < GIRLS else "M"
            parents = [parent for parent in (father, mother) if parent]
            household.members.append(
                Somebody(
                    sex,
                    born,
                    (father or mother).surname,
                    draw_given(rng, sex, born.year),
                    father.given if father else draw_given(rng, "M", mother.born_on.year),
                    parents,
                )
            )
        born += YEAR * rng.uniform(1.6, 5)


def draw_household(rng: Random, today: date) -> Household:
    kind = list(KINDS)[bisect(_SUMS, rng.random() * _SUMS[-1])]
    match kind:
        case "single":
            return _alone(rng, today, 20, 60, 0.45)
        case "single_old":
            return _alone(rng, today, 60, 93, 0.78)
        case "couple":
            return _couple(rng, today, 22, 58)
        case "couple_old":
            return _couple(rng, today, 58, 84)
        case "parent":
            household = _alone(rng, today, 23, 50, 1.0)
            _children(rng, household, today, household.members[0], None)
            return household
        case _:
            household = _couple(rng, today, 23, 50)
            husband, wife = household.members
            _children(rng, household, today, wife, husband)
            if kind == "three_generations":
                _grandmother(rng, household, husband)
            return household


def _grandmother(rng: Random, household: Household, son: Somebody) -> None:
    born = son.born_on - YEAR * rng.uniform(20, 32)
    mother = _adult(rng, "F", born, son.surname)
    son.parents.append(mother)
    household.members.append(mother)
