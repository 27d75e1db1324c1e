"""The numbers of a session of the Council: who is there, how many are needed, what was voted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ratusha.measures.council_rules import quorum
from ratusha.measures.law import law
from ratusha.measures.models import AgendaItem, Seat, Session
from ratusha.ui.numbers import Input, Number, Unit

from .council import SAID

VERSION = "council-1"


def of_session(session: Session, figure: str, *, today: date) -> Number | None:
    """`present`, `needed`, or of an item by its place: `for-2`, `cast-2`."""
    seats = list(session.seats.select_related("member"))
    if figure == "present":
        rows = [_seat(one) for one in seats if one.present_since]
        said = _("members who are noted as present")
        return _made(
            session, seats, today, label=_("Members present"), value=len(rows), said=said,
            expression="count(member)", inputs=rows,
        )  # fmt: skip
    if figure == "needed" and seats:
        share = law().council.quorum_share
        rows = [Input("members", _("Members of the Council"), len(seats)),
                Input("share", _("Share that must be exceeded"), float(share), Unit.FACTOR,
                      note=law().council.source.said())]  # fmt: skip
        said = _("the least number that is more than this share of the members")
        return _made(
            session, seats, today, label=_("Members needed"), value=quorum(len(seats), share), said=said,
            expression="floor(members * share) + 1", inputs=rows,
        )  # fmt: skip
    choice, _dash, place = figure.rpartition("-")
    item = session.items.filter(position=int(place)).first() if place.isdecimal() else None
    return _of_item(session, item, choice, seats, today) if item else None


def _of_item(
    session: Session, item: AgendaItem, choice: str, seats: Sequence[Seat], today: date
) -> Number | None:
    """How many votes are cast; who has cast one in a secret vote is told to nobody. How many of each, once decided."""
    title = _("item %(number)s of the agenda") % {"number": item.position}
    votes = list(item.votes.select_related("seat__member"))
    if choice == "cast":
        rows = [Input("vote", one.seat.member.display_name, 1) for one in votes]
        if item.secret:
            rows = [Input("vote", _("Votes of a secret ballot"), len(votes))]
        return _made(
            session, seats, today, label=_("Votes cast"), value=len(votes), said=title,
            expression="sum(vote)", inputs=rows,
        )  # fmt: skip
    if choice not in SAID or item.decided_at is None:
        return None
    field, label = SAID[choice]
    value = getattr(item, field)
    paper = _("Protocol of the session No. %(number)s") % {"number": session.number}
    rows = [Input("counted", paper, value, note=title, on=item.decided_at,
                  by=session.secretary.display_name)]  # fmt: skip
    said = _("as it was counted and written into the protocol")
    return _made(
        session,
        seats,
        today,
        label=label(),
        value=value,
        said=said,
        expression="counted",
        inputs=rows,
    )


def _seat(one: Seat) -> Input:
    assert one.present_since is not None, "a member who is there"  # noqa: S101 - chosen by the caller
    return Input("member", one.member.display_name, 1, on=one.present_since)


def _made(session: Session, seats: Sequence[Seat], today: date, **told: Any) -> Number:
    title = _("Session No. %(number)s") % {"number": session.number}
    covers = _("all %(number)s members of the Council") % {"number": len(seats)}
    return Number(version=VERSION, as_of=today, coverage=covers, of=title,
                  source=law().council.source.said(), by=session.secretary.display_name, **told)  # fmt: skip
