"""The work with the register: what waits for whom, writing a card section by section, asking, answering, accepting."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.systems import presentation
from ratusha.systems.card import read
from ratusha.systems.forms import acts as forms
from ratusha.systems.forms.sections import (
    BY_CODE,
    SECTIONS,
    Section,
    section_form,
    told,
    values,
    with_row,
    with_section,
)
from ratusha.systems.law import law, registrar
from ratusha.systems.models import Asked, Filing, System
from ratusha.systems.permissions import (
    KEEP,
    OVERSEE,
    REGISTER,
    has_part,
    may_answer,
    may_keep,
    may_register,
)
from ratusha.systems.queries import filings_reached_from, findings_of
from ratusha.systems.rules import Standing, is_late
from ratusha.systems.services import filing as acts
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer


def _reached(request: SignedInRequest, filing: UUID) -> Filing:
    """Only what one has a part in at the body one acts for; the rest is not there."""
    there = filings_reached_from(request.user, request.acting_body_id, timezone.localdate())
    return get_object_or_404(there.select_related("system", "owner"), pk=filing)


def _own(request: SignedInRequest, filing: UUID) -> Filing:
    found = _reached(request, filing)
    if not may_keep(request.user, found.owner_id, timezone.localdate()):
        raise PermissionDenied
    return found


def _own_system(request: SignedInRequest, number: str) -> System:
    body, today = request.acting_body_id, timezone.localdate()
    if body is None or not may_keep(request.user, body, today):
        raise Http404
    return get_object_or_404(System, number=number, owner_id=body)


@require_safe
@require_office
def desk(request: SignedInRequest) -> HttpResponse:
    body, today = request.acting_body_id, timezone.localdate()
    if not has_part(request.user, body, today):
        raise Http404
    there = filings_reached_from(request.user, body, today).select_related("owner", "system")
    waiting = Asked.objects.filter(answer="", filing__standing=Standing.ASKED)
    mine = waiting.filter(filing__in=there, body_id=body).select_related("filing__owner")
    oversees = any(request.user.may(one, body, on=today) for one in (REGISTER, OVERSEE))
    confirm_before = today - relativedelta(months=law().confirm_months)
    keeps = request.user.may(KEEP, body, on=today)
    context = {
        "to_answer": [(one, is_late(one.due_on, None, today)) for one in mine.order_by("due_on")],
        "own": there.filter(owner_id=body).exclude(standing=Standing.ACCEPTED),
        "to_accept": [
            one
            for one in there.filter(standing__in=(Standing.ASKED, Standing.AGREED))
            if may_register(request.user, one, registrar().pk, today)
        ],
        "late": waiting.filter(due_on__lt=today).select_related("filing", "body")
        if oversees
        else [],
        "systems": System.objects.filter(owner_id=body) if keeps else [],
        "confirm_before": confirm_before,
        "keeps": keeps,
        "finds": request.user.may(REGISTER, body, on=today),
        "oversees": oversees,
        "today": today,
        "say": presentation,
        "law": law(),
    }
    return answer(request, "systems/desk.html", context)


@nothing_typed_is_lost
@require_office
def new(request: SignedInRequest) -> HttpResponse:
    body = request.acting_body_id
    if body is None or not may_keep(request.user, body, timezone.localdate()):
        raise Http404
    form = forms.new_form(typed_now(request))

    def begin() -> Filing:
        given = form.cleaned_data
        name = {code: given[f"name_{code}"] for code, _name in settings.LANGUAGES}
        return acts.begin(body, name=name, kind=given["kind"], by=request.user, now=timezone.now())

    if begun := acted(request, form, begin, in_office=True):
        return redirect("systems:filing", begun.pk)
    return answer(request, "systems/new.html", {"law": law()}, form=form)


@require_safe
@require_office
def filing(request: SignedInRequest, filing: UUID) -> HttpResponse:
    """The whole card as it is proposed, what the rules say, who has answered, and what this person may do now."""
    found = _reached(request, filing)
    today, card = timezone.localdate(), read(found.told)
    number = found.system.number if found.system else ""
    asked = list(found.asked.filter(round=found.round).select_related("body"))
    writes = may_keep(request.user, found.owner_id, today) and found.standing in acts.WRITABLE
    context = {
        "filing": found,
        "card": card,
        "findings": findings_of(card, number=number, today=today),
        "sections": [(one, _filled(found, one)) for one in SECTIONS],
        "asked": [(one, law().approver(one.approver), _late(one)) for one in asked],
        "earlier": found.asked.filter(round__lt=found.round).exclude(answer=""),
        "writes": writes,
        "answers": [one for one in asked if not one.answer and found.standing == Standing.ASKED
                    and may_answer(request.user, one, today)],
        "registers": found.standing in (Standing.ASKED, Standing.AGREED)
        and may_register(request.user, found, registrar().pk, today),
        "today": today,
        "say": presentation,
        "law": law(),
    }  # fmt: skip
    return answer(request, "systems/filing.html", context)


def _late(one: Asked) -> bool:
    answered = timezone.localdate(one.answered_at) if one.answered_at else None
    return is_late(one.due_on, answered, timezone.localdate())


def _filled(found: Filing, section: Section) -> int:
    """How many answers or entries there are."""
    if section.rows:
        return len(found.told.get(section.rows, []))
    return sum(
        value not in (None, "", [], {}, False) for value in values(found.told, section).values()
    )


@nothing_typed_is_lost
@require_office
def section(request: SignedInRequest, filing: UUID, section: str) -> HttpResponse:
    """One section: its questions, or the list of its entries."""
    found, wanted = _own(request, filing), _section(section)
    if wanted.rows:
        rows = list(enumerate(found.told.get(wanted.rows, [])))
        context = {
            "filing": found,
            "section": wanted,
            "rows": [(place, presentation.entry(wanted.rows, row)) for place, row in rows],
        }
        return answer(request, "systems/section_rows.html", context)
    given = values(found.told, wanted)
    form = section_form(wanted, given, typed_now(request), request.FILES or None)

    def write() -> Filing:
        answers = told(wanted, form.cleaned_data, given)
        return acts.write(
            found.pk,
            lambda card: with_section(card, wanted, answers),
            by=request.user,
            now=timezone.now(),
        )

    return _written(request, found, wanted, form, write)


@nothing_typed_is_lost
@require_office
def row(request: SignedInRequest, filing: UUID, section: str, place: str) -> HttpResponse:
    """One entry of a list: write it, add it ("new"), or take it away."""
    found, wanted = _own(request, filing), _section(section)
    rows = found.told.get(wanted.rows, []) if wanted.rows else []
    index = None if place == "new" else _index(place, len(rows))
    if not wanted.rows:
        raise Http404
    before = {} if index is None else rows[index]
    if request.method == "POST" and "remove" in request.POST and index is not None:
        form: Any = forms.nothing_form(request.POST)
        is_removed = True
    else:
        form = section_form(wanted, before, typed_now(request), request.FILES or None)
        is_removed = False

    def write() -> Filing:
        entry = None if is_removed else told(wanted, form.cleaned_data, before)
        return acts.write(
            found.pk,
            lambda card: with_row(card, wanted, index, entry),
            by=request.user,
            now=timezone.now(),
        )

    return _written(request, found, wanted, form, write, index=index)


def _written(
    request: SignedInRequest, found: Filing, wanted: Section, form: Any, write: Callable[[], Filing],
    *, index: int | None = None,
) -> HttpResponse:  # fmt: skip
    if acted(request, form, write, in_office=True):
        messages.success(request, _("Saved."))
        if wanted.rows:
            return redirect("systems:section", found.pk, wanted.code)
        return redirect("systems:filing", found.pk)
    context = {"filing": found, "section": wanted, "index": index}
    return answer(request, "systems/section.html", context, form=form)


def _section(code: str) -> Section:
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]


def _index(place: str, count: int) -> int:
    if not place.isdecimal() or len(place) > 4 or int(place) >= count:  # noqa: PLR2004 - no card is so long
        raise Http404
    return int(place)


@nothing_typed_is_lost
@require_office
def act(request: SignedInRequest, filing: UUID, act: str) -> HttpResponse:
    """Ask all approvers, answer for one of them, return, accept: a question on GET, the act on POST."""
    found, today = _reached(request, filing), timezone.localdate()
    allowed = {
        "ask": may_keep(request.user, found.owner_id, today),
        "answer": _mine(request, found) is not None,
        "return": may_register(request.user, found, registrar().pk, today),
        "accept": may_register(request.user, found, registrar().pk, today),
    }
    if act not in allowed:
        raise Http404
    if not allowed[act]:
        raise PermissionDenied
    form = _form(act, typed_now(request))
    given: dict[str, Any] = {"by": request.user, "now": timezone.now()}

    def do() -> Any:
        match act:
            case "ask":
                return acts.ask(found.pk, **given)
            case "answer":
                asked = _mine(request, found)
                assert asked is not None  # noqa: S101 - looked at above
                return acts.answer(asked.pk, **form.cleaned_data, **given)
            case "return":
                return acts.give_back(found.pk, **form.cleaned_data, **given)
            case _:
                return acts.accept(found.pk, **given)

    if acted(request, form, do, in_office=True):
        messages.success(request, DONE[act]())
        return redirect(
            "systems:desk" if act == "answer" else "systems:filing",
            *([] if act == "answer" else [found.pk]),
        )
    context = {
        "filing": found,
        "card": read(found.told),
        "act": act,
        "law": law(),
        "say": presentation,
    }
    return answer(request, "systems/act.html", context, form=form)


DONE: dict[str, Callable[[], str]] = {
    "ask": lambda: _("Sent to all who must agree."),
    "answer": lambda: _("Your answer is recorded."),
    "return": lambda: _("Returned to the owner."),
    "accept": lambda: _("It is in the register."),
}


def _form(act: str, data: Any) -> Any:
    made = {"answer": forms.answer_form, "return": forms.return_form}.get(act, forms.nothing_form)
    return made(data)


def _mine(request: SignedInRequest, found: Filing) -> Asked | None:
    """The question of this round that waits for the body one acts for."""
    today = timezone.localdate()
    waiting = found.asked.filter(round=found.round, answer="", body_id=request.acting_body_id)
    return next((one for one in waiting if may_answer(request.user, one, today)), None)


@nothing_typed_is_lost
@require_office
def of_system(request: SignedInRequest, number: str, act: str) -> HttpResponse:
    """Of one's own system: begin a change of its card, or confirm that it is still true."""
    found = _own_system(request, number)
    if act not in ("change", "confirm"):
        raise Http404
    form = forms.nothing_form(typed_now(request))
    take = acts.begin_change if act == "change" else acts.confirm
    done = acted(
        request, form, lambda: take(number, by=request.user, now=timezone.now()), in_office=True
    )
    if isinstance(done, Filing):
        return redirect("systems:filing", done.pk)
    if done:
        messages.success(request, _("Confirmed: the card is true."))
        return redirect("systems:desk")
    context = {"system": found, "card": found.card, "act": act, "say": presentation, "law": law()}
    return answer(request, "systems/of_system.html", context, form=form)
