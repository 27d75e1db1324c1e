"""Where a rule comes from: the act, the place in it, and how surely we know. A rule without one is an opinion."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from .texts import in_language

Confidence = Literal["official", "verified", "recalled", "sample"]

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
