"""Pages of the lawyer: how the scenarios of a procedure went, and what a new edition would change."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.applications.public import Step
from ratusha.kernel.errors import DomainError, RuleBroken
from ratusha.kernel.pack import pack
from ratusha.procedures.public import (
    Definition,
    Edition,
    edition_in_force,
    in_force,
    read_definition_text,
)
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page

from .forms import EditionForm
from .impact.signing import EXAMINE, SIGN, report_on, sign_off, signed
from .models import Verdict as KeptVerdict
from .scenarios.derive import APPLIED_FOR_FROM, Kind
from .scenarios.life import Verdict
from .scenarios.trying import VERSION
from .scenarios.verdicts import shipped, verdict_on

TAGS = {"green": "ok", "red": "late", "not_reached": "soon"}


def _may(request: SignedInRequest, permission: str) -> bool:
    body_id = getattr(request, "acting_body_id", None)
    return request.user.may(permission, body_id, on=timezone.localdate())


def _require(request: SignedInRequest) -> None:
    if not _may(request, EXAMINE):
        raise Http404


@require_safe
@require_office
def scenarios(request: SignedInRequest) -> HttpResponse:
    """Every procedure that can be applied for, and whether its scenarios are green."""
    _require(request)
    editions = list(in_force(timezone.localdate()).filter(electronic_level__gte=APPLIED_FOR_FROM))
    kept = {
        one.digest: one
        for one in KeptVerdict.objects.filter(
            version=VERSION, digest__in=[edition.digest for edition in editions]
        )
    }
    rows = [(edition, _standing(edition, kept)) for edition in editions]
    return page(request, "law/scenarios.html", {"rows": rows, "tags": TAGS})


def _standing(edition: Edition, kept: dict[str, KeptVerdict]) -> Verdict | None:
    verdict = kept.get(edition.digest)
    if verdict is None:
        return Verdict.GREEN if edition.digest in shipped(pack().folder) else None
    return Verdict.GREEN if verdict.green else Verdict.RED


@require_safe
@require_office
def scenario(request: SignedInRequest, code: str, number: str) -> HttpResponse:
    """How each scenario of one procedure went; tried out now if it never was."""
    _require(request)
    edition = _edition(code, number)
    verdict = verdict_on(edition.promise, now=timezone.now())
    rows = [
        {
            **row,
            "kind": Kind(row["kind"]).label,
            "said": Verdict(row["verdict"]).label,
            "way": [(_step(step["step"]), step) for step in row["steps"]],
        }
        for row in verdict.told["scenarios"]
    ]
    counts = {value: verdict.told[value] for value in Verdict.values}
    context = {
        "edition": edition,
        "verdict": verdict,
        "counts": counts,
        "rows": rows,
        "tags": TAGS,
    }
    return page(request, "law/scenario.html", context)


def _step(code: str) -> str:
    """A step in the words of the statute; lodging and expiry are no steps of an official."""
    own = {"lodge": _("Lodged"), "expire": _("Expired"), "complain": _("Complaint lodged")}
    return own.get(code) or str(Step(code).label)


@require_POST
@require_office
def try_again(request: SignedInRequest, code: str, number: str) -> HttpResponse:
    _require(request)
    edition = _edition(code, number)
    verdict_on(edition.promise, now=timezone.now(), again=True)
    messages.success(request, _("The scenarios were tried out anew."))
    return redirect("law:scenario", code, number)


def _edition(code: str, number: str) -> Edition:
    try:
        edition = edition_in_force(f"{code}/{number}", timezone.localdate())
    except RuleBroken as error:
        raise Http404 from error
    if edition.electronic_level < APPLIED_FOR_FROM:
        raise Http404
    return edition


@require_office
def impact(request: SignedInRequest) -> HttpResponse:
    """Paste a new edition, see what it changes, answer for it."""
    _require(request)
    form = EditionForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"may_sign": _may(request, SIGN)}
    if form.is_valid():
        try:
            after = read_definition_text(form.cleaned_data["text"], pack().folder)
            if "sign" in request.POST:
                _sign(request, after)
            report = report_on(after)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            given = signed(after, report.before) if report.before else None
            context |= {"report": report, "signed": given}
    return page(request, "law/impact.html", context, form=form)


def _sign(request: SignedInRequest, after: Definition) -> None:
    body_id = getattr(request, "acting_body_id", None)
    sign_off(after, by=request.user, body_id=body_id, now=timezone.now())
    messages.success(request, _("Your name stands under this change."))
