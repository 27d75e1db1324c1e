"""What every part of a definition is made of: texts, terms, conditions, and the source that a rule comes from."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from ratusha.kernel.texts import in_language

Confidence = Literal["official", "verified", "recalled", "sample"]
Applicant = Literal["citizen", "foreigner", "organisation", "sole_trader"]
Level = Literal["e0", "e1", "e2", "e3", "e4", "e5"]
Mode = Literal["none", "password", "strict"]

Text = Annotated[
    dict[str, str],
    Meta(
        title="Text in three languages",
        description="be, ru and en. A title of the law alone may stay in its official language.",
        extra_json_schema={
            "properties": {
                "be": {"type": "string", "description": "Belarusian, official orthography."},
                "ru": {"type": "string", "description": "Russian."},
                "en": {"type": "string", "description": "English, an unofficial translation."},
            },
        },
    ),
]
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


class Fact(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The common shape: frozen, and a field we do not know is an error, not a whisper."""


class Source(Fact, frozen=True):
    """Where a rule comes from. A rule without one is an opinion."""

    title: Annotated[str, Meta(description="The act: kind, number, date.", min_length=2)]
    article: Annotated[str, Meta(description="Article, item or row.")] = ""
    short: Annotated[Text, Meta(description="As people cite it: Указ № 200, п. 2.6.")] = {}
    confidence: Annotated[
        Confidence,
        Meta(
            description="official: read in the act; verified: seen in two places; recalled: known, not seen; "
            "sample: written for demonstration, marked so on every page."
        ),
    ] = "sample"
    url: str = ""

    def said(self) -> str:
        """As a document cites it: the act and the place in it."""
        return f"{self.title}, {self.article}" if self.article else self.title

    def cited(self, language: str) -> str:
        """As people cite it in this language, where that is written; else in full."""
        return in_language(self.short, language).text if self.short else self.said()


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
