"""What the lines of a budget are for, and at which prices: U03, U04, U06, U08, U09. Pure."""

from collections.abc import Mapping
from decimal import Decimal
from statistics import quantiles
from typing import Any

from django.utils.translation import gettext as _

from ratusha.measures.passport.about_data import OFFICIAL_HOSTING
from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import day, number, rows, text
from ratusha.ui import formats

from .advice import SMALLEST_CLASS, Advice, Around, Found, Level
from .grams import normal
from .profile import share_of

HALF = Decimal("0.5")
MONTHS = 12
LEAST_HOSTING, MOST_HOSTING = Decimal("0.7"), Decimal("1.5")  # of what the tariff makes


def look(answers: Answers, around: Around) -> Found:
    yield from _kinds_of_cost(answers, around)
    yield from _hosting(answers, around)
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


def _kinds_of_cost(answers: Answers, around: Around) -> Found:
    """U03: against the shares of measures of the same sphere and kind; a small class gives way to a plain limit."""
    total = _total(answers)
    licences, equipment = (share_of(answers, one, total) for one in ("licence", "equipment"))
    if licences is None or equipment is None:
        unknown = _("The budget does not say which lines are licences and equipment.")
        yield Advice("U03", Level.UNKNOWN, "budget", unknown)
        return
    others = [one.profile for one in around.alike]
    yield from _share_among(
        _("Licences are %(share)s of the money."), licences, [one.licences for one in others]
    )
    yield from _share_among(
        _("Equipment is %(share)s of the money."), equipment, [one.equipment for one in others]
    )


def _share_among(said: str, share: Decimal, of_others: list[Decimal | None]) -> Found:
    known = sorted(one for one in of_others if one is not None)
    told = said % {"share": formats.share(share)}
    if len(known) < SMALLEST_CLASS:
        message = _(
            "%(told)s Only %(count)s similar measures tell theirs, %(least)s are needed; above half is unusual."
        )
        counted = {"told": told, "count": len(known), "least": SMALLEST_CLASS}
        level = Level.LOOK if share > HALF else Level.FINE
        yield Advice("U03", level, "budget", message % counted)
        return
    tenth, half, ninetieth = (
        quantiles(known, n=10, method="inclusive")[place] for place in (0, 4, 8)
    )
    message = _(
        "%(told)s Among %(count)s similar measures P10 %(tenth)s, P50 %(half)s, P90 %(ninetieth)s."
    )
    among = {
        "told": told, "count": len(known), "tenth": formats.share(tenth), "half": formats.share(half),
        "ninetieth": formats.share(ninetieth),
    }  # fmt: skip
    level = Level.LOOK if share > ninetieth else Level.FINE
    yield Advice("U03", level, "budget", message % among)


def _hosting(answers: Answers, around: Around) -> Found:
    """U08: what the lines of hosting plan, beside the tariffs of the centre of the state for the resources named."""
    if text(answers, "architecture", "hosting") not in OFFICIAL_HOSTING:
        unknown = _("It stands outside the centre of the state, whose tariffs are known here.")
        yield Advice("U08", Level.UNKNOWN, "budget", unknown)
        return
    month = _monthly(answers, around)
    works_from = day(answers.get("schedule", {}), "operation_on")
    if not month or works_from is None:
        unknown = _(
            "The passport does not name its resources in the data centre, or its first day."
        )
        yield Advice("U08", Level.UNKNOWN, "architecture", unknown)
        return
    planned = _hosting_by_year(answers, works_from.year)
    cost = formats.money(month * MONTHS)
    if not planned:
        message = _("By tariff its resources cost %(cost)s a year, and no line pays for hosting.")
        yield Advice("U08", Level.LOOK, "budget", message % {"cost": cost})
        return
    amiss = []
    for year, amount in sorted(planned.items()):
        months = MONTHS + 1 - works_from.month if year == works_from.year else MONTHS
        if not LEAST_HOSTING <= amount / (month * months) <= MOST_HOSTING:
            amiss.append(str(year))
    told = {"cost": cost, "years": ", ".join(amiss)}
    message = (
        _(
            "By tariff its resources cost %(cost)s a year; hosting of %(years)s is planned far from that."
        )
        if amiss
        else _("Hosting is planned near the tariff: %(cost)s a year.")
    )
    yield Advice("U08", Level.LOOK if amiss else Level.FINE, "budget", message % told)


def _monthly(answers: Answers, around: Around) -> Decimal:
    tariffs = dict(around.tariffs)
    named = rows(answers, "architecture", "resources")
    return sum(
        (
            tariffs.get(str(one.get("what")), Decimal()) * (number(one, "amount") or Decimal())
            for one in named
        ),
        Decimal(),
    )


def _hosting_by_year(answers: Answers, first: int) -> dict[int, Decimal]:
    """From the year of operation on; the last year of the budget may be a part of one, and is left out."""
    planned: dict[int, Decimal] = {}
    lines = rows(answers, "budget", "lines")
    years = [int(made) for one in lines if (made := number(one, "year"))]
    for one in lines:
        year, amount = number(one, "year"), number(one, "amount")
        if one.get("item") != "hosting" or year is None or amount is None:
            continue
        if first <= year and (year < max(years) or year == first):
            planned[int(year)] = planned.get(int(year), Decimal()) + amount
    return planned


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
