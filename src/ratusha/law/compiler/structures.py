"""What a phrase means. Each structure can say its own words again, from its parts; `said` never looks at the source."""

from decimal import Decimal

from msgspec import Struct, field

from .lexicon import lexicon
from .spelling import joined, normal


class Quantity(Struct, frozen=True, omit_defaults=True):
    """So many of a unit: 5 рабочих дней. A number that is not written is one."""

    amount: Decimal
    unit: str
    language: str = "ru"
    case: str = "nominative"
    numeral: str = ""  # the number as it is written; empty where it is not
    modifier: str = ""  # working, calendar
    modifier_words: str = ""
    up_to: Decimal | None = None
    as_written: str = ""  # a form of the unit that grammar would not give

    def said(self, column: str) -> list[str]:
        amount = (self.up_to or self.amount) if self.numeral else None
        unit = self.as_written or lexicon(column).form(self.unit, self.language, self.case, amount)
        return [self.numeral, self.modifier_words, unit]


class Note(Struct, frozen=True, omit_defaults=True):
    """Words that say when, for whom, for what or from when; `kind` is what they do."""

    kind: str
    opening: str
    words: str = ""
    dash: str = ""

    def said(self) -> list[str]:
        return [self.opening, self.words]


class Value(Struct, frozen=True, omit_defaults=True):
    """One value of a cell: a span, a tariff, "free", "on the day". Its parts in the order in which they are said."""

    kind: str
    meaning: str = ""
    opening: str = ""
    limit: str = ""
    quantity: Quantity | None = None
    number: Decimal | None = None
    words: str = ""
    closing: str = ""
    events: tuple[Note, ...] = ()
    remarks: tuple[Note, ...] = ()

    def said(self, column: str) -> list[str]:
        said = [self.opening, self.words]
        if self.quantity:
            said += self.quantity.said(column)
        said.append(self.closing)
        for note in (*self.events, *self.remarks):
            said += note.said()
        return said


class Clause(Struct, frozen=True, omit_defaults=True):
    """A value with its conditions. `lead` is what separates it from the clause before."""

    values: tuple[Value, ...] = ()
    lead: str = ""
    links: tuple[str, ...] = ()
    before: Note | None = None
    after: tuple[Note, ...] = ()
    brackets: tuple["Cell", ...] = ()

    def said(self, column: str) -> list[str]:
        said = [self.lead]
        if self.before:
            said += [*self.before.said(), self.before.dash]
        for i, value in enumerate(self.values):
            said += [*([self.links[i - 1]] if i else []), *value.said(column)]
        for note in self.after:
            said += [note.dash, *note.said()]
        for bracket in self.brackets:
            said += ["(", *bracket.said(column), ")"]
        return said

    @property
    def notes(self) -> list[Note]:
        remarks = [note for value in self.values for note in value.remarks]
        return [*([self.before] if self.before else []), *self.after, *remarks]


class Cell(Struct, frozen=True, omit_defaults=True):
    """Everything one cell says."""

    clauses: tuple[Clause, ...] = field(default_factory=tuple)
    end: str = ""

    def said(self, column: str) -> list[str]:
        return [word for clause in self.clauses for word in clause.said(column)] + [self.end]

    def sentence(self, column: str) -> str:
        return normal(joined(self.said(column)))

    @property
    def all_clauses(self) -> list[Clause]:
        """With those in brackets."""
        found = []
        for clause in self.clauses:
            found.append(clause)
            for bracket in clause.brackets:
                found += bracket.all_clauses
        return found
