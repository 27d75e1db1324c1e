"""The timed work: the whole list. Times are UTC; each job may run twice without harm, and catches up after a pause."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from procrastinate import App

from ratusha.accounts.public import forget_old as forget_old_visits
from ratusha.appeals.public import forget_visitors
from ratusha.applications.public import forget_old_drafts, remind_of_terms
from ratusha.audit.public import seal_entries
from ratusha.cases.public import tell_overdue
from ratusha.committee.public import make_digests
from ratusha.consultations.public import (
    close_due_polls,
    draw_maps,
    end_petitions,
    forget_answers,
    mix_open_polls,
)
from ratusha.conversion.public import judge as fall_back
from ratusha.documents.public import sweep_unused_files
from ratusha.indicators.public import take_last_night
from ratusha.issues.public import (
    close_quiet,
    erase_originals,
    escalate,
    judge_anew,
    learn_anew,
    tend_survey,
)
from ratusha.notifications.public import forget_old_letters, send_due_letters
from ratusha.obligations.public import open_years, tonight
from ratusha.payments.public import lapse_due
from ratusha.plans.public import open_due
from ratusha.programmes.public import forget_old_changes
from ratusha.ratings.public import look_for_signs, make_analyses
from ratusha.records.public import carry_out, prepare_all
from ratusha.registers.public import tell_pension_ages
from ratusha.self_assessment.public import forget_contacts
from ratusha.statistics.public import promise_and_judge
from ratusha.systems.public import ask_to_confirm

SEALED_AT_ONCE = 5000


@dataclass(frozen=True)
class Job:
    name: str
    cron: str
    do: Callable[[datetime], object]


JOBS = [
    Job("applications.forget_old_drafts", "0 2 * * *", lambda now: forget_old_drafts(now=now)),
    Job("applications.remind_of_terms", "20 3 * * *", remind_of_terms),
    Job("cases.tell_overdue", "15 3 * * *", tell_overdue),
    Job("accounts.forget_old", "10 1 * * *", lambda now: forget_old_visits(now=now)),
    Job("notifications.send_due_letters", "* * * * *", send_due_letters),
    Job("consultations.close_due_polls", "* * * * *", close_due_polls),
    Job("consultations.draw_maps", "35 * * * *", draw_maps),
    Job("consultations.forget_answers", "55 1 * * *", forget_answers),
    Job("appeals.forget_visitors", "50 1 * * *", forget_visitors),
    Job("consultations.end_petitions", "50 1 * * *", end_petitions),
    Job("consultations.mix_open_polls", "25 * * * *", mix_open_polls),
    Job("programmes.forget_old_changes", "40 1 * * *", forget_old_changes),
    Job("audit.seal", "*/10 * * * *", lambda _now: seal_all()),
    Job("issues.close_quiet", "25 3 * * *", close_quiet),
    Job("issues.erase_originals", "35 1 * * *", erase_originals),
    Job("issues.survey", "10 4 * * *", tend_survey),
    Job("issues.escalate", "35 3 * * *", escalate),
    Job("issues.judge", "20 2 * * 0", judge_anew),
    Job("issues.learn", "50 2 * * 0", learn_anew),
    Job("documents.sweep_unused_files", "20 1 * * *", lambda now: sweep_unused_files(now=now)),
    Job("payments.lapse_due", "5 * * * *", lambda now: lapse_due(now=now)),
    Job("statistics.promise_and_judge", "0 3 * * *", promise_and_judge),  # once a week, by itself
    Job("records.prepare_disposal", "30 1 * * *", prepare_all),  # a list; it erases nothing
    Job("records.carry_out_disposal", "* * * * *", carry_out),  # what two officials have confirmed
    Job("committee.make_digests", "40 2 * * 1", make_digests),
    Job("conversion.judge", "30 22 * * *", fall_back),
    Job("indicators.take_last_night", "10 22 * * *", take_last_night),
    Job("registers.tell_pension_ages", "40 3 * * *", tell_pension_ages),
    Job("ratings.look_for_signs", "35 2 * * *", look_for_signs),
    Job("ratings.make_analyses", "45 2 * * *", make_analyses),  # of quarters that are over
    Job("obligations.open_years", "50 0 * * *", open_years),
    Job("plans.open_due", "0 1 * * *", open_due),
    Job("obligations.tonight", "50 3 * * *", tonight),
    Job("systems.ask_to_confirm", "40 3 * * *", ask_to_confirm),  # before the reminders
    Job("self_assessment.forget_contacts", "50 1 * * *", forget_contacts),
    Job("notifications.forget_old_letters", "40 1 * * *", forget_old_letters),
]


def seal_all() -> None:
    """In batches, each a transaction of its own, until nothing is left that can be sealed."""
    while seal_entries(limit=SEALED_AT_ONCE) == SEALED_AT_ONCE:
        pass


def register(app: App, jobs: list[Job]) -> None:
    """One at a time of each: a job that still waits or runs is not put in the queue again."""
    for job in jobs:
        as_task = app.task(name=job.name, queueing_lock=job.name, lock=job.name)
        app.periodic(cron=job.cron)(as_task(_at_a_moment(job)))


def _at_a_moment(job: Job) -> Callable[[int], None]:
    def run(timestamp: int) -> None:  # noqa: ARG001 - when it was due; the work is done as of now
        job.do(timezone.now())

    return run
