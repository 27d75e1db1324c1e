"""What the lines of a budget are for, and at which prices: U03, U04, U06, U09. Pure."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import day, number, rows
from ratusha.ui import formats

from .advice import SMALLEST_CLASS, Advice, Around, Found, Level
from .grams import normal


def look(answers: Answers, around: Around) -> Found:
    yield from _kinds_of_cost(answers)
    yield from _licences(answers, around)
    yield from _reserve(answers, around)
    yield from _prices(answers)


def _total(answers: Answers) -> Decimal | None:
    return number(answers.get("budget", {}), "total")


def _of_item(answers: Answers, item: str) -> Decimal:
    lines = rows(answers, "budget", "lines")
    return sum(
        (number(one, "amount") or Decimal() for one in lines if one.get("item") == item), Decimal()
    )


def _items_told(answers: Answers) -> bool:
    return any(one.get("item") for one in rows(answers, "budget", "lines"))


def _kinds_of_cost(answers: Answers) -> Found:
    """U03: the shares are shown; there is no class of others yet to hold them against."""
    total = _total(answers)
    if not total or not _items_told(answers):
        unknown = _("The budget does not say which lines are licences and equipment.")
        yield Advice("U03", Level.UNKNOWN, "budget", unknown)
        return
    said = {
        "licences": formats.share(_of_item(answers, "licence") / total),
        "equipment": formats.share(_of_item(answers, "equipment") / total),
    }
    half = _of_item(answers, "licence") + _of_item(answers, "equipment") > total / 2
    message = _(
        "Licences are %(licences)s of the money, equipment %(equipment)s; together above half is unusual."
    )
    yield Advice("U03", Level.LOOK if half else Level.FINE, "budget", message % said)


def _licences(answers: Answers, around: Around) -> Found:
    """U04: what the state has bought already."""
    named = {
        normal(str(one.get("name") or "")) for one in rows(answers, "independence", "software")
    } - {""}
    bought = [
        one for one in around.software
        if one.licences and one.name in named and (one.licences_end_on is None or one.licences_end_on > around.today)
    ]  # fmt: skip
    for one in bought:
        said = {"name": one.name, "count": one.licences}
        message = _(
            "Licences of “%(name)s” are bought already (%(count)s): ask whether some are free."
        )
        yield Advice("U04", Level.LOOK, "independence", message % said)
    if not bought:
        message = _("The register of software knows no licences of what is named here.")
        yield Advice("U04", Level.FINE, "independence", message)


def _reserve(answers: Answers, around: Around) -> Found:
    """U06: the reserve beside what measures became dearer by, after their first inclusion."""
    total = _total(answers)
    if not total or not _items_told(answers):
        said = _("The budget does not say which line is a reserve.")
        yield Advice("U06", Level.UNKNOWN, "budget", said)
        return
    share = _of_item(answers, "reserve") / total * 100
    own = len(around.dearer) >= SMALLEST_CLASS
    outside = around.outside[0] if around.outside else None
    usual = sorted(around.dearer)[len(around.dearer) // 2] if own else outside
    if usual is None:
        said = _("Too few measures were included anew to know what they became dearer by.")
        yield Advice("U06", Level.UNKNOWN, "budget", said)
        return
    told = {"share": formats.number(round(share, 1)), "usual": formats.number(round(usual, 1))}
    message = (
        _(
            "The reserve is %(share)s %%; half of our measures became dearer by more than %(usual)s %%."
        )
        if own
        else _(
            "The reserve is %(share)s %%; in an outside class projects became dearer by %(usual)s %% on average."
        )
    )
    yield Advice("U06", Level.LOOK if share < usual else Level.FINE, "budget", message % told)


def _prices(answers: Answers) -> Found:
    """U09: taxes are in the sums, and prices of another year are brought to theirs by an index."""
    told: Mapping[str, Any] = answers.get("budget", {})
    taxes, priced = told.get("taxes"), day(told, "price_on")
    years = sorted(
        int(made) for one in rows(answers, "budget", "lines") if (made := number(one, "year"))
    )
    if taxes is None or priced is None or not years:
        message = _("The budget does not say whether taxes are in the sums.")
        yield Advice("U09", Level.UNKNOWN, "budget", message)
    elif taxes is False:
        yield Advice("U09", Level.LOOK, "budget", _("Taxes are not in the sums."))
    elif years[-1] > priced.year + 1 and number(told, "price_index") is None:
        message = _("Prices of %(priced)s stand for %(last)s without a price index.")
        said = {"priced": priced.year, "last": years[-1]}
        yield Advice("U09", Level.LOOK, "budget", message % said)
    else:
        message = _("Taxes are in the sums, and prices are brought to their years.")
        yield Advice("U09", Level.FINE, "budget", message)
