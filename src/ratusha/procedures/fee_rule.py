"""The fee as a definition writes it: tariffs, exemptions, payers. What it comes to is counted in `fees.py`."""

from typing import Annotated, Literal

from msgspec import Meta

from .facts import Cel, DecimalText, Fact, Ground, Name, OptionalTerm, Source, Text


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
