"""Categories with their terms, and what else the country says of issues. Read from the pack once."""

from functools import cache, lru_cache

import msgspec
from django.utils.translation import gettext as _

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text, in_all_languages, in_my_language
from ratusha.procedures.public import Source


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of trouble. `term`: of law ("5 days"); `radius`: how near another report is the same trouble."""

    code: str
    name: Text
    term: str
    source: Source
    radius: int = 50  # metres
    urgent: bool = False

    def said(self) -> str:
        return in_my_language(self.name).text


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    name: Text
    categories: list[Category]

    def said(self) -> str:
        return in_my_language(self.name).text


class SurveyLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of those who can be reached, so many of a hundred are asked; `shares`: of a category, where it is not `share`."""

    share: int
    shares: dict[str, int]
    days: int  # to answer, from the day it was reported done
    tries: int  # calls that reach nobody, then it ends
    source: Source

    def percent(self, category: str) -> int:
        return self.shares.get(category, self.share)


class IssueLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dispatcher: str  # the kind of body that dispatches at a place
    bounds: tuple[float, float, float, float]  # west, south, east, north
    days_to_reopen: int
    days_to_keep_originals: int  # of photos, after the issue is closed
    same_within_days: int
    days_to_next_rung: int  # from telling the organisation to telling the body above
    other_term: str  # of a category that only an imported file knows
    source: Source
    survey: SurveyLaw
    groups: list[Group]

    def category(self, code: str) -> Category:
        """A code that the pack does not list came with a file of another service: it is called by that code."""
        return _by_code().get(code) or _of_a_file(code)


@cache
def law() -> IssueLaw:
    return msgspec.convert(pack().yaml("issues.yaml"), IssueLaw)


@cache
def _by_code() -> dict[str, Category]:
    return {one.code: one for group in law().groups for one in group.categories}


@lru_cache(maxsize=2000)
def _of_a_file(code: str) -> Category:
    name = in_all_languages(lambda: _("Category %(code)s of the service 115") % {"code": code})
    return Category(code=code, name=name, term=law().other_term, source=law().source)


def is_listed(code: str) -> bool:
    return code in _by_code()
