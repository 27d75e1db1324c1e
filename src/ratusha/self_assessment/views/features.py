"""The bank of features: each assessor alone with the list, the reviewer with both, everybody with the result."""

from collections import defaultdict
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.documents.public import file_response
from ratusha.self_assessment.bank import (
    Feature,
    Module,
    ScoringState,
    bank,
    cheap_zeros,
    differing,
    final,
    score,
)
from ratusha.self_assessment.forms import PressForm, ScoringForm
from ratusha.self_assessment.models import Mark, Scoring
from ratusha.self_assessment.offers import address, leads
from ratusha.self_assessment.permissions import may_coordinate
from ratusha.self_assessment.queries import candidates
from ratusha.self_assessment.services import scoring as scorings
from ratusha.self_assessment.services.answering import Copy
from ratusha.self_assessment.services.scoring import Found, bank_of, marks_of
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

from .reached import require_part, today

MOST_MINUTES = 999


@require_office
def features(request: SignedInRequest) -> HttpResponse:
    """All scorings, and a new one for who coordinates."""
    require_part(request)
    people = candidates(today())
    form = ScoringForm(people, request.POST if request.method == "POST" else None)

    def begin() -> Scoring:
        assert request.acting_body_id is not None, "an office"  # noqa: S101
        return scorings.open_scoring(
            form.cleaned_data["unit"], **form.people(), by=request.user,
            body_id=request.acting_body_id, now=timezone.now(),
        )  # fmt: skip

    if made := acted(request, form, begin, in_office=True):
        return redirect("self_assessment:scoring", made.pk)
    context = {
        "scorings": Scoring.objects.all(),
        "may_open": may_coordinate(request.user, request.acting_body_id, today()),
        "bank": bank().of_year(today().year),
    }
    return page(request, "self_assessment/features.html", context, form=form)


def find_scoring(request: SignedInRequest, pk: UUID) -> Scoring:
    """For the three people of it and who coordinates; nobody else finds it."""
    require_part(request)
    found = get_object_or_404(Scoring, pk=pk)
    people = {found.first_id, found.second_id, found.reviewer_id}
    if request.user.pk not in people and not may_coordinate(
        request.user, found.body_id, today()
    ):  # fmt: skip
        raise Http404
    return found


@require_safe
@require_office
def scoring(request: SignedInRequest, pk: UUID) -> HttpResponse:
    return _scoring(request, find_scoring(request, pk))


def _scoring(request: SignedInRequest, found: Scoring, form: Form | None = None) -> HttpResponse:
    user, among = request.user, bank_of(found)
    first, second = marks_of(found, found.first_id), marks_of(found, found.second_id)
    assessor = user.pk in {found.first_id, found.second_id}
    mine = {one.feature: one for one in Mark.objects.filter(scoring=found, by=user)}
    apart = differing(first, second) if found.state != ScoringState.MARKING else []
    listed = [
        one
        for one in among.features
        if found.state != ScoringState.RECONCILING or one.code in apart
    ]
    open_here = assessor and found.state in {ScoringState.MARKING, ScoringState.RECONCILING}
    context = {
        "scoring": found,
        "bank": among,
        "year": timezone.localdate(found.opened_at).year,
        "form": form,
        "open": open_here,
        "rows": [(one, mine.get(one.code), _robot(one)) for one in listed] if open_here else [],
        "done": (len(first), len(second), len(among.features)),
        "apart": [(one, first[one.code], second[one.code]) for one in among.features if one.code in apart],
        "proofs": _proofs(found) if found.state in {ScoringState.REVIEW, ScoringState.CLOSED} else {},
        "may_settle": user.pk == found.reviewer_id and found.state == ScoringState.REVIEW,
        "typed": request.POST,
        "result": _result(found, first, second) if found.state == ScoringState.CLOSED else None,
    }  # fmt: skip
    return page(request, "self_assessment/scoring.html", context, form=form)


def _proofs(found: Scoring) -> dict[str, list[Mark]]:
    """Of each feature what the two have found it by, the newest of each."""
    newest = {
        (one.feature, one.by_id): one
        for one in Mark.objects.filter(scoring=found).select_related("picture")
        if one.by_id != found.reviewer_id
    }
    told: dict[str, list[Mark]] = defaultdict(list)
    for (feature, _who), one in newest.items():
        if one.evidence or one.sha256:
            told[feature].append(one)
    return told


def _robot(one: Feature) -> str:
    """The page that a machine finds for a feature; it proves that the page is there and nothing else."""
    if not one.page:
        return ""
    found = address(one.page)
    return found if leads(found) else ""


def _result(found: Scoring, first: dict[str, bool], second: dict[str, bool]) -> dict[str, object]:
    marks = final(first, second, marks_of(found, found.reviewer_id))
    among = bank_of(found)
    whole, shares = score(marks, among)
    return {
        "score": whole,
        "shares": [(module, Module(module).label, share, among.weights[module]) for module, share in shares.items()],
        "zeros": cheap_zeros(marks, among),
    }  # fmt: skip


@require_POST
@require_office
def mark(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """What this assessor has found so far; features without an answer are left for later."""
    found, form = find_scoring(request, pk), PressForm(request.POST)
    now = timezone.now()
    marks = {
        one.code: _found(request, one)
        for one in bank_of(found).features
        if request.POST.get(f"there-{one.code}") in {"yes", "no"}
    }  # fmt: skip
    if acted(
        request, form, lambda: scorings.mark(found, marks, by=request.user, now=now), in_office=True
    ):
        messages.success(request, _("Saved."))
        return redirect("self_assessment:scoring", pk)
    return _scoring(request, found, form)


def _found(request: SignedInRequest, one: Feature) -> Found:
    return Found(
        request.POST[f"there-{one.code}"] == "yes", _minutes(request, one), _typed(request, "evidence", one),
        _picture(request, one), _typed(request, "digest", one),
    )  # fmt: skip


def _minutes(request: SignedInRequest, one: Feature) -> int:
    typed = request.POST.get(f"minutes-{one.code}", "").strip()
    return min(int(typed), MOST_MINUTES) if typed.isdecimal() else 0


def _typed(request: SignedInRequest, name: str, one: Feature) -> str:
    return request.POST.get(f"{name}-{one.code}", "").strip()


def _picture(request: SignedInRequest, one: Feature) -> Copy | None:
    file = request.FILES.get(f"picture-{one.code}")
    return Copy(file.name or "", file.read()) if isinstance(file, UploadedFile) else None


@require_safe
@require_office
def picture(request: SignedInRequest, pk: UUID, sha256: str) -> HttpResponse:
    """What an assessor has seen: for them alone, and for all who have a part in it when both are through."""
    found = find_scoring(request, pk)
    kept = found.marks.exclude(picture=None).filter(sha256=sha256)
    if found.state not in {ScoringState.REVIEW, ScoringState.CLOSED}:
        kept = kept.filter(by=request.user)
    mark = kept.first()
    if mark is None or mark.picture is None:
        raise Http404
    return file_response(mark.picture)


@require_POST
@require_office
def settle(request: SignedInRequest, pk: UUID) -> HttpResponse:
    found, form = find_scoring(request, pk), PressForm(request.POST)
    now = timezone.now()
    values = {
        one.code: request.POST[f"there-{one.code}"] == "yes"
        for one in bank_of(found).features
        if request.POST.get(f"there-{one.code}") in {"yes", "no"}
    }
    if acted(
        request,
        form,
        lambda: scorings.settle(found, values, by=request.user, now=now),
        in_office=True,
    ):
        messages.success(request, _("Closed."))
        return redirect("self_assessment:scoring", pk)
    return _scoring(request, found, form)
