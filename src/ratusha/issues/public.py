"""What other modules may use of issues."""

from .answers import last_report
from .beside import plug_ratings
from .codes import plain
from .holds import plug_holds
from .importing.decided import decided_in
from .importing.described import describe
from .importing.reading import NotThisFile, read_organisations
from .importing.recount import recount
from .importing.recount_shown import recount_shown
from .letters import write_about_step
from .map.keeping import draw_anew, hear_moved, hear_opened
from .models import Executor, Issue
from .permissions import ISSUE
from .presentation import ways_of
from .record import record_of
from .routing.judge import judge
from .services.assignments import bring_border
from .services.assignments import draft as draft_assignment
from .services.assignments import publish as publish_assignment
from .services.calls import Caller, join_for_caller, report_for_caller
from .services.clients import admit_client, end_client
from .services.dispatch import assign, finish, plan, publish_words, refuse
from .services.erase import erase
from .services.escalation import escalate
from .services.executors import name_executor
from .services.flow import count_one
from .services.follow import close_quiet, confirm, is_voice, reopen, reporter_by_code, reporter_of
from .services.importing import import_file
from .services.joining import merge, separate
from .services.learn import judge_anew, learn_anew
from .services.lots import tend_survey
from .services.photos import erase_originals, hide_photo, release_photo
from .services.report import Trouble, join, report
from .services.survey import Answer, answer_on_page, lots_that_wait
from .survey.audit import check_draws
from .times import Measure, Times, Week, response_times

__all__ = [
    "ISSUE",
    "Answer",
    "Caller",
    "Executor",
    "Issue",
    "Measure",
    "NotThisFile",
    "Times",
    "Trouble",
    "Week",
    "admit_client",
    "answer_on_page",
    "assign",
    "bring_border",
    "check_draws",
    "close_quiet",
    "confirm",
    "count_one",
    "decided_in",
    "describe",
    "draft_assignment",
    "draw_anew",
    "end_client",
    "erase",
    "erase_originals",
    "escalate",
    "finish",
    "hear_moved",
    "hear_opened",
    "hide_photo",
    "import_file",
    "is_voice",
    "join",
    "join_for_caller",
    "judge",
    "judge_anew",
    "last_report",
    "learn_anew",
    "lots_that_wait",
    "merge",
    "name_executor",
    "plain",
    "plan",
    "plug_holds",
    "plug_ratings",
    "publish_assignment",
    "publish_words",
    "read_organisations",
    "record_of",
    "recount",
    "recount_shown",
    "refuse",
    "release_photo",
    "reopen",
    "report",
    "report_for_caller",
    "reporter_by_code",
    "reporter_of",
    "response_times",
    "separate",
    "tend_survey",
    "ways_of",
    "write_about_step",
]
