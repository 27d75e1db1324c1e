"""The first page of consultations: what the state asks now, and what came of it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ratusha.consultations.models import Budget, Discussion, Draft, Petition, Poll
from ratusha.consultations.petitions.rules import PUBLIC
from ratusha.consultations.polls.rules import PollStatus
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

OF_A_KIND = 20


@login_not_required
@public_page
def hub(request: HttpRequest) -> HttpResponse:
    polls = Poll.objects.exclude(status=PollStatus.PREPARED).defer("archive", "receipts")
    context = {
        "polls": polls.order_by("-opened_at")[:OF_A_KIND],
        "petitions": Petition.objects.filter(status__in=PUBLIC).order_by("-published_on", "-pk")[
            :OF_A_KIND
        ],
        "drafts": Draft.objects.order_by("-opens_on", "-pk")[:OF_A_KIND],
        "discussions": Discussion.objects.order_by("-opens_on", "-pk")[:OF_A_KIND],
        "budgets": Budget.objects.order_by("-pk")[:OF_A_KIND],
        "now": timezone.now(),
        "today": timezone.localdate(),
    }
    return answer(request, "consultations/hub.html", context)
