"""The header and footer of every page: where one can go from anywhere."""

from dataclasses import replace
from functools import cache, partial
from typing import Any

from django.core.cache import cache as kept
from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import Capacity, User
from ratusha.counter.public import may_serve
from ratusha.kernel.texts import Said
from ratusha.law.public import has_workshop
from ratusha.notifications.public import unread_count
from ratusha.portal.public import may_work_in_steering
from ratusha.ui.addresses import address_of
from ratusha.ui.header import Header, Item


def header_for(request: HttpRequest) -> Header:
    user = getattr(request, "user", None)
    if not (user and user.is_authenticated):
        return _for_strangers(get_language() or "")
    services = _item(_("Services"), "portal:catalogue", section=True)
    desk = _item(_("Desk"), "portal:desk", section=True)
    if getattr(request, "acting_body_id", None):  # at work one's own affairs stay out of sight
        nav = [
            services,
            desk,
            *_steering(user, request),
            *_counter(user, request),
            *_workshop(user, request),
        ]
    else:
        nav = [services, _item(_("My cases"), "portal:my_page", section=True), _notices(user)]
        nav += [desk] if getattr(user, "is_official", False) else []
    return Header(
        nav=[item for item in nav if item],
        person=_person(user),
        sign_out=_address("accounts:sign_out"),
        capacity=_capacity(request),
        footer=_footer(),
    )


def _counter(user: Any, request: HttpRequest) -> list[Item | None]:
    """For who serves people at the counter of the body they act for."""
    serves = may_serve(user, request.acting_body_id, timezone.localdate())  # type: ignore[attr-defined]
    return [_item(_("Counter"), "counter:queue", section=True)] if serves else []


def _steering(user: Any, request: HttpRequest) -> list[Item | None]:
    """For who has a part in any room of digital development at the body they act for."""
    has = may_work_in_steering(user, request.acting_body_id, timezone.localdate())  # type: ignore[attr-defined]
    return [_item(_("Digital development"), "portal:steering", section=True)] if has else []


def _workshop(user: Any, request: HttpRequest) -> list[Item | None]:
    """For lawyers who compile rows of the law or put them into force."""
    works = has_workshop(user, request.acting_body_id, timezone.localdate())  # type: ignore[attr-defined]
    return [_item(_("Workshop"), "law:workshop", section=True)] if works else []


@cache
def _for_strangers(language: str) -> Header:  # noqa: ARG001 - it is what the answer is kept by
    nav = [_item(_("Services"), "portal:catalogue", section=True)]
    return Header(
        nav=[item for item in nav if item],
        sign_in=_item(_("Sign in"), "accounts:sign_in"),
        footer=_footer(),
    )


def _footer() -> list[Item]:
    items = [
        _item(_("All services"), "portal:catalogue"),
        _item(_("The state asks you"), "consultations:hub"),
        _item(_("Write to a state body"), "appeals:start"),
        _item(_("Check a document"), "documents:verify"),
        _item(_("Who looked at my data"), "exchange:journal"),
        _item(_("Count a term of law"), "law:clock"),
        _item(_("Questions the state asks twice"), "law:debt"),
        _item(_("Do our finishing dates keep?"), "statistics:calibration"),
        _item(_("Digital development"), "portal:steering"),
        _item(_("Issues in town and village"), "issues:issues"),
        _item(_("Large text and contrast"), "portal:accessibility"),
        _item(_("Personal data"), "portal:privacy"),
        _item(_("About Ratusha"), "portal:about"),
    ]
    return [item for item in items if item]


def _capacity(request: HttpRequest) -> Item | None:
    """Shown to everybody who could act for a body: whatever they do is done in this capacity."""
    body_id = getattr(request, "acting_body_id", None)
    if body_id is None:
        may_choose = isinstance(request.user, User) and request.user.is_official
        return _item(_("As myself"), "accounts:choose_body") if may_choose else None
    language = get_language() or ""
    name = kept.get_or_set(
        f"body-name:{body_id}:{language}", partial(Capacity(body_id, {}).body_name, language), 300
    )
    return _item(name or str(body_id), "accounts:choose_body")


def _person(user: Any) -> Item | None:
    name: Said = getattr(user, "name", Said("", ""))
    item = _item(name.text or _("My page"), "portal:my_page")
    return replace(item, lang=name.lang) if item and name else item


def _notices(user: Any) -> Item | None:
    party = getattr(user, "party_id", None)
    if party is None:
        return None
    address = address_of("notifications:inbox")
    return Item(_("Notices"), address, count=unread_count(party), section=address)


def _address(name: str) -> str:
    try:
        return address_of(name)
    except NoReverseMatch:
        return ""  # the module with this page is not installed


def _item(text: str, name: str, *, section: bool = False) -> Item | None:
    address = _address(name)
    return Item(text, address, section=address if section else "") if address else None
