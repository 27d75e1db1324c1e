"""What other modules may use of cases."""

from .clock import Tick, due_of
from .events import CaseMoved, CaseOpened, CaseRated, MessageSent, TermChanged
from .forms import AttachForm, MessageForm, RatingForm
from .models import Attachment, Case, CaseLink, ClockEntry, Message, Rating, StepTaken
from .permissions import (
    is_applicant,
    is_disinterested,
    is_handler,
    is_handler_or_the_system,
    is_the_system,
    may_accept,
    may_assign,
    may_at_body,
    may_see_at_desk,
    may_take_up,
    steps_open_to,
    took_last,
)
from .related import Related, plug_related, related_to
from .rules import Criterion, Holder, Move, Outcome, Statute, enact, statute_of
from .services import (
    attach,
    extend_term,
    hand_to,
    link_cases,
    lock,
    open_case,
    rate,
    restart_clock,
    resume_clock,
    send_message,
    stop_clock,
    take_step,
)

__all__ = [
    "AttachForm", "Attachment", "Case", "CaseLink", "CaseMoved", "CaseOpened", "CaseRated",
    "ClockEntry", "Criterion", "Holder", "Message", "MessageForm", "MessageSent", "Move", "Outcome",
    "Rating", "RatingForm", "Related", "Statute", "StepTaken", "TermChanged", "Tick", "attach",
    "due_of", "enact", "extend_term", "hand_to", "is_applicant", "is_disinterested", "is_handler",
    "is_handler_or_the_system", "is_the_system", "link_cases", "lock", "may_accept", "may_assign",
    "may_at_body", "may_see_at_desk", "may_take_up", "open_case", "plug_related", "rate",
    "related_to", "restart_clock", "resume_clock", "send_message", "statute_of", "steps_open_to",
    "stop_clock", "take_step", "took_last",
]  # fmt: skip
