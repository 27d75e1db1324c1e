"""The form as a definition writes it: pages, questions, where their answers come from and what is checked."""

from typing import Annotated, Literal

from msgspec import Meta

from .facts import Cel, Fact, Name, Text, Waiver

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
