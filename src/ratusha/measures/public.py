"""What other modules may use of measures."""

from ratusha.cases.public import Case

from .figures import (
    HIGH_RISK,
    MeasureFacts,
    Merits,
    Paid,
    PlanLine,
    ScheduledStage,
    StageFacts,
    acceptances,
    facts_of_measures,
    merits_of_measures,
    paid_by_month,
    paid_until,
    payments_of,
    plan_lines,
    programmes_of_the_law,
    risks_of,
    risks_of_measures,
    said_nature,
    said_source,
    schedule_of,
    stages_of_measures,
)
from .implementer_rules import Shown
from .letters import write_about_step
from .models import Condition, Measure, Opinion, Session
from .permissions import KINDS, MEASURE, PILOT, may_look_around
from .pilot_rules import PilotStatus
from .queries import form_of, reached_from
from .record import record_of
from .rules import Status
from .services.agenda import convene, publish_agenda, put_on_agenda
from .services.aside import go_on
from .services.begin import Idea, Trial, classify, confirm_route, propose, propose_pilot
from .services.call import CallDraft, Problem, add_direction, publish_call, write_call
from .services.carry_out import choose, include
from .services.contract import PlannedStage, sign_contract
from .services.diary import answer_incident, report_incident, write_diary
from .services.erase import erase
from .services.examine import assign, opine
from .services.mend_protocol import correct_protocol
from .services.passport import save_block, submit
from .services.pilot import agree, evaluate, measure, scale
from .services.protocol import seal_protocol
from .services.rollout import enter_covered, plan_place
from .services.room import add_condition, close_session, note_presence, open_session, settle, vote
from .services.scaling import propose_scaling
from .services.stages import Paper, conclude, hand_over
from .services.take_over import TakenMeasure, TakenStage, take_over
from .services.terms import write_terms
from .spreadsheet.guarding import guard as guard_spreadsheet
from .terms_rules import Terms as ContractTerms

__all__ = [
    "HIGH_RISK", "KINDS", "MEASURE", "PILOT", "CallDraft", "Condition", "ContractTerms", "Idea", "Measure",
    "MeasureFacts", "Merits", "Opinion", "Paid", "Paper", "PilotStatus", "PlanLine", "PlannedStage", "Problem",
    "ScheduledStage", "Session", "Shown", "StageFacts", "Status", "TakenMeasure", "TakenStage", "Trial",
    "acceptances", "add_condition", "add_direction", "agree", "answer_incident", "assign", "blocks_of", "choose",
    "classify", "close_session", "conclude", "confirm_route", "convene", "correct_protocol", "enter_covered",
    "erase", "evaluate", "facts_of_measures", "go_on", "guard_spreadsheet", "hand_over", "include",
    "may_look_around", "measure", "merits_of_measures", "note_presence", "open_session", "opine", "paid_by_month",
    "paid_until", "payments_of", "plan_lines", "plan_place", "programmes_of_the_law", "propose", "propose_pilot",
    "propose_scaling", "publish_agenda", "publish_call", "put_on_agenda", "reached_from", "record_of",
    "report_incident", "risks_of", "risks_of_measures", "said_nature", "said_source", "save_block", "scale",
    "schedule_of", "seal_protocol", "settle", "sign_contract", "stages_of_measures", "submit", "take_over", "vote",
    "write_about_step", "write_call", "write_diary", "write_terms",
]  # fmt: skip


def blocks_of(case: Case) -> list[str]:
    """The codes of the blocks of its passport, in order."""
    return [block.code for block in form_of(case).blocks]
