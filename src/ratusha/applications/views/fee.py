"""The official finds that more is to be paid than was asked."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.applications.fees import tariff_choices
from ratusha.applications.forms import AskForMoreForm
from ratusha.applications.models import Application
from ratusha.applications.services.charging import ask_for_more
from ratusha.payments.public import Charge
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .desk import find_case


@require_office
def ask_more(request: SignedInRequest, reference: str) -> HttpResponse:
    found = find_case(request, reference)
    application = Application.objects.with_edition().get(pk=found.pk)
    rule = application.edition.promise.fee
    if rule is None or not rule.charged:
        raise Http404
    language = translation.get_language()
    tariffs = tariff_choices(application.edition.promise, found.lodged_on, language)
    form = AskForMoreForm(tariffs, request.POST if request.method == "POST" else None)

    def ask() -> Charge:
        return ask_for_more(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    if acted(request, form, ask, in_office=True):
        messages.success(request, _("The applicant is asked to pay."))
        return redirect(found.desk_address)
    return answer(request, "applications/ask_for_more.html", {"case": found}, form=form)
