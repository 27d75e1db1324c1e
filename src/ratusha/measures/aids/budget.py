"""Budget sanity, U01 to U12. What there are no data for is said to be unknown. Pure."""

from collections import Counter
from decimal import Decimal
from statistics import quantiles

from django.utils.translation import gettext as _

from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import number, rows
from ratusha.ui import formats

from . import lines
from .advice import SMALLEST_CLASS, Advice, Around, Found, Level

VERSION = "budget-3"
ROUND, MOST_ROUND = 1000, Decimal("0.70")
LEAST_PAID = Decimal("0.80")
LEAST_PRICE, MOST_PRICE = Decimal("0.7"), Decimal("1.5")
YEARS = 5
ROUBLE, TENTH = Decimal(1), Decimal("0.1")  # how far what is stated may be from what is computed


def look(answers: Answers, around: Around) -> Found:
    yield from _reference_class(answers, around)
    yield from _labour(answers, around)
    yield from _absorption(around)
    yield from _twice(answers)
    yield from _round_numbers(answers)
    yield from _net_value(answers)
    yield from lines.look(answers, around)


def _total(answers: Answers) -> Decimal | None:
    return number(answers.get("budget", {}), "total")


def _reference_class(answers: Answers, around: Around) -> Found:
    """U01 and U07: among measures of the same sphere and kind of work; a small class gives way to an outer one."""
    total = _total(answers)
    prices = sorted(one.profile.total for one in around.alike if one.profile.total)
    if total is None:
        yield Advice("U01", Level.UNKNOWN, "budget", _("The total is not written yet."))
        return
    if len(prices) < SMALLEST_CLASS:
        said = {"count": len(prices), "least": SMALLEST_CLASS}
        yield Advice(
            "U01",
            Level.UNKNOWN,
            "budget",
            _(
                "There are %(count)s measures of this sphere and kind to compare with; %(least)s are needed."
            )
            % said,
        )
        yield from _outside_class(total, around)
        return
    tenth, half, ninetieth = (
        quantiles(prices, n=10, method="inclusive")[place] for place in (0, 4, 8)
    )
    place = sum(one <= total for one in prices) * 100 // len(prices)
    among = {
        "place": place, "count": len(prices), "tenth": formats.money(tenth), "half": formats.money(half),
        "ninetieth": formats.money(ninetieth),
    }  # fmt: skip
    level = Level.FINE if tenth <= total <= ninetieth else Level.LOOK
    yield Advice(
        "U01",
        level,
        "budget",
        _(
            "Dearer than %(place)s of 100 among %(count)s measures (P10 %(tenth)s, P50 %(half)s, P90 %(ninetieth)s)."
        )
        % among,
    )


def _outside_class(total: Decimal, around: Around) -> Found:
    """U07: optimism, by what others have lived through."""
    if around.outside:
        gap, longer, whose = around.outside
        yield Advice("U07", Level.LOOK, "budget", _(
            "Outside class, because our own is too small (%(whose)s): %(money)s %% dearer and %(time)s %% longer "
            "than planned on average. With so much more %(likely)s is likely to be needed."
        ) % {
            "whose": whose, "money": formats.number(gap), "time": formats.number(longer),
            "likely": formats.money(round(total * (1 + gap / 100), 2)),
        })  # fmt: skip


def _labour(answers: Answers, around: Around) -> Found:
    """U02: the method of the act is not stored, so a person-month is compared with that of similar measures."""
    total, labour = _total(answers), number(answers.get("budget", {}), "labour")
    prices = sorted(
        one.profile.total / one.profile.labour
        for one in around.alike
        if one.profile.total and one.profile.labour
    )
    if not total or not labour or len(prices) < SMALLEST_CLASS:
        yield Advice(
            "U02",
            Level.UNKNOWN,
            "budget",
            _("The method of estimating labour is not stored, and too few measures are similar."),
        )
        return
    usual = prices[len(prices) // 2]
    ratio = total / labour / usual
    level = Level.FINE if LEAST_PRICE <= ratio <= MOST_PRICE else Level.LOOK
    yield Advice(
        "U02",
        level,
        "budget",
        _(
            "A person-month costs %(ratio)s of what is usual among %(count)s similar measures; 0.7 to 1.5 is in order."
        )
        % {"ratio": formats.number(round(ratio, 2)), "count": len(prices)},
    )


def _absorption(around: Around) -> Found:
    """U05."""
    if not around.planned:
        yield Advice(
            "U05",
            Level.UNKNOWN,
            "budget",
            _("The customer has no contract of a year that is over."),
        )
        return
    share = around.paid / around.planned
    level = Level.FINE if share >= LEAST_PAID else Level.LOOK
    yield Advice(
        "U05",
        level,
        "budget",
        _("Of what the customer’s contracts planned for past years %(share)s was paid.")
        % {"share": formats.share(share)},
    )


def _twice(answers: Answers) -> Found:
    """U10."""
    named = ("year", "source", "nature", "economic", "item", "amount", "supplier")
    counted = Counter(
        tuple(str(one.get(name) or "") for name in named)
        for one in rows(answers, "budget", "lines")
    )
    twice = [line for line, count in counted.items() if count > 1 and any(line)]
    for line in twice:
        said = {"year": line[0], "amount": line[named.index("amount")]}
        yield Advice(
            "U10", Level.LOOK, "budget", _("Two lines of %(year)s say the same: %(amount)s.") % said
        )
    if not twice:
        yield Advice("U10", Level.FINE, "budget", _("No line of the budget stands twice."))


def _round_numbers(answers: Answers) -> Found:
    """U11."""
    amounts = [made for one in rows(answers, "budget", "lines") if (made := number(one, "amount"))]
    if not amounts:
        yield Advice("U11", Level.UNKNOWN, "budget", _("The budget has no lines yet."))
        return
    share = Decimal(sum(one % ROUND == 0 for one in amounts)) / len(amounts)
    level = Level.LOOK if share > MOST_ROUND else Level.FINE
    yield Advice(
        "U11",
        level,
        "budget",
        _("Whole thousands are %(share)s of the lines; above 70 %% the sums look guessed.")
        % {"share": formats.share(share)},
    )


def _net_value(answers: Answers) -> Found:
    """U12: net value and payback are computed again from what they were made of."""
    effects = answers.get("effects", {})
    saved, rate, total = number(effects, "saved"), number(effects, "discount_rate"), _total(answers)
    if saved is None or rate is None or total is None:
        yield Advice(
            "U12",
            Level.UNKNOWN,
            "effects",
            _("Savings, discount rate or total are not written yet."),
        )
        return
    value = (
        sum((saved / (1 + rate / 100) ** year for year in range(1, YEARS + 1)), Decimal()) - total
    )
    level = Level.FINE if value >= 0 else Level.LOOK
    yield Advice(
        "U12",
        level,
        "effects",
        _(
            "The net value of five years of savings is %(value)s; effects that are not money stand beside it."
        )
        % {"value": formats.money(round(value, 2))},
    )
    stated, payback = number(effects, "net_value"), number(effects, "payback")
    if stated is not None and abs(stated - value) > ROUBLE:
        said = {"stated": formats.money(stated), "value": formats.money(round(value, 2))}
        message = _(
            "The passport states a net value of %(stated)s; its own figures make %(value)s."
        )
        yield Advice("U12", Level.LOOK, "effects", message % said)
    if payback is not None and (not saved or abs(payback - total / saved) > TENTH):
        made = formats.number(round(total / saved, 1)) if saved else _("never")
        message = _(
            "The passport states a payback of %(stated)s years; its own figures make %(made)s."
        )
        said = {"stated": formats.number(payback), "made": made}
        yield Advice("U12", Level.LOOK, "effects", message % said)
