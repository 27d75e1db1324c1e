"""Who considers a complaint: an official of the higher body who has had no hand in what is complained about."""

from datetime import date
from uuid import UUID

from ratusha.accounts.public import User
from ratusha.cases.public import (
    Case,
    Outcome,
    StepTaken,
    is_disinterested,
    is_handler,
    may_accept,
    may_take_up,
    statute_of,
)

KIND = "complaint"
DECIDING = {Outcome.GRANTED, Outcome.REFUSED, Outcome.NOT_ACCEPTED}


def decided(user: User, case: Case) -> bool:
    """This official handles the case, or took one of the decisions in it."""
    moves = statute_of(case.kind).moves
    steps = [str(step) for step, move in moves.items() if move.outcome in DECIDING]
    took = StepTaken.objects.filter(case=case, by=user, step__in=steps)
    return case.handler_id == user.pk or took.exists()


def has_no_conflict(user: User | None, complaint: Case, on: date) -> bool:
    """Neither decided what is complained about, nor applied for it, nor acts for who did."""
    if user is None:
        return False
    return all(
        is_disinterested(user, link.about, on) and not decided(user, link.about)
        for link in complaint.links.all()
        if link.kind == KIND
    )


def may_check(user: User | None, complaint: Case, on: date) -> bool:
    return may_accept(user, complaint, on) and has_no_conflict(user, complaint, on)


def may_consider(user: User | None, complaint: Case, on: date) -> bool:
    return may_take_up(user, complaint, on) and has_no_conflict(user, complaint, on)


def is_considering(user: User | None, complaint: Case, on: date) -> bool:
    return is_handler(user, complaint, on) and has_no_conflict(user, complaint, on)


def may_explain(user: User, body_id: UUID, on: date) -> bool:
    """An official who decides at the body whose decision is complained about answers for it."""
    return user.may("cases.decide", body_id, on=on)
