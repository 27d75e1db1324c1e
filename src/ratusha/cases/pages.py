"""Pages that a case of any kind has. The kind finds the case, and says what is done and in which words."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from ratusha.accounts.public import SignedInRequest, User, officials_who_may, typed_now
from ratusha.documents.public import StoredFile, file_response
from ratusha.kernel.errors import DomainError, RuleBroken
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .forms import AttachForm, HandToForm, WithdrawForm
from .models import Attachment, Case
from .services.papers import add_paper


def ask_to_withdraw(
    request: SignedInRequest,
    found: Case,
    withdraw: Callable[..., Case],
    *,
    done: str,
    template: str,
    **context: Any,
) -> HttpResponse:
    """`template` extends `cases/withdraw.html` and says what follows from it by law; `done` is said afterwards."""
    form = WithdrawForm(typed_now(request))

    def send() -> Case:
        return withdraw(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    if acted(request, form, send):
        messages.success(request, done)
        return redirect(found.address)
    return page(request, template, {"case": found, **context}, form=form)


def ask_to_add_document(
    request: SignedInRequest, found: Case, *, button: str, done: str
) -> HttpResponse:
    """A file from the person; `button` says where to it is added, `done` is said afterwards."""
    form = AttachForm(request.POST or None, request.FILES or None)

    def add() -> Attachment:
        file = form.cleaned_data["file"]
        try:
            return add_paper(
                found.pk,
                title=form.cleaned_data["title"],
                name=file.name,
                content=file.read(),
                by=request.user,
                now=timezone.now(),
            )
        except DomainError as error:
            raise RuleBroken(error.code, error.message, field="file") from error

    if acted(request, form, add):
        messages.success(request, done)
        return redirect(found.address)
    return page(request, "cases/add_document.html", {"case": found, "button": button}, form=form)


def attached_file(found: Case, file_id: UUID) -> HttpResponse:
    """One of the files of this case; another's file is not there."""
    attachment = get_object_or_404(found.attachments, file_id=file_id)
    return file_response(StoredFile.objects.select_related("content").get(pk=attachment.file_id))


def ask_to_give(
    request: SignedInRequest,
    found: Case,
    give: Callable[[User], Case],
    *,
    done: str,
    template: str,
) -> HttpResponse:
    """The head of the work chooses an official of the body who decides there."""
    officials = officials_who_may("cases.decide", found.body_id, on=timezone.localdate())
    form = HandToForm([(str(o.pk), o.display_name) for o in officials], typed_now(request))

    def hand() -> Case:
        return give(next(o for o in officials if str(o.pk) == form.cleaned_data["handler"]))

    if acted(request, form, hand, in_office=True):
        messages.success(request, done)
        return redirect(found.desk_address)
    return page(request, template, {"case": found}, form=form)
