"""The way upwards: which body considers complaints about another."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from ratusha.parties.public import Organisation, find_body, organisation

from .law import WayUp, law


def named_by_an_act(code: str, kind: str, ways: Iterable[WayUp]) -> str:
    """The code of the body that an act names for this one, or nothing. What names the body itself goes first."""
    found = [w for w in ways if (w.body and w.body == code) or (w.kind and w.kind == kind)]
    return min(found, key=lambda way: not way.body).to if found else ""


def higher_body(body_id: UUID, on: date) -> Organisation | None:
    """The one an act names, else the organisation above; None means: directly to court (Law 433-Z, art. 30)."""
    body = organisation(body_id)
    code = named_by_an_act(body.code, body.kind, law().higher_bodies)
    above = find_body(code) if code else None
    if above is None and body.parent_id:
        above = organisation(body.parent_id)
    exists = above is not None and (above.closed_on is None or above.closed_on > on)
    return above if exists else None
