"""What other modules may use of complaints."""

from .contested import Decided, plug_reader
from .events import ComplaintDecided
from .letters import (
    write_about_lodging,
    write_about_message,
    write_about_step,
    write_to_the_applicant,
)
from .models import Complaint, Explanation, Obligation, Ruling
from .offers import said_beside
from .permissions import KIND
from .queries import explanations_asked_of
from .record import record_of
from .rules import RESULTS, Standing, Status, Step, Subject
from .services.carry_out import carrying_out, hear_decision
from .services.decide import decide, leave_without_consideration
from .services.erase import erase
from .services.examine import accept, restore_term, take_up, withdraw
from .services.explain import ask_to_explain, explain, go_on
from .services.lodge import Words, complain, complain_as_third_party

__all__ = [
    "KIND", "RESULTS", "Complaint", "ComplaintDecided", "Decided", "Explanation", "Obligation", "Ruling",
    "Standing", "Status", "Step", "Subject", "Words", "accept", "ask_to_explain", "carrying_out", "complain",
    "complain_as_third_party", "decide", "erase", "explain", "explanations_asked_of", "go_on", "hear_decision",
    "leave_without_consideration", "plug_reader", "record_of", "restore_term", "said_beside", "take_up",
    "withdraw", "write_about_lodging", "write_about_message", "write_about_step",
    "write_to_the_applicant",
]  # fmt: skip
