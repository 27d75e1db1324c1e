"""What people were asked and what ended in a week, as a digest keeps and reads it: public words, no small number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from ratusha.consultations.public import Ended, ended_between, page_of
from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.parties.public import Organisation
from ratusha.territory.public import Unit
from ratusha.ui.formats import number

from .cells import LEAST, shown_results
from .queries import bodies_of

KINDS: dict[str, Promise] = {
    "poll": pgettext_lazy("kind of consultation", "Poll"),
    "petition": pgettext_lazy("kind of consultation", "Petition"),
    "discussion": pgettext_lazy("kind of consultation", "Discussion"),
    "budget": pgettext_lazy("kind of consultation", "Participatory budget"),
    "draft": pgettext_lazy("kind of consultation", "Draft law"),
}
Stored = dict[str, Any]


def kept_of(committee: Organisation, monday: date) -> list[Stored]:
    """What is written into the digest of this week: from here on nobody counts it again."""
    bodies = [committee.pk, *bodies_of(committee).values_list("pk", flat=True)]
    sunday = monday + timedelta(days=6)
    found = ended_between(monday, sunday, units=committee.serves, bodies=bodies)
    names = dict(
        Unit.objects.filter(code__in={one.unit for one in found}).values_list("code", "name")
    )
    return [_kept(one, names.get(one.unit, {})) for one in found]


def _kept(one: Ended, place: Text) -> Stored:
    return {
        "kind": one.kind,
        "code": one.code,
        "title": one.title,
        "place": place,
        "on": one.on.isoformat(),
        "took_part": None if 0 < one.took_part < LEAST else one.took_part,
        "outcome": one.outcome,
        "lines": [line for part in _parts(one) for line in part],
    }


def _parts(one: Ended) -> Iterable[list[Stored]]:
    """Question by question: a result is shown whole or not at all."""
    for under, lines in groupby(one.lines, key=lambda line: line.under):
        told = list(lines)
        counts = [line.count for line in told if line.count is not None]
        shown = shown_results(one.took_part, counts)
        yield [
            {
                "under": under,
                "text": line.text,
                "count": line.count if shown else None,
                "hidden": line.count is not None and not shown,
            }
            for line in told
        ]


@dataclass(frozen=True)
class Result:
    text: Said
    count: int | None
    hidden: bool


@dataclass(frozen=True)
class Asked:
    """One consultation as it is read. `took_part` None: fewer than five."""

    kind: str
    label: Promise
    title: Said
    place: Said
    on: date
    took_part: int | None
    outcome: Said
    results: list[tuple[Said, list[Result]]]  # by question, if there is one
    address: str

    @property
    def people(self) -> str:
        return people_words(self.took_part)


def asked_in(kept: Iterable[Stored]) -> list[Asked]:
    return [
        Asked(
            one["kind"],
            KINDS[one["kind"]],
            in_my_language(one["title"]),
            in_my_language(one["place"]) if one["place"] else Said(_("the whole country"), ""),
            date.fromisoformat(one["on"]),
            one["took_part"],
            in_my_language(one["outcome"]),
            [
                (in_my_language(under), [_result(line) for line in lines])
                for under, lines in groupby(one["lines"], key=lambda line: line["under"])
            ],
            page_of(one["kind"], one["code"]),
        )
        for one in kept
    ]


def _result(line: Stored) -> Result:
    return Result(in_my_language(line["text"]), line["count"], line["hidden"])


def people_words(took_part: int | None) -> str:
    if took_part is None:
        return _("fewer than five people")
    words = ngettext("%(n)s person", "%(n)s people", took_part)
    return words % {"n": number(took_part)}


def agreed_words() -> str:
    """Beside a statement without a number."""
    return _("all groups of opinion agree")
