"""Numbers the state gives to people and payers. The scheme is data of the country pack; here is only how to read it.

A checked number is in its one written form. What was corrected on the way (letters of the other alphabet) and what is
odd but lawful (an old number that does not check itself) is said in `warnings`.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any, Literal

import msgspec
from django.utils.translation import gettext as _
from stdnum.exceptions import ValidationError
from stdnum.util import get_cc_module

from .errors import RuleBroken
from .pack import pack

LONGEST_INPUT = 64  # of what somebody may type, with all spaces and dashes
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212]+")
_INVISIBLE = {"Cf", "Cc"}


@dataclass(frozen=True)
class Checked:
    value: str
    warnings: tuple[str, ...] = ()


class Source(msgspec.Struct, frozen=True):
    title: str
    article: str
    confidence: str


class CheckScheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    weights: list[int]
    modulus: int

    def digit(self, body: str) -> str:
        """Digits as they are, A = 10 … Z = 35, weights from the left over and over."""
        weights = self.weights
        values = (int(character, 36) for character in body)
        return str(sum(v * weights[i % len(weights)] for i, v in enumerate(values)) % self.modulus)


class BirthDate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    centuries: dict[str, int]

    def is_possible(self, number: str) -> bool:
        day, month, year = int(number[1:3]), int(number[3:5]), int(number[5:7])
        try:
            date(self.centuries[number[0]] + year, month, day)
        except ValueError:
            return False
        return True


class Generation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    pattern: str
    wrong_check_digit: Literal["refuse", "warn"]
    source: Source
    birth_date: BirthDate | None = None


class GeneratedPersonal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    form: str


class PersonalScheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    prefixes: list[str]
    look_alikes: dict[str, str]
    check: CheckScheme
    generations: list[Generation]
    generated: GeneratedPersonal


class StdnumModule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    country: str
    number: str


class GeneratedPayer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    organisation: str
    person: str
    letters: str


class PayerScheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    prefixes: list[str]
    look_alikes: dict[str, str]
    stdnum: StdnumModule
    generated: GeneratedPayer
    source: Source


class PayerRegion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    organisation: str
    person: str


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One region in all code systems that name it."""

    iso: str
    territory: str
    payer: PayerRegion
    plate: list[str]
    passport: str
    legacy_personal_number: str
    phone: str


class Schemes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """identifiers.yaml of the pack."""

    personal_number: PersonalScheme
    payer_number: PayerScheme
    regions: list[Region]


@cache
def schemes() -> Schemes:
    return msgspec.convert(pack().yaml("identifiers.yaml"), Schemes)


def check_personal_number(text: str) -> Checked:
    scheme = schemes().personal_number
    value, warnings = _tidy(text, scheme.prefixes, scheme.look_alikes)
    generation = next((g for g in scheme.generations if re.fullmatch(g.pattern, value)), None)
    if generation is None:
        message = _(
            "This is not an identification number. Copy all its characters from the passport or the ID card."
        )
        raise RuleBroken("identifier.personal_number_form", message)
    checks = scheme.check.digit(value[:-1]) == value[-1]
    born = generation.birth_date is None or generation.birth_date.is_possible(value)
    if not checks and (generation.wrong_check_digit == "refuse" or not born):
        message = _(
            "There is a mistake in the identification number: it does not fit its last digit. "
            "Compare it with the passport or the ID card."
        )
        raise RuleBroken("identifier.personal_number_check", message)
    if not checks:
        warnings.append(
            _(
                "The last digit does not fit this number. Some old numbers are so: please compare it."
            )
        )
    if not born:
        warnings.append(
            _("The date of birth inside this number does not exist: please compare it.")
        )
    return Checked(value, tuple(warnings))


def check_payer_number(text: str) -> Checked:
    scheme = schemes().payer_number
    value, warnings = _tidy(text, scheme.prefixes, scheme.look_alikes)
    try:
        value = str(_module(scheme).validate(value))
    except ValidationError as error:
        message = _("There is a mistake in the payer number. Compare it with the certificate.")
        raise RuleBroken("identifier.payer_number", message) from error
    return Checked(value, tuple(warnings))


def personal_check_digit(body: str) -> str:
    """The last digit that belongs to the characters before it."""
    return schemes().personal_number.check.digit(body)


def make_personal_number(rng: Random) -> str:
    """A valid number of the modern kind, for demonstration data."""
    body = _fill(schemes().personal_number.generated.form, rng)
    return body + personal_check_digit(body)


def make_payer_number(rng: Random, region: str, *, person: bool = False) -> str:
    """A valid payer number of a region (ISO 3166-2, or the code of any place in it), for demonstration data."""
    scheme, codes = schemes().payer_number, find_region(region).payer
    form = scheme.generated.person if person else scheme.generated.organisation
    code = codes.person if person else codes.organisation
    module = _module(scheme)
    while True:
        letter = rng.choice(scheme.generated.letters)
        body = _fill(form.format(region=code, letter=letter), rng)
        try:
            return body + str(module.calc_check_digit(body))
        except ValidationError:  # some bodies have no check digit: such numbers are never given
            continue


def _module(scheme: PayerScheme) -> Any:
    """The python-stdnum module that the pack names."""
    return get_cc_module(scheme.stdnum.country, scheme.stdnum.number)


def find_region(code: str) -> Region:
    for region in schemes().regions:
        if code == region.iso or code.startswith(region.territory):
            return region
    raise KeyError(code)


def _fill(form: str, rng: Random) -> str:
    return re.sub("#", lambda _found: str(rng.randrange(10)), form)


def _tidy(text: str, prefixes: list[str], look_alikes: Mapping[str, str]) -> tuple[str, list[str]]:
    """Upper case, no spaces, dashes or prefix; letters of the other alphabet corrected with a warning."""
    if len(text) > LONGEST_INPUT:
        return "", []
    seen = unicodedata.normalize("NFKC", text).upper()
    seen = "".join(c for c in seen if unicodedata.category(c) not in _INVISIBLE)
    compact = _BETWEEN.sub("", seen)
    for prefix in prefixes:
        compact = compact.removeprefix(prefix)
    value = "".join(look_alikes.get(c, c) for c in compact)
    if value == compact:
        return value, []
    wrong = ", ".join(dict.fromkeys(c for c in compact if c in look_alikes))
    warning = _(
        "Some characters were typed with another alphabet or in place of a digit (%(typed)s). "
        "They were corrected: %(value)s."
    ) % {"typed": wrong, "value": value}
    return value, [warning]
