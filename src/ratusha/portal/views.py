"""Public pages: what anybody may read without signing in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_my_language
from ratusha.life_events.public import life_event, life_events
from ratusha.procedures.public import chapters, edition_with_its_place, procedure_list
from ratusha.statistics.public import promise_for
from ratusha.ui import reading
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from . import catalogue as reader
from . import front
from .finding import Question, ask
from .forms import ReadingForm
from .offices import find_office, kind_of_body, who_decides
from .promise import Promise

APPLY_FROM = "e3"  # the lowest electronic level at which an application can be lodged here


@login_not_required
@public_page
def home(request: HttpRequest) -> HttpResponse:
    events = [
        (event.code, in_my_language(event.title), in_my_language(event.note))
        for event in life_events()
    ]
    today = timezone.localdate()
    context = {
        "events": events,
        "drafts": front.drafts(request, today),
        "figures": front.figures(today),
    }
    return page(request, "portal/home.html", context)


@login_not_required
@public_page
def search(request: HttpRequest) -> HttpResponse:
    question = Question.of(request.GET.get("q", ""), request.GET.get("who", ""))
    answer = ask(question, lang=get_language() or "", on=timezone.localdate())
    return page(request, "portal/search.html", {"question": question, "answer": answer})


@login_not_required
@public_page
def life(request: HttpRequest, code: str) -> HttpResponse:
    event = life_event(code)
    if event is None:
        raise Http404
    editions = reader.editions_of((need.code for need in event.procedures), timezone.localdate())
    needs = [
        (in_my_language(need.name), reader.procedure_address(need.code), editions[need.code])
        for need in event.procedures
        if need.code in editions
    ]
    context = {
        "title": in_my_language(event.title),
        "note": in_my_language(event.note),
        "needs": needs,
    }
    context |= {
        "code": code,
        "in_one_sitting": sum(e.electronic_level >= APPLY_FROM for e in editions.values()) > 1,
    }
    return page(request, "portal/life.html", context)


@login_not_required
@public_page
def catalogue(request: HttpRequest) -> HttpResponse:
    audience = request.GET.get("for", "")
    audience = audience if audience in {"citizens", "business"} else ""
    lists = reader.lists_with_chapters(timezone.localdate(), audience=audience)
    return page(request, "portal/catalogue.html", {"lists": lists, "audience": audience})


@login_not_required
@public_page
def chapter(request: HttpRequest, code: str, number: int) -> HttpResponse:
    found = next((c for c in chapters(code) if c.number == number), None)
    listed = next((one for one in procedure_list() if one.code == code), None)
    if found is None or listed is None:
        raise Http404
    rows = reader.chapter_rows(found, timezone.localdate())
    context = {
        "list": listed,
        "title": in_my_language(found.name),
        "rows": rows,
        "act": in_my_language(listed.act["title"]),
    }
    return page(request, "portal/chapter.html", context)


@login_not_required
@public_page
def procedure(request: HttpRequest, code: str, number: str) -> HttpResponse:
    today = timezone.localdate()
    edition = edition_with_its_place(f"{code}/{number}", today)
    if edition is None:
        raise Http404
    row = edition.procedure
    kind = kind_of_body(edition.promise.body)
    asked = find_office(kind, request.GET.get("place", ""), request.GET.get("code", ""), today)
    context = {
        "promise": Promise(edition, on=today),
        "finishing": promise_for(edition.procedure_id),
        "who_decides": who_decides(edition.promise.body),
        "asked": asked,
        "row": row,
        "list": row.list,
        "chapter": row.chapter,
        "chapter_title": in_my_language(row.chapter.name),
    }
    return page(request, "portal/procedure.html", context)


@login_not_required
@public_page
def about(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/about.html")


@login_not_required
@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    return page(request, "portal/privacy.html")


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement, and the choice of large text and contrast: it needs no account."""
    sent = request.POST if request.method == "POST" else None
    form = ReadingForm(sent, initial={"ways": reading.ways(request)})
    if form.is_valid():
        messages.success(request, _("Saved. Pages in this browser now look the way you chose."))
        response = HttpResponseRedirect(reverse("portal:accessibility"))
        reading.remember(response, form.cleaned_data["ways"], secure=request.is_secure())
        return response
    return page(request, "portal/accessibility.html", form=form)
