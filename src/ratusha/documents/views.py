from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ratusha.kernel.errors import RuleBroken

from . import keys, verification


@login_not_required
def verify(request: HttpRequest) -> HttpResponse:
    return render(request, "documents/verify.html", {})


@login_not_required
def verified(request: HttpRequest, code: str) -> HttpResponse:
    try:
        found = verification.verify_code(code, on=timezone.localdate())
    except RuleBroken as error:
        raise Http404 from error
    return render(request, "documents/verified.html", {"found": found})


@login_not_required
def public_key(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(keys.trusted_keys().pem(), content_type="application/x-pem-file")


def download(_request: HttpRequest, code: str) -> HttpResponse:
    raise Http404(code)
