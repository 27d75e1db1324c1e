"""What every part of a definition is made of: terms, conditions, waivers and grounds; sources are in the kernel."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from ratusha.kernel.sources import Confidence, Fact, Source, Text

__all__ = [
    "Applicant",
    "Cel",
    "Confidence",
    "DecimalText",
    "Fact",
    "Ground",
    "Level",
    "Mode",
    "Name",
    "OptionalTerm",
    "Source",
    "TermText",
    "Text",
    "Waiver",
]

Applicant = Literal["citizen", "foreigner", "organisation", "sole_trader"]
Level = Literal["e0", "e1", "e2", "e3", "e4", "e5"]
Mode = Literal["none", "password", "strict"]

Cel = Annotated[
    str,
    Meta(
        title="Condition (CEL)",
        description="Common Expression Language over answers, facts, applicant and today. Empty means always.",
        examples=["answers.purpose == 'court'", "size(facts['population.children'].children) > 0"],
    ),
]
TermText = Annotated[
    str,
    Meta(
        title="Term",
        description='A number and a unit; "0 days" means on the day of the application.',
        pattern=r"^\d+ (working days?|days?|weeks?|months?|years?)$",
        examples=["0 days", "15 days", "1 month", "5 working days"],
    ),
]
OptionalTerm = Annotated[
    str,
    Meta(
        description="As a term; empty when there is none.",
        pattern=r"^(\d+ (working days?|days?|weeks?|months?|years?))?$",
    ),
]
DecimalText = Annotated[
    str,
    Meta(description="How many base values, as a decimal number.", pattern=r"^(\d+(\.\d+)?)?$"),
]
Name = Annotated[
    str,
    Meta(
        description="Small Latin letters, digits and underscores; never reworded, cases point to it.",
        pattern=r"^[a-z][a-z0-9_]*$",
    ),
]


class Waiver(Fact, frozen=True):
    """Leave by an act to ask for what the state holds: by which act, why, and until when."""

    source: Source
    reason: Text
    until: Annotated[date, Meta(description="The first day on which it no longer holds.")]


class Ground(Fact, frozen=True):
    """A ground for saying no, or for giving a fee back. A refusal cites one of these, or it is not a refusal."""

    code: Name
    text: Text
    source: Source
