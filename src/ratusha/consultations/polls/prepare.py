"""Before the vote: the questions, the trustees and their keys, the opening."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.consultations.law import law
from ratusha.consultations.models import Poll, Trustee
from ratusha.consultations.permissions import PREPARE
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.protection import seal

from . import rules, tool
from .archive import Archive, compact
from .papers import new_key

LONGEST_KEY = 5_000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of whom until when, in one language."""

    language: str
    title: str
    about: str
    questions: list[dict[str, Any]]
    unit: str
    age: int
    closes_at: datetime


def require_preparer(by: User, body_id: UUID, now: datetime) -> None:
    if not by.may(PREPARE, body_id, on=timezone.localdate(now)):
        message = _("You may not prepare consultations for this body.")
        raise NotPermitted("consultation.not_your_body", message)


def locked(poll_id: UUID) -> Poll:
    return Poll.objects.select_for_update().get(pk=poll_id)


@transaction.atomic
def prepare_poll(
    asked: Asked, *, trustees: Sequence[tuple[User, UUID]], body_id: UUID, by: User, now: datetime
) -> Poll:
    """`trustees`: persons with the body that each acts for."""
    require_preparer(by, body_id, now)
    rules.require_questions(asked.questions)
    rules.require_not_trustee(by.pk, [user.pk for user, _body in trustees])
    rules.require_trustees([body for _user, body in trustees], body_id, law().polls.least_trustees)
    if asked.closes_at <= now:
        message = _("The last day must be in the future.")
        raise RuleBroken("poll.closes_in_the_past", message, field="closes_on")
    poll = Poll.objects.create(
        code=rules.new_code(), body_id=body_id, language=asked.language, title=asked.title,
        about=asked.about, questions=asked.questions, unit_code=asked.unit, age=asked.age,
        prepared_by=by, prepared_at=now, closes_at=asked.closes_at,
    )  # fmt: skip
    Trustee.objects.bulk_create(
        Trustee(poll=poll, number=number, user=user, body_id=body)
        for number, (user, body) in enumerate(trustees, start=1)
    )
    record("poll.prepare", "poll", poll.code, by=by.pk, body=body_id)
    return poll


@transaction.atomic
def bring_key(trustee_id: UUID, public_key: str, *, by: User) -> Trustee:
    """The public part, with the proof that its private part is known to somebody."""
    trustee = Trustee.objects.select_for_update().get(pk=trustee_id)
    rules.require_mine(trustee.user_id == by.pk)
    poll = locked(trustee.poll_id)
    rules.require_prepared(poll.status)
    key = _as_key(public_key)
    _election(poll, [key])  # the tool looks at the proof
    taken = poll.trustees.exclude(pk=trustee.pk).filter(public_key=key).exists()
    if taken:
        message = _("Another trustee has brought this key: make one of your own.")
        raise RuleBroken("poll.key_taken", message, field="public_key")
    trustee.public_key = key
    trustee.save(update_fields=["public_key"])
    record("poll.key", "poll", poll.code, by=by.pk, trustee=trustee.number)
    return trustee


def _as_key(text: str) -> str:
    """The same key in the same bytes, whoever has written it."""
    try:
        given = json.loads(text[:LONGEST_KEY])
        proof = {name: str(int(given["pok"][name])) for name in ("challenge", "response")}
        return compact({"pok": proof, "public_key": str(int(given["public_key"]))})
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        message = _("This is no public key of a trustee.")
        raise RuleBroken("poll.not_a_key", message, field="public_key") from error


@transaction.atomic
def open_poll(poll_id: UUID, *, by: User, now: datetime) -> Poll:
    """The keys become one, the questions are fixed, and papers can be taken."""
    poll = locked(poll_id)
    require_preparer(by, poll.body_id, now)
    rules.require_prepared(poll.status)
    if now >= poll.closes_at:
        raise RuleBroken("poll.closes_in_the_past", _("The last day must be in the future."))
    keys = [one.public_key for one in poll.trustees.all()]
    rules.require_all_keys(keys)
    poll.election, poll.trustee_keys = _election(poll, keys)
    private_key, poll.paper_key = new_key()
    poll.paper_key_sealed = seal(private_key, context=f"consultations.poll:{poll.code}")
    poll.status, poll.opened_at = rules.PollStatus.OPEN, now
    poll.save()
    record("poll.open", "poll", poll.code, by=by.pk, body=poll.body_id)
    return poll


def _election(poll: Poll, keys: Sequence[str]) -> tuple[str, str]:
    """The election and its trustees, as the tool writes them and has checked them."""
    template = {
        "description": poll.about,
        "name": poll.title,
        "questions": [
            {
                "answers": one["answers"],
                "blank": True,
                "min": 1,
                "max": one["max"],
                "question": one["question"],
            }
            for one in poll.questions
        ],
        "administrator": str(poll.body_id),
        "credential_authority": "blind signatures",
    }
    with tool.at_work() as folder:
        (folder / "template.json").write_text(compact(template))
        (folder / "public_keys.jsons").write_text("".join(f"{key}\n" for key in keys))
        tool.run(folder, "setup", "make-trustees")
        tool.run(
            folder, "setup", "make-election", "--uuid", poll.code, "--group", tool.GROUP,
            "--template", "template.json",
        )  # fmt: skip
        made = [(folder / f"{name}.json").read_text().strip() for name in ("election", "trustees")]
        election, trustees = made
        trial = Archive.begin(0, election, trustees, [])
        (folder / f"{poll.code}.bel").write_bytes(trial.content)
        tool.run(folder, "election", "verify")
    return election, trustees
