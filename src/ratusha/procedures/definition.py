"""What one procedure promises, as a lawyer writes it in a definition file. Pure data: no database, no clock.

The JSON Schema of the pack is made from these structures (`schema.py`), so that words, hints and checks are said once.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from ratusha.kernel.texts import in_language

from .expressions import services_named

Confidence = Literal["official", "verified", "recalled", "sample"]
Applicant = Literal["citizen", "foreigner", "organisation", "sole_trader"]
Level = Literal["e0", "e1", "e2", "e3", "e4", "e5"]
Mode = Literal["none", "password", "strict"]
FieldKind = Literal[
    "text",
    "long_text",
    "date",
    "choice",
    "choices",
    "yes_no",
    "number",
    "money",
    "address",
    "person",
    "personal_number",
    "payer_number",
    "email",
    "phone",
    "file",
]

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


class Ground(Fact, frozen=True):
    """A ground for saying no, or for giving a fee back. A refusal cites one of these, or it is not a refusal."""

    code: Name
    text: Text
    source: Source


class Tariff(Fact, frozen=True):
    """One sum of the fee: base values or a fixed sum, when it is taken, and for how many."""

    code: Name
    label: Annotated[Text, Meta(description="For what and in which case, as the person reads it.")]
    multiple: DecimalText = ""
    amount: Annotated[
        str,
        Meta(
            description="A fixed sum in the national currency; never a rouble equivalent in brackets.",
            pattern=r"^(\d+(\.\d{1,2})?)?$",
        ),
    ] = ""
    when: Cel = ""
    quantity: Annotated[
        Cel, Meta(description="How many, as a CEL expression over the answers. Empty means once.")
    ] = ""
    per: Annotated[Text, Meta(description="What is counted: for each document.")] = {}
    source: Annotated[Source | None, Meta(description="Where it is not that of the fee.")] = None


class Exemption(Fact, frozen=True):
    """Who pays nothing, and what proves it: a register that is asked, or a file of the form."""

    code: Name
    label: Text
    when: Cel
    source: Source
    service: Annotated[
        str, Meta(description="The exchange service that proves it: nothing is brought.")
    ] = ""
    document: Annotated[
        str, Meta(description="The file field of the form that proves it, where no register does.")
    ] = ""


class Payer(Fact, frozen=True):
    """Who pays which share, where several pay. The shares of all come to one."""

    code: Name
    label: Text
    share: Annotated[str, Meta(description="As a fraction.", pattern=r"^\d{1,4}/[1-9]\d{0,3}$")]
    named_by: Annotated[
        str, Meta(description="The form field with the payer's name; empty means the applicant.")
    ] = ""


class FeeRule(Fact, frozen=True):
    kind: Annotated[
        Literal["free", "base_value", "tariffs", "several", "paid_service"],
        Meta(
            description="tariffs: as listed; several: the official row holds more than one, not entered yet."
        ),
    ]
    source: Source
    multiple: DecimalText = ""
    tariffs: list[Tariff] = []
    combine: Annotated[
        Literal["first", "all"],
        Meta(description="first: the first tariff whose condition holds; all: every such tariff."),
    ] = "first"
    exemptions: list[Exemption] = []
    payers: Annotated[
        list[Payer], Meta(description="Empty means that the applicant pays all.")
    ] = []
    charged: Annotated[
        Literal["", "lodging", "acceptance"],
        Meta(description="When the sum is asked here; empty: it is paid to the body directly."),
    ] = ""
    pay_within: Annotated[OptionalTerm, Meta(description="Empty: as payments.yaml says.")] = ""
    refunds: Annotated[
        list[Ground], Meta(description="When it is given back, beside the general grounds.")
    ] = []


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


class Choice(Fact, frozen=True):
    code: Name
    label: Text


class Prefill(Fact, frozen=True):
    """The field's source of truth. Not editable means shown with its provenance, never typed."""

    service: str
    path: Annotated[str, Meta(description="Dotted path inside the facts of the service.")]
    editable: bool = False


class ChoicesFrom(Fact, frozen=True):
    """Choices that a register lists: the path leads to a list of things, each with a key and a name."""

    service: str
    path: str
    key: Annotated[str, Meta(description="What the answer keeps of the thing chosen.")] = "id"
    name: Annotated[
        str, Meta(description="What the person reads; a text in several languages, or plain.")
    ] = "name"


class Check(Fact, frozen=True):
    rule: Cel
    message: Text


class Field(Fact, frozen=True):
    code: Name
    kind: FieldKind
    label: Text
    hint: Text = {}
    required: bool = True
    when: Cel = ""
    choices: list[Choice] = []
    choices_from: ChoicesFrom | None = None
    min: int | str | None = None
    max: int | str | None = None
    places: Annotated[
        int, Meta(ge=0, le=4, description="How many digits a number may have after the comma.")
    ] = 0
    max_length: Annotated[int, Meta(ge=1, le=10000)] | None = None
    pattern: str = ""
    prefill: Prefill | None = None
    unprefillable: Annotated[
        str, Meta(description="Why a field that a register seems to hold is asked all the same.")
    ] = ""
    waiver: Annotated[
        Waiver | None, Meta(description="The act that lets a field be asked that a register holds.")
    ] = None
    check: list[Check] = []


class Page(Fact, frozen=True):
    """One question group, one page."""

    code: Name
    title: Text
    fields: list[Field]
    hint: Text = {}
    when: Cel = ""


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


class Held(Fact, frozen=True):
    """One fact of a register, and the fields that would ask for it."""

    path: str
    codes: list[str] = []
    kinds: list[FieldKind] = []


class Service(Fact, frozen=True):
    holds: list[Held]
    applicants: Annotated[list[Applicant], Meta(description="Whose facts the service holds.")] = []
    documents: Annotated[
        list[Name], Meta(description="Codes of documents that its facts stand for.")
    ] = []


class Burden(Fact, frozen=True):
    """How long it takes to give again what the state has: minutes, with where the figures come from."""

    question: Annotated[int, Meta(ge=0, description="Minutes to answer one question.")]
    document: Annotated[int, Meta(ge=0, description="Minutes to get and bring one document.")]
    source: Source


class Registers(Fact, frozen=True):
    """What connected registers hold and can be told to change: the measure of once-only."""

    services: dict[str, Service]
    actions: list[str] = []
    burden: Burden | None = None
