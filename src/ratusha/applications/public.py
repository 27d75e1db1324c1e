"""What other modules may use of applications."""

from .answers import Filled
from .begun import begun_by_quarter, left_at
from .channels import Channel, plug_channel
from .composition import paper_of, rehearsed
from .events import DraftHandedOver
from .fees import Cost, cost_before_lodging
from .filling import of_draft as filled_of
from .for_whom import Applicant, applicants_for
from .forms import PageForm, uploads
from .letters import (
    note_revocation,
    write_about_draft,
    write_about_lodging,
    write_about_message,
    write_about_overdue,
    write_about_revocation,
    write_about_step,
    write_about_term,
)
from .models import Application, Decision, Draft
from .presentation import Group as FilledGroup
from .presentation import Row as AnswerRow
from .presentation import Terms, answer_rows, known_rows, said, terms_of
from .queries import RefusalsOf, drafts_of, filled_in, refusals_by_ground
from .record import record_of
from .rules import KIND, DecisionForm, Status, Step
from .services.accept import accept, take_up, withdraw
from .services.ask_others import hear_answer, receive_answers, resume, suspend
from .services.charging import (
    ask_for_more,
    fee_of_case,
    hear_payment,
    hear_reversal,
    let_charges_go,
)
from .services.confirm import (
    ask_for_second_official,
    confirm,
    give_back,
    is_second_official_asked_for,
    stand_aside,
)
from .services.correct import ask_correction, correct, go_on
from .services.decide import deliver, grant, refuse, refuse_to_accept
from .services.draft import (
    KEPT_DAYS,
    begin,
    discard,
    follow_the_rules,
    forget_old_drafts,
    keep_typed,
    save_page,
)
from .services.erase import erase
from .services.files import keep_uploads
from .services.lodge import lodge
from .services.look import look_into
from .services.pay import await_payment, payment_received
from .services.remind import remind_of_terms
from .services.reopen import annul, reopen

__all__ = [
    "KEPT_DAYS",
    "KIND",
    "AnswerRow",
    "Applicant",
    "Application",
    "Channel",
    "Cost",
    "Decision",
    "DecisionForm",
    "Draft",
    "DraftHandedOver",
    "Filled",
    "FilledGroup",
    "PageForm",
    "RefusalsOf",
    "Status",
    "Step",
    "Terms",
    "accept",
    "annul",
    "answer_rows",
    "applicants_for",
    "ask_correction",
    "ask_for_more",
    "ask_for_second_official",
    "await_payment",
    "begin",
    "begun_by_quarter",
    "confirm",
    "correct",
    "cost_before_lodging",
    "deliver",
    "discard",
    "drafts_of",
    "erase",
    "fee_of_case",
    "filled_in",
    "filled_of",
    "follow_the_rules",
    "forget_old_drafts",
    "give_back",
    "go_on",
    "grant",
    "hear_answer",
    "hear_payment",
    "hear_reversal",
    "is_second_official_asked_for",
    "keep_typed",
    "keep_uploads",
    "known_rows",
    "left_at",
    "let_charges_go",
    "lodge",
    "look_into",
    "note_revocation",
    "paper_of",
    "payment_received",
    "plug_channel",
    "receive_answers",
    "record_of",
    "refusals_by_ground",
    "refuse",
    "refuse_to_accept",
    "rehearsed",
    "remind_of_terms",
    "reopen",
    "resume",
    "said",
    "save_page",
    "stand_aside",
    "suspend",
    "take_up",
    "terms_of",
    "uploads",
    "withdraw",
    "write_about_draft",
    "write_about_lodging",
    "write_about_message",
    "write_about_overdue",
    "write_about_revocation",
    "write_about_step",
    "write_about_term",
]
