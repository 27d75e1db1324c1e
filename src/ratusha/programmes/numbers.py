"""Numbers of programmes that are no figure of the table: a month of a curve, and how often forecasts were kept."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.measures.public import paid_until, payments_of
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit

from .curves import Curve, earned_of, month_of, next_month, spread
from .figures.compute import Figures
from .models import ForecastRun
from .picture import Row
from .services.foresee import judged

CURVE, KEPT = "curve-1", "kept-1"
LABELS = {
    "original": gettext_lazy("original baseline"),
    "plan": gettext_lazy("last baseline"),
    "earned": gettext_lazy("earned"),
    "paid": gettext_lazy("paid"),
}
SAID = {
    "original": gettext_lazy("what stages were to earn by the end of the month, as they were first promised"),
    "plan": gettext_lazy("what stages are to earn by the end of the month, by the last baseline"),
    "earned": gettext_lazy("the price of what was accepted by the end of the month"),
    "paid": gettext_lazy("payments of measures that have a baseline, by the end of the month"),
}  # fmt: skip


def of_curve(figures: Figures, name: str, month: date) -> Number | None:
    """A sum up to the end of a month: of a node from what stands below, of a measure from its rows."""
    if name not in LABELS or month not in (curve := dict(getattr(figures.curves, name))):
        return None
    known = sum(bool(row.first if name == "original" else row.stages) for row in figures.rows)
    words = {"curve": LABELS[name], "month": f"{month:%m.%Y}"}
    return Number(
        label=_("By the end of %(month)s: %(curve)s") % words,
        value=curve[month],
        said=str(SAID[name]),
        expression="sum(below)" if figures.node else "sum(row)",
        version=CURVE,
        as_of=figures.picture.today,
        coverage=_("%(known)s of %(of)s measures") % {"known": known, "of": len(figures.rows)},
        inputs=_below(figures, name, month) if figures.row is None else _rows(figures.row, name, month),
        unit=Unit.MONEY,
        of=figures.said(),
    )  # fmt: skip


def _below(figures: Figures, name: str, month: date) -> list[Input]:
    """What each part adds up to by then; one whose curve has ended stays where it ended."""
    children, paid = figures.children(), {}
    if name == "paid":
        with_baseline = [row.facts.case_id for row in figures.rows if row.stages]
        paid = paid_until(with_baseline, next_month(month) - timedelta(days=1))
    found = []
    for one in children:
        events = [event for row in one.rows for event in _events(row, name)]
        value = sum((amount for on, amount in events if on <= month), Decimal())
        if name == "paid":
            value = sum((paid.get(row.facts.case_id, Decimal()) for row in one.rows), Decimal())
        there = (
            address_of("programmes:curve", one.key, name, f"{month:%Y-%m}")
            if events and _reaches(events, one, name, month)
            else address_of("programmes:level", one.key)
        )
        found.append(Input("below", one.said(), value, Unit.MONEY, address=there))
    return found


def _reaches(events: Curve, figures: Figures, name: str, month: date) -> bool:
    """Whether the curve of a part has this month: the plan ends with its last stage, the past with today."""
    first, last = min(on for on, _amount in events), max(on for on, _amount in events)
    return first <= month <= (last if name in {"original", "plan"} else figures.picture.today)


def _events(row: Row, name: str) -> Curve:
    """When how much was added, as it was worked out for the whole; payments are asked of all rows at once."""
    return row.by_month.get(name, [])


def _rows(row: Row, name: str, month: date) -> list[Input]:
    if name == "paid":
        return [
            Input("row", _("Payment"), one.amount, Unit.MONEY, on=one.on)
            for one in payments_of(row.facts.case_id, row.today)
            if month_of(one.on) <= month
        ]
    stages = row.first if name == "original" else row.stages
    return [
        Input("row", _("Stage %(number)s") % {"number": one.number}, amount, Unit.MONEY, on=day)
        for one in stages
        for day, amount in (earned_of(row, one) if name == "earned" else spread(one))
        if month_of(day) <= month
    ]


def of_forecasts(kind: str, code: str, today: date) -> Number | None:
    """Forecasts of measures that have ended since: how many there were, how many were kept, and the share."""
    if kind not in {"made", "replayed"} or code not in {"kept", "of", "share"}:
        return None
    inputs = [_judged(*one) for one in judged(today) if one[0].replayed == (kind == "replayed")]
    if code == "share" and not inputs:
        return None
    kept = [one for one in inputs if one.value]
    label, value, expression, unit = {
        "kept": (_("Were kept"), len(kept), "sum(kept)", Unit.COUNT),
        "of": (_("Of how many"), len(inputs), "count(kept)", Unit.COUNT),
        "share": (_("Share that was kept"), len(kept) / max(1, len(inputs)),
                  "sum(kept) / count(kept)", Unit.SHARE),
    }[code]  # fmt: skip
    return Number(
        label=label, value=value, expression=expression, version=KEPT, as_of=today, inputs=inputs, unit=unit,
        said=_("1 where the measure ended by the day of eight in ten runs, else 0"),
        coverage=_("%(number)s forecasts of measures that have ended since") % {"number": len(inputs)},
    )  # fmt: skip


def _judged(run: ForecastRun, row: Row, ended: date) -> Input:
    note = _("made on %(made)s, by %(by)s") % {
        "made": f"{run.on:%d.%m.%Y}",
        "by": f"{run.ends_by:%d.%m.%Y}",
    }
    return Input("kept", row.said(), int(ended <= run.ends_by), note=note, on=ended,
                 address=address_of("programmes:level", row.key))  # fmt: skip
