"""What pages show of the fee: before lodging what it will be, afterwards what is asked, paid, free. Reads only."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.documents.public import Document
from ratusha.exchange.public import service
from ratusha.kernel.money import Money, in_base_values
from ratusha.kernel.texts import in_language
from ratusha.payments.public import Charge, Shown, shown
from ratusha.procedures.public import (
    Definition,
    Exemption,
    Fee,
    FeeLine,
    fee_of,
    line_of,
    tariffs_of,
)
from ratusha.ui.formats import number

from .answers import Filled
from .models import Application
from .services.charging import RECEIPT, fee_of_case


@dataclass(frozen=True)
class CostLine:
    label: str
    counted: str
    sum: str


@dataclass(frozen=True)
class Freed:
    """Who pays nothing, and what proves it: a register, or a file of the form."""

    label: str
    register: str
    file: str
    file_id: str
    sample: bool


@dataclass(frozen=True)
class Cost:
    total: Money
    full: Money
    lines: list[CostLine]
    freed: Freed | None
    when: str
    shares: list[tuple[str, str]]


def cost_before_lodging(filled: Filled, on: date, language: str) -> Cost | None:
    """For the page of answers; nothing where the tariffs are not entered."""
    return _cost(fee_of(filled.promise, filled.context, on), filled, language)


def _cost(fee: Fee, filled: Filled, language: str) -> Cost | None:
    rule = filled.promise.fee
    if rule is None or not fee.known:
        return None
    when = {
        "": "",
        "lodging": _("You pay it right after lodging."),
        "acceptance": _("You pay it after the application is accepted: we will write to you."),
    }[rule.charged]
    return Cost(
        total=fee.total,
        full=fee.full,
        lines=[_line(line, filled, language) for line in fee.lines],
        freed=_freed(fee.exemption, filled, language) if fee.exemption else None,
        when=when if fee.total.amount else "",
        shares=[
            (in_language(share.payer.label, language).text, share.amount.text(language))
            for share in fee.shares
            if share.payer
        ],
    )


def tariff_choices(promise: Definition, on: date, language: str) -> list[tuple[str, str]]:
    """Every tariff with its sum on that day, for an official to choose from."""
    rule = promise.fee
    if rule is None:
        return []
    choices = []
    for tariff in tariffs_of(rule):
        label = in_language(tariff.label or promise.heading, language).text
        sum_ = line_of(tariff, rule, on).amount.text(language)
        per = in_language(tariff.per, language).text if tariff.per else ""
        choices.append((tariff.code, f"{label}: {sum_} {per}".rstrip()))
    return choices


def _line(line: FeeLine, filled: Filled, language: str) -> CostLine:
    label = in_language(line.label or filled.promise.heading, language).text
    if line.base is None or line.multiple is None:
        counted = ""
    else:
        words = {
            "multiple": in_base_values(line.multiple),
            "base": line.base.amount.text(language),
        }
        counted = _("%(multiple)s (one is %(base)s)") % words
    if line.quantity != 1:
        words = {"said": counted, "quantity": number(line.quantity)}
        counted = _("%(said)s, times %(quantity)s") % words
    return CostLine(label, counted, line.amount.text(language))


def _freed(exemption: Exemption, filled: Filled, language: str) -> Freed:
    file = filled.answers.get(exemption.document) if exemption.document else None
    source = service(exemption.service).source if exemption.service else {}
    return Freed(
        label=in_language(exemption.label, language).text,
        register=in_language(source, language).text if source else "",
        file=str(file["name"]) if file else "",
        file_id=str(file["id"]) if file else "",
        sample=exemption.source.confidence == "sample",
    )


@dataclass(frozen=True)
class FeeOfCase:
    """What is asked and how it stands. `charges` is empty before it is asked, and where it is free."""

    cost: Cost | None
    charges: list[Shown]
    receipts: list[Document]

    @property
    def owed(self) -> list[Shown]:
        return [one for one in self.charges if one.charge.is_open]


def fee_shown(
    case: Case, application: Application, filled: Filled, language: str, now: datetime
) -> FeeOfCase | None:
    """Nothing where the procedure is free or its fee is not asked here."""
    rule = application.edition.promise.fee
    charges = list(Charge.objects.of(case.reference))
    if not charges and (rule is None or not rule.charged):
        return None
    receipts = Document.objects.filter(case_reference=case.reference, kind=RECEIPT)
    return FeeOfCase(
        cost=_cost(fee_of_case(case, application), filled, language),
        charges=[shown(charge, now) for charge in charges],
        receipts=list(receipts.defer("token").order_by("issued_at")),
    )
