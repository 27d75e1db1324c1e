"""Who applies and who decides in a measurement, with visits as the browser would hold them."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.middleware.csrf import _get_new_csrf_string
from django.test import RequestFactory
from django.utils import timezone
from django.utils.module_loading import import_string

from ratusha.accounts import visits
from ratusha.accounts.public import AccessMode, User, open_cabinet
from ratusha.parties.models import Person
from ratusha.parties.public import short_name

GROWN_UP = 18


def applicants(count: int) -> list[User]:
    """Grown-up people with an address and opened cabinets, drawn by a fingerprint and so at random over the country."""
    now = timezone.now()
    grown = timezone.localdate(now).replace(day=1)
    grown = grown.replace(year=grown.year - GROWN_UP)
    found = Person.objects.filter(birth_date__lt=grown, died_on=None).exclude(address={})
    return [
        open_cabinet(one.pk, display_name=short_name(one.names, "be"), language="be", now=now)
        for one in found.order_by("personal_number_fingerprint")[:count]
    ]


def open_cabinets(count: int) -> dict[str, int]:
    return {"people": len(applicants(count))}


def headers_of(user: User, *, acting_for: UUID | None = None) -> dict[str, str]:
    """The cookie of a strict visit just begun, and the mark against forged requests."""
    request = RequestFactory().get("/", headers={"user-agent": "bench"})
    request.user = AnonymousUser()
    request.session = import_string(f"{settings.SESSION_ENGINE}.SessionStore")()
    visits.begin(request, user, AccessMode.STRICT, now=timezone.now())
    if acting_for:
        visits.act_for(request, acting_for)
    request.session.save()
    secret = _get_new_csrf_string()
    cookies = {
        settings.SESSION_COOKIE_NAME: request.session.session_key,
        settings.CSRF_COOKIE_NAME: secret,
    }
    return {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "X-CSRFToken": secret,
    }
