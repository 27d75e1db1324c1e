"""Reporting in three taps: what, where and how it looks, send. Signed in, or with a code to come back by."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import tie
from ratusha.documents.public import keep_file
from ratusha.issues.duplicates import Alike, alike
from ratusha.issues.forms.report import ReportForm, sign_photo, signed_photo
from ratusha.issues.forms.steps import NothingForm
from ratusha.issues.law import Category, is_listed, law
from ratusha.issues.photos.intake import MAX_BYTES, position_of, require_picture
from ratusha.issues.places import spot_of
from ratusha.issues.presentation import tag_of
from ratusha.issues.services.flow import count_one
from ratusha.issues.services.report import Lodged, Trouble, join, report
from ratusha.kernel.errors import Conflict, DomainError, RuleBroken
from ratusha.kernel.terms import Term
from ratusha.ui.acting import acted
from ratusha.ui.forms import GivenBack, add_domain_error
from ratusha.ui.pages import page as answer

from .floods import count_sender, known, slowed
from .public import find_public

Position = tuple[float, float]


@login_not_required
def new(request: HttpRequest) -> HttpResponse:
    """The first tap: what it is."""
    return answer(request, "issues/new.html", {"groups": law().groups})


@login_not_required
def lodge(request: HttpRequest, category: str) -> HttpResponse:
    """The second tap and the third. A photo that knows its place offers it; reports alike are shown before sending."""
    if not is_listed(category):
        raise Http404
    kind = law().category(category)
    context: dict[str, Any] = {
        "category": kind,
        "term": Term.parse(kind.term).text(),
        "signed_in": known(request),
    }
    if request.method != "POST":
        return answer(request, "issues/lodge.html", context, form=ReportForm(_asked(request)))
    typed = request.POST.copy()
    refused, position = _take_photo(request, typed)
    if position and not refused:
        return answer(
            request, "issues/lodge.html", {**context, "position": position}, form=_again(typed)
        )
    form = ReportForm(typed)
    if refused:
        add_domain_error(form, refused)
    if form.is_valid():
        same = [] if form.cleaned_data["another"] else alike_to(kind, form.cleaned_data)
        if same:
            found = [{"alike": one, "tag": tag_of(one.issue.case.status)} for one in same]
            return answer(request, "issues/same.html", {**context, "found": found}, form=form)
    if lodged := acted(request, form, lambda: _send(request, kind, form.cleaned_data)):
        if lodged.code:
            return redirect("issues:mine", lodged.code)
        messages.success(request, _("Thank you. Your report has its number."))
        return redirect(lodged.case.address)
    return slowed(answer(request, "issues/lodge.html", context, form=form), form, timezone.now())


def _asked(request: HttpRequest) -> QueryDict | None:
    """A point that the map or an address of another page brings along."""
    point = {name: [request.GET[name][:20]] for name in ("lat", "lon") if name in request.GET}
    return GivenBack.of(point) if point else None


def _again(typed: QueryDict) -> ReportForm:
    """The words back, without calling anything wrong."""
    kept = {name: [str(one) for one in values] for name, values in typed.lists()}
    kept.pop("position", None)
    return ReportForm(GivenBack.of(kept))


def _take_photo(
    request: HttpRequest, typed: QueryDict
) -> tuple[DomainError | None, Position | None]:
    """Keep the picture; the place that it knows, when none was given and the reporter has not been asked yet."""
    said = typed.get("position", "")
    lat, comma, lon = said.partition(",")
    if comma:
        typed["lat"], typed["lon"] = lat, lon
    brought = request.FILES.get("photo")
    if brought is None:
        return None, None
    if (brought.size or 0) > MAX_BYTES:
        message = _("The photo is larger than %(most)s megabytes. Make it smaller.")
        return RuleBroken(
            "issue.photo_big", message % {"most": MAX_BYTES // 1024**2}, field="photo"
        ), None
    now = timezone.now()
    owner: User | UUID = known(request) or uuid4()
    try:
        count_sender(request, "photo", now)
        content = brought.read()
        require_picture(content)
        kept = keep_file(content=content, name=brought.name or "", by=owner, now=now)
    except DomainError as error:
        return RuleBroken(error.code, error.message, field="photo"), None
    typed["kept_photo"] = sign_photo(str(kept.pk))
    is_placed = typed.get("lat") or said
    return None, None if is_placed else position_of(content)


def alike_to(category: Category, given: dict[str, Any]) -> list[Alike]:
    lat, lon = point_of(given)
    return alike(
        category=category.code,
        lat=lat,
        lon=lon,
        address=given["address"],
        words=given["words"],
        now=timezone.now(),
    )


def point_of(given: dict[str, Any]) -> tuple[float | None, float | None]:
    lat, lon = given.get("lat"), given.get("lon")
    return (None if lat is None else float(lat)), (None if lon is None else float(lon))


def place_of(given: dict[str, Any]) -> str:
    return ", ".join(filter(None, (given["town"], given["address"])))


def trouble_of(
    category: Category,
    given: dict[str, Any],
    *,
    photos: tuple[UUID, ...] = (),
    channel: str = Trouble.channel,
) -> Trouble:
    """What was typed, by whoever reports or for a caller."""
    lat, lon = point_of(given)
    return Trouble(
        category=category.code,
        language=get_language() or "",
        words=given["words"],
        address=place_of(given),
        lat=lat,
        lon=lon,
        unit_code=given["town_code"],
        photos=photos,
        channel=channel,
    )


def _send(request: HttpRequest, category: Category, given: dict[str, Any]) -> Lodged:
    now = timezone.now()
    count_sender(request, "report", now)
    lat, lon = point_of(given)
    if known(request) is None and (spot := spot_of(lat, lon, given["address"])):
        count_one("place", source=f"place:{given['town_code']}:{spot}", now=now)
    photo = signed_photo(given["kept_photo"])
    trouble = trouble_of(category, given, photos=(UUID(photo),) if photo else ())
    with transaction.atomic():
        lodged = report(trouble, by=known(request), now=now)
        if given["matter"] and known(request):
            tie(lodged.case.pk, number=given["matter"], by=known(request), now=now)
    return lodged


@login_not_required
def join_in(request: HttpRequest, reference: str) -> HttpResponse:
    """The same trouble, seen by one more."""
    found = find_public(reference)
    form = NothingForm(request.POST if request.method == "POST" else None)

    def send() -> str:
        now = timezone.now()
        count_sender(request, "join", now)
        try:
            code = join(found.pk, by=known(request), language=get_language() or "", now=now)
        except Conflict as error:
            messages.info(request, error.message)
            code = ""
        return reverse("issues:mine", args=[code]) if code else found.case.address

    if address := acted(request, form, send):
        return redirect(address)
    page = answer(request, "issues/join.html", {"issue": found, "case": found.case}, form=form)
    return slowed(page, form, timezone.now())
