"""What a pilot has changed: from the measurements that its last evaluation was computed from."""

from django.utils.translation import gettext as _

from ratusha.kernel.dates import day_in_words
from ratusha.measures.effect import CONFIDENCE, Compared, Effect, effect_of
from ratusha.measures.models import Agreement
from ratusha.measures.pilot_checks import Design
from ratusha.measures.queries import points_of
from ratusha.measures.student import quantile
from ratusha.ui.numbers import Input, Number, Unit

from .evaluation import DIGITS, Evaluated, evaluated
from .measured import as_inputs, rows_of
from .of_one import Of

APART = "mean(after) - mean(before)"
SPREAD = "sqrt(deviation(before) ** 2 / count(before) + deviation(after) ** 2 / count(after))"


def _again(found: Evaluated) -> Effect | None:
    """As it was computed on that day; none where it is an opinion."""
    case, terms = found.of.case, found.terms
    if found.one.p is None or terms.design == Design.OPINION:
        return None
    begun = Agreement.objects.get(pk=case.pk).starts_on
    towards = 1 if terms.target > terms.baseline else -1
    return effect_of(terms.design, points_of(case, found.one.at), begun=begun, towards=towards)


def effect(of: Of, key: str) -> Number | None:
    found = evaluated(of, key)
    said = _("mean of one side − mean of the other, towards the target")
    return None if found is None else _told(found, "effect", _("Effect of the pilot"), said, "")


def low(of: Of, key: str) -> Number | None:
    found = evaluated(of, key)
    return (
        None
        if found is None
        else _told(found, "low", _("Effect of the pilot, at least"), _reach(), " - t")
    )


def high(of: Of, key: str) -> Number | None:
    found = evaluated(of, key)
    return (
        None
        if found is None
        else _told(found, "high", _("Effect of the pilot, at most"), _reach(), " + t")
    )


def _reach() -> str:
    return _("the effect, and as far from it as chance alone reaches nine times out of ten")


def _told(found: Evaluated, field: str, label: str, said: str, sign: str) -> Number | None:
    again = _again(found)
    if again is None:
        return found.written(field, label, Unit.FACTOR)
    wide = f"{sign} * {SPREAD}" if sign and again.df else ""
    return found.of.made(label, getattr(found.one, field), said, f"rounded({APART}{wide}, {DIGITS})",
                         _inputs(found, again), coverage=_all(found), unit=Unit.FACTOR, as_of=found.on)  # fmt: skip


def chance(of: Of, key: str) -> Number | None:
    """Where nothing varies the evaluation alone says it: there is no spread to compute it from."""
    found = evaluated(of, key)
    again = _again(found) if found else None
    if found is None or again is None:
        return None
    label = _("p of the effect")
    if not again.df:
        return found.written("p", label, Unit.FACTOR)
    said = _("how often chance alone would go so far in either direction, by Student’s t")
    return of.made(label, found.one.p, said, f"chance(({APART}) / {SPREAD}, freedom)", _inputs(found, again),
                   coverage=_all(found), unit=Unit.FACTOR, as_of=found.on)  # fmt: skip


def points(of: Of, key: str) -> Number | None:
    found = evaluated(of, key)
    if found is None or found.one.p is None:
        return None
    inputs = as_inputs(of, rows_of(of, found.one.at))
    return of.made(_("Measurements"), found.one.points, _("figures of one place on one day each"),
                   "count(measurement)", inputs, coverage=_all(found), unit=Unit.COUNT, as_of=found.on)  # fmt: skip


def _all(found: Evaluated) -> str:
    words = {"number": found.one.points}
    return _("%(number)s measurements of the pilot and of what it is compared with") % words


def _inputs(found: Evaluated, again: Effect) -> list[Input]:
    """Aimed at the target: what should fall and falls counts above zero."""
    of, note = found.of, _what_is_compared(found.terms.design)
    sides = [
        Input(name, _said(row), row.value, Unit.FACTOR, note, found.on, of.body, of.to("points"))
        for name, side in (("before", again.before), ("after", again.after))
        for row in side
    ]
    if not again.df:
        return sides
    words = {"share": round(CONFIDENCE * 100), "freedom": round(again.df, 2)}
    note = _("%(share)s in 100 lie within it, with %(freedom)s degrees of freedom") % words
    student = Input("t", _("Student’s t"), quantile(CONFIDENCE, again.df), Unit.FACTOR, note)
    note = _("Welch and Satterthwaite")
    return [*sides, student, Input("freedom", _("Degrees of freedom"), again.df, Unit.FACTOR, note)]


def _what_is_compared(design: str) -> str:
    return {
        Design.COMPARISON: _("by how much the places with the pilot were ahead of the others"),
        Design.BEFORE_AFTER: _("mean of the places with the pilot"),
        Design.RANDOMISED: _("what this place gained since before"),
    }[Design(design)]


def _said(row: Compared) -> str:
    return row.of if isinstance(row.of, str) else day_in_words(row.of)
