"""What everybody may know of measures and pilots: the one place that says what is let out. Reads only.

From its route on a measure is public; an idea that is still its body's own is not. A field that stands here was let
out by somebody; what the passport, the experts and the drafts say is not here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from ratusha.cases.public import Case, StepTaken
from ratusha.kernel.texts import in_language, in_my_language
from ratusha.parties.public import party_name
from ratusha.territory.public import regions
from ratusha.ui import formats

from .law import law, name_of
from .models import BenefitReview, Commissioning, Contract, Measure, Mechanism
from .permissions import KINDS, MEASURE
from .pilot_rules import PilotStatus
from .queries import promised_by
from .routes import Money
from .rules import Status

LICENCE = "CC0-1.0"
OWN_STILL = (Status.DRAFT, Status.CLASSIFIED)
LATEST = 50  # entries of the feed
STANDINGS = {  # how far it has come, in words of everybody
    "prepared": (
        Status.PASSPORT, Status.SUBMITTED, Status.EXPERTISE, Status.COUNCIL, Status.CONDITIONS, Status.RECOMMENDED,
        PilotStatus.APPLICATION, PilotStatus.COMPLETENESS, PilotStatus.LIST_PENDING,
    ),
    "carried_out": (
        Status.CHOICE, Status.CONTRACTING, Status.IMPLEMENTATION, Status.CHANGED, Status.TRIAL,
        PilotStatus.AGREEMENT, PilotStatus.RUNNING, PilotStatus.EVALUATION,
    ),
    "works": (Status.COMMISSIONED, Status.COMPLETED, PilotStatus.SCALED),
    "ended": (Status.REJECTED, Status.TERMINATED, Status.NOT_A_MEASURE, PilotStatus.STOPPED),
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What a reader looks for; empty is everything."""

    words: str = ""
    sphere: str = ""
    region: str = ""
    kind: str = ""
    standing: str = ""


def published() -> QuerySet[Case]:
    return Case.objects.filter(kind__in=KINDS).exclude(status__in=OWN_STILL)


def find(wanted: Wanted) -> QuerySet[Case]:
    found, about = published().order_by("-lodged_at"), Measure.objects.all()
    if wanted.sphere:
        about = about.filter(sphere=wanted.sphere)
    if wanted.region:
        about = about.filter(regions__contains=[wanted.region])
    if wanted.kind in KINDS:
        found = found.filter(kind=wanted.kind)
    if wanted.standing in STANDINGS:
        found = found.filter(status__in=STANDINGS[wanted.standing])
    for word in wanted.words.split()[:8]:
        by_goal = Measure.objects.filter(goal__icontains=word).values("pk")
        found = found.filter(
            Q(title__icontains=word) | Q(reference__iexact=word) | Q(pk__in=by_goal)
        )
    return found.filter(pk__in=about.values("pk")) if wanted.sphere or wanted.region else found


def region_name(code: str) -> str:
    found = next((one for one in regions() if one.codes.iso == code), None)
    return in_my_language(found.name).text if found else code


@dataclass(frozen=True)
class Year:
    year: str
    planned: Decimal
    paid: Decimal


def money_by_year(contract: Contract | None) -> list[Year]:
    """What the contract planned for each year and what was paid in it."""
    if contract is None:
        return []
    paid: dict[str, Decimal] = {}
    for one in contract.payments.all():
        paid[str(one.on.year)] = paid.get(str(one.on.year), Decimal()) + one.amount
    years = sorted({*contract.year_sums, *paid})
    return [
        Year(year, Decimal(contract.year_sums.get(year, "0")), paid.get(year, Decimal()))
        for year in years
    ]


def figures_of(case: Case) -> list[dict[str, Any]]:
    """The indicators of the last passport, with the figures of the last review where there is one."""
    review = BenefitReview.objects.filter(case=case).last()
    return list(review.figures) if review else promised_by(case)


def entry(case: Case, measure: Measure, language: str) -> dict[str, Any]:
    """One measure as open data."""
    contract = Contract.objects.filter(case=case).prefetch_related("payments").first()
    mechanism = Mechanism.objects.filter(case=case).last()
    system = Commissioning.objects.filter(pk=case.pk).first()
    return {
        "number": case.reference,
        "kind": case.kind,
        "name": case.title,
        "goal": measure.goal,
        "language": case.language,
        "initiator": party_name(case.applicant_id, language),
        "sphere": measure.sphere,
        "regions": measure.regions,
        "sources": measure.sources,
        "programme": measure.programme,
        "subprogramme": measure.subprogramme,
        "status": case.status,
        "since": case.lodged_on.isoformat(),
        "closed_on": case.closed_on.isoformat() if case.closed_on else None,
        "implementer": mechanism.implementer if mechanism else None,
        "contract": str(contract.amount) if contract else None,
        "paid": str(sum((one.amount for one in contract.payments.all()), Decimal()))
        if contract
        else None,
        "money": [
            {"year": one.year, "planned": str(one.planned), "paid": str(one.paid)}
            for one in money_by_year(contract)
        ],
        "indicators": figures_of(case) if case.kind == MEASURE else [],
        "system": system.register_number if system else None,
        "scales": measure.scales.reference if measure.scales else None,
    }


COLUMNS = (
    "number", "kind", "name", "initiator", "sphere", "regions", "sources", "programme", "subprogramme", "status",
    "since", "closed_on", "implementer", "contract", "paid", "system", "scales",
)  # fmt: skip


def row(told: dict[str, Any]) -> list[str]:
    """For a table: several values with spaces between, what is not known left empty."""
    return [_cell(told[column], told["language"]) for column in COLUMNS]


def _cell(value: Any, language: str) -> str:
    if isinstance(value, dict):
        return str(value.get(language, ""))
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None else str(value)


@dataclass(frozen=True)
class News:
    case: Case
    title: str
    what: str
    at: datetime


def latest() -> list[News]:
    """The newest steps of what is public; those before the route stay the body's own."""
    steps = StepTaken.objects.filter(case__in=published()).exclude(status__in=OWN_STILL)
    language = get_language() or ""
    return [
        News(one.case, in_language(one.case.title, language).text, str(one.label), one.at)
        for one in steps.select_related("case").order_by("-at", "-id")[:LATEST]
    ]


def compared(references: Iterable[str]) -> list[tuple[Case, list[tuple[str, str]]]]:
    """Beside each other: the same facts of each, in the same order."""
    from_all = {one.reference: one for one in published().filter(reference__in=list(references))}
    language = get_language() or ""
    return [
        (case, _beside(case, Measure.objects.select_related("scales").get(pk=case.pk), language))
        for reference in references
        if (case := from_all.get(reference))
    ]


def _beside(case: Case, measure: Measure, language: str) -> list[tuple[str, str]]:
    told = entry(case, measure, language)
    return [
        ("status", str(case.status_label)),
        ("initiator", told["initiator"]),
        ("sphere", name_of(law().spheres, measure.sphere)),
        ("regions", ", ".join(region_name(code) for code in measure.regions)),
        ("sources", ", ".join(str(Money(code).label) for code in measure.sources)),
        ("contract", _money(told["contract"])),
        ("paid", _money(told["paid"])),
        ("implementer", told["implementer"] or ""),
    ]


def _money(told: str | None) -> str:
    return formats.money(Decimal(told)) if told else ""
