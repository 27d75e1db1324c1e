"""Who may act for me, and for whom I may act. Reached only by the two whom a mandate concerns."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import AccessMode, SignedInRequest, require_access
from ratusha.kernel.errors import DomainError, NotPermitted
from ratusha.parties.public import (
    Act,
    Mandate,
    Person,
    accept_offer,
    children_who_act,
    consent_for_minor,
    consents_to,
    decline_offer,
    givers_for,
    limit_mandate,
    mandates_ever_held,
    mandates_given,
    mandates_held,
    offer_mandate,
    offers_made,
    offers_to,
    person,
    revoke_mandate,
    withdraw_minor_consent,
)
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page

from .forms import CodeForm, ConsentForm, GiveForm, LimitsForm
from .rows import rows_of

MYSELF = "myself"


def the_person(request: SignedInRequest) -> Person:
    if request.user.party_id is None:
        raise Http404
    return person(request.user.party_id)


def _in_force(mandates: list[Mandate], on: date) -> tuple[list[Mandate], list[Mandate]]:
    """Those that stand that day, and those that have ended or not begun."""
    standing = {
        one.pk for one in Mandate.objects.in_force(on).filter(pk__in=[m.pk for m in mandates])
    }
    return (
        [one for one in mandates if one.pk in standing],
        [one for one in mandates if one.pk not in standing],
    )


@require_safe
@require_access(AccessMode.PASSWORD)
def mandates(request: SignedInRequest) -> HttpResponse:
    me, today, language = the_person(request), timezone.localdate(), get_language() or ""
    given, given_before = _in_force(mandates_given(me.pk, today), today)
    held, held_before = _in_force(mandates_ever_held(me.pk), today)
    children = children_who_act(me.pk, today)
    context = {
        "given": rows_of(given, language),
        "held": rows_of(held, language),
        "ended": rows_of([*given_before, *held_before], language),
        "offered": rows_of(offers_made(me.pk), language),
        "offers": rows_of(offers_to(me), language),
        "children": [(c, c.name(language), consents_to(c.pk)) for c in children],
        "may_pass_on": {str(one.pk) for one in held if one.may_delegate},
    }
    return page(request, "portal/mandates.html", context)


def _for_whom(me: Person, today: date, language: str) -> list[tuple[str, str]]:
    """Oneself, the organisations one heads, and mandates that may be passed on."""
    found = [(MYSELF, _("Me: %(name)s") % {"name": me.name(language)})]
    found += [(f"o:{one.pk}", one.title(language)) for one in givers_for(me.pk, today)]
    passing = [one for one in mandates_held(me.pk, today) if one.may_delegate]
    ready = Mandate.objects.filter(pk__in=[one.pk for one in passing])
    found += [
        (f"m:{one.pk}", _("%(name)s: pass my mandate on") % {"name": _principal(one, language)})
        for one in ready.select_related("principal", "organisation")
    ]
    return found


def _principal(one: Mandate, language: str) -> str:
    if one.organisation:
        return one.organisation.title(language)
    return one.principal.name(language) if one.principal else ""


@require_access(AccessMode.STRICT)
def give(request: SignedInRequest) -> HttpResponse:
    """The other person gets a code by mouth; nothing is in force until it is typed there."""
    me, now = the_person(request), timezone.now()
    today, language = timezone.localdate(now), get_language() or ""
    choices = _for_whom(me, today, language)
    asked = {
        "for_whom": MYSELF if len(choices) == 1 else None,
        "procedures": request.GET.get("service", "")[:40],
        "acts": [Act.PREPARE, Act.LODGE],
    }
    form = GiveForm(choices, request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        kind, _colon, key = form.cleaned_data["for_whom"].partition(":")
        try:
            made = offer_mandate(
                me,
                organisation_id=UUID(key) if kind == "o" else None,
                delegated_from=UUID(key) if kind == "m" else None,
                agent_number=form.cleaned_data["agent_number"],
                agent_named=form.cleaned_data["agent_named"],
                wanted=form.powers(today, may_delegate=bool(form.cleaned_data["may_delegate"])),
                by=request.user.pk,
                now=now,
            )
        except NotPermitted:
            raise Http404 from None
        except DomainError as error:
            add_domain_error(form, error)
        else:
            words = {"code": made.code, "name": made.offer.agent_named}
            messages.success(
                request,
                _("Tell %(name)s this code: %(code)s. It is shown only now and works for seven days.") % words,
            )  # fmt: skip
            return redirect("portal:mandates")
    return page(request, "portal/mandate_give.html", form=form)


@require_access(AccessMode.STRICT)
def offer(request: SignedInRequest, offer_id: UUID) -> HttpResponse:
    """What is offered, the consent, and the code."""
    me, language = the_person(request), get_language() or ""
    found = next((one for one in offers_to(me) if one.pk == offer_id), None)
    if found is None:
        raise Http404
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            accept_offer(
                offer_id,
                form.cleaned_data["code"],
                person=me,
                by=request.user.pk,
                now=timezone.now(),
            )
        except NotPermitted:
            raise Http404 from None
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("You may now act within this mandate."))
            return redirect("portal:mandates")
    return page(
        request, "portal/mandate_offer.html", {"row": rows_of([found], language)[0]}, form=form
    )


@require_POST
@require_access(AccessMode.PASSWORD)
def decline(request: SignedInRequest, offer_id: UUID) -> HttpResponse:
    try:
        decline_offer(offer_id, person=the_person(request), by=request.user.pk, now=timezone.now())
    except NotPermitted:
        raise Http404 from None
    except DomainError as error:
        messages.warning(request, error.message)
    else:
        messages.success(request, _("The offer is closed. Nobody got a mandate by it."))
    return redirect("portal:mandates")


def _mine(request: SignedInRequest, mandate_id: UUID) -> Mandate:
    """Of this person as principal, head or agent; another's is a plain 404."""
    me, today = the_person(request), timezone.localdate()
    concerned: list[Any] = [*mandates_given(me.pk, today), *mandates_ever_held(me.pk)]
    found = next((one for one in concerned if one.pk == mandate_id), None)
    if found is None or found.is_by_register or not _in_force([found], today)[0]:
        raise Http404
    mandate: Mandate = found
    return mandate


@require_access(AccessMode.PASSWORD)
def revoke(request: SignedInRequest, mandate_id: UUID) -> HttpResponse:
    """A question first; then at once."""
    found = _mine(request, mandate_id)
    if request.method == "POST":
        try:
            revoke_mandate(
                found.pk, person=the_person(request), by=request.user.pk, now=timezone.now()
            )
        except DomainError as error:
            messages.warning(request, error.message)
        else:
            messages.success(request, _("The mandate has ended. It opens nothing any more."))
        return redirect("portal:mandates")
    row = rows_of([found], get_language() or "")[0]
    return page(request, "portal/mandate_revoke.html", {"row": row})


@require_access(AccessMode.STRICT)
def limit(request: SignedInRequest, mandate_id: UUID) -> HttpResponse:
    """Allow less; what was done stays done."""
    found, now = _mine(request, mandate_id), timezone.now()
    if found.person_id == request.user.party_id:
        raise Http404
    asked = {
        "procedures": ", ".join(found.procedures),
        "case_reference": found.case_reference,
        "acts": found.acts,
        "until": found.until,
        "amount_most": found.amount_most,
    }
    form = LimitsForm(request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        since = max(found.since, timezone.localdate(now))
        try:
            limit_mandate(
                found.pk,
                form.powers(since, may_delegate=found.may_delegate),
                person=the_person(request),
                by=request.user.pk,
                now=now,
            )
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The mandate is narrower now."))
            return redirect("portal:mandates")
    row = rows_of([found], get_language() or "")[0]
    return page(request, "portal/mandate_limit.html", {"row": row}, form=form)


@require_access(AccessMode.STRICT)
def consent(request: SignedInRequest, child: UUID) -> HttpResponse:
    """A parent agrees to what a child of 14 to 18 applies for."""
    me, now = the_person(request), timezone.now()
    found = next(
        (one for one in children_who_act(me.pk, timezone.localdate(now)) if one.pk == child), None
    )
    if found is None:
        raise Http404
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        consent_for_minor(
            found.pk, form.cleaned_data["procedure"], parent=me, by=request.user.pk, now=now
        )
        messages.success(request, _("Your consent is written down. The child may lodge now."))
        return redirect("portal:mandates")
    name = found.name(get_language() or "")
    return page(request, "portal/mandate_consent.html", {"name": name}, form=form)


@require_POST
@require_access(AccessMode.PASSWORD)
def withdraw_consent(request: SignedInRequest, consent_id: UUID) -> HttpResponse:
    try:
        withdraw_minor_consent(
            consent_id, parent=the_person(request), by=request.user.pk, now=timezone.now()
        )
    except NotPermitted:
        raise Http404 from None
    messages.success(request, _("Your consent is withdrawn."))
    return redirect("portal:mandates")
