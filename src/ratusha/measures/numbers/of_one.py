"""What all numbers of one measure share: whose it is, the day, and how one leads to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case
from ratusha.kernel.texts import in_my_language
from ratusha.parties.public import party_name
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit, Words

VERSION = "measures-1"


@dataclass(frozen=True)
class Of:
    """One measure on one day. Inside, at the desk, persons are named; to everybody the body that answers for it."""

    case: Case
    today: date
    inside: bool

    @cached_property
    def body(self) -> str:
        return party_name(self.case.applicant_id, get_language() or "")

    def by(self, person: User | None) -> str:
        return person.display_name if self.inside and person else self.body

    def to(self, figure: str, key: object = "") -> str:
        page = "measures:desk_number" if self.inside else "measures:number"
        words = (self.case.reference, figure, str(key))
        return address_of(f"{page}_of", *words) if words[-1] else address_of(page, *words[:2])

    def given(self, label: Words, value: Any, unit: Unit, *, paper: str, at: date, by: User | None = None,
              of: str = "", address: str = "") -> Number:  # fmt: skip
        """A figure that was not computed but written: the paper, its day and who answers for it are its input."""
        written = Input("written", paper, value, unit, of, at, self.by(by), address)
        return self.made(label, value, _("as it was written in the paper named below"), "written", [written],
                         unit=unit, of=of, coverage=_("this one figure"), as_of=at, by=self.by(by))  # fmt: skip

    def made(self, label: Words, value: Any, said: str, expression: str, inputs: Sequence[Input], *, coverage: str,
             unit: Unit = Unit.MONEY, of: Words = "", as_of: date | None = None, by: str = "") -> Number:  # fmt: skip
        return Number(label, value, said, expression, VERSION, as_of or self.today, coverage, inputs, unit,
                      of or in_my_language(self.case.title), by=by)  # fmt: skip


def place_in(rows: Sequence[Any], key: str) -> Any | None:
    """The row whose number, counted from one, is the key."""
    if not (key.isdecimal() and key.isascii() and len(key) < len("10000")):
        return None
    return rows[int(key) - 1] if 0 < int(key) <= len(rows) else None
