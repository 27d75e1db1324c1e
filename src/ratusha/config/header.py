"""The header and footer of every page: where one can go from anywhere."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from ratusha.notifications.public import unread_count
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
        footer=[item for item in footer if item],
    )


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
