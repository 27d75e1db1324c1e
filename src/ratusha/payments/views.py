"""Pages: the payer's, the demonstration bank's, the official's; and the address that the payment system talks to."""

from http import HTTPStatus
from urllib.parse import parse_qs
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ratusha.accounts.public import AccessMode, SignedInRequest, require_access, require_office
from ratusha.kernel.errors import DomainError, NotPermitted
from ratusha.kernel.texts import in_language
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page as answer

from . import erip, permissions, service_provider
from .bank import Bank, Outcome
from .case_pages import case_page
from .forms import AccountForm, OutcomeForm, RefundForm
from .models import Charge
from .pack_file import payments_file
from .presenters import ledger_of, others_to_assign_to, refundable_money, refunds_of, shown
from .providers import DemonstrationBank, provider
from .rules import is_account
from .services import give_back

LARGEST_BODY = 4 * erip.LARGEST  # a byte of the message may be written as three


@csrf_exempt
@login_not_required
@require_POST
def notices(request: HttpRequest) -> HttpResponse:
    """Where the payment system asks and tells. Whoever cannot sign learns nothing: every other message is one 403."""
    xml = _xml_of(request)
    if xml is None or not service_provider.is_genuine(xml, request.headers.get(erip.HEADER, "")):
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    told = service_provider.answer(xml, now=timezone.now())
    response = HttpResponse(told, content_type=f"text/xml; charset={erip.ENCODING}")
    response[erip.HEADER] = service_provider.signature_of(told)
    return response


def _xml_of(request: HttpRequest) -> bytes | None:
    """The bytes of the form field as they were signed; Django would take them for UTF-8."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        return None
    try:
        fields = parse_qs(request.body.decode("latin-1"), encoding="latin-1", max_num_fields=4)
    except ValueError:
        return None
    found = fields.get(erip.FIELD, [])
    return found[0].encode("latin-1") if len(found) == 1 else None


def _mine(request: SignedInRequest, account: str) -> Charge:
    mine = Charge.objects.visible_to(request.user, timezone.localdate())
    return get_object_or_404(mine, account=account)


@require_access(AccessMode.PASSWORD)
def pay(request: SignedInRequest, account: str) -> HttpResponse:
    """One's own charge: how much, why, how to pay, what has come in."""
    found = _mine(request, account)
    context = {
        "shown": shown(found, timezone.now()),
        "case_page": case_page(found.reference),
        "page_to_pay": provider().page_to_pay(found.account),
        "system": payments_file().system,
        "entries": ledger_of(found),
        "refunds": refunds_of(found, request.user, timezone.localdate()),
    }
    return answer(request, "payments/pay.html", context)


@require_access(AccessMode.PASSWORD)
def by_number(request: SignedInRequest) -> HttpResponse:
    """Pay by an account number that somebody else was given, as one can at any bank."""
    form = AccountForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        account = form.cleaned_data["account"]
        if is_account(account):
            return redirect("payments:bank", account)
        form.add_error("account", _("This is not an account number: look at each digit again."))
    return answer(request, "payments/by_number.html", form=form)


@require_access(AccessMode.PASSWORD)
def bank(request: SignedInRequest, account: str) -> HttpResponse:
    """The demonstration bank. It knows what the payment system tells it, and nothing else."""
    if not isinstance(provider(), DemonstrationBank) or not is_account(account):
        raise Http404
    visit = Bank(account, now=timezone.now())
    form = OutcomeForm(request.POST if request.method == "POST" else None)
    problem, played = "", ""
    if request.method == "POST" and form.is_valid():
        played = form.cleaned_data["outcome"]
        problem = visit.play(Outcome(played))
    asked = visit.debt() if not played else None
    mine = Charge.objects.visible_to(request.user, timezone.localdate()).filter(account=account)
    context = {
        "account": account,
        "asked": asked,
        "problem": problem or (asked.error if asked else ""),
        "played": played and Outcome(played).label,
        "said": visit.said,
        "is_mine": mine.exists(),
    }
    return answer(request, "payments/bank.html", context, form=form)


def _at_desk(request: SignedInRequest, account: str) -> Charge:
    there = Charge.objects.at_desk_of(
        request.user, timezone.localdate(), body=request.acting_body_id
    )
    return get_object_or_404(there, account=account)


@require_office
def desk(request: SignedInRequest, account: str) -> HttpResponse:
    """A charge as the official sees it: the ledger, orders to give back, money that waits apart."""
    found = _at_desk(request, account)
    today = timezone.localdate()
    free = refundable_money(found)
    may = permissions.may_refund(request.user, found, today)
    context = {
        "shown": shown(found, timezone.now()),
        "case_page": case_page(found.reference, at_desk=True),
        "entries": ledger_of(found),
        "refunds": refunds_of(found, request.user, today),
        "may_refund": may and free.amount > 0,
        "others": others_to_assign_to(found) if may else [],
        "limit": payments_file().refunds,
    }
    return answer(request, "payments/desk.html", context)


def _grounds(charge: Charge) -> list[tuple[str, str]]:
    language = translation.get_language()
    return [
        (g["code"], f"{in_language(g['text'], language).text} ({g['source']})")
        for g in charge.grounds
    ]


@require_office
def refund(request: SignedInRequest, account: str) -> HttpResponse:
    found = _at_desk(request, account)
    permissions_ok = permissions.may_refund(request.user, found, timezone.localdate())
    if not permissions_ok:
        raise PermissionDenied
    now = timezone.now()
    first = {"amount": found.surplus.amount or refundable_money(found).amount}
    data = request.POST if request.method == "POST" else None
    form = RefundForm(_grounds(found), data, initial=first)
    if request.method == "POST" and form.is_valid():
        ground = next(g for g in found.grounds if g["code"] == form.cleaned_data["ground"])
        try:
            order = give_back.order_refund(
                found.pk,
                amount=form.cleaned_data["amount"],
                ground=ground["code"],
                source=ground["source"],
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=now,
            )
        except NotPermitted as error:
            raise PermissionDenied(error.message) from error
        except DomainError as error:
            add_domain_error(form, error)
        else:
            waits = _("The refund waits for a second official.")
            messages.success(
                request, waits if order.paid_at is None else _("The money is given back.")
            )
            return redirect("payments:desk", found.account)
    context = {"shown": shown(found, now), "free": refundable_money(found)}
    return answer(request, "payments/refund.html", context, form=form)


@require_POST
@require_office
def approve(request: SignedInRequest, account: str, refund: UUID) -> HttpResponse:
    found = _at_desk(request, account)
    get_object_or_404(found.refunds, pk=refund)
    try:
        give_back.approve_refund(refund, by=request.user, now=timezone.now())
    except NotPermitted as error:
        raise PermissionDenied(error.message) from error
    messages.success(request, _("The money is given back."))
    return redirect("payments:desk", found.account)


@require_POST
@require_office
def assign(request: SignedInRequest, account: str, to: str) -> HttpResponse:
    giving, taking = _at_desk(request, account), _at_desk(request, to)
    try:
        give_back.assign(giving.pk, taking.pk, by=request.user, now=timezone.now())
    except NotPermitted as error:
        raise PermissionDenied(error.message) from error
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The money is moved to the other charge."))
    return redirect("payments:desk", giving.account)
