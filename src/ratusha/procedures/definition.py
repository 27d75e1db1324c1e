"""What one procedure promises, as a lawyer writes it in a definition file. Pure data: no database, no clock.

The JSON Schema of the pack is made from these structures (`schema.py`), so that words, hints and checks are said once.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, field

from .expressions import services_named
from .facts import (
    Applicant,
    Cel,
    Fact,
    Ground,
    Level,
    Mode,
    Name,
    OptionalTerm,
    Source,
    TermText,
    Text,
    Waiver,
)
from .fee_rule import FeeRule
from .form_fields import Field, Page


class BodyRule(Fact, frozen=True):
    """Which body is responsible: a kind of body, found by an address, or fixed for the whole country."""

    kind: Annotated[str, Meta(description="A kind from body_kinds.yaml of the pack.")]
    by: Literal["applicant_address", "object_address", "fixed"] = "applicant_address"
    field: Annotated[
        str | None,
        Meta(description="The form field that holds the address, when by is object_address."),
    ] = None
    named: Annotated[
        str, Meta(description="The code of the body, when by is fixed and the kind has several.")
    ] = ""
    source: Annotated[
        Source | None,
        Meta(description="Where it is said which body is responsible; sample: by the chapter."),
    ] = None

    @property
    def is_sample(self) -> bool:
        """Nobody has read in an act that this body is responsible."""
        return self.source is None or self.source.confidence == "sample"


class RequiredDocument(Fact, frozen=True):
    """One document of the procedure's closed list, and who brings it."""

    code: Name
    title: Text
    source: Source
    from_: Annotated[
        Literal["applicant", "body"],
        Meta(description="body: obtained by the body itself, never demanded from the applicant."),
    ] = field(default="applicant", name="from")
    when: Cel = ""
    service: Annotated[str, Meta(description="The exchange service that replaces the paper.")] = ""
    waiver: Annotated[
        Waiver | None, Meta(description="Why the applicant brings what a register holds.")
    ] = None


class TermRule(Fact, frozen=True):
    base: TermText
    source: Source
    if_requested: Annotated[
        OptionalTerm, Meta(description="The longer term when another body is asked.")
    ] = ""
    from_: Annotated[
        Literal["application", "event"], Meta(description="What the term is counted from.")
    ] = field(default="application", name="from")
    note: Annotated[
        Literal["", "conditional", "later_event"],
        Meta(description="The official row says more than this term: it depends, or starts later."),
    ] = ""


class ValidityRule(Fact, frozen=True):
    period: Annotated[
        str,
        Meta(
            description='A term, "unlimited", "once", or "bound" (to another document or event).',
            pattern=r"^(unlimited|once|bound|\d+ (working days?|days?|weeks?|months?|years?))$",
        ),
    ]
    source: Source


class ResultFact(Fact, frozen=True):
    label: Text
    value: Annotated[
        Cel, Meta(description="A CEL expression; its value is printed beside the label.")
    ]


class ResultRule(Fact, frozen=True):
    """What the person gets: the words of the decision and the facts printed in it."""

    kind: Literal["certificate", "decision", "register_entry", "queue_place"]
    title: Text
    template: Annotated[
        list[Text],
        Meta(
            description="Paragraphs with {placeholders}: applicant, body, reference, today, or a name of values."
        ),
    ] = []
    values: Annotated[
        dict[str, str], Meta(description="Placeholders of the template, each a CEL expression.")
    ] = {}
    facts: list[ResultFact] = []
    stated: Annotated[
        Text,
        Meta(
            description="What the official must write into the decision, since no register and no answer holds it. "
            "Empty: a note is as they like."
        ),
    ] = {}
    registers: Annotated[
        str,
        Meta(description="The register action that the decision causes, e.g. record_residence."),
    ] = ""


class BodyRequest(Fact, frozen=True):
    """A question that the body puts to another body instead of sending the person there."""

    code: Name
    service: str
    to_kind: Annotated[str, Meta(description="Kind of the body that answers (body_kinds.yaml).")]
    question: Text
    when: Cel = ""
    term: TermText = "7 days"


class Definition(Fact, frozen=True):
    """One edition of one procedure. Only what is known is filled in; `level` says how far it goes."""

    code: Annotated[
        str,
        Meta(
            description="List and number of the row, e.g. U200/1.3.2.",
            pattern=r"^[A-Z]+[0-9]*/\S+$",
        ),
    ]
    title: Text
    valid_from: Annotated[
        date, Meta(description="The first day on which this edition is in force.")
    ]
    source: Source
    level: Annotated[
        Level,
        Meta(
            description="e0 name only, e1 information, e2 form, e3 application electronic, e4 application "
            "and decision electronic, e5 proactive."
        ),
    ] = "e0"
    valid_until: Annotated[
        date | None, Meta(description="The first day on which it is no longer in force.")
    ] = None
    sample: Annotated[
        bool, Meta(description="Some rule here is not the official text; pages show a mark.")
    ] = False
    short: Annotated[
        Text,
        Meta(description="What people call it: the heading of pages. The title stays the law's."),
    ] = {}
    official_title: Annotated[
        str, Meta(description="The row as the law words it, when the title is shorter.")
    ] = ""
    summary: Text = {}
    everyday: Annotated[
        list[str],
        Meta(description="What people call it, in any language; the search finds by these."),
    ] = []
    applicants: list[Applicant] = []
    body: BodyRule | None = None
    purpose: Annotated[
        str,
        Meta(description="The purpose, in exchange/purposes.yaml, for which registers are asked."),
    ] = "prefill"
    access_mode: Mode = "none"
    decision_electronic: bool = False
    second_official: Annotated[
        bool, Meta(description="A decision is confirmed by a second official before it is issued.")
    ] = False
    for_minors: Annotated[
        bool, Meta(description="A minor may be the applicant: a parent acts, from 14 on consents.")
    ] = False
    term: TermRule | None = None
    fee: FeeRule | None = None
    validity: ValidityRule | None = None
    documents: list[RequiredDocument] = []
    documents_count: Annotated[
        int | None, Meta(description="Number of documents where only the number is known.")
    ] = None
    body_requests_itself: Annotated[
        bool | None,
        Meta(description="The body obtains documents itself, where only that is known."),
    ] = None
    result: ResultRule | None = None
    refuse_to_accept: list[Ground] = []
    refuse: list[Ground] = []
    requests: list[BodyRequest] = []
    form: list[Page] = []

    @property
    def heading(self) -> Text:
        """The short name where there is one, else the title."""
        return self.short or self.title

    @property
    def fields(self) -> list[Field]:
        return [asked for page in self.form for asked in page.fields]

    @property
    def expressions(self) -> list[str]:
        """Every condition and value that the definition holds."""
        found = [d.when for d in self.documents] + [r.when for r in self.requests]
        if self.fee:
            for tariff in self.fee.tariffs:
                found += [tariff.when, tariff.quantity]
            found += [exemption.when for exemption in self.fee.exemptions]
        for page in self.form:
            found.append(page.when)
            for asked in page.fields:
                found += [asked.when, *(check.rule for check in asked.check)]
        if self.result:
            found += [*self.result.values.values(), *(fact.value for fact in self.result.facts)]
        return [expression for expression in found if expression]

    @property
    def services(self) -> list[str]:
        """The exchange services this procedure asks before or instead of the person, without repetition."""
        named = [f.prefill.service for f in self.fields if f.prefill]
        named += [f.choices_from.service for f in self.fields if f.choices_from]
        named += [d.service for d in self.documents if d.service]
        named += [e.service for e in self.fee.exemptions if e.service] if self.fee else []
        named += [
            service for expression in self.expressions for service in services_named(expression)
        ]
        return list(dict.fromkeys(named))


class GeneralTerm(Fact, frozen=True):
    """A term of a rule that holds for every procedure."""

    term: TermText
    source: Source


class ReadyWords(Fact, frozen=True):
    """Words that an official may begin an explanation with: what a ground asks the applicant to do next."""

    ground: Name
    text: Text


class GeneralRules(Fact, frozen=True):
    """What the law gives to every procedure: grounds to refuse and to give a fee back, and sources of its rules."""

    refuse_to_accept: list[Ground]
    refuse: list[Ground]
    refunds: Annotated[
        list[Ground], Meta(description="When a fee that was charged here is given back.")
    ] = []
    sources: dict[str, Source] = {}
    terms: dict[str, GeneralTerm] = {}
    words: Annotated[
        list[ReadyWords], Meta(description="Ready words for the explanation of a refusal: samples.")
    ] = []
