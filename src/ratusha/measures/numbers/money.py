"""Money of a measure: its contract by stages and years, what was paid, what was included and by how much that grew."""

from datetime import date
from decimal import Decimal
from operator import attrgetter

from django.utils.translation import gettext as _

from ratusha.measures.models import Amendment, Baseline, Contract, Payment
from ratusha.measures.passport.reading import number as number_in
from ratusha.measures.passport.reading import rows
from ratusha.measures.published import money_by_year
from ratusha.measures.routes import Money
from ratusha.ui.numbers import Input, Number, Unit

from .of_one import Of, place_in


def _contract(of: Of) -> Contract | None:
    found = Contract.objects.filter(case=of.case)
    return found.prefetch_related("stages", "payments__by", "amendments__by").first()


def _paper(contract: Contract) -> str:
    return _("Contract No. %(number)s") % {"number": contract.number}


def _last_signed(contract: Contract) -> date:
    """The day since which the terms are what they are."""
    last = max(contract.amendments.all(), key=attrgetter("number"), default=None)
    return last.signed_on if last else contract.signed_on


def contract(of: Of, key: str) -> Number | None:
    found = _contract(of)
    if found is None or key:
        return None
    inputs = _stages(of, found)
    return of.made(_("Price of the contract"), found.amount, _("prices of the stages, summed"), "sum(stage)", inputs,
                   coverage=_all_stages(len(inputs)), as_of=_last_signed(found))  # fmt: skip


def _stages(of: Of, found: Contract, year: str = "", source: str = "") -> list[Input]:
    signed = _last_signed(found)
    return [
        Input("stage", f"{one.number}. {one.result}", one.amount, Unit.MONEY, _paper(found), signed, of.body,
              of.to("stage", one.number))
        for one in found.stages.all()
        if (not year or str(one.due_on.year) == year) and (not source or one.source == source)
    ]  # fmt: skip


def _all_stages(number: int) -> str:
    return _("all %(number)s stages of the contract") % {"number": number}


def stage(of: Of, key: str) -> Number | None:
    found = _contract(of)
    one = (
        next((row for row in found.stages.all() if str(row.number) == key), None) if found else None
    )
    if found is None or one is None:
        return None
    return of.given(_("Price"), one.amount, Unit.MONEY, paper=_paper(found), at=_last_signed(found),
                    of=f"{one.number}. {one.result}")  # fmt: skip


def planned(of: Of, key: str) -> Number | None:
    """Of a year, or of one source in it: the stages that end in it."""
    found, (year, _slash, source) = _contract(of), key.partition("/")
    if found is None or year not in found.year_sums:
        return None
    if source:
        return _from_source(of, found, year, source)
    value, inputs = Decimal(found.year_sums[key]), _stages(of, found, key)
    coverage = _all_stages(len(found.stages.all()))
    return of.made(_("Planned by the contract"), value, _("prices of the stages that end in this year, summed"),
                   "sum(stage)", inputs, coverage=coverage, of=key, as_of=_last_signed(found))  # fmt: skip


def _from_source(of: Of, found: Contract, year: str, source: str) -> Number | None:
    sums = {(year, source): amount for year, source, amount in found.sums_by_source()}
    if (year, source) not in sums:
        return None
    return of.made(_("Planned by the contract"), sums[year, source],
                   _("prices of the stages that end in this year and are paid from this source, summed"),
                   "sum(stage)", _stages(of, found, year, source), coverage=_all_stages(len(found.stages.all())),
                   of=f"{year}, {Money(source).label}", as_of=_last_signed(found))  # fmt: skip


def paid(of: Of, key: str) -> Number | None:
    """In a year, or so far; nothing was paid in a year that is only planned."""
    found = _contract(of)
    if found is None or (key and key not in {one.year for one in money_by_year(found)}):
        return None
    payments = [one for one in found.payments.all() if not key or str(one.on.year) == key]
    inputs = [
        Input("payment", one.on.isoformat(), one.amount, Unit.MONEY, _note_on(one), one.on, of.by(one.by))
        for one in payments
    ]  # fmt: skip
    value = sum((one.amount for one in payments), Decimal())
    return of.made(_("Paid so far"), value, _("payments under the contract, summed"), "sum(payment)", inputs,
                   coverage=_("all %(number)s payments under the contract") % {"number": len(found.payments.all())},
                   of=key)  # fmt: skip


def _note_on(one: Payment) -> str:
    return _("paid while the measure was being changed") if one.under_change else ""


def payment(of: Of, key: str) -> Number | None:
    found = _contract(of)
    one = place_in(list(found.payments.all()), key) if found else None
    if found is None or one is None:
        return None
    return of.given(_("Payment"), one.amount, Unit.MONEY, paper=_paper(found), at=one.on, by=one.by,
                    of=_note_on(one))  # fmt: skip


def _amended(of: Of, key: str, which: int) -> Number | None:
    found = _contract(of)
    one: Amendment | None = place_in(list(found.amendments.all()), key) if found else None
    if one is None:
        return None
    labels = (_("Price before the amendment"), _("Price after the amendment"))
    return of.given(labels[which], one.prices()[which], Unit.MONEY, paper=one.title, at=one.signed_on, by=one.by,
                    of=one.reasons)  # fmt: skip


def amended_from(of: Of, key: str) -> Number | None:
    return _amended(of, key, 0)


def amended_to(of: Of, key: str) -> Number | None:
    return _amended(of, key, 1)


# ---- what was included, and what it became ----
def _baselines(of: Of) -> list[Baseline]:
    return list(Baseline.objects.filter(case=of.case).select_related("version"))


def included(of: Of, key: str) -> Number | None:
    one: Baseline | None = place_in(_baselines(of), key)
    if one is None or one.total is None:
        return None
    lines = [
        (line, amount)
        for line in rows(one.version.answers, "budget", "lines")
        if (amount := number_in(line, "amount")) is not None
    ]
    by_year: dict[str, Decimal] = {}
    for line, amount in lines:
        year = str(line.get("year") or "")
        by_year[year] = by_year.get(year, Decimal()) + amount
    paper = _("Passport, version %(number)s") % {"number": one.version.number}
    inputs = [
        Input("year", year or _("no year"), amount, Unit.MONEY, paper, one.version.at, of.body)
        for year, amount in sorted(by_year.items())
    ]  # fmt: skip
    if sum(by_year.values()) != one.total:
        return of.given(_("Total"), one.total, Unit.MONEY, paper=one.act, at=one.at, of=paper)
    return of.made(_("Total"), one.total, _("budget lines of the passport that was included, summed by year"),
                   "sum(year)", inputs, coverage=_("all %(number)s budget lines") % {"number": len(lines)}, of=one.act,
                   as_of=one.at)  # fmt: skip


def _against(of: Of, key: str, *, first: bool, money: bool) -> Number | None:
    found = _baselines(of)
    one: Baseline | None = place_in(found, key)
    if one is None or one is found[0]:
        return None
    place = found.index(one)
    other = found[0] if first else found[place - 1]
    label = _("Against the first") if first else _("Against the one before")
    pair = [("now", one, place + 1), ("then", other, found.index(other) + 1)]
    if money:
        if one.total is None or other.total is None:
            return None
        inputs = [
            Input(name, row.act, row.total, Unit.MONEY, on=row.at, by=of.body, address=of.to("included", number))
            for name, row, number in pair
        ]  # fmt: skip
        return of.made(label, one.total - other.total, _("what is included now − what was included then"),
                       "now - then", inputs, coverage=_("both inclusions"), as_of=one.at)  # fmt: skip
    if one.ends_on is None or other.ends_on is None:
        return None
    inputs = [
        Input(name, row.act, row.ends_on, Unit.DAY, _("Ends on"), row.at, of.body)
        for name, row, _number in pair
    ]  # fmt: skip
    return of.made(label, (one.ends_on - other.ends_on).days, _("days from the end included then to the end now"),
                   "days(now - then)", inputs, coverage=_("both inclusions"), unit=Unit.DAYS,
                   as_of=one.at)  # fmt: skip


def dearer_than_first(of: Of, key: str) -> Number | None:
    return _against(of, key, first=True, money=True)


def dearer_than_before(of: Of, key: str) -> Number | None:
    return _against(of, key, first=False, money=True)


def later_than_first(of: Of, key: str) -> Number | None:
    return _against(of, key, first=True, money=False)


def later_than_before(of: Of, key: str) -> Number | None:
    return _against(of, key, first=False, money=False)
