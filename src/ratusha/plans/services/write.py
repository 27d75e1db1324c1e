"""Writing a paper: its rows, its results, the line about training."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.plans import permissions, rules
from ratusha.plans.beside import measures_of
from ratusha.plans.law import law
from ratusha.plans.models import Paper, Result, Row
from ratusha.plans.rules import About, Direction, Stage

FIELDS = ("task", "owner", "quarter", "target", "money", "source", "risk")


def lock(paper_id: UUID) -> Paper:
    found = Paper.objects.select_for_update(of=("self",)).select_related("body", "obligation")
    return found.get(pk=paper_id)


def lock_to_write(paper_id: UUID, by: User, now: datetime) -> Paper:
    paper = lock(paper_id)
    permissions.require(allowed=permissions.may_prepare(by, paper, timezone.localdate(now)))
    rules.require_written(Stage(paper.stage))
    return paper


@transaction.atomic
def save_row(
    paper_id: UUID,
    *,
    row: int | None,
    subject: str,
    title: str,
    by: User,
    now: datetime,
    **given: Any,
) -> Row:
    """A new row (`row` is None) or a changed one. `subject` is "indicator:CODE", "measure:REFERENCE" or "other"."""
    paper = lock_to_write(paper_id, by, now)
    found = paper.rows.get(number=row, annex=None) if row is not None else _new_row(paper)
    write_row(found, subject=subject, title=title, **given)
    found.save()
    record("plans.save_row", "paper", paper.pk, by=by.pk, body=paper.body_id, row=found.number)
    return found


def _new_row(paper: Paper) -> Row:
    last = paper.rows.filter(annex=None).aggregate(last=Max("number"))["last"] or 0
    return Row(paper=paper, number=last + 1)


def write_row(row: Row, *, subject: str, title: str, **given: Any) -> None:
    """What a row is about gives its unit and direction; what is about nothing known has a title of its own."""
    row.about, _colon, row.code = subject.partition(":")
    indicator = law().indicator(row.code) if row.about == About.INDICATOR else None
    if indicator:
        row.title, row.unit = indicator.said(), indicator.unit_said()
        row.direction = indicator.direction
    else:
        missing = _("Write what it is.")
        named = _measure(row) if row.about == About.MEASURE else title
        row.title = rules.require_text(named or title, field="title", missing=missing)[:300]
        row.unit, row.direction = row.unit or "%", row.direction or Direction.MORE
    if given["money"] and not given["source"]:
        raise RuleBroken(
            "plans.source", _("Say from which source the money comes."), field="source"
        )
    given["source"] = given["source"] if given["money"] else ""
    for name in FIELDS:
        setattr(row, name, given[name])


def _measure(row: Row) -> str:
    """The name of the measure; one that runs no more is called as the row has called it."""
    return measures_of(row.paper.body_id).get(row.code, row.title)


@transaction.atomic
def drop_row(paper_id: UUID, *, row: int, by: User, now: datetime) -> Paper:
    """Only while the plan is being written; what was accepted is withdrawn by an annex."""
    paper = lock_to_write(paper_id, by, now)
    paper.rows.get(number=row, annex=None).delete()
    record("plans.drop_row", "paper", paper.pk, by=by.pk, body=paper.body_id, row=row)
    return paper


@transaction.atomic
def save_result(paper_id: UUID, *, result: int, by: User, now: datetime, **given: Any) -> Result:
    paper = lock_to_write(paper_id, by, now)
    found = paper.results.select_related("row").get(pk=result)
    for name in ("fact", "reason", "words", "evidence", "money", "next_steps", "difference"):
        setattr(found, name, given[name])
    found.save()
    record(
        "plans.save_result", "paper", paper.pk, by=by.pk, body=paper.body_id, row=found.row.number
    )
    return found


@transaction.atomic
def save_training(paper_id: UUID, *, training: str, trained: int, by: User, now: datetime) -> Paper:
    """The line about training, retraining and internships of people (Edict No. 381)."""
    paper = lock_to_write(paper_id, by, now)
    missing = _("Write whom the body sends to be trained, or that nobody is sent and why.")
    paper.training = rules.require_text(training, field="training", missing=missing)
    paper.trained = trained
    paper.save(update_fields=["training", "trained"])
    record("plans.save_training", "paper", paper.pk, by=by.pk, body=paper.body_id)
    return paper
