"""Numbers about a value that are not the value itself: how much it covers, what a target needs, how fast it went."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_my_language
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit

from .models import Snapshot
from .passports import Passport
from .presentation import said_coverage
from .queries import history
from .rules import Unit as Measured
from .way import Way, months, way

WAY = "way-1"  # how the way to a target is computed
UNITS = {Measured.SHARE: Unit.SHARE}
Make = Callable[[Passport, Snapshot], Number | None]


def find_number(passport: Passport, snapshot: Snapshot, figure: str) -> Number | None:
    """A figure that this value does not have gives none."""
    make = MADE.get(figure)
    return make(passport, snapshot) if make else None


def _coverage(passport: Passport, snapshot: Snapshot) -> Number:
    there = _address(snapshot)
    counted, missing, why = {
        "bodies": (_("Bodies with cases"), _("Bodies without"), _("No application ended there in 12 months.")),
        "procedures": (_("Procedures counted"), _("Procedures not counted"), ""),
        "described": (_("Procedures written down"), _("Procedures not written down"),
                      _("What their application asks is not written down yet.")),
        "rated": (_("Cases with a rating"), _("Cases without"), _("Who applied has not rated them.")),
        "services": (_("Services that were used"), _("Services that were not"), _("No case asked them in 12 months.")),
    }[snapshot.covers]  # fmt: skip
    left = snapshot.covered_of - snapshot.covered
    return Number(
        label=_("Coverage"),
        value=Decimal(snapshot.covered) / snapshot.covered_of if snapshot.covered_of else None,
        said=_("what is counted, as a part of all that there is"),
        expression="covered / (covered + missing) if covered + missing else 0",
        version=snapshot.version,
        as_of=snapshot.on,
        coverage=said_coverage(snapshot),
        inputs=[
            Input("covered", counted, snapshot.covered, address=there),
            Input("missing", missing, left, note=why if left else ""),
        ],
        unit=Unit.SHARE,
        of=in_my_language(passport.name),
        source=in_my_language(passport.source).text,
        by=snapshot.by.display_name if snapshot.by else _("Ratusha, by itself"),
    )


def _found(passport: Passport, snapshot: Snapshot) -> tuple[Way, list[tuple[date, Decimal]]] | None:
    known = [
        (one.on, one.value)
        for one in history([passport.code])[passport.code]
        if one.value is not None and one.on <= snapshot.on
    ]
    found = way(known, [(one.on, one.value) for one in passport.targets], passport.direction)
    return (found, known) if found else None


def _a_month(passport: Passport, snapshot: Snapshot) -> Number | None:
    if (found := _found(passport, snapshot)) is None or found[0].a_month is None:
        return None
    (on, value), (day, aim) = found[0].line[:2]
    act = next(one.act for one in passport.targets if one.on == day)
    inputs = [
        _input(passport, "aim", _("The next target"), aim, on=day, note=in_my_language(act.short).text),
        _input(passport, "value", _("Latest value"), value, on=on, address=_address(snapshot)),
        Input("months", _("Months between"), months(on, day), Unit.INDEX),
    ]  # fmt: skip
    said = _("what is left to the next target, in equal parts for each month")
    return _of_way(
        passport, snapshot, len(found[1]), label=_("Needed each month"), value=found[0].a_month, said=said,
        expression="(aim - value) / months", inputs=inputs,
    )  # fmt: skip


def _pace(passport: Passport, snapshot: Snapshot) -> Number | None:
    if (found := _found(passport, snapshot)) is None or found[0].pace is None:
        return None
    (first, before), (last, after) = found[1][0], found[1][-1]
    inputs = [
        _input(passport, "last", _("Latest value"), after, on=last, address=_address(snapshot)),
        _input(passport, "first", _("First value"), before, on=first,
               address=address_of("indicators:on", passport.code, first.isoformat())),
        Input("months", _("Months between"), months(first, last), Unit.INDEX),
    ]  # fmt: skip
    said = _("how much it changed in a month, from the first value to the latest")
    return _of_way(
        passport, snapshot, len(found[1]), label=_("Change in a month so far"), value=found[0].pace, said=said,
        expression="(last - first) / months", inputs=inputs,
    )  # fmt: skip


def _of_way(passport: Passport, snapshot: Snapshot, days: int, **told: Any) -> Number:
    covers = _("values of %(number)s days; %(coverage)s") % {
        "number": days, "coverage": said_coverage(snapshot),
    }  # fmt: skip
    return Number(
        version=WAY, as_of=snapshot.on, coverage=covers, unit=_unit(passport), of=in_my_language(passport.name),
        source=in_my_language(passport.source).text, **told,
    )  # fmt: skip


def _unit(passport: Passport) -> Unit:
    return UNITS.get(Measured(passport.unit), Unit.INDEX)


def _input(
    passport: Passport, name: str, label: str, value: Decimal, *, on: date, note: str = "", address: str = "",
) -> Input:  # fmt: skip
    return Input(name, label, value, _unit(passport), note=note, on=on, address=address)


def _address(snapshot: Snapshot) -> str:
    return address_of("indicators:on", snapshot.code, snapshot.on.isoformat())


MADE: dict[str, Make] = {"coverage": _coverage, "a-month": _a_month, "pace": _pace}
