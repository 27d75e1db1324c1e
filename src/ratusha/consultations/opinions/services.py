"""The acts of a discussion of statements: opened, a statement proposed and looked at, answered, drawn, concluded."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.consultations.electorate import require_part
from ratusha.consultations.law import law
from ratusha.consultations.models import Discussion, Draft, Stance, Statement
from ratusha.consultations.permissions import ANSWER, MODERATE
from ratusha.consultations.petitions.rules import require_ground
from ratusha.consultations.polls.prepare import require_preparer
from ratusha.consultations.polls.rules import new_code
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.protection import fingerprint, fingerprints

from . import rules
from .clusters import draw
from .rules import Says, StatementStatus

KEPT_DAYS = 365  # of answers after the last day; the map stays


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What is discussed by whom until when; `statements`: those of the body, one in a line."""

    language: str
    title: str
    about: str
    unit: str
    closes_on: date
    statements: str
    draft: str = ""


@transaction.atomic
def open_discussion(opened: Opened, *, body_id: UUID, by: User, now: datetime) -> Discussion:
    require_preparer(by, body_id, now)
    today = timezone.localdate(now)
    rules.require_days(today, opened.closes_on)
    seeds = list(dict.fromkeys(filter(None, map(str.strip, opened.statements.splitlines()))))
    if len(seeds) < law().opinions.least_seeds:
        message = _("Write at least %(least)s statements of your own, one in a line.")
        message %= {"least": law().opinions.least_seeds}
        raise RuleBroken("discussion.seeds", message, field="statements")
    draft = Draft.objects.get(body_id=body_id, code=opened.draft) if opened.draft else None
    discussion = Discussion.objects.create(
        code=new_code(), body_id=body_id, language=opened.language, title=opened.title,
        about=opened.about, draft=draft, unit_code=opened.unit, opens_on=today,
        closes_on=opened.closes_on,
    )  # fmt: skip
    Statement.objects.bulk_create(
        Statement(
            discussion=discussion, number=number, text=rules.require_statement(text),
            language=opened.language, on=today, status=StatementStatus.ADMITTED,
        )
        for number, text in enumerate(seeds, start=1)
    )  # fmt: skip
    record("discussion.open", "discussion", discussion.code, by=by.pk, body=body_id)
    return discussion


def _locked(discussion_id: UUID) -> Discussion:
    return Discussion.objects.select_for_update().get(pk=discussion_id)


@transaction.atomic
def state(discussion_id: UUID, *, text: str, language: str, by: User, now: datetime) -> Statement:
    """A person proposes a statement; a moderator reads it before anybody else does. The same words are one."""
    discussion, today = _locked(discussion_id), timezone.localdate(now)
    rules.require_open(discussion.closes_on, today)
    author = require_part(by, discussion.electorate(law().opinions.age), today)
    text = rules.require_statement(text)
    if twin := discussion.statements.filter(text=text).first():
        return twin
    rules.require_few(
        discussion.statements.filter(author_id=author).count(), law().opinions.most_statements
    )
    made = Statement.objects.create(
        discussion=discussion, number=discussion.statements.count() + 1, text=text,
        language=language, author_id=author, on=today,
    )  # fmt: skip
    record("discussion.state", "discussion", discussion.code, by=by.pk, number=made.number)
    return made


@transaction.atomic
def look_at(
    statement_id: int, *, admit: bool, ground: str = "", by: User, now: datetime
) -> Statement:
    """Admitted, or declined by a ground of the closed list; nobody looks at their own."""
    found = (
        Statement.objects.select_for_update(of=("self",))
        .select_related("discussion")
        .get(pk=statement_id)
    )
    _require_may(by, MODERATE, found.discussion, now)
    rules.require_proposed(found.status)
    rules.require_apart(found.author_id, by.party_id)
    if not admit:
        require_ground(ground, [one.code for one in law().petitions.grounds])
        found.ground = ground
    found.status = StatementStatus.ADMITTED if admit else StatementStatus.DECLINED
    found.save(update_fields=["status", "ground"])
    record(
        "discussion.look", "discussion", found.discussion.code,
        by=by.pk, number=found.number, status=found.status, ground=ground,
    )  # fmt: skip
    return found


def _require_may(by: User, permission: str, discussion: Discussion, now: datetime) -> None:
    if not by.may(permission, discussion.body_id, on=timezone.localdate(now)):
        raise NotPermitted("discussion.not_your_body", _("You may not do this for this body."))


@transaction.atomic
def say(discussion_id: UUID, number: int, value: int, *, by: User, now: datetime) -> Stance:
    """Agree, disagree or pass. Until the last day one may think again. Nothing of it is in the journal."""
    discussion = Discussion.objects.get(pk=discussion_id)
    today = timezone.localdate(now)
    rules.require_open(discussion.closes_on, today)
    person = require_part(by, discussion.electorate(law().opinions.age), today)
    if value not in Says.values:
        raise RuleBroken("discussion.say_missing", _("Choose what you say to it."))
    about = discussion.statements.filter(number=number, status=StatementStatus.ADMITTED).first()
    if about is None:
        raise RuleBroken("discussion.no_statement", _("There is no such statement now."))
    holder = holder_of(discussion, person)
    made, _new = Stance.objects.update_or_create(
        holder=holder, statement=about, defaults={"value": value}
    )
    return made


def holder_of(discussion: Discussion, person: UUID) -> str:
    """The mark under which this person has answered, or will: the key may have been changed since."""
    known = fingerprints(f"discussion:{discussion.code}:{person}")
    there = Stance.objects.filter(statement__discussion=discussion, holder__in=known)
    found = there.values_list("holder", flat=True).first()
    return found or fingerprint(f"discussion:{discussion.code}:{person}")


def answers_of(discussion: Discussion, person: UUID) -> dict[int, int]:
    """One's own answers, by the number of the statement."""
    mine = Stance.objects.filter(
        statement__discussion=discussion, holder=holder_of(discussion, person)
    )
    return dict(mine.values_list("statement__number", "value"))


def draw_maps(now: datetime) -> int:
    """Every hour; once more after the last day. How many maps were drawn."""
    waiting = Discussion.objects.filter(is_final=False).values_list("pk", flat=True)
    return sum(draw_map(one, now=now) for one in waiting)


@transaction.atomic
def draw_map(discussion_id: UUID, *, now: datetime) -> bool:
    """Draw it anew when the rule lets it: between two maps there is never a single person's answer."""
    discussion, what = _locked(discussion_id), law().opinions
    over = not rules.is_open(discussion.closes_on, timezone.localdate(now))
    people, asked = _answers(discussion)
    fewest = rules.least_answers(len(asked), what.least_answers)
    placed = [one for one in people if len(one) >= fewest]
    drawn = None
    if rules.may_redraw(len(placed), discussion.placed, what.least_group):
        drawn = draw(placed, asked, least_group=what.least_group)
    if drawn:
        discussion.map, discussion.placed = asdict(drawn), drawn.placed
    discussion.is_final = over
    discussion.save(update_fields=["map", "placed", "is_final"])
    return drawn is not None


def _answers(discussion: Discussion) -> tuple[Sequence[dict[int, int]], list[int]]:
    admitted = discussion.statements.filter(status=StatementStatus.ADMITTED)
    rows = Stance.objects.filter(statement__in=admitted)
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for holder, number, value in rows.values_list("holder", "statement__number", "value"):
        found[holder][number] = value
    return list(found.values()), list(admitted.values_list("number", flat=True))


@transaction.atomic
def conclude(discussion_id: UUID, *, conclusion: str, by: User, now: datetime) -> Discussion:
    """The body says what it has heard and what it does about it; everybody reads it beside the map."""
    discussion, today = _locked(discussion_id), timezone.localdate(now)
    _require_may(by, ANSWER, discussion, now)
    rules.require_ended(discussion.closes_on, today)
    if discussion.concluded_on:
        raise RuleBroken("discussion.concluded", _("The conclusion stands already."))
    if not conclusion.strip():
        message = _("Write what you have heard and what you will do.")
        raise RuleBroken("discussion.conclusion_missing", message, field="conclusion")
    discussion.conclusion, discussion.concluded_on = conclusion, today
    discussion.save(update_fields=["conclusion", "concluded_on"])
    record("discussion.conclude", "discussion", discussion.code, by=by.pk, body=discussion.body_id)
    return discussion


def forget_answers(now: datetime) -> int:
    """Every night: a year after the last day nobody's answers are kept, not even under a fingerprint."""
    over = timezone.localdate(now) - timedelta(days=KEPT_DAYS)
    gone, _what = Stance.objects.filter(
        statement__discussion__closes_on__lt=over, statement__discussion__is_final=True
    ).delete()
    return gone
