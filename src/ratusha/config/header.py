"""The header and footer of every page: where one can go from anywhere."""

from functools import partial
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.notifications.public import unread_count
from ratusha.parties.public import party_name
from ratusha.ui.header import Header, Item


def header_for(request: HttpRequest) -> Header:
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    nav = [_item(_("Services"), "portal:catalogue", section=True)]
    person = None
    if signed_in:
        nav.append(_item(_("My cases"), "portal:my_page", section=True))
        nav.append(_notices(user))
        if getattr(user, "is_official", False):
            nav.append(_item(_("Desk"), "portal:desk", section=True))
        person = _item(getattr(user, "display_name", "") or _("My page"), "portal:my_page")
    footer = [
        _item(_("All services"), "portal:catalogue"),
        _item(_("Check a document"), "documents:verify"),
        _item(_("Who looked at my data"), "exchange:journal"),
        _item(_("Large text and contrast"), "portal:accessibility"),
        _item(_("Personal data"), "portal:privacy"),
        _item(_("About Ratusha"), "portal:about"),
    ]
    return Header(
        nav=[item for item in nav if item],
        person=person,
        sign_in=None if signed_in else _item(_("Sign in"), "accounts:sign_in"),
        sign_out=_address("accounts:sign_out") if signed_in else "",
        capacity=_capacity(request) if signed_in else None,
        footer=[item for item in footer if item],
    )


def _capacity(request: HttpRequest) -> Item | None:
    """Shown to everybody who could act for a body: whatever they do is done in this capacity."""
    body_id = getattr(request, "acting_body_id", None)
    if body_id is None:
        may_choose = isinstance(request.user, User) and request.user.is_official
        return _item(_("As myself"), "accounts:choose_body") if may_choose else None
    language = get_language() or ""
    name = cache.get_or_set(
        f"body-name:{body_id}:{language}", partial(party_name, body_id, language), 300
    )
    text = _("As an official: %(body)s") % {"body": name or body_id}
    return _item(text, "accounts:choose_body")


def _notices(user: Any) -> Item | None:
    party = getattr(user, "party_id", None)
    if party is None:
        return None
    address = reverse("notifications:inbox")
    return Item(_("Notices"), address, count=unread_count(party), section=address)


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""  # the module with this page is not installed


def _item(text: str, name: str, *, section: bool = False) -> Item | None:
    address = _address(name)
    return Item(text, address, section=address if section else "") if address else None
