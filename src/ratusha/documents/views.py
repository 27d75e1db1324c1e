from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe

from ratusha.accounts.public import SignedInRequest
from ratusha.kernel.errors import RuleBroken
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page

from . import guessing, keys, permissions, rules, services, verification
from .bags import Bag, is_package
from .forms import CodeForm, FileForm, RevokeForm
from .models import Document
from .packages import verify_package
from .serving import document_response
from .verification import Verification


@login_not_required
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for the code or the file. The file is answered at once, the code has a page of its own."""
    by_file = request.method == "POST" and "check_file" in request.POST
    by_code = request.method == "POST" and not by_file
    code_form = CodeForm(request.POST if by_code else None)
    file_form = FileForm(*((request.POST, request.FILES) if by_file else ()))
    if by_code and code_form.is_valid():
        try:
            code = rules.normalise_code(code_form.cleaned_data["code"])
        except RuleBroken as error:
            add_domain_error(code_form, error)
        else:
            return redirect("documents:verified", rules.spaced(code))
    if by_file and file_form.is_valid():
        content = file_form.cleaned_data["file"].read()
        if is_package(content):
            return verdict_on_package(request, verify_package(content))
        return verdict(request, verification.verify_file(content, on=timezone.localdate()))
    forms = {"code_form": code_form, "file_form": file_form}
    return page(request, "documents/verify.html", forms, form=file_form if by_file else code_form)


@login_not_required
@require_safe
def verified(request: HttpRequest, code: str) -> HttpResponse:
    """What is known of one code. A code that is typed can be tried out, so wrong ones are counted."""
    try:
        plain = rules.normalise_code(code)
    except RuleBroken as error:
        raise Http404 from error
    now, source = timezone.now(), guessing.source_of(request)
    can_be_guessed = len(plain) == rules.CODE_LENGTH
    if can_be_guessed and guessing.must_wait(source, now=now):
        return page(request, "documents/wait.html", status=429)
    found = verification.verify_code(plain, on=timezone.localdate(now))
    if can_be_guessed and found.standing is rules.Standing.UNKNOWN:
        guessing.count_wrong_code(source, now=now)
    return verdict(request, found)


def verdict(request: HttpRequest, found: Verification) -> HttpResponse:
    return _kept_to_oneself(page(request, "documents/verified.html", {"found": found}))


def verdict_on_package(request: HttpRequest, bag: Bag) -> HttpResponse:
    return _kept_to_oneself(page(request, "documents/package_verified.html", {"bag": bag}))


def _kept_to_oneself(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


@login_not_required
@require_GET
def public_key(_request: HttpRequest) -> HttpResponse:
    """The keys with which anybody can check our papers without us."""
    return HttpResponse(keys.trusted_keys().pem(), content_type="application/x-pem-file")


@require_GET
def download(request: SignedInRequest, code: str) -> HttpResponse:
    """The paper itself, to its holder, to who acts for the holder, or to an official of the body."""
    found = get_object_or_404(Document, code=code.replace("-", ""))
    today = timezone.localdate()
    if not permissions.is_for_the_holder(request.user, found, on=today):
        acting = getattr(request, "acting_body_id", None)
        if not permissions.is_official_of_the_body(request.user, found, acting=acting, on=today):
            raise Http404
        services.note_reading(found, by=request.user)
    return document_response(found)


def revoke(request: SignedInRequest, code: str) -> HttpResponse:
    """An official of the body takes the document out of force, with a reason that everybody may read."""
    found = get_object_or_404(Document.objects.with_standing(), code=code.replace("-", ""))
    now = timezone.now()
    if not request.user.may(permissions.REVOKE, found.body_id, on=timezone.localdate(now)):
        raise Http404
    form = RevokeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = {get_language() or "": form.cleaned_data["reason"]}
        try:
            services.revoke(found.pk, reason=reason, by=request.user, now=now)
        except RuleBroken as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The document is revoked."))
            return redirect("documents:verified", rules.spaced(found.code))
    return page(request, "documents/revoke.html", {"document": found}, form=form)
