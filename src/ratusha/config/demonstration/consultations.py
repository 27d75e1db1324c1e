"""What the state asks its people in the demonstration: a poll, a petition, a draft act, a budget. All invented."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.committee.public import monday_of
from ratusha.consultations import public as consultations
from ratusha.kernel.pack import pack

from .cases import at_work
from .officials import Account

LANGUAGE = "be"
AGE = 16
TRUSTEES = ("trustee", "second_trustee")
THRESHOLD = 10  # of this territory, by the rule of the pack; the author is the first to sign
LACKING = 3  # signatures that the open petition still needs


def live_consultations(
    officials: dict[str, Account], residents: Sequence[User], unit: str, *, now: datetime
) -> int:
    """How many things people are asked about; a poll only where the program for it is installed."""
    told: dict[str, Any] = pack().yaml("demonstration/consultations.yaml")
    by = officials["consultations"].user
    body = by.appointments[0].body_id
    _petition(told["petition"], residents, unit, by=by, now=now)
    _draft(told["draft"], residents, body_id=body, by=by, now=now)
    _budget(told["budget"], residents, unit, body_id=body, by=by, now=now)
    _discussion(told["discussion"], residents, unit, body_id=body, by=by, now=now)
    _ended_last_week(told["ended"], residents, unit, body_id=body, by=by, now=now)
    if not consultations.can_hold_polls():
        return 7
    _poll(
        told["poll"],
        [officials[code] for code in TRUSTEES],
        residents,
        unit,
        body_id=body,
        by=by,
        now=now,
    )
    return 8


def _poll(
    told: dict[str, Any], trustees: Sequence[Account], residents: Sequence[User], unit: str, *,
    body_id: UUID, by: User, now: datetime,
) -> None:  # fmt: skip
    last = timezone.localdate(now) + timedelta(days=14)
    asked = consultations.Asked(
        language=LANGUAGE, title=told["title"], about=told["about"].strip(), unit=unit, age=AGE,
        questions=told["questions"], closes_at=timezone.make_aware(datetime.combine(last, time(23, 59))),
    )  # fmt: skip
    keepers = [(one.user, one.user.appointments[0].body_id) for one in trustees]
    poll = consultations.prepare_poll(asked, trustees=keepers, body_id=body_id, by=by, now=now)
    for trustee, key in zip(poll.trustees.all(), told["keys"], strict=True):
        consultations.bring_key(trustee.pk, key["public"], by=trustee.user)
    poll = consultations.open_poll(poll.pk, by=by, now=now)
    for voter, chosen in zip(residents, told["votes"], strict=False):
        consultations.cast_for(poll, chosen, by=voter, now=now)


def _petition(
    told: dict[str, Any], residents: Sequence[User], unit: str, *, by: User, now: datetime
) -> None:
    author, *others = residents
    begun = at_work(now, 9, hour=10)
    petition = consultations.lodge_petition(
        title=told["title"], text=told["text"].strip(), language=LANGUAGE, unit=unit, by=author, now=begun
    )  # fmt: skip
    consultations.let_through(petition.pk, by=by, now=begun + timedelta(hours=2))
    for one in others[: THRESHOLD - LACKING - 1]:
        consultations.sign(petition.pk, by=one, now=at_work(now, 3, hour=18))


def _draft(
    told: dict[str, Any], residents: Sequence[User], *, body_id: UUID, by: User, now: datetime
) -> None:
    begun = at_work(now, 6, hour=9)
    text = consultations.Text(
        language=LANGUAGE, title=told["title"], about=told["about"], source=told["source"],
        closes_on=timezone.localdate(now) + timedelta(days=12),
    )  # fmt: skip
    draft = consultations.publish_draft(text, body_id=body_id, by=by, now=begun)
    comments = []
    for one, person in zip(told["comments"], cycle(residents), strict=False):
        said = consultations.Said(part=one["part"], text=one["text"], language=LANGUAGE)
        comments.append(
            consultations.comment(draft.pk, said, by=person, now=begun + timedelta(hours=5))
        )
    answered = begun + timedelta(days=2)
    consultations.add_version(draft.pk, told["changed"], by=by, now=answered)
    consultations.reply(
        draft.pk, [one.pk for one in comments[:2]], decision="taken", reasons=told["reasons"],
        part=comments[0].part, by=by, now=answered,
    )  # fmt: skip


def _budget(
    told: dict[str, Any], residents: Sequence[User], unit: str, *, body_id: UUID, by: User, now: datetime
) -> None:  # fmt: skip
    begun = at_work(now, 30, hour=9)
    planned = consultations.Planned(
        language=LANGUAGE, title=told["title"], about=told["about"], unit=unit, amount=told["amount"],
        ideas_until=timezone.localdate(now) - timedelta(days=16),
        votes_until=timezone.localdate(now) + timedelta(days=10),
    )  # fmt: skip
    budget = consultations.open_budget(planned, body_id=body_id, by=by, now=begun)
    for idea, person in zip(told["ideas"], cycle(residents), strict=False):
        project = consultations.propose(
            budget.pk, title=idea["title"], text=idea["text"], language=LANGUAGE, by=person, now=begun
        )  # fmt: skip
        consultations.check_project(
            project.pk, cost=idea.get("cost"), reasons=idea.get("reasons", ""), by=by, now=begun
        )
    for _part in ("check", "vote"):
        consultations.go_on(budget.pk, by=by, now=at_work(now, 12, hour=9))
    for person, chosen in zip(residents, cycle([[1], [1, 2], [3, 2], [2]]), strict=False):
        consultations.approve(budget.pk, chosen, by=person, now=now)


def _discussion(
    told: dict[str, Any], residents: Sequence[User], unit: str, *, body_id: UUID, by: User, now: datetime
) -> None:  # fmt: skip
    begun = at_work(now, 4, hour=9)
    opened = consultations.Opened(
        language=LANGUAGE, title=told["title"], about=told["about"].strip(), unit=unit,
        closes_on=timezone.localdate(now) + timedelta(days=20), statements="\n".join(told["statements"]),
    )  # fmt: skip
    discussion = consultations.open_discussion(opened, body_id=body_id, by=by, now=begun)
    for person, values in zip(residents, told["answers"], strict=False):
        for number, value in enumerate(values, start=1):
            consultations.say(discussion.pk, number, value, by=person, now=begun)
    consultations.state(
        discussion.pk, text=told["proposed"], language=LANGUAGE, by=residents[-1], now=begun
    )
    consultations.draw_map(discussion.pk, now=now)


def _ended_last_week(
    told: dict[str, Any], residents: Sequence[User], unit: str, *, body_id: UUID, by: User, now: datetime
) -> None:  # fmt: skip
    """What the digest of the week that is over tells of: a petition answered, a discussion and a budget ended."""
    monday = monday_of(timezone.localdate(now)) - timedelta(weeks=1)
    ended = timezone.make_aware(datetime.combine(monday + timedelta(days=4), time(12)))
    begun = ended - timedelta(days=25)
    _answered_petition(told["petition"], residents, unit, by=by, begun=begun, ended=ended)
    opened = consultations.Opened(
        language=LANGUAGE, title=told["discussion"]["title"], about=told["discussion"]["about"],
        unit=unit, closes_on=monday + timedelta(days=3), statements="\n".join(told["discussion"]["statements"]),
    )  # fmt: skip
    discussion = consultations.open_discussion(opened, body_id=body_id, by=by, now=begun)
    for person, values in zip(residents, told["discussion"]["answers"], strict=False):
        for number, value in enumerate(values, start=1):
            consultations.say(discussion.pk, number, value, by=person, now=begun)
    consultations.draw_map(discussion.pk, now=ended)
    words = told["discussion"]["conclusion"]
    consultations.conclude(discussion.pk, conclusion=words, by=by, now=ended)
    _chosen_budget(
        told["budget"], residents, unit, body_id=body_id, by=by, begun=begun, ended=ended
    )


def _chosen_budget(
    told: dict[str, Any], residents: Sequence[User], unit: str, *,
    body_id: UUID, by: User, begun: datetime, ended: datetime,
) -> None:  # fmt: skip
    votes_until = timezone.localdate(ended) - timedelta(days=1)
    planned = consultations.Planned(
        language=LANGUAGE, title=told["title"], about=told["about"], unit=unit, amount=told["amount"],
        ideas_until=timezone.localdate(begun) + timedelta(days=7), votes_until=votes_until,
    )  # fmt: skip
    budget = consultations.open_budget(planned, body_id=body_id, by=by, now=begun)
    for idea, person in zip(told["ideas"], residents, strict=False):
        project = consultations.propose(
            budget.pk, title=idea["title"], text=idea["text"], language=LANGUAGE, by=person, now=begun
        )  # fmt: skip
        consultations.check_project(project.pk, cost=idea["cost"], reasons="", by=by, now=begun)
    for days in (8, 9):
        consultations.go_on(budget.pk, by=by, now=begun + timedelta(days=days))
    for person, chosen in zip(residents, cycle(told["choices"]), strict=False):
        consultations.approve(budget.pk, chosen, by=person, now=begun + timedelta(days=10))
    consultations.go_on(budget.pk, by=by, now=ended)


def _answered_petition(
    told: dict[str, Any], residents: Sequence[User], unit: str, *, by: User, begun: datetime, ended: datetime
) -> None:  # fmt: skip
    author, *others = residents[THRESHOLD - 1 :]
    petition = consultations.lodge_petition(
        title=told["title"], text=told["text"], language=LANGUAGE, unit=unit, by=author, now=begun
    )
    consultations.let_through(petition.pk, by=by, now=begun + timedelta(hours=2))
    for one in others[: THRESHOLD - 1]:
        consultations.sign(petition.pk, by=one, now=begun + timedelta(days=2))
    consultations.answer_petition(petition.pk, answer=told["answer"], by=by, now=ended)
