"""The room of the Council: sessions, one session with its agenda, presence, votes, protocol."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.cases.public import Case
from ratusha.documents.public import Document
from ratusha.kernel.texts import in_language
from ratusha.measures.council_rules import Choice, Phase, quorum
from ratusha.measures.forms.asking import Questions, one_of, words
from ratusha.measures.forms.asking import ground as ground_field
from ratusha.measures.forms.ideas import agenda_form, correction_form, session_form
from ratusha.measures.law import law, responsible_body
from ratusha.measures.models import AgendaItem, Opinion, ProtocolCorrection, Seat, Session
from ratusha.measures.numbers.session import of_session
from ratusha.measures.permissions import KINDS, OVER_ALL, may_chair, may_keep_council
from ratusha.measures.rules import Status
from ratusha.measures.services import agenda, mend_protocol, protocol, room
from ratusha.parties.public import party_name
from ratusha.ui import forms as ui
from ratusha.ui.acting import acted
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page as answer


def require_part(request: SignedInRequest) -> None:
    """Everybody who has to do with all measures sees the Council; others learn from the extract."""
    today, body = timezone.localdate(), request.acting_body_id
    if not any(request.user.may(one, body, on=today) for one in OVER_ALL):
        raise Http404


@require_safe
@require_office
def sessions(request: SignedInRequest) -> HttpResponse:
    require_part(request)
    today = timezone.localdate()
    context = {
        "sessions": Session.objects.all()[:100],
        "may_convene": may_keep_council(request.user, responsible_body().pk, today),
    }
    return answer(request, "measures/sessions.html", context)


@nothing_typed_is_lost
@require_office
def convene(request: SignedInRequest) -> HttpResponse:
    require_part(request)
    body = responsible_body()
    if not may_keep_council(request.user, body.pk, timezone.localdate()):
        raise PermissionDenied
    form = session_form(typed_now(request))

    def call() -> Session:
        now = timezone.now()
        return agenda.convene(body_id=body.pk, by=request.user, now=now, **form.cleaned_data)

    if session := acted(request, form, call):
        return redirect("measures:session", session.pk)
    return answer(request, "measures/convene.html", {"law": law()}, form=form)


@require_safe
@require_office
def session(request: SignedInRequest, session: UUID) -> HttpResponse:
    """The agenda left, what is to be done right; the quorum as a lamp."""
    require_part(request)
    found = get_object_or_404(Session.objects.select_related("chair", "secretary"), pk=session)
    language = get_language() or ""
    seats = list(found.seats.select_related("member"))
    present = sum(one.present_since is not None for one in seats)
    mine = next((one for one in seats if one.member_id == request.user.pk), None)
    context = {
        "session": found,
        "items": [_brief(item, mine) for item in found.items.select_related("case", "version")],
        "seats": [(one, party_name(one.organisation_id, language)) for one in seats],
        "present": present,
        "needed": quorum(len(seats), law().council.quorum_share) if seats else 0,
        "mine": mine,
        "offers": _offers(request, found),
        "protocol": _code(found.document_id),
        "corrections": [
            (one, _code(one.document_id))
            for one in ProtocolCorrection.objects.filter(session=found)
        ],
        "law": law(),
        "today": timezone.localdate(),
        "deciding": found.phase == Phase.OPEN
        and may_chair(request.user, found.body_id, timezone.localdate()),
        "keeping": may_keep_council(request.user, found.body_id, timezone.localdate()),
    }
    return answer(request, "measures/session.html", context)


@require_safe
@require_office
def number(request: SignedInRequest, session: UUID, figure: str) -> HttpResponse:
    require_part(request)
    found = get_object_or_404(Session.objects.select_related("secretary"), pk=session)
    told = of_session(found, figure, today=timezone.localdate())
    if told is None:
        raise Http404
    way = [
        (_("Council on digital projects"), address_of("measures:sessions")),
        (_("Session No. %(number)s") % {"number": found.number}, address_of("measures:session", found.pk)),
    ]  # fmt: skip
    return number_page(request, told, way)


def _code(document_id: UUID | None) -> str:
    if document_id is None:
        return ""
    return Document.objects.values_list("code", flat=True).get(pk=document_id)


def _brief(item: AgendaItem, mine: Seat | None) -> dict[str, Any]:
    """What a member must know before voting, and whether they may."""
    voted = next((one for one in item.votes.all() if mine and one.seat_id == mine.pk), None)
    conflict = mine is not None and room.conflict_of(mine, item)
    here = bool(mine and mine.present_since)
    return {
        "item": item,
        "initiator": party_name(item.case.applicant_id, get_language() or ""),
        "opinion": Opinion.objects.filter(version=item.version).first(),
        "voted": voted,
        "conflict": conflict,
        "may_vote": here and not conflict and not voted and not item.decided_at,
        "conditions": list(item.conditions.all()),
        "cast": item.votes.count(),
        "separate": list(item.separate_opinions.select_related("seat__member")),
    }


def _offers(request: SignedInRequest, found: Session) -> list[tuple[str, str]]:
    """The acts on the session that are this person's turn."""
    today = timezone.localdate()
    keeps = may_keep_council(request.user, found.body_id, today)
    chairs = may_chair(request.user, found.body_id, today)
    offered = {
        Phase.PLANNED: [("agenda", keeps), ("publish", keeps)],
        Phase.PUBLISHED: [("presence", keeps), ("open", chairs)],
        Phase.OPEN: [("presence", keeps), ("close", chairs)],
        Phase.CLOSED: [("seal", chairs)],
        Phase.SEALED: [("correct", chairs)],
    }[Phase(found.phase)]
    return [(name, str(LABELS[name])) for name, mine in offered if mine]


LABELS = {
    "agenda": gettext_lazy("Put a measure on the agenda"),
    "publish": gettext_lazy("Publish the agenda and lock its materials"),
    "presence": gettext_lazy("Note who is here"),
    "open": gettext_lazy("Open the session"),
    "close": gettext_lazy("Close the session"),
    "seal": gettext_lazy("Sign the protocol"),
    "correct": gettext_lazy("Correct the protocol by a new document"),
    "vote": gettext_lazy("Vote"),
    "settle": gettext_lazy("Sum up and decide"),
    "condition": gettext_lazy("Add a condition"),
    "opinion": gettext_lazy("Write a separate opinion"),
}


def _waiting() -> list[tuple[str, str]]:
    """What waits for the Council and is on no agenda."""
    taken = AgendaItem.objects.filter(decided_at=None).values("case_id")
    cases = Case.objects.filter(kind__in=KINDS, status=Status.COUNCIL).exclude(pk__in=taken)
    language = get_language() or ""
    return [
        (str(one.pk), f"{in_language(one.title, language).text} ({one.reference})") for one in cases
    ]


def _presence_form(found: Session, data: Any) -> Questions:
    language = get_language() or ""
    seats = list(found.seats.select_related("member"))
    choices = [
        (str(s.pk), f"{s.member.display_name}, {party_name(s.organisation_id, language)}")
        for s in seats
    ]
    asked = {"present": ui.ChoicesField(label=_("Who is here"), choices=choices, required=False)}
    return Questions(asked, data, {"present": [str(s.pk) for s in seats if s.present_since]})


def _session_form(name: str, found: Session, data: Any) -> Questions:
    if name == "agenda":
        return agenda_form(_waiting(), data)
    if name == "correct":
        return correction_form(_items(found), data)
    return _presence_form(found, data) if name == "presence" else Questions({}, data)


def _items(found: Session) -> list[tuple[str, str]]:
    language = get_language() or ""
    return [
        (str(one.pk), f"{one.position}. {in_language(one.case.title, language).text}")
        for one in found.items.select_related("case")
    ]


def _correct(session: UUID, *, item: str, **given: Any) -> Any:
    return mend_protocol.correct_protocol(session, item=UUID(item) if item else None, **given)


def _put(session: UUID, *, case: str, secret: list[str], **given: Any) -> Any:
    return agenda.put_on_agenda(session, case_id=UUID(case), secret=bool(secret), **given)


def _presence(session: UUID, *, present: list[str], **given: Any) -> Any:
    return room.note_presence(session, present={int(one) for one in present}, **given)


SESSION_ACTS: dict[str, Callable[..., Any]] = {
    "agenda": _put,
    "publish": agenda.publish_agenda,
    "presence": _presence,
    "open": room.open_session,
    "close": room.close_session,
    "seal": protocol.seal_protocol,
    "correct": _correct,
}


@nothing_typed_is_lost
@require_office
def session_act(request: SignedInRequest, session: UUID, act: str) -> HttpResponse:
    require_part(request)
    found = get_object_or_404(Session, pk=session)
    if act not in SESSION_ACTS:
        raise Http404
    form = _session_form(act, found, typed_now(request))
    return _done(request, found, form, act, lambda given: SESSION_ACTS[act](found.pk, **given))


def _item_form(name: str, data: Any) -> Questions:
    asked: dict[str, forms.Field]
    match name:
        case "vote":
            asked = {"choice": one_of(_("Your vote"), Choice.choices)}
        case "settle":
            asked = {
                "heard": words(_("What was heard")),
                "ground": ground_field(required=False),
            }
            asked["ground"].help_text = _("Needed when it is rejected or not carried.")
        case "condition":
            asked = {"text": words(_("Condition")), "due_on": ui.DayField(label=_("Until"))}
        case _:
            asked = {"text": words(_("Your separate opinion"))}
    return Questions(asked, data)


ITEM_ACTS: dict[str, Callable[..., Any]] = {
    "vote": room.vote,
    "settle": room.settle,
    "condition": room.add_condition,
    "opinion": room.add_separate_opinion,
}


@nothing_typed_is_lost
@require_office
def item_act(request: SignedInRequest, session: UUID, item: UUID, act: str) -> HttpResponse:
    require_part(request)
    if act not in ITEM_ACTS:
        raise Http404
    items = AgendaItem.objects.select_related("session", "case")
    found = get_object_or_404(items, pk=item, session_id=session)
    form = _item_form(act, typed_now(request))
    return _done(
        request,
        found.session,
        form,
        act,
        lambda given: ITEM_ACTS[act](found.pk, **given),
        item=found,
    )


def _done(
    request: SignedInRequest,
    session: Session,
    form: Questions,
    act: str,
    take: Callable[[dict[str, Any]], Any],
    *,
    item: AgendaItem | None = None,
) -> HttpResponse:
    """Ask on GET; act on POST and go back to the room."""

    def do() -> bool:
        take({**form.cleaned_data, "by": request.user, "now": timezone.now()})
        return True

    if acted(request, form, do, in_office=True):
        messages.success(request, LABELS[act])
        return redirect("measures:session", session.pk)
    context = {"session": session, "item": item, "act": act, "label": LABELS[act], "law": law()}
    return answer(request, "measures/council_act.html", context, form=form)
