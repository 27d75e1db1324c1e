"""What other modules may use of appeals."""

from .beside import said_beside, ways_of
from .letters import write_about_lodging, write_about_message, write_about_step
from .models import Answer, Appeal, Forwarding, Signature
from .record import record_of
from .rules import KIND, Sort, Status, Step
from .services.answer import answer, leave
from .services.consider import forward, prolong, study, take_up, withdraw
from .services.erase import erase
from .services.lodge import Words, appeal_to, body_above, contest
from .services.reception import Hours, Said, announce, book, forget_visitors, receive
from .services.sign import sign, take_back
from .story import answer_given

__all__ = [
    "KIND", "Answer", "Appeal", "Forwarding", "Hours", "Said", "Signature", "Sort", "Status", "Step", "Words",
    "announce", "answer", "answer_given", "appeal_to", "body_above", "book", "contest", "erase", "forget_visitors",
    "forward", "leave", "prolong", "receive", "record_of", "said_beside", "sign", "study", "take_back", "take_up",
    "ways_of", "withdraw", "write_about_lodging", "write_about_message", "write_about_step",
]  # fmt: skip
