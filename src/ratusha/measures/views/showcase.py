"""What everybody may read: measures and pilots, where they are, what was decided, which steps an act has skipped."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ratusha.measures.adoption import adoption_of
from ratusha.measures.law import law, name_of
from ratusha.measures.models import (
    ActRecorded,
    AgendaItem,
    Commissioning,
    Contract,
    Correction,
    DiaryEntry,
    Direction,
    Evaluation,
    Measure,
    Mechanism,
    PilotTerms,
    Suspension,
)
from ratusha.measures.permissions import MEASURE, PILOT
from ratusha.measures.presentation import (
    acts_of,
    baselines_of,
    benefits_of,
    facts_of,
    proofs_of,
    rail,
    route_for,
)
from ratusha.measures.published import (
    STANDINGS,
    Wanted,
    compared,
    figures_of,
    find,
    money_by_year,
    published,
    region_name,
)
from ratusha.measures.queries import conditions_of, incidents_of
from ratusha.measures.rules import is_late
from ratusha.territory.public import regions
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

ON_A_PAGE = 25
MOST_COMPARED = 4
STANDING_SAID = {
    "prepared": _("Being prepared"),
    "carried_out": _("Being built"),
    "works": _("Works already"),
    "ended": _("Will not be"),
}
KIND_SAID = {MEASURE: _("Measures"), PILOT: _("Pilots")}
FACTS_BESIDE = {
    "status": _("Where it is"),
    "initiator": _("Initiator"),
    "sphere": _("Sphere"),
    "regions": _("Regions"),
    "sources": _("Source of money"),
    "contract": _("Price of the contract"),
    "paid": _("Paid so far"),
    "implementer": _("Implementer"),
}


FIGURES_BESIDE = ("contract", "paid")  # these open


def wanted_of(request: HttpRequest) -> Wanted:
    asked = {
        name: request.GET.get(name, "")[:100] for name in ("sphere", "region", "kind", "standing")
    }
    return Wanted(words=request.GET.get("q", "")[:200], **asked)


def asked_for(wanted: Wanted) -> str:
    """The same question as an address."""
    asked = {"q" if name == "words" else name: value for name, value in vars(wanted).items()}
    return urlencode({name: value for name, value in asked.items() if value})


@login_not_required
@public_page
def showcase(request: HttpRequest) -> HttpResponse:
    """Search first, then what is asked most: where, in which sphere, how far."""
    wanted = wanted_of(request)
    found = find(wanted)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    about = Measure.objects.in_bulk([one.pk for one in page])
    context = {
        "page": page,
        "cards": [_card(one, about[one.pk]) for one in page],
        "wanted": wanted,
        "asked": asked_for(wanted),
        "choices": [
            ("standing", _("How far it is"), list(STANDING_SAID.items()), wanted.standing),
            ("kind", _("What it is"), list(KIND_SAID.items()), wanted.kind),
            (
                "sphere",
                _("Sphere"),
                [(one.code, one.said()) for one in law().spheres],
                wanted.sphere,
            ),
            ("region", _("Region"), _region_choices(), wanted.region),
        ],
        "all": published().count(),
        "today": timezone.localdate(),
    }
    return answer(request, "measures/showcase.html", context)


def _region_choices() -> list[tuple[str, str]]:
    return [(one.codes.iso, region_name(one.codes.iso)) for one in regions()]


def _card(case: Any, measure: Measure) -> dict[str, Any]:
    said = next(
        (STANDING_SAID[code] for code, statuses in STANDINGS.items() if case.status in statuses), ""
    )
    return {
        "case": case,
        "goal": measure.goal,
        "standing": said,
        "sphere": name_of(law().spheres, measure.sphere),
        "regions": [region_name(code) for code in measure.regions],
    }


@login_not_required
@public_page
def card(request: HttpRequest, reference: str) -> HttpResponse:
    case = get_object_or_404(published(), reference=reference)
    measure = Measure.objects.get(pk=case.pk)
    today = timezone.localdate()
    contract = (
        Contract.objects.filter(case=case).prefetch_related("stages", "payments", "terms").first()
    )
    sealed = AgendaItem.objects.filter(case=case).exclude(session__sealed_at=None)
    context = {
        "case": case,
        "measure": measure,
        "facts": facts_of(case, measure),
        "regions": [region_name(code) for code in measure.regions],
        "stages": rail(case),
        "acts": acts_of(route_for(measure)),
        "heard": sealed.select_related("session"),
        "conditions": [
            (one, is_late(one.due_on, one.met_on, today)) for one in conditions_of(case)
        ],
        "recorded": ActRecorded.objects.filter(case=case),
        "mechanism": Mechanism.objects.filter(case=case).last(),
        "contract": contract,
        "money": money_by_year(contract),
        "figures": figures_of(case) if case.kind == MEASURE else [],
        "evaluation": Evaluation.objects.filter(case=case).last(),
        "suspended": Suspension.objects.filter(case=case, ended_at=None).first(),
        "baselines": baselines_of(case),
        "corrections": Correction.objects.filter(case=case),
        "scaled_by": published()
        .filter(pk__in=Measure.objects.filter(scales=case).values("pk"))
        .first(),
        "direction": Direction.objects.select_related("call")
        .filter(pk__in=PilotTerms.objects.filter(pk=case.pk).values("direction"))
        .first(),
        "diary": DiaryEntry.objects.filter(case=case).exclude(summary=""),
        "incidents": incidents_of(case),
        "adoption": adoption_of(case, today),
        "law": law(),
        "benefits": benefits_of(case),
        "proofs": proofs_of(case) if Commissioning.objects.filter(pk=case.pk).exists() else [],
        "today": today,
        "numbers": "measures:number",
    }
    return answer(request, "measures/card.html", context)


@login_not_required
@public_page
def beside(request: HttpRequest) -> HttpResponse:
    """Up to four beside each other."""
    asked = list(dict.fromkeys(request.GET.getlist("m")))[:MOST_COMPARED]
    found = compared(asked)
    rows = [
        (label, code, [(case, dict(facts).get(code, "")) for case, facts in found])
        for code, label in FACTS_BESIDE.items()
    ]
    context = {
        "cases": [case for case, _facts in found],
        "rows": rows,
        "figures": FIGURES_BESIDE,
        "today": timezone.localdate(),
    }
    return answer(request, "measures/beside.html", context)


@login_not_required
@public_page
def corrections(request: HttpRequest) -> HttpResponse:
    """Mistakes in what was published, and how they were mended."""
    there = Correction.objects.filter(case__in=published()).select_related("case")
    page = Paginator(there, ON_A_PAGE).get_page(request.GET.get("page"))
    return answer(request, "measures/corrections.html", {"page": page})
