"""By which way an application comes in. The portal asks for a mandate; another way brings its own rule and pages.

`config/wiring.py` plugs what is above this floor: the counter of a one-window service.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ratusha.accounts.public import User
from ratusha.parties.public import Act, may_act_for

from .models import Draft

PORTAL = "portal"


@dataclass(frozen=True)
class Channel:
    """`may_fill`: whether this official may fill in for this applicant at this body on this day.

    `require_ready` raises RuleBroken when a draft may not be lodged yet; `page` is where a filled draft goes on.
    """

    may_fill: Callable[[User, UUID, UUID, date], bool]
    require_ready: Callable[[Draft], None]
    page: Callable[[Draft], str]


_channels: dict[str, Channel] = {}


def plug_channel(code: str, channel: Channel) -> None:
    _channels[code] = channel


def channel_of(draft: Draft) -> Channel | None:
    """None for the portal."""
    return None if draft.channel == PORTAL else _channels[draft.channel]


def may_go_on(user: User, draft: Draft, on: date, act: Act = Act.PREPARE) -> bool:
    """Asked on every page: a mandate may have been revoked since the last one."""
    other = channel_of(draft)
    if other:
        return draft.at_body is not None and other.may_fill(
            user, draft.applicant_id, draft.at_body, on
        )
    return user.party_id is not None and may_act_for(
        user.party_id,
        draft.applicant_id,
        on,
        procedure=draft.edition.procedure_id,
        act=act,
    )
