"""How people have rated a procedure in a quarter; marks of persons are told in sums alone."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from ratusha.conversion.quality import CRITERIA, Quarter, quarters
from ratusha.kernel.texts import in_my_language
from ratusha.ui.numbers import Input, Number, Unit

from .day import Day


def _quarter(day: Day, key: str) -> tuple[Quarter, str] | None:
    """A key is the code of a procedure and the first day of a quarter that is shown."""
    code, _slash, first = key.rpartition("/")
    if code not in {row.code for row in day.rows}:
        return None
    known = quarters(day.on, code)[code]
    return next(((one, code) for one in known if one.first.isoformat() == first), None)


def _made(day: Day, number: Number, quarter: Quarter, code: str) -> Number:
    title = next(row.title for row in day.rows if row.code == code)
    words = {"procedure": in_my_language(title).text, "day": f"{quarter.first:%d.%m.%Y}"}
    return replace(
        number,
        of=_("%(procedure)s, quarter from %(day)s") % words,
        coverage=_("all ratings of results in this quarter"),
        source=_("Ratings of the platform"),
    )


def ratings(day: Day, key: str) -> Number | None:
    if (found := _quarter(day, key)) is None:
        return None
    quarter, code = found
    said = _("ratings given in the quarter")
    inputs = [Input("rated", _("Ratings"), quarter.ratings, on=_last(quarter))]
    made = day.derived(_("Ratings"), quarter.ratings, said, "rated", inputs)
    return _made(day, made, quarter, code)


def mean_mark(day: Day, key: str) -> Number | None:
    if (found := _quarter(day, key)) is None or found[0].mean is None:
        return None
    quarter, code = found
    marks = round(quarter.mean * quarter.ratings * CRITERIA) if quarter.mean else 0
    inputs = [
        Input("marks", _("Sum of all marks"), marks, on=_last(quarter)),
        day.to("ratings", key, quarter.ratings, _("Ratings")),
        Input("criteria", _("Marks of one rating: simplicity, information, term, politeness"), CRITERIA),
    ]  # fmt: skip
    said = _("the sum of all marks ÷ how many there are")
    made = day.derived(_("Mean of 1 to 5"), quarter.mean, said, "marks / (ratings * criteria)", inputs,
                       unit=Unit.INDEX)  # fmt: skip
    return _made(day, made, quarter, code)


def _last(quarter: Quarter) -> date:
    return quarter.first
