"""What the fee of a definition must mean. Pure functions that yield mistakes."""

from collections.abc import Iterator
from fractions import Fraction

from ratusha.kernel.marked import Steps

from .definition import Definition
from .expressions import services_named
from .fee_rule import Exemption, FeeRule, Tariff
from .fees import is_known
from .shapes import Lint

CHARGED_FROM = "e3"


def fee_mistakes(definition: Definition) -> Iterator[Lint]:
    fee = definition.fee
    if fee is None:
        return
    yield from _kind(fee)
    for place, tariff in enumerate(fee.tariffs):
        yield from _tariff(("fee", "tariffs", place), tariff)
    yield from _order(fee)
    files = {field.code for field in definition.fields if field.kind == "file"}
    for place, exemption in enumerate(fee.exemptions):
        yield from _evidence(("fee", "exemptions", place), exemption, files)
    yield from _payers(fee, {field.code for field in definition.fields})
    yield from _charged(definition, fee)


def _kind(fee: FeeRule) -> Iterator[Lint]:
    if (fee.kind == "base_value") != bool(fee.multiple):
        message = "A fee of base values needs a multiple, and only such a fee has one."
        mend = 'Write for example kind: base_value, multiple: "0.5".'
        yield Lint(("fee",), "fee.unreadable", message, mend)
    if (fee.kind == "tariffs") != bool(fee.tariffs):
        message = "A fee of kind tariffs lists them, and only such a fee does."
        yield Lint(("fee",), "fee.tariffs", message, "Write kind: tariffs and the list under it.")
    if fee.kind == "free" and (fee.exemptions or fee.payers):
        message = "A procedure that is free has no exemptions and no payers."
        yield Lint(("fee",), "fee.free", message, "Take them away, or name the tariffs.")


def _tariff(steps: Steps, tariff: Tariff) -> Iterator[Lint]:
    if bool(tariff.multiple) == bool(tariff.amount):
        message = f"The tariff {tariff.code} is either base values or a fixed sum."
        yield Lint(steps, "fee.unreadable", message, "Write multiple or amount, one of them.")
    if bool(tariff.quantity) != bool(tariff.per):
        message = f"The tariff {tariff.code} counts something, and does not say how or what."
        yield Lint(steps, "fee.per", message, "Write both: quantity counts, per says what.")


def _order(fee: FeeRule) -> Iterator[Lint]:
    """Where the first that holds is taken, what stands behind one without a condition is never reached."""
    if fee.combine == "all":
        return
    for place, tariff in enumerate(fee.tariffs[:-1]):
        if not tariff.when:
            message = f"No tariff behind {tariff.code} is ever taken: it has no condition."
            mend = "Put it last, give it a condition, or write combine: all."
            yield Lint(("fee", "tariffs", place), "fee.unreachable", message, mend)
            return


def _evidence(steps: Steps, exemption: Exemption, files: set[str]) -> Iterator[Lint]:
    if bool(exemption.service) == bool(exemption.document):
        message = f"The exemption {exemption.code} is proven by a register or by a document."
        mend = "Write service where a register holds it, else document: a file field of the form."
        yield Lint(steps, "fee.evidence", message, mend)
    elif exemption.document and exemption.document not in files:
        message = f"The form has no file field {exemption.document}."
        yield Lint((*steps, "document"), "fee.evidence", message, "Name a field of kind file.")
    elif exemption.service and exemption.service not in services_named(exemption.when):
        message = f"The exemption {exemption.code} does not look at {exemption.service}."
        mend = f"Use facts['{exemption.service}'] in its condition."
        yield Lint((*steps, "when"), "fee.evidence", message, mend)


def _payers(fee: FeeRule, fields: set[str]) -> Iterator[Lint]:
    if not fee.payers:
        return
    try:
        whole = sum(Fraction(payer.share) for payer in fee.payers) == 1
    except (ValueError, ZeroDivisionError):
        whole = False
    if not whole:
        message = "The shares of the payers do not come to one."
        yield Lint(("fee", "payers"), "fee.shares", message, "Write for example 1/2 and 1/2.")
    for place, payer in enumerate(fee.payers):
        if payer.named_by and payer.named_by not in fields:
            message = f"The form has no field {payer.named_by}."
            steps: Steps = ("fee", "payers", place, "named_by")
            yield Lint(steps, "fee.payer", message, "Name the field that asks for the payer.")


def _charged(definition: Definition, fee: FeeRule) -> Iterator[Lint]:
    if not fee.charged:
        return
    if definition.level < CHARGED_FROM or not is_known(fee) or fee.kind == "free":
        message = "Only a fee with tariffs, of a procedure that is applied for here, is asked here."
        yield Lint(("fee", "charged"), "fee.charged", message, "Leave charged out, or add tariffs.")
