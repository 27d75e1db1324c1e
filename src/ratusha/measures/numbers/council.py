"""What the Council voted, and how often experts returned a passport."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from ratusha.measures.models import AgendaItem, Opinion
from ratusha.measures.queries import returns
from ratusha.ui.numbers import Input, Number, Unit

from .of_one import Of

SAID: dict[str, tuple[str, Callable[[], str]]] = {
    "for": ("votes_for", lambda: _("Votes for")),
    "against": ("against", lambda: _("Votes against")),
    "abstained": ("abstained", lambda: _("Abstained")),
    "apart": ("not_taking_part", lambda: _("Did not take part")),
}


def votes(of: Of, key: str) -> Number | None:
    """By the sealed protocol: `3/for` of the session No. 3. Before it is sealed, at the desk alone."""
    number, _slash, choice = key.rpartition("/")
    items = AgendaItem.objects.filter(case=of.case, session__number=number).exclude(decided_at=None)
    item = items.select_related("session__secretary").last()
    if (
        item is None
        or item.decided_at is None
        or choice not in SAID
        or not (item.session.sealed_at or of.inside)
    ):
        return None
    field, label = SAID[choice]
    words = {"number": item.session.number}
    paper = _("Protocol of the session No. %(number)s") % words
    at = item.session.sealed_at or item.decided_at
    return of.given(label(), getattr(item, field), Unit.COUNT, paper=paper, at=at, by=item.session.secretary,
                    of=_("secret vote") if item.secret else "")  # fmt: skip


def returned(of: Of, key: str) -> Number | None:
    if key:
        return None
    inputs = [
        Input("opinion", _version(one), 1, on=one.at, by=of.by(one.by))
        for one in returns(of.case).select_related("version", "by")
    ]
    return of.made(_("Returned"), len(inputs), _("opinions that returned it since the last decision"),
                   "count(opinion)", inputs, coverage=_("all opinions of the experts"), unit=Unit.COUNT)  # fmt: skip


def _version(one: Opinion) -> str:
    return _("version %(number)s") % {"number": one.version.number}
