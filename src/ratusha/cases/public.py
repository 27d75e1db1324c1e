"""What other modules may use of cases."""

from .budget import HELD_BY, Budget, budget_of, budgets
from .clock import Tick, due_of
from .events import (
    ActedForApplicant,
    CaseMoved,
    CaseOpened,
    CaseOverdue,
    CaseRated,
    MessageSent,
    TermChanged,
)
from .forms import AttachForm, HandToForm, MessageForm, RatingForm, matter_field
from .kinship import require_no_kinship
from .matter import (
    MATTER,
    Matter,
    answer_in,
    matter_of,
    plug_answers,
    plug_voices,
    stands_behind,
    works_on,
)
from .models import (
    Attachment,
    Case,
    CaseLink,
    CaseQuerySet,
    ClockEntry,
    Message,
    Rating,
    Skeleton,
    StepTaken,
    Substitution,
)
from .pages import (
    ask_to_add_document,
    ask_to_give,
    ask_to_withdraw,
    attached_file,
)
from .permissions import (
    is_applicant,
    is_disinterested,
    is_handler,
    is_handler_or_the_system,
    is_the_system,
    mandate_for,
    may_accept,
    may_assign,
    may_at_body,
    may_for_applicant,
    may_see_at_desk,
    may_take_up,
    steps_open_to,
    took_last,
    works_for,
)
from .queries import Load, may_reach, workload
from .queue import BY_END, BY_TERM, Place, Stretch, Terms, count_terms, stretch
from .receipts import write_receipt
from .related import Related, plug_related, related_to
from .risk import VERSION as RISK_VERSION
from .risk import Facts as RiskFacts
from .risk import Risk, risk_of
from .rules import Criterion, Holder, Move, Outcome, Statute, enact, statute_of
from .services.case import (
    hand_to,
    note_in_history,
    open_case,
    pass_to_body,
    take_step,
)
from .services.clock import extend_term, restart_clock, resume_clock, stop_clock
from .services.erase import erase
from .services.links import end_link, link_cases
from .services.matter import tie, tie_at_desk, untie
from .services.numbering import references_for
from .services.officials import end_substitution, name_deputy, stand_aside
from .services.overdue import tell_overdue
from .services.rating import change_rating, count_rating, rate
from .services.traces import lock
from .services.words import attach, send_message

__all__ = [
    "BY_END",
    "BY_TERM",
    "HELD_BY",
    "MATTER",
    "RISK_VERSION",
    "ActedForApplicant",
    "AttachForm",
    "Attachment",
    "Budget",
    "Case",
    "CaseLink",
    "CaseMoved",
    "CaseOpened",
    "CaseOverdue",
    "CaseQuerySet",
    "CaseRated",
    "ClockEntry",
    "Criterion",
    "HandToForm",
    "Holder",
    "Load",
    "Matter",
    "Message",
    "MessageForm",
    "MessageSent",
    "Move",
    "Outcome",
    "Place",
    "Rating",
    "RatingForm",
    "Related",
    "Risk",
    "RiskFacts",
    "Skeleton",
    "Statute",
    "StepTaken",
    "Stretch",
    "Substitution",
    "TermChanged",
    "Terms",
    "Tick",
    "answer_in",
    "ask_to_add_document",
    "ask_to_give",
    "ask_to_withdraw",
    "attach",
    "attached_file",
    "budget_of",
    "budgets",
    "change_rating",
    "count_rating",
    "count_terms",
    "due_of",
    "enact",
    "end_link",
    "end_substitution",
    "erase",
    "extend_term",
    "hand_to",
    "is_applicant",
    "is_disinterested",
    "is_handler",
    "is_handler_or_the_system",
    "is_the_system",
    "link_cases",
    "lock",
    "mandate_for",
    "matter_field",
    "matter_of",
    "may_accept",
    "may_assign",
    "may_at_body",
    "may_for_applicant",
    "may_reach",
    "may_see_at_desk",
    "may_take_up",
    "name_deputy",
    "note_in_history",
    "open_case",
    "pass_to_body",
    "plug_answers",
    "plug_related",
    "plug_voices",
    "rate",
    "references_for",
    "related_to",
    "require_no_kinship",
    "restart_clock",
    "resume_clock",
    "risk_of",
    "send_message",
    "stand_aside",
    "stands_behind",
    "statute_of",
    "steps_open_to",
    "stop_clock",
    "stretch",
    "take_step",
    "tell_overdue",
    "tie",
    "tie_at_desk",
    "took_last",
    "untie",
    "workload",
    "works_for",
    "works_on",
    "write_receipt",
]
