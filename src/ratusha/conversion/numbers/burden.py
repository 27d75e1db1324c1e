"""What people complain of and pay, as numbers: sums of a year, nothing of fewer than five."""

from dataclasses import replace

from django.utils.translation import gettext as _

from ratusha.conversion.rules import is_few
from ratusha.conversion.volume import complained, fees
from ratusha.kernel.texts import in_my_language
from ratusha.ui.numbers import Input, Number, Unit

from .day import Day


def complaints(day: Day, key: str) -> Number | None:
    row = next((one for one in day.rows if one.code == key), None)
    value = complained(day.on).get(key, 0)
    if row is None or is_few(value):
        return None
    said = _("complaints about decisions in applications, lodged in the year before this day")
    source = _("Cases of the platform")
    inputs = [Input("lodged", said, value, note=source, on=day.on)]
    number = day.derived(_("Complaints in a year"), value, said, "lodged", inputs,
                         of=in_my_language(row.title), source=source)  # fmt: skip
    return replace(number, coverage=_("what was lodged here; paper from before is not known"))


def fee(day: Day, key: str) -> Number | None:
    row = next((one for one in day.rows if one.code == key), None)
    found = fees(key, day.on)
    if row is None or found.mean is None:
        return None
    source = _("Charges of the platform")
    inputs = [
        Input(
            "asked",
            _("Asked in all, without what is no longer asked"),
            found.sum,
            Unit.MONEY,
            source,
            day.on,
        ),
        Input(
            "applications",
            _("Applications in which something was asked"),
            found.cases,
            note=source,
            on=day.on,
        ),
    ]
    said = _("what people were asked to pay ÷ applications in which they were")
    number = day.derived(_("What a person pays"), found.mean, said, "rounded(asked / applications, 2)", inputs,
                         unit=Unit.MONEY, of=in_my_language(row.title), source=source)  # fmt: skip
    return replace(number, coverage=_("applications lodged here in the year before this day"))
