"""What a contract says beside its price and days: rights, warranty, service, exit, what is confidential. Pure.

The list is ours: no official text of it is stored, so it carries the sample mark.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel.errors import RuleBroken


class Rights(TextChoices):
    """To the code and to what else is made."""

    STATE = "state", gettext_lazy("The state owns them")
    LICENCE = "licence", gettext_lazy("The contractor owns them, the state has a licence")
    OPEN = "open", gettext_lazy("Open licence for everybody")
    NONE = "none", gettext_lazy("Nothing is made to which rights arise")


class Secrecy(TextChoices):
    OPEN = "open", pgettext_lazy("contract", "All of it may be published")
    COMMERCIAL = "commercial", pgettext_lazy("contract", "A part is a commercial secret")
    OFFICIAL = "official", pgettext_lazy("contract", "A part is for official use")


@dataclass(frozen=True, kw_only=True)
class Terms:
    contractor: str
    contractor_number: str
    vat: Decimal  # per cent in the price; 0 where the price is free of it
    penalties: str
    rights: str
    rights_terms: str
    warranty_months: int
    availability: Decimal | None
    service: str
    exit_terms: str
    secrecy: str
    confidential: str


PUBLIC_OF_ALL = frozenset({"contractor", "warranty_months"})  # of a contract with secrets too
PUBLIC_OF_OPEN = PUBLIC_OF_ALL | {
    "contractor_number", "vat", "rights", "rights_terms", "availability",
}  # fmt: skip


def is_public(name: str, secrecy: str) -> bool:
    """What everybody may read of the terms; penalties, service and exit are read at the desk alone."""
    return name in (PUBLIC_OF_OPEN if secrecy == Secrecy.OPEN else PUBLIC_OF_ALL)


MUST_BE_SAID = {
    "contractor": gettext_lazy("Write who the contractor is."),
    "penalties": gettext_lazy("Write what is paid for a delay and for a poor result."),
    "service": gettext_lazy("Write how fast faults are answered and mended."),
    "exit_terms": gettext_lazy(
        "Write how the data come back and the work is handed on at the end."
    ),
}


def require_complete(terms: Terms) -> None:
    for name, missing in MUST_BE_SAID.items():
        if not getattr(terms, name).strip():
            raise RuleBroken("measure.terms_incomplete", str(missing), field=name)
    if terms.rights not in Rights.values:
        message = _("Choose whose the rights to the code are.")
        raise RuleBroken("measure.rights_missing", message, field="rights")
    if terms.rights == Rights.LICENCE and not terms.rights_terms.strip():
        message = _("Write what the licence lets the state do: use, change, hand on, until when.")
        raise RuleBroken("measure.licence_unsaid", message, field="rights_terms")
    if terms.secrecy not in Secrecy.values:
        message = _("Choose what of the contract may be published.")
        raise RuleBroken("measure.secrecy_missing", message, field="secrecy")
    if terms.secrecy != Secrecy.OPEN and not terms.confidential.strip():
        message = _("Write what is confidential and until when.")
        raise RuleBroken("measure.secrecy_unsaid", message, field="confidential")


def require_criteria(criteria: Mapping[int, str], stages: Collection[int]) -> None:
    """Each stage that is still to be handed over says by what it will be accepted."""
    for number in stages:
        if not criteria.get(number, "").strip():
            message = _(
                "Write by what stage %(number)s is accepted: what is tested, with which result."
            )
            said = message % {"number": number}
            raise RuleBroken("measure.criteria_missing", said, field=f"criteria_{number}")


def require_criteria_stay(criteria: Mapping[int, str], stages: Mapping[int, str]) -> None:
    """What is handed over is judged by what was said before."""
    for number, said in stages.items():
        if criteria.get(number, said) != said:
            message = _(
                "Stage %(number)s is handed over: by what it is accepted changes no more."
            ) % {"number": number}
            raise RuleBroken("measure.criteria_stay", message)


def require_terms_known(*, written: bool, criteria: str) -> None:
    """Before a stage is handed over: by what it is judged, and what the contract says of rights and exit."""
    if not written or not criteria.strip():
        message = _("Write the terms of the contract first, and by what this stage is accepted.")
        raise RuleBroken("measure.terms_missing", message, field="stage")
