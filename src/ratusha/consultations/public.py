"""What other modules may use of consultations."""

from .budget.services import Planned, approve, check_project, go_on, open_budget, propose
from .drafts.services import Said, Text, add_version, comment, publish_draft, reply
from .ended import Ended, ended_between, page_of
from .events import PetitionAnswered
from .opinions.services import (
    Opened,
    conclude,
    draw_map,
    draw_maps,
    forget_answers,
    look_at,
    open_discussion,
    say,
    state,
)
from .petitions.services import (
    answer_petition,
    end_petitions,
    let_through,
    lodge_petition,
    sign,
    tell_signers,
)
from .polls.count import bring_share
from .polls.count import close_due as close_due_polls
from .polls.prepare import Asked, bring_key, open_poll, prepare_poll
from .polls.tool import is_installed as can_hold_polls
from .polls.vote import cast_for, mix_open_polls
from .ways import ways_of

__all__ = [
    "Asked",
    "Ended",
    "Opened",
    "PetitionAnswered",
    "Planned",
    "Said",
    "Text",
    "add_version",
    "answer_petition",
    "approve",
    "bring_key",
    "bring_share",
    "can_hold_polls",
    "cast_for",
    "check_project",
    "close_due_polls",
    "comment",
    "conclude",
    "draw_map",
    "draw_maps",
    "end_petitions",
    "ended_between",
    "forget_answers",
    "go_on",
    "let_through",
    "lodge_petition",
    "look_at",
    "mix_open_polls",
    "open_budget",
    "open_discussion",
    "open_poll",
    "page_of",
    "prepare_poll",
    "propose",
    "publish_draft",
    "reply",
    "say",
    "sign",
    "state",
    "tell_signers",
    "ways_of",
]  # fmt: skip
