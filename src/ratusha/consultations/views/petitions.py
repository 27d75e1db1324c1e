"""Petitions: what everybody reads, what a person does, what officials do."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    require_office,
    typed_now,
)
from ratusha.consultations.forms.rooms import AnswerForm, PetitionForm, RefusalForm
from ratusha.consultations.law import law
from ratusha.consultations.models import Petition
from ratusha.consultations.permissions import ANSWER, MODERATE
from ratusha.consultations.petitions import services
from ratusha.consultations.petitions.rules import PUBLIC, RUNNING, PetitionStatus
from ratusha.parties.public import party_name
from ratusha.ui.pages import page as answer

from .acts import act_page, pressed, sent


def find(request: HttpRequest, code: str) -> Petition:
    """What is published is for everybody, and its own petition for its author."""
    party = getattr(request.user, "party_id", None)
    mine = Q(author_id=party) if party else Q(pk__in=[])
    return get_object_or_404(Petition, Q(status__in=PUBLIC) | mine, code=code)


@login_not_required
def petition(request: HttpRequest, code: str) -> HttpResponse:
    found, today = find(request, code), timezone.localdate()
    party = getattr(request.user, "party_id", None)
    context = {
        "petition": found,
        "today": today,
        "law": law().petitions,
        "body": party_name(found.body_id, request.LANGUAGE_CODE),
        "collecting": found.status == PetitionStatus.COLLECTING,
        "has_signed": party is not None and found.signatures.filter(person_id=party).exists(),
        "is_author": party == found.author_id,
        "may_withdraw": party == found.author_id and found.status in RUNNING,
        "refused_for": law().petitions.ground(found.ground),
    }
    return answer(request, "consultations/petition.html", context)


@nothing_typed_is_lost
@require_access(AccessMode.STRICT)
def new_petition(request: SignedInRequest) -> HttpResponse:
    form = PetitionForm(typed_now(request))
    return act_page(
        request,
        form,
        lambda: services.lodge_petition(**form.cleaned_data, by=request.user, now=timezone.now()),
        heading=_("Begin a petition"),
        back=reverse("consultations:hub"),
        then=reverse("consultations:hub"),
        done=_("A moderator reads your petition. You will be told as soon as it is published."),
        note=_(
            "When enough people of the place have signed, the body is obliged to answer everybody."
        ),
    )


@require_access(AccessMode.STRICT)
def sign(request: SignedInRequest, code: str) -> HttpResponse:
    found = find(request, code)
    return act_page(
        request,
        pressed(request),
        lambda: services.sign(found.pk, by=request.user, now=timezone.now()),
        heading=_("Sign the petition"),
        back=reverse("consultations:petition", args=[code]),
        then=reverse("consultations:petition", args=[code]),
        done=_("You have signed. When the body answers, you will be told."),
        note=_("Only the number of signatures is published, no names."),
        words=found.said,
    )


@require_access(AccessMode.STRICT)
def take_back(request: SignedInRequest, code: str) -> HttpResponse:
    found = find(request, code)
    return act_page(
        request,
        pressed(request),
        lambda: services.take_back(found.pk, by=request.user, now=timezone.now()),
        heading=_("Take my signature back"),
        back=reverse("consultations:petition", args=[code]),
        then=reverse("consultations:petition", args=[code]),
        done=_("Your signature is taken back."),
        words=found.said,
    )


@require_access(AccessMode.STRICT)
def withdraw(request: SignedInRequest, code: str) -> HttpResponse:
    found = find(request, code)
    if found.author_id != request.user.party_id:
        raise Http404
    return act_page(
        request,
        pressed(request),
        lambda: services.withdraw(found.pk, by=request.user, now=timezone.now()),
        heading=_("Withdraw the petition"),
        back=reverse("consultations:petition", args=[code]),
        then=reverse("consultations:hub"),
        done=_("The petition is withdrawn."),
        words=found.said,
        danger=True,
    )


def at_desk(request: SignedInRequest, code: str, permission: str, status: str) -> Petition:
    """Of the body one acts for, at the step that is one's own; the rest is not there."""
    body = request.acting_body_id
    if not request.user.may(permission, body, on=timezone.localdate()):
        raise Http404
    return get_object_or_404(Petition, body_id=body, code=code, status=status)


@require_office
def let_through(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, MODERATE, PetitionStatus.LODGED)
    return act_page(
        request,
        pressed(request),
        lambda: services.let_through(found.pk, by=request.user, now=timezone.now()),
        heading=_("Publish the petition"),
        back=reverse("consultations:desk"),
        then=reverse("consultations:desk"),
        done=_("It is published and collects signatures."),
        note=found.text,
        words=found.said,
    )


@require_office
def refuse(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, MODERATE, PetitionStatus.LODGED)
    form = RefusalForm(sent(request))
    return act_page(
        request,
        form,
        lambda: services.refuse(found.pk, **form.cleaned_data, by=request.user, now=timezone.now()),
        heading=_("Do not publish the petition"),
        back=reverse("consultations:desk"),
        then=reverse("consultations:desk"),
        done=_("The author is told the ground."),
        note=found.text,
        words=found.said,
        danger=True,
    )


@nothing_typed_is_lost
@require_office
def answer_it(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, ANSWER, PetitionStatus.REACHED)
    form = AnswerForm(typed_now(request))
    return act_page(
        request,
        form,
        lambda: services.answer_petition(
            found.pk, **form.cleaned_data, by=request.user, now=timezone.now()
        ),
        heading=_("Answer the petition"),
        back=reverse("consultations:desk"),
        then=reverse("consultations:petition", args=[code]),
        done=_("The answer is published, and everybody who signed is told."),
        note=found.text,
        words=found.said,
    )
