"""How long issues took in a week, as a digest keeps and reads it: by district and organisation of the committee."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from ratusha.issues.public import Measure, Times, Week
from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.parties.public import Organisation
from ratusha.ui.formats import number, share

from .cells import LEAST
from .queries import bodies_of

MEASURES: dict[str, Promise] = {
    "given": pgettext_lazy("days until an issue is", "given to an organisation"),
    "done": pgettext_lazy("days until an issue is", "done"),
    "closed": pgettext_lazy("days until an issue is", "closed"),
}
TABLES: dict[str, Promise] = {
    "districts": pgettext_lazy("how long issues took", "By district"),
    "organisations": pgettext_lazy("how long issues took", "By organisation"),
}
Stored = dict[str, Any]


def kept_times(committee: Organisation, week: Week) -> dict[str, list[Stored]]:
    """Districts inside the territory; organisations that are the committee or a body of its territory."""
    serves = set(committee.serves)
    bodies = {committee.pk, *bodies_of(committee).values_list("pk", flat=True)}
    return {
        "districts": [
            _kept(one, one.key.unit.name)
            for one in week.by_district
            if one.key.unit and serves & set(one.key.unit.lineage)
        ],
        "organisations": [
            _kept(one, one.key.name)
            for one in week.by_organisation
            if one.key and one.key.body_id in bodies
        ],
    }


def _kept(one: Times, name: Text) -> Stored:
    measures = {"given": one.given, "done": one.done, "closed": one.closed}
    return {
        "name": name,
        "in_term": one.in_term,
        **{key: _measure(value) for key, value in measures.items()},
    }


def _measure(one: Measure) -> Stored:
    few = 0 < one.of < LEAST
    return {"known": one.known, "of": None if few else one.of, "median": one.median, "p90": one.p90}


@dataclass(frozen=True)
class Waited:
    """One measure of one row. `days`: in the middle, and of nine in ten; none: of fewer than five, or not known."""

    label: Promise
    days: tuple[float, float] | None
    known: int | None
    of: int | None

    @property
    def words(self) -> str:
        if self.days is None:
            return _("no data, or of fewer than five")
        return _("%(median)s days; nine of ten within %(p90)s") % {
            "median": number(self.days[0], 1),
            "p90": number(self.days[1], 1),
        }

    @property
    def coverage(self) -> str:
        if self.known is None or self.of is None:
            return ""
        return _("known of %(known)s of %(of)s") % {
            "known": number(self.known),
            "of": number(self.of),
        }


@dataclass(frozen=True)
class Row:
    name: Said
    measures: list[Waited]
    in_term: float | None

    @property
    def in_term_words(self) -> str:
        return _("no data") if self.in_term is None else share(self.in_term)


def times_in(kept: dict[str, list[Stored]]) -> list[tuple[Promise, list[Row]]]:
    """Nothing of digests that were made before this was counted."""
    return [(TABLES[name], _rows(rows)) for name, rows in kept.items() if rows]


def _rows(kept: Iterable[Stored]) -> list[Row]:
    return [
        Row(
            in_my_language(one["name"]),
            [_waited(label, one[key]) for key, label in MEASURES.items()],
            one["in_term"],
        )
        for one in kept
    ]


def _waited(label: Promise, one: Stored) -> Waited:
    days = None if one["median"] is None else (one["median"], one["p90"])
    return Waited(label, days, one["known"], one["of"])
