"""The endpoints: discovery, services, definitions, requests, tokens. Reading is for all, posting for who has a key."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ratusha.documents.public import keep_file
from ratusha.issues.law import is_listed, law
from ratusha.issues.models import Issue, Photo
from ratusha.issues.photos.intake import MAX_BYTES, require_picture
from ratusha.issues.queries import public_issues
from ratusha.issues.rules import OPEN as OPEN_STATUSES
from ratusha.issues.services.clients import client_with
from ratusha.issues.services.flow import TooMuch, count_one, seconds_to_wait
from ratusha.issues.services.follow import reporter_by_code
from ratusha.issues.services.report import Trouble, report
from ratusha.kernel.errors import DomainError

from .finding import found
from .reading import CLOSED, OPEN, jurisdiction, point, read_asked, words
from .wire import REQUESTS, SERVICES, Item, Refusal, answer, answer_one, refuse

View = Callable[..., HttpResponse]
CHANNEL = "open311"
TOO_MANY = 429
UNREADABLE = (SuspiciousOperation, BadRequest, MultiPartParserError)


def endpoint(view: View) -> View:
    """Open to all, no cookies asked for; whatever is refused goes out in the form that was asked for."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, form: str, **kwargs: Any) -> HttpResponse:
        try:
            request.POST  # noqa: B018 - a body that cannot be read is refused in this form too
            return view(request, *args, form=form, **kwargs)
        except Refusal as refusal:
            return refuse(refusal, form)
        except UNREADABLE:
            return refuse(Refusal(HTTPStatus.BAD_REQUEST, _("The request cannot be read.")), form)

    opened: View = csrf_exempt(login_not_required(guarded))
    return opened


@endpoint
@require_safe
def discovery(_request: HttpRequest, *, form: str) -> HttpResponse:
    address = settings.SITE_ADDRESS.rstrip("/") + reverse("open311:services", args=["json"])
    root = address.removesuffix("/services.json")
    formats = ["text/xml", "application/json"]
    one: Item = {
        "specification": "http://wiki.open311.org/GeoReport_v2",
        "url": root,
        "changeset": "2026-11-26T00:00:00Z",
        "type": "production",
    }
    if form == "xml":
        endpoints: Any = [
            ("endpoint", {**one, "formats": [("format", name) for name in formats]}),
            (
                "endpoint",
                {**one, "type": "test", "formats": [("format", name) for name in formats]},
            ),
        ]
    else:
        endpoints = [{**one, "formats": formats}]
    told: Item = {
        "changeset": one["changeset"],
        "contact": settings.SITE_ADDRESS,
        "key_service": _("Ask the operator of this site for a key."),
        "endpoints": endpoints,
    }
    return answer_one(told, "discovery", form)


@endpoint
@require_safe
def services(request: HttpRequest, *, form: str) -> HttpResponse:
    jurisdiction(request.GET)
    told = [
        {
            "service_code": one.code,
            "service_name": one.said(),
            "description": one.said(),
            "metadata": False if form == "xml" else "false",
            "type": "realtime",
            "keywords": "",
            "group": group.said(),
        }
        for group in law().groups
        for one in group.categories
    ]
    return answer(told, SERVICES, form)


@endpoint
@require_safe
def definition(request: HttpRequest, code: str, *, form: str) -> HttpResponse:
    jurisdiction(request.GET)
    if not is_listed(code):
        raise Refusal(HTTPStatus.NOT_FOUND, _("service_code was not found."))
    return answer_one({"service_code": code, "attributes": []}, "service_definition", form)


@endpoint
@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: HttpRequest, *, form: str) -> HttpResponse:
    if request.method == "POST":
        return lodge(request, form=form)
    asked = read_asked(request.GET.dict(), timezone.now())
    return answer(_told(found(asked)), REQUESTS, form)


@endpoint
@require_safe
def one_request(request: HttpRequest, number: str, *, form: str) -> HttpResponse:
    jurisdiction(request.GET)
    issues = list(public_issues().filter(case__reference=number[:64]))
    if not issues:
        raise Refusal(HTTPStatus.NOT_FOUND, _("service_request_id was not found."))
    return answer(_told(issues), REQUESTS, form)


@endpoint
@require_safe
def token(_request: HttpRequest, code: str, *, form: str) -> HttpResponse:
    """The code of a reporter leads to the number of the request."""
    reporter = reporter_by_code(code)
    if reporter is None:
        raise Refusal(HTTPStatus.NOT_FOUND, _("token was not found."))
    reference = reporter.issue.case.reference
    return answer([{"service_request_id": reference, "token": code}], REQUESTS, form)


def _told(issues: list[Issue]) -> list[Item]:
    shown = Photo.objects.filter(issue__in=issues).exclude(public_file_id=None).order_by("at")
    photos = {photo.issue_id: photo.pk for photo in shown}  # the newest
    return [_item(one, photos.get(one.pk)) for one in issues]


def _item(issue: Issue, photo: Any) -> Item:
    case = issue.case
    updated = (
        timezone.make_aware(datetime.combine(case.closed_on, datetime.min.time()))
        if case.closed_on
        else None
    )
    expected = issue.planned_on or case.due_on
    media = reverse("issues:photo", args=[case.reference, photo]) if photo else ""
    return {
        "service_request_id": case.reference,
        "status": OPEN if case.status in OPEN_STATUSES else CLOSED,
        "status_notes": case.status_label,
        "service_name": issue.kind.said(),
        "service_code": issue.category,
        "description": issue.public_words,
        "agency_responsible": str(issue.executor) if issue.executor else "",
        "service_notice": "",
        "requested_datetime": _iso(issue.reported_at),
        "updated_datetime": _iso(max(updated, issue.reported_at) if updated else issue.reported_at),
        "expected_datetime": f"{expected.isoformat()}T23:59:59Z" if expected else "",
        "address": issue.address,
        "address_id": "",
        "zipcode": "",
        "lat": issue.lat,
        "long": issue.lon,
        "media_url": settings.SITE_ADDRESS.rstrip("/") + media if media else "",
    }


def _iso(moment: datetime) -> str:
    return moment.astimezone(timezone.get_default_timezone()).isoformat(timespec="seconds")


def lodge(request: HttpRequest, *, form: str) -> HttpResponse:
    """A report from another program. Names, telephones and addresses of people are neither needed nor kept."""
    now = timezone.now()
    told = {**request.GET.dict(), **request.POST.dict()}
    client = client_with(told.get("api_key", ""))
    if client is None:
        raise Refusal(HTTPStatus.FORBIDDEN, _("api_key is missing or not known."))
    unit = jurisdiction(told)
    code = told.get("service_code", "")
    if not code:
        raise Refusal(HTTPStatus.BAD_REQUEST, _("service_code is missing."))
    if not is_listed(code):
        raise Refusal(HTTPStatus.NOT_FOUND, _("service_code was not found."))
    lat, lon = point(told)
    address = words(told, "address_string", 300)
    text = words(told, "description")
    try:
        count_one("open311", source=f"client:{client.pk}", now=now)
        lodged = report(
            Trouble(
                category=code,
                language=get_language() or "",
                words=text,
                address=address,
                lat=lat,
                lon=lon,
                unit_code=unit,
                photos=_photo(request, now),
                channel=CHANNEL,
            ),
            by=None,
            now=now,
        )
    except TooMuch as error:
        raise Refusal(TOO_MANY, error.message, wait=seconds_to_wait(now)) from error
    except DomainError as error:
        raise Refusal(HTTPStatus.BAD_REQUEST, error.message) from error
    made = {
        "service_request_id": lodged.case.reference,
        "service_notice": _("Keep the token: it opens the report again when it is not done."),
        "account_id": "",
        "token": lodged.code,
    }
    return answer([made], REQUESTS, form)


def _photo(request: HttpRequest, now: datetime) -> Any:
    """A picture that came along. An address of one is not fetched: we ask no other server for anything."""
    brought = request.FILES.get("media")
    if brought is None:
        return ()
    if (brought.size or 0) > MAX_BYTES:
        raise Refusal(HTTPStatus.BAD_REQUEST, _("media is too large."))
    content = brought.read()
    require_picture(content)
    return (keep_file(content=content, name=brought.name or "", by=uuid4(), now=now).pk,)
