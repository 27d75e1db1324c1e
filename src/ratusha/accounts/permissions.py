"""Every permission there is. A module declares its own; an appointment lists names; nobody asks for a role."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SHAPE = re.compile(r"[a-z_]+\.[a-z_]+")
PERMISSIONS: dict[str, str | Promise] = {}


def declare(name: str, label: str | Promise) -> str:
    """Add a permission "module.verb"; said twice with two meanings it is a mistake."""
    if not SHAPE.fullmatch(name):
        raise ValueError(f"A permission is called module.verb, not {name!r}")
    if str(PERMISSIONS.setdefault(name, label)) != str(label):
        raise ValueError(f"Two meanings for permission {name!r}")
    return name


AUDIT_READ = declare("audit.read", _("Read the journal of one’s own body"))
AUDIT_READ_ALL = declare("audit.read_all", _("Read the whole journal"))
