"""What other modules may use of cases."""

from .clock import Tick, due_of
from .events import CaseMoved, CaseOpened, CaseRated, MessageSent, TermChanged
from .models import Attachment, Case, ClockEntry, Message, Rating, StepTaken
from .permissions import (
    is_applicant,
    is_handler,
    is_handler_or_the_system,
    is_the_system,
    may_accept,
    may_assign,
    may_see_at_desk,
    may_take_up,
    steps_open_to,
)
from .rules import Criterion, Holder, Move, Outcome, Statute, enact, statute_of
from .services import (
    attach,
    extend_term,
    hand_to,
    lock,
    open_case,
    rate,
    resume_clock,
    send_message,
    stop_clock,
    take_step,
)

__all__ = [
    "Attachment", "Case", "CaseMoved", "CaseOpened", "CaseRated", "ClockEntry", "Criterion",
    "Holder", "Message", "MessageSent", "Move", "Outcome", "Rating", "Statute", "StepTaken",
    "TermChanged", "Tick", "attach", "due_of", "enact", "extend_term", "hand_to", "is_applicant",
    "is_handler", "is_handler_or_the_system", "is_the_system", "lock", "may_accept", "may_assign",
    "may_see_at_desk", "may_take_up", "open_case", "rate", "resume_clock", "send_message",
    "statute_of", "steps_open_to", "stop_clock", "take_step",
]  # fmt: skip
