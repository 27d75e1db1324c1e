"""Draft laws: the text with its comments, writing one, answering them, the table of answers."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    require_office,
    typed_now,
)
from ratusha.consultations.drafts import rules, services
from ratusha.consultations.drafts.services import Said, Text
from ratusha.consultations.drafts.table import MEDIA_TYPE, as_docx
from ratusha.consultations.forms.rooms import (
    CommentForm,
    DraftForm,
    RefusalForm,
    ReplyForm,
    VersionForm,
)
from ratusha.consultations.law import law
from ratusha.consultations.models import Comment, Draft
from ratusha.consultations.permissions import ANSWER, MODERATE, PREPARE
from ratusha.parties.public import party_name
from ratusha.ui.pages import page as answer

from .acts import act_page, pressed, sent


@login_not_required
def draft(request: HttpRequest, code: str) -> HttpResponse:
    """Each part with what was said about it; what has changed since the first version, and what is left out now."""
    found, today = get_object_or_404(Draft, code=code), timezone.localdate()
    versions = list(found.versions.all())
    before = versions[-2].parts if len(versions) > 1 else versions[0].parts
    parts, left_out = rules.compare(before, versions[-1].parts)
    comments: dict[str, list[Comment]] = {}
    for one in found.comments.select_related("reply", "version"):
        comments.setdefault(one.part, []).append(one)
    context = {
        "draft": found,
        "parts": parts,
        "left_out": left_out,
        "comments": comments,
        "count": found.comments.count(),
        "answered": found.comments.exclude(reply=None).count(),
        "number": versions[-1].number,
        "is_open": found.opens_on <= today <= found.closes_on,
        "law": law().drafts,
        "grounds": {one.code: one.said() for one in law().petitions.grounds},
        "body": party_name(found.body_id, get_language() or ""),
    }
    return answer(request, "consultations/draft.html", context)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def comment(request: SignedInRequest, code: str, part: str) -> HttpResponse:
    found = get_object_or_404(Draft, code=code)
    version = found.versions.last()
    about = next((one for one in version.parts if one.eid == part), None) if version else None
    if about is None:
        raise Http404
    form = CommentForm(typed_now(request))
    there = reverse("consultations:draft", args=[code])

    def write() -> Comment:
        said = Said(part=part, text=form.cleaned_data["text"], language=get_language() or "")
        return services.comment(found.pk, said, by=request.user, now=timezone.now())

    return act_page(
        request,
        form,
        write,
        heading=_("Comment on part %(number)s") % {"number": about.number},
        back=there,
        then=f"{there}#{part}",
        done=_("Your comment is published. It will be answered."),
        note=about.text,
        words=found.said,
    )


@login_not_required
def table(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001 - for everybody alike
    """Comments and answers as a document for word processors."""
    found = get_object_or_404(Draft, code=code)
    rows = [
        [one.part, _words(one), one.reply.get_decision_display() if one.reply else _("not answered yet"),
         one.reply.reasons if one.reply else "", one.reply.part if one.reply else ""]
        for one in found.comments.select_related("reply")
    ]  # fmt: skip
    head = [
        _("Part"),
        _("Comment"),
        _("Decision on the comment"),
        _("Reasons"),
        _("What was changed"),
    ]
    response = HttpResponse(as_docx(found.title, head, rows), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{code}.docx"'
    return response


def _words(one: Comment) -> str:
    if not one.hidden_ground:
        return one.text
    return _("hidden: %(ground)s") % {"ground": _ground(one.hidden_ground)}


def _ground(code: str) -> str:
    found = law().petitions.ground(code)
    return found.said() if found else code


# ---- at the desk ----
def at_desk(request: SignedInRequest, code: str, *permissions: str) -> Draft:
    body, today = request.acting_body_id, timezone.localdate()
    if not any(request.user.may(one, body, on=today) for one in permissions):
        raise Http404
    return get_object_or_404(Draft, body_id=body, code=code)


@nothing_typed_is_lost
@require_office
def new_draft(request: SignedInRequest) -> HttpResponse:
    body = request.acting_body_id
    if body is None or not request.user.may(PREPARE, body, on=timezone.localdate()):
        raise Http404
    form = DraftForm(typed_now(request))
    return act_page(
        request,
        form,
        lambda: services.publish_draft(
            Text(**form.cleaned_data), body_id=body, by=request.user, now=timezone.now()
        ),
        heading=_("Publish a draft for discussion"),
        back=reverse("consultations:desk"),
        then=reverse("consultations:desk"),
        done=_("The draft is open for comments."),
    )


@require_office
def desk_draft(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, PREPARE, ANSWER, MODERATE)
    today = timezone.localdate()
    may = {
        one: request.user.may(one, found.body_id, on=today) for one in (PREPARE, ANSWER, MODERATE)
    }
    context = {
        "draft": found,
        "comments": found.comments.select_related("reply"),
        "may_prepare": may[PREPARE] and not found.finished_on,
        "may_answer": may[ANSWER] and not found.finished_on,
        "may_hide": may[MODERATE],
        "waiting": found.comments.filter(reply=None, hidden_ground="").count(),
        "is_over": today > found.closes_on,
        "grounds": {one.code: one.said() for one in law().petitions.grounds},
    }
    return answer(request, "consultations/desk_draft.html", context)


@nothing_typed_is_lost
@require_office
def version(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, PREPARE)
    last = found.versions.last()
    form = VersionForm(typed_now(request), initial={"source": last.source if last else ""})
    there = reverse("consultations:desk_draft", args=[code])
    return act_page(
        request,
        form,
        lambda: services.add_version(
            found.pk, form.cleaned_data["source"], by=request.user, now=timezone.now()
        ),
        heading=_("Publish a new version"),
        back=there,
        then=there,
        done=_("The new version is published. Comments have kept their parts."),
        note=_("A part that has moved keeps its old id in braces: “# 4. Heading {art_3}”."),
        words=found.said,
    )


@nothing_typed_is_lost
@require_office
def reply(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, ANSWER)
    waiting = found.comments.filter(reply=None, hidden_ground="")
    last = found.versions.last()
    form = ReplyForm(
        [(str(one.pk), f"{one.part}: {one.text[:200]}") for one in waiting],
        last.parts if last else [],
        typed_now(request),
    )
    there = reverse("consultations:desk_draft", args=[code])

    def do() -> Any:
        given = dict(form.cleaned_data)
        return services.reply(
            found.pk, given.pop("comments"), **given, by=request.user, now=timezone.now()
        )

    return act_page(
        request,
        form,
        do,
        heading=_("Answer comments"),
        back=there,
        then=there,
        done=_("The answer is published beside the comments."),
        words=found.said,
    )


@require_office
def hide(request: SignedInRequest, code: str, comment_id: Any) -> HttpResponse:
    found = at_desk(request, code, MODERATE)
    one = get_object_or_404(found.comments, pk=comment_id)
    form = RefusalForm(sent(request))
    del form.fields["note"]
    there = reverse("consultations:desk_draft", args=[code])
    return act_page(
        request,
        form,
        lambda: services.hide(
            one.pk, ground=form.cleaned_data["ground"], by=request.user, now=timezone.now()
        ),
        heading=_("Hide the comment"),
        back=there,
        then=there,
        done=_("The ground stands where the comment was."),
        note=one.text,
        danger=True,
    )


@require_office
def finish(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, ANSWER)
    there = reverse("consultations:desk_draft", args=[code])
    return act_page(
        request,
        pressed(request),
        lambda: services.finish(found.pk, by=request.user, now=timezone.now()),
        heading=_("Finish the discussion"),
        back=there,
        then=there,
        done=_("The discussion is finished. The table of answers stays public."),
        words=found.said,
    )
