"""Where a request comes from, told so coarsely that a list of visits is no track of a life."""

import ipaddress
import re

from django.conf import settings
from django.http import HttpRequest

BROWSERS = {  # the first that fits: most browsers claim to be the others too
    "Edg": "Edge", "OPR": "Opera", "YaBrowser": "Yandex Browser", "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox", "FxiOS": "Firefox", "CriOS": "Chrome", "Chrome": "Chrome", "Safari": "Safari",
}  # fmt: skip
SYSTEMS = {
    "Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS X": "macOS",
    "CrOS": "ChromeOS", "Linux": "Linux",
}  # fmt: skip


def device(user_agent: str) -> str:
    browser = next(
        (name for sign, name in BROWSERS.items() if re.search(rf"\b{sign}/", user_agent)), ""
    )
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), "")
    return ", ".join(part for part in (browser, system) if part)


def address(request: HttpRequest) -> str:
    """The address of the caller, behind as many proxies of ours as the settings say."""
    hops = [h.strip() for h in request.headers.get("X-Forwarded-For", "").split(",") if h.strip()]
    ours = settings.TRUSTED_PROXIES
    direct: str = request.META.get("REMOTE_ADDR", "")
    return hops[-ours] if ours and len(hops) >= ours else direct


def network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    """Who shares a door: one IPv4 address, or the /64 that one home has in IPv6."""
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return None
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return ipaddress.ip_network((found, 32 if found.version == 4 else 64), strict=False)  # noqa: PLR2004 - IP versions


def caller_network(request: HttpRequest) -> str:
    """For counting what one caller does too often."""
    text = address(request)
    return str(network(text) or text)


def place(text: str) -> str:
    """The neighbourhood in the network: `93.84.x.x`, `2001:db8:…`; nothing finer is kept."""
    door = network(text)
    if door is None:
        return ""
    if isinstance(door, ipaddress.IPv4Network):
        return ".".join(str(door.network_address).split(".")[:2]) + ".x.x"
    return ":".join(door.network_address.exploded.split(":")[:2]) + ":…"
