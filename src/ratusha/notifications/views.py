from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ratusha.accounts.models import User

from .models import Notice


class SignedInRequest(HttpRequest):
    user: User


def inbox(request: SignedInRequest) -> HttpResponse:
    notices = Notice.objects.of(request.user.party_id).unread_first()
    return render(request, "notifications/inbox.html", {"notices": notices[:20]})


def notice(request: SignedInRequest, notice_id: UUID) -> HttpResponse:
    found = get_object_or_404(Notice.objects.of(request.user.party_id), pk=notice_id)
    return render(request, "notifications/notice.html", {"notice": found})
