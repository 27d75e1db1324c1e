"""How far a roll-out has come: what is covered, what was to be by now, and the share of each place and of all."""

from decimal import Decimal

from django.utils.translation import gettext as _

from ratusha.kernel.dates import day_in_words
from ratusha.measures.adoption import Adopted, adoption_of
from ratusha.ui.numbers import Input, Number, Unit

from .of_one import Of


def _place(of: Of, key: str) -> Adopted | None:
    return next((one for one in adoption_of(of.case, of.today).places if one.code == key), None)


def whole(of: Of, key: str) -> Number | None:
    """Of one place what its plan says; without a place, of all together."""
    if key:
        place = _place(of, key)
        return _planned(of, place) if place else None
    adoption = adoption_of(of.case, of.today)
    inputs = [_as_whole(of, one) for one in adoption.places]
    return of.made(_("To be covered in all"), adoption.whole, _("sum over the planned places"), "sum(whole)", inputs,
                   coverage=adoption.coverage(), unit=Unit.COUNT)  # fmt: skip


def _planned(of: Of, place: Adopted) -> Number:
    return of.given(_("To be covered in all"), place.plan.whole, Unit.COUNT, paper=_("Plan of the roll-out"),
                    at=place.plan.at, by=place.plan.by, of=f"{place.name}: {place.plan.counted}")  # fmt: skip


def due(of: Of, key: str) -> Number | None:
    """Evenly between the first and the last day of each place."""
    if key:
        place = _place(of, key)
        return _due(of, place) if place else None
    adoption = adoption_of(of.case, of.today)
    inputs = [
        Input("due", one.name, one.due, address=of.to("adopted-due", one.code), on=of.today)
        for one in adoption.places
    ]
    return of.made(_("To be covered by now"), adoption.due, _("sum over the planned places"), "sum(due)", inputs,
                   coverage=adoption.coverage(), unit=Unit.COUNT)  # fmt: skip


def _due(of: Of, place: Adopted) -> Number:
    plan = place.plan
    planned = plan.planned
    inputs = [
        _as_whole(of, place),
        Input(
            "gone",
            _("Days gone since %(day)s") % {"day": day_in_words(plan.starts_on)},
            planned.gone(of.today),
        ),
        Input(
            "days",
            _("Days in all, until %(day)s") % {"day": day_in_words(plan.ends_on)},
            planned.days,
        ),
    ]
    said = _("evenly between the first and the last day, rounded to whole ones")
    return of.made(_("To be covered by now"), place.due, said, "rounded(whole * gone / days, 0)", inputs,
                   coverage=_("this one place"), unit=Unit.COUNT, of=place.name)  # fmt: skip


def covered(of: Of, key: str) -> Number | None:
    if key:
        place = _place(of, key)
        if place is None or place.fact is None:
            return None
        return of.given(_("Covered"), place.fact.covered, Unit.COUNT, paper=place.fact.evidence, at=place.fact.on,
                        by=place.fact.by, of=f"{place.name}: {place.plan.counted}")  # fmt: skip
    adoption = adoption_of(of.case, of.today)
    if not adoption.known:
        return None
    inputs = [_as_covered(of, one) for one in adoption.known]
    return of.made(_("Covered"), adoption.covered, _("sum over the places that have a figure"), "sum(covered)", inputs,
                   coverage=adoption.coverage(), unit=Unit.COUNT)  # fmt: skip


def share(of: Of, key: str) -> Number | None:
    if key:
        place = _place(of, key)
        places = [place] if place and place.fact else []
        value = place.share if place else None
        coverage, about = _("this one place"), place.name if place else ""
    else:
        adoption = adoption_of(of.case, of.today)
        places, value, coverage, about = adoption.places, adoption.share, adoption.coverage(), ""
    if value is None:
        return None
    inputs = [_as_covered(of, one) for one in places if one.fact]
    inputs += [_as_whole(of, one) for one in places]
    said = _(
        "what is covered, divided by all that is planned; a place without a figure counts as not covered"
    )
    return of.made(_("Share covered"), value, said, "sum(covered) / sum(whole)", inputs, coverage=coverage,
                   unit=Unit.SHARE, of=about)  # fmt: skip


def _as_whole(of: Of, one: Adopted) -> Input:
    return Input("whole", one.name, one.plan.whole, note=one.plan.counted, by=of.by(one.plan.by),
                 address=of.to("adopted-whole", one.code))  # fmt: skip


def _as_covered(of: Of, one: Adopted) -> Input:
    fact = one.fact
    value = Decimal(fact.covered) if fact else None
    return Input("covered", one.name, value, note=fact.evidence if fact else "", on=fact.on if fact else None,
                 by=of.by(fact.by) if fact else "", address=of.to("adopted-covered", one.code))  # fmt: skip
