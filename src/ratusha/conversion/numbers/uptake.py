"""How many take the new way, as a number: sums alone, no person."""

from dataclasses import replace

from django.utils.translation import gettext as _

from ratusha.conversion.uptake import Uptake, uptake
from ratusha.kernel.texts import in_my_language
from ratusha.ui.numbers import Input, Number, Unit

from .day import Day


def _found(day: Day, key: str) -> Uptake | None:
    """None also where so few have applied that a number would tell of persons."""
    found = uptake(key, day.on) if key in {row.code for row in day.rows} else None
    return found if found and found.share is not None else None


def _made(day: Day, key: str, number: Number, found: Uptake) -> Number:
    title = next(row.title for row in day.rows if row.code == key)
    words = {"day": f"{found.since:%d.%m.%Y}"}
    return replace(
        number,
        of=in_my_language(title),
        coverage=_("applications lodged here since %(day)s; those that were erased are not counted") % words,
        source=_("Cases of the platform"),
    )  # fmt: skip


def online(day: Day, key: str) -> Number | None:
    if (found := _found(day, key)) is None:
        return None
    said = _("applications lodged online since the new way was switched on")
    inputs = [Input("online", said, found.online, on=day.on)]
    made = day.derived(_("Lodged online"), found.online, said, "online", inputs)
    return _made(day, key, made, found)


def lodged(day: Day, key: str) -> Number | None:
    if (found := _found(day, key)) is None:
        return None
    said = _("all applications lodged since the new way was switched on")
    inputs = [
        day.to("online", key, found.online, _("Lodged online")),
        Input("otherwise", _("Lodged in another way"), found.lodged - found.online, on=day.on),
    ]
    made = day.derived(_("Lodged in all"), found.lodged, said, "online + otherwise", inputs)
    return _made(day, key, made, found)


def taken_up(day: Day, key: str) -> Number | None:
    if (found := _found(day, key)) is None:
        return None
    said = _("applications online ÷ all applications, since the new way was switched on")
    inputs = [
        day.to("online", key, found.online, _("Lodged online")),
        day.to("lodged", key, found.lodged, _("Lodged in all")),
    ]
    made = day.derived(_("Share that takes the new way"), found.share, said, "online / lodged", inputs,
                       unit=Unit.SHARE)  # fmt: skip
    return _made(day, key, made, found)
