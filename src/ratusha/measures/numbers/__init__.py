"""The numbers of measures and pilots, each with what it was computed from or the paper in which it was written.

What opens to everybody stands on the public card; `INSIDE` alone opens at the desk, to who has a part in the measure.
"""

from collections.abc import Callable
from datetime import date

from ratusha.cases.public import Case
from ratusha.ui.numbers import Number

from . import adoption, council, effect, evaluation, measured, money, promised, terms
from .of_one import Of
from .showcase import of_showcase

__all__ = ["INSIDE", "MADE", "find", "of_showcase"]

MADE: dict[str, Callable[[Of, str], Number | None]] = {
    "contract": money.contract,
    "stage": money.stage,
    "planned": money.planned,
    "paid": money.paid,
    "vat": terms.vat,
    "warranty": terms.warranty,
    "promised-availability": terms.availability,
    "amended-from": money.amended_from,
    "amended-to": money.amended_to,
    "included": money.included,
    "dearer-than-first": money.dearer_than_first,
    "dearer-than-before": money.dearer_than_before,
    "later-than-first": money.later_than_first,
    "later-than-before": money.later_than_before,
    "baseline": promised.baseline,
    "target": promised.target,
    "fact": promised.fact,
    "way": promised.way,
    "proof": promised.proof,
    "effect": effect.effect,
    "low": effect.low,
    "high": effect.high,
    "chance": effect.chance,
    "points": effect.points,
    "answers": evaluation.answers,
    "cost": evaluation.cost,
    "for-a-thousand": evaluation.for_a_thousand,
    "site-half": evaluation.site_half,
    "site-most": evaluation.site_most,
    "sites": evaluation.sites,
    "votes": council.votes,
    "adopted-whole": adoption.whole,
    "adopted-due": adoption.due,
    "adopted-covered": adoption.covered,
    "adopted-share": adoption.share,
}
INSIDE: dict[str, Callable[[Of, str], Number | None]] = {
    "payment": money.payment,
    "before": measured.before,
    "after": measured.after,
    "measured": measured.measured,
    "aimed": measured.aimed,
    "returned": council.returned,
}


def find(case: Case, code: str, key: str, *, today: date, inside: bool) -> Number | None:
    """A code or a key that names nothing gives none."""
    make = MADE.get(code) or (INSIDE.get(code) if inside else None)
    return make(Of(case, today, inside=inside), key) if make else None
