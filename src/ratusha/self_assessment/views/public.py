"""What everybody may read: the room, acts and facts that stand behind offers, published editions."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ratusha.kernel.texts import Said
from ratusha.self_assessment import offers, position
from ratusha.self_assessment.facts.known import known
from ratusha.self_assessment.forms import PositionForm
from ratusha.self_assessment.models import Edition
from ratusha.self_assessment.presentation import questions_of, rings
from ratusha.self_assessment.queries import form_of
from ratusha.self_assessment.questionnaire import OFFICIAL, newest
from ratusha.self_assessment.rules import State
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from .reached import today


@login_not_required
@require_safe
@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The room: how far the edition of now is, what is published, what the platform can answer by itself."""
    current = Edition.objects.filter(questionnaire=newest().code, state=State.FILLING).first()
    facts = offers.providers()
    context = {
        "form": newest(),
        "current": current,
        "rings": rings(current, today(), with_offers=False) if current else [],
        "published": Edition.objects.filter(state=State.PUBLISHED),
        "facts": facts,
        "answerable": len({number for one in facts for number in one.questions}),
        "all": len(newest().by_number),
    }
    return page(request, "self_assessment/home.html", context)


@login_not_required
@require_safe
@public_page
def published(request: HttpRequest, name: str) -> HttpResponse:
    """A published edition as everybody reads it; answers that name persons are not in it."""
    edition = get_object_or_404(Edition, name=name, state=State.PUBLISHED)
    parts = [
        (section, questions_of(edition, section, today(), with_offers=False))
        for section in form_of(edition).sections
    ]
    context = {"edition": edition, "form": form_of(edition), "parts": parts}
    return page(request, "self_assessment/published.html", context)


@login_not_required
@require_safe
@public_page
def acts(request: HttpRequest) -> HttpResponse:
    context = {"acts": known().acts, "source": known().acts_source}
    return page(request, "self_assessment/acts.html", context)


@login_not_required
@require_safe
@public_page
def act(request: HttpRequest, code: str) -> HttpResponse:
    """An act that answers a question, with the pages of this state that apply it."""
    found = known().act(code)
    if found is None:
        raise Http404
    questions = [newest().by_number[number] for number in found.questions]
    context = {"act": found, "source": known().acts_source, "questions": questions}
    return page(request, "self_assessment/act.html", context)


@login_not_required
@require_safe
@public_page
def fact(request: HttpRequest, code: str) -> HttpResponse:
    """A fact as the platform would offer it today: its words, its source, its evidence, what it answers."""
    provider = offers.provider(code)
    if provider is None:
        raise Http404
    told = provider.tell(today())
    questions = newest().by_number
    context = {
        "provider": provider,
        "told": told,
        "says": Said(told.says, OFFICIAL) if told else None,
        "as_of": today(),
        "answers": [(questions[number], given) for number, given in told.answers.items()]
        if told
        else [],
    }
    return page(request, "self_assessment/fact.html", context)


@login_not_required
@require_safe
@public_page
def place(request: HttpRequest) -> HttpResponse:
    """Where the country stands, and what other figures would make of it; the address holds the question."""
    found = position.newest()
    now = position.tried(found, {}) if found else None
    if found is None or now is None:
        return page(request, "self_assessment/position.html", {"index": None})
    form = PositionForm(now.inputs, request.GET or None)
    after = now
    if form.is_valid():
        figures = {name: float(form.cleaned_data[name]) for name in position.LABELS}
        after = position.tried(found, figures) or now
    context = {
        "index": found,
        "now": now,
        "after": after,
        "parts": position.parts(found, now, after),
        "lag": position.lag(found, today()),
        "targets": position.targets(found, now),
        "components": {name: position.components_of(name) for name in position.LABELS},
        "this_year": today().year,
        "asked": request.GET.urlencode() if form.is_valid() else "",
        "unit": position.unit(),
        "along": (position.along(now), position.along(after)),
    }
    return page(request, "self_assessment/position.html", context, form=form)
