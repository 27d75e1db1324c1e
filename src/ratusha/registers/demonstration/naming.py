"""Names in every language of the pack at once, with the right forms for the sex and after the father's name."""

import csv
import re
from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.parties.public import in_latin_letters

COHORTS = {"before_1960": 1960, "before_1990": 1990, "before_2010": 2010, "later": 9999}


@dataclass(frozen=True)
class Given:
    """A given name; `patronymics` of a man's name by the child's sex, each in every language."""

    sex: str
    name: Text
    patronymics: dict[str, Text]
    weights: tuple[int, ...]


def _rows(name: str) -> list[dict[str, str]]:
    with pack().file(f"names/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def languages() -> tuple[str, ...]:
    return tuple(pack().about["official_languages"])


@cache
def given_names(sex: str) -> tuple[Given, ...]:
    return tuple(_given(row) for row in _rows("given.csv") if row["sex"] == sex)


def _given(row: dict[str, str]) -> Given:
    patronymics = {
        sex: {language: row[f"{language}_patronymic_{sex.lower()}"] for language in languages()}
        for sex in ("M", "F")
        if row["sex"] == "M"
    }
    name = {language: row[language] for language in languages()}
    return Given(row["sex"], name, patronymics, tuple(int(row[cohort]) for cohort in COHORTS))


@cache
def _feminine() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    rules: dict[str, Any] = pack().yaml("names/about.yaml")["feminine"]
    return {
        language: [(re.compile(pattern), form) for pattern, form in listed]
        for language, listed in rules.items()
    }


@cache
def surname_of(surname: str, sex: str, language: str) -> str:
    """A woman's form of a man's surname; many surnames have one form for both."""
    if sex == "M":
        return surname
    for pattern, form in _feminine()[language]:
        changed, times = pattern.subn(form, surname)
        if times:
            return changed
    return surname


@cache
def surnames() -> tuple[Text, ...]:
    return tuple(
        {language: row[language] for language in languages()} for row in _rows("surnames.csv")
    )


@cache
def _weights(sex: str, cohort: int) -> tuple[int, ...]:
    return tuple(accumulate(name.weights[cohort] for name in given_names(sex)))


def draw_given(rng: Random, sex: str, year: int) -> Given:
    """A name as they were given in that year."""
    cohort = bisect(list(COHORTS.values()), year)
    sums = _weights(sex, cohort)
    return given_names(sex)[bisect(sums, rng.random() * sums[-1])]


def draw_surname(rng: Random) -> Text:
    return rng.choice(surnames())


def names_of(surname: Text, given: Given, father: Given, sex: str) -> dict[str, dict[str, str]]:
    """The whole name: one form for each language, and the one of the passport from the first of them."""
    forms = {
        language: {
            "surname": surname_of(surname[language], sex, language),
            "given": given.name[language],
            "patronymic": father.patronymics[sex][language],
        }
        for language in languages()
    }
    first = forms[languages()[0]]
    forms["lat"] = {
        "surname": in_latin_letters(first["surname"]),
        "given": in_latin_letters(first["given"]),
    }
    return forms
