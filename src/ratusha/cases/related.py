"""What other kinds of case say on the page of a case: that it is complained about, that one may complain.

Kinds of one floor do not know each other. A kind that has something to say plugs a speaker in; the pages of every kind
show what is said.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ratusha.accounts.public import User

from .models import Case


@dataclass(frozen=True, kw_only=True)
class Related:
    """`action` is the words of the way to `address`; `sample` marks a rule that has no official text."""

    title: str
    text: str
    address: str = ""
    action: str = ""
    sample: bool = False


class Speaker(Protocol):
    def __call__(self, case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]: ...


_speakers: list[Speaker] = []


def plug_related(*speakers: Speaker) -> None:
    _speakers[:] = speakers


def related_to(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:
    """What this reader may be told beside this case: its applicant, or an official at the desk."""
    return [said for speak in _speakers for said in speak(case, user=user, at_desk=at_desk, on=on)]
