"""The numbers of a published index, each with the parts or the units it was computed from."""

from typing import Any

from django.utils.translation import gettext as _

from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit

from . import presentation, rank_numbers, ranking
from .models import PublishedIndex
from .presentation import Part

EXACT = 1e-9


def find_number(index: PublishedIndex, code: str, key: str = "", period: str = "") -> Number | None:
    """Of one unit, or of the whole index. A number that is rounded on the page is told in full here."""
    if not key:
        return _made(index, None, **rank_numbers.rated(index)) if code == "rated" else None
    row = next((one for one in index.rows() if one["unit"] == key), None)
    if row is None or row["value_full"] is None:
        return None
    if period:
        told = rank_numbers.rank_before(index, key, period) if code == "rank" else None
        return _made(index, row, **told) if told else None
    match code:
        case "value":
            return _value(index, row)
        case "rank":
            return _rank(index, row)
        case "change":
            return _change(index, row)
        case "rank-low" | "rank-high":
            told = rank_numbers.rank_range(index, key, code.removeprefix("rank-"))
            return _made(index, row, **told) if told else None
        case "moved" | "moved-itself" | "moved-by-others":
            told = rank_numbers.places(index, key, code)
            return _made(index, row, **told) if told else None
        case _:
            return None


def _made(index: PublishedIndex, row: dict[str, Any] | None, **given: Any) -> Number:
    told = _("%(rated)s of %(units)s rated") % {"rated": index.rated, "units": index.units}
    name = presentation.name_of(row) if row else presentation.said(index.title, index.code)
    return Number(
        version=index.version or "1", as_of=index.published_at, coverage=told, of=name,
        source=index.source or presentation.said(index.title, index.code).text, by=index.author, **given,
    )  # fmt: skip


def _value(index: PublishedIndex, row: dict[str, Any]) -> Number:
    """From the parts of the whole where it is a mean or a sum of them; else from one figure, told by the method."""
    whole = presentation.tree(index, row)
    parts = [one for one in whole.parts if one.value is not None]
    unit = address_of("steering:unit", index.code, index.edition, row["unit"])
    value = row["value_full"]
    adds = [one for one in parts if one.contribution is not None]
    if adds and abs(sum(one.contribution or 0 for one in adds) - value) < EXACT:
        inputs = [_part(one, one.contribution, unit, index) for one in adds]
        said, expression = _("what each part adds: its score × its weight, summed"), "sum(part)"
    elif whole.method == "geometric" and all(one.weight is not None for one in parts):
        weights = sum(one.weight or 0 for one in parts)
        inputs, factors = [], []
        for number, one in enumerate(parts, 1):
            inputs += [
                _part(one, one.value, unit, index, f"part_{number}"),
                Input(f"weight_{number}", _("Weight"), (one.weight or 0) / weights, Unit.FACTOR),
            ]
            factors.append(f"part_{number} ** weight_{number}")
        said, expression = _("the weighted geometric mean of the parts"), " * ".join(factors)
    else:
        inputs = [
            Input(
                "value",
                presentation.said(index.title, index.code),
                value,
                Unit.FACTOR,
                address=unit,
            )
        ]
        said = _(
            "computed step by step as the method says; the files of the index hold all of them"
        )
        expression = "value"
    return _made(index, row, label=_("Value"), value=value, said=said, expression=expression, inputs=inputs,
                 unit=Unit.FACTOR)  # fmt: skip


def _part(
    one: Part, value: float | None, address: str, index: PublishedIndex, name: str = "part"
) -> Input:
    words = {"value": round(one.value or 0, 4), "weight": round(one.weight or 0, 4)}
    note = _("score %(value)s, weight %(weight)s") % words if one.weight is not None else ""
    return Input(
        name, one.label, value, Unit.FACTOR, note, index.published_at, index.author, address
    )


def _rank(index: PublishedIndex, row: dict[str, Any]) -> Number | None:
    """Units before it. Its rank by the method is one more where ties share the first of their places."""
    if row["rank"] is None:
        return None
    ahead = [one for one in index.rows() if one["rank"] is not None and one["rank"] < row["rank"]]
    inputs = [
        Input("before", presentation.name_of(one), one["value"], Unit.FACTOR,
              address=address_of("steering:number", index.code, index.edition, "value", one["unit"]))
        for one in ahead
    ]  # fmt: skip
    return _made(index, row, label=_("Rank"), value=row["rank"], said=_("one more than there are with a better value"),
                 expression="count(before) + 1", inputs=inputs)  # fmt: skip


def _change(index: PublishedIndex, row: dict[str, Any]) -> Number | None:
    pair = ranking.before_and_after(index, row["unit"])
    if pair is None or pair[0]["value_full"] is None:
        return None
    before, after = pair
    now = address_of("steering:number", index.code, index.edition, "value", row["unit"])
    inputs = [
        Input("after", _("Value after"), after["value_full"], Unit.FACTOR, str(after.get("period", "")), address=now),
        Input("before", _("Value before"), before["value_full"], Unit.FACTOR, str(before.get("period", ""))),
    ]  # fmt: skip
    return _made(index, row, label=_("Change in a period"), value=after["value_full"] - before["value_full"],
                 said=_("value after − value before"), expression="after - before", inputs=inputs,
                 unit=Unit.FACTOR)  # fmt: skip
