"""How applying at the portal went in a quarter, down to the pages at which people stopped: sums, never a person."""

from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from ratusha.conversion.dropping import Going, left_at
from ratusha.conversion.quality import Quarter, quarters
from ratusha.conversion.rules import QUARTER_AT_MOST, folded, quarter_of
from ratusha.kernel.texts import in_my_language
from ratusha.procedures.public import in_force
from ratusha.ui.numbers import Input, Number, Unit, Words

from .day import Day


def _found(day: Day, key: str) -> tuple[str, Quarter] | None:
    """A key is the code of a procedure and the first day of a quarter that is shown; nothing is told of a few."""
    code, _slash, first = key.rpartition("/")
    if code not in {row.code for row in day.rows}:
        return None
    known = quarters(day.on, code)[code]
    quarter = next((one for one in known if one.first.isoformat() == first), None)
    return (code, quarter) if quarter is not None and quarter.going.is_told else None


def _made(day: Day, number: Number, code: str, quarter: Quarter) -> Number:
    title = next(row.title for row in day.rows if row.code == code)
    words = {"procedure": in_my_language(title).text, "day": f"{quarter.first:%d.%m.%Y}"}
    return replace(
        number,
        of=_("%(procedure)s, quarter from %(day)s") % words,
        coverage=_(
            "people who began at the portal, once in a quarter; what is being filled in is not counted"
        ),
        source=_("Drafts of the platform, counted by quarter"),
    )


def begun(day: Day, key: str) -> Number | None:
    if (found := _found(day, key)) is None:
        return None
    code, quarter = found
    inputs = [
        Input("lodged", _("Begun and lodged"), quarter.going.lodged, on=quarter.first),
        day.to("left", key, quarter.going.left, _("Begun and left")),
    ]
    said = _(
        "people who began in the quarter: lodged, or left; who left one and lodged another later is in both"
    )
    made = day.derived(_("Begun online"), quarter.going.begun, said, "lodged + left", inputs)
    return _made(day, made, code, quarter)


def left(day: Day, key: str) -> Number | None:
    if (found := _found(day, key)) is None:
        return None
    code, quarter = found
    until = quarter_of(quarter.first + timedelta(days=QUARTER_AT_MOST))
    shown, rest = folded(left_at(code, quarter.first, until))
    names = _pages(code, day.on)
    inputs = [
        Input(
            "page", names.get(page, page) if page else _("All filled in, not lodged"), number, on=quarter.first
        )
        for page, number in shown.items()
    ]  # fmt: skip
    if rest:
        inputs.append(Input("page", _("Other pages, put together"), rest, on=quarter.first))
    said = _("by the page at which they stopped; pages of fewer than five people are put together")
    made = day.derived(_("Begun and left"), quarter.going.left, said, "sum(page)", inputs)
    return _made(day, made, code, quarter)


def _pages(code: str, on: date) -> dict[str, Words]:
    edition = in_force(on).get(procedure_id=code)
    return {page.code: in_my_language(page.title) for page in edition.promise.form}


def left_share(day: Day, key: str) -> Number | None:
    if (found := _found(day, key)) is None:
        return None
    code, quarter = found
    made = day.derived(
        _("Share that left"), quarter.going.left_share, _("begun and left ÷ all that were begun"), "left / begun",
        [day.to("left", key, quarter.going.left, _("Begun and left")), _all(day, key, quarter.going)],
        unit=Unit.SHARE,
    )  # fmt: skip
    return _made(day, made, code, quarter)


def _all(day: Day, key: str, went: Going) -> Input:
    return day.to("begun", key, went.begun, _("Begun online"))


def answered_share(day: Day, key: str) -> Number | None:
    found = _found(day, key)
    if found is None or not found[1].going.silence_is_told:
        return None
    code, quarter = found
    silent = Input(
        "silent", _("Begun while a register was silent"), quarter.going.silent, on=quarter.first
    )
    made = day.derived(
        _("All registers answered"), quarter.going.answered_share,
        _("1 − begun while a register was silent ÷ all that were begun"), "1 - silent / begun",
        [silent, _all(day, key, quarter.going)], unit=Unit.SHARE,
    )  # fmt: skip
    return _made(day, made, code, quarter)
