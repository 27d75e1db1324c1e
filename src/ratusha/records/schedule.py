"""How long what is kept: by kind of case as the country's schedule says, and by table as each module says itself."""

import re
from dataclasses import dataclass
from functools import cache

import msgspec
from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.procedures.public import Source

WITH_THE_CASE = "case"  # in RETENTION: as long as the schedule says for its kind of case
PERIOD = re.compile(r"P(?:(\d+)Y|(\d+)D|T(\d+)H|T0S)")  # those that are in use, ISO 8601


class KindOfCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    title: Text
    period: str
    source: Source

    @property
    def spoken(self) -> str:
        return spoken(self.period)


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something kept about people, in their words, and the tables that hold it."""

    title: Text
    since: Text
    tables: list[str]


class Schedule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cases: list[KindOfCase]
    data: list[Kept]


@cache
def schedule() -> Schedule:
    return msgspec.convert(pack().yaml("retention.yaml"), Schedule)


def period_of(table: str) -> str | None:
    """What the module of this table says: an ISO duration, "case", or None for good."""
    app, _dot, model = table.partition(".")
    said = apps.get_app_config(app).models_module.RETENTION  # type: ignore[union-attr]  # a test sees that all have it
    period: str | None = said.get(model, said.get("*"))[0]
    return period


@dataclass(frozen=True)
class Line:
    """One line of the page."""

    title: Text
    period: str
    since: Text


def lines() -> list[Line]:
    return [Line(one.title, spoken(period_of(one.tables[0])), one.since) for one in schedule().data]


def years_of(period: str) -> int:
    """Cases are kept for whole years."""
    found = PERIOD.fullmatch(period)
    if found is None or not found[1]:
        raise ValueError(period)
    return int(found[1])


def spoken(period: str | None) -> str:
    """A period in words."""
    if period is None:
        return _("for good")
    found = PERIOD.fullmatch(period)
    if found is None:
        raise ValueError(period)
    years, days, hours = (int(n) if n else 0 for n in found.groups())
    if years:
        return ngettext("%(count)d year", "%(count)d years", years) % {"count": years}
    if days:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if hours:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return _("deleted at once")
