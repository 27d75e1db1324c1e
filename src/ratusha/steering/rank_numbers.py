"""The numbers of ranks: their ranges under other weights, places won and lost, how many units are rated."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ratusha.ui import formats
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Unit

from . import presentation, ranking
from .index import data
from .index.sensitivity import drawn_times
from .models import PublishedIndex

Told = dict[str, Any]  # label, value, said, expression, inputs, unit of a `Number`
KEPT_INDICES = 4


@lru_cache(maxsize=KEPT_INDICES)
def _times(pk: UUID) -> Mapping[str, Mapping[int, int]]:
    """What is published never changes, so neither does this."""
    index = PublishedIndex.objects.get(pk=pk)
    spec = presentation.spec_of(index)
    table = data.read(index.table)
    return drawn_times(spec, table, presentation.specs_of(index), period=index.period)


def rank_range(index: PublishedIndex, unit: str, side: str) -> Told | None:
    """`low` or `high`: the rank that so many of the random weightings do not leave."""
    known = index.result["ranges"].get(unit)
    if known is None:
        return None
    times = _times(index.pk).get(unit, {})
    aside = (1 - index.result["interval"]) / 2
    share = aside if side == "low" else 1 - aside
    inputs = []
    for rank, count in sorted(times.items()):
        inputs += [
            Input("rank", _("Rank"), rank),
            Input("times", _("Weightings that give it"), count),
        ]
    words = {"share": formats.share(share, 0), "number": formats.number(index.result["draws"])}
    return {
        "label": _("Best rank under other weights") if side == "low" else _("Worst rank under other weights"),
        "value": known[side],
        "said": _(
            "%(number)s times the weights are drawn at random by a seed that the method names; "
            "in their order, the rank at %(share)s of them"
        ) % words,
        "expression": f"at_share(rank, times, {round(share, 6)})",
        "inputs": inputs,
    }  # fmt: skip


def rated(index: PublishedIndex) -> Told:
    """How many units have a value; those that have none stand there with nought."""
    inputs = [
        Input("rated", presentation.name_of(row), int(row["value_full"] is not None), note=_missing(row),
              address=address_of("steering:unit", index.code, index.edition, row["unit"]))
        for row in index.rows()
    ]  # fmt: skip
    return {
        "label": _("Units that are rated"), "value": index.rated, "expression": "sum(rated)",
        "said": _("units of the period that is published: 1 for one that is rated, else 0"), "inputs": inputs,
    }  # fmt: skip


def _missing(row: Mapping[str, Any]) -> str:
    return (
        _("without: %(names)s") % {"names": ", ".join(row["missing"])} if row.get("missing") else ""
    )


def rank_before(index: PublishedIndex, unit: str, period: str) -> Told | None:
    """The rank in any period of the table."""
    rows = [row for row in index.result["rows"] if row.get("period", "") == period]
    mine = next((row for row in rows if row["unit"] == unit), None)
    if mine is None or mine["rank"] is None:
        return None
    ahead = [one for one in rows if one["rank"] is not None and one["rank"] < mine["rank"]]
    return {
        "label": _("Rank in %(period)s") % {"period": period}, "value": mine["rank"],
        "said": _("one more than there are with a better value"), "expression": "count(before) + 1",
        "inputs": [Input("before", presentation.name_of(one), one["value"], Unit.FACTOR) for one in ahead],
    }  # fmt: skip


def places(index: PublishedIndex, unit: str, part: str) -> Told | None:
    """Places won or lost since the period before; what the unit did itself, and what the others did."""
    moved, pair = ranking.moved_in(index, unit), ranking.before_and_after(index, unit)
    if moved is None or pair is None:
        return None
    was, now = pair
    before = Input("before", _("Rank in %(period)s") % {"period": was["period"]}, was["rank"],
                   address=_there(index, "number_in", unit, was["period"]))  # fmt: skip
    after = Input("after", _("Rank in %(period)s") % {"period": now["period"]}, now["rank"],
                  address=_there(index, "number", unit))  # fmt: skip
    alone = Input(
        "alone", _("Rank with its new value among the old values of the others"), was["rank"] - moved.own
    )  # fmt: skip
    others = _("what is left: from its new value among the old ones to the rank now")
    label, value, said, expression, inputs = {
        "moved": (
            _("Places won or lost"), moved.total, _("rank before − rank now"), "before - after", [before, after],
        ),
        "moved-itself": (
            _("Places won by itself"), moved.own, _("had the others stood still"), "before - alone", [before, alone],
        ),
        "moved-by-others": (
            _("Places won or lost by what others did"), moved.others, others, "alone - after", [alone, after],
        ),
    }[part]  # fmt: skip
    return {
        "label": label,
        "value": value,
        "said": said,
        "expression": expression,
        "inputs": inputs,
    }


def _there(index: PublishedIndex, page: str, unit: str, *period: str) -> str:
    return address_of(f"steering:{page}", index.code, index.edition, "rank", unit, *period)
