"""What was measured of a pilot, place by place, and what its application aims at."""

from datetime import datetime

from django.utils.translation import gettext as _

from ratusha.kernel.dates import day_in_words
from ratusha.measures.models import Agreement, Measurement, PilotTerms
from ratusha.measures.presentation import Place
from ratusha.measures.presentation import measured as places_of
from ratusha.measures.queries import measurements_of
from ratusha.ui.numbers import Input, Number, Unit

from .of_one import Of, place_in


def rows_of(of: Of, until: datetime | None = None, place: str = "") -> list[Measurement]:
    return [one for one in measurements_of(of.case, until) if not place or one.place == place]


def as_inputs(of: Of, rows: list[Measurement]) -> list[Input]:
    return [
        Input("measurement", f"{one.place}, {day_in_words(one.on)}", one.value, Unit.LEVEL,
              _("with the pilot") if one.with_pilot else _("to compare with"), one.on, of.by(one.by))
        for one in rows
    ]  # fmt: skip


def _of_place(of: Of, key: str, *, before: bool) -> Number | None:
    place: Place | None = place_in(places_of(of.case), key)
    value = (place.before if before else place.after) if place else None
    if place is None or value is None:
        return None
    begun = Agreement.objects.get(pk=of.case.pk).starts_on
    rows = [one for one in rows_of(of, place=place.name) if (one.on < begun) == before]
    label, said = (
        (_("Mean before"), _("mean of what was measured before the pilot began"))
        if before
        else (_("Mean after"), _("mean of what was measured since the pilot began"))
    )
    coverage = _("%(number)s measurements of this place") % {"number": place.count}
    return of.made(label, value, said, "rounded(mean(measurement), 2)", as_inputs(of, rows), coverage=coverage,
                   unit=Unit.LEVEL, of=place.name)  # fmt: skip


def before(of: Of, key: str) -> Number | None:
    return _of_place(of, key, before=True)


def after(of: Of, key: str) -> Number | None:
    return _of_place(of, key, before=False)


def measured(of: Of, key: str) -> Number | None:
    place: Place | None = place_in(places_of(of.case), key)
    if place is None:
        return None
    inputs = as_inputs(of, rows_of(of, place=place.name))
    return of.made(_("Measurements"), place.count, _("figures of one place on one day each"), "count(measurement)",
                   inputs, coverage=_("all measurements of this place"), unit=Unit.COUNT, of=place.name)  # fmt: skip


def aimed(of: Of, key: str) -> Number | None:
    """What the application says: the value before the trial, and the one aimed at."""
    terms = PilotTerms.objects.filter(pk=of.case.pk).first()
    labels = {"baseline": _("Value before the trial"), "target": _("Value aimed at")}
    if terms is None or key not in labels:
        return None
    return of.given(labels[key], getattr(terms, key), Unit.LEVEL, paper=_("Application for the pilot"),
                    at=of.case.lodged_on, of=terms.indicator)  # fmt: skip
