"""Reminders and escalations, each told once: in one digest a day, and by itself on the last day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ratusha.accounts.public import officials_who_may
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import Notice, notify
from ratusha.obligations.law import law
from ratusha.obligations.models import Obligation, Reminder
from ratusha.obligations.permissions import FULFIL, HEAD, OVERSEE
from ratusha.obligations.rules import DAYS_BEFORE, Mark, Recipient, due_marks
from ratusha.parties.public import find_body

from .fulfil import note_missed

KIND = "obligations.reminder"
Officials = dict[tuple[UUID, str], tuple[UUID, ...]]  # found once a night: body and permission


@dataclass(frozen=True)
class Told:
    """One mark of one duty, and the parties that hear of it."""

    obligation: Obligation
    mark: Mark
    parties: tuple[UUID, ...]


def tonight(now: datetime) -> int:
    """Timed: note whose day has passed, then tell what is to be told today; how many notices."""
    note_missed(now)
    return remind(now)


@transaction.atomic
def remind(now: datetime) -> int:
    """What was told is written down with it: run again on the same day, it says nothing new."""
    today = timezone.localdate(now)
    near = Obligation.objects.to_do().filter(due_on__lte=today + timedelta(days=DAYS_BEFORE[0]))
    found = near.select_related("subject", "to").select_for_update(of=("self",)).order_by("pk")
    officials: Officials = {}
    told: dict[UUID, list[Told]] = defaultdict(list)
    rows: list[Reminder] = []
    for obligation in found.prefetch_related("reminders"):
        known = {
            one.mark for one in obligation.reminders.all() if one.deadline == obligation.deadline
        }
        now_due, passed_over = due_marks(obligation.deadline, known, today, national_calendar())
        rows += [_row(obligation, mark, today, people=0) for mark in passed_over]
        for mark in now_due:
            parties = _parties(obligation, mark.to, today, officials)
            if not mark.on_the_day and _had_digest(parties, today):
                continue  # tomorrow: nobody gets two digests a day
            one = Told(obligation, mark, parties)
            for party in parties:
                told[party].append(one)
            rows.append(_row(obligation, mark, today, people=len(parties)))
    notices = sum(_tell(party, lines, today, now) for party, lines in told.items())
    Reminder.objects.bulk_create(rows)
    return notices


def _row(obligation: Obligation, mark: Mark, today: date, *, people: int) -> Reminder:
    return Reminder(
        obligation=obligation,
        deadline=obligation.deadline,
        mark=mark.code,
        to=mark.to,
        on=today,
        people=people,
    )


# ---- to whom ----
def _parties(
    obligation: Obligation, to: Recipient, today: date, officials: Officials
) -> tuple[UUID, ...]:
    """The officials whose part it is; where a body has appointed none, the body itself."""
    body, permission = place = _body_and_permission(obligation, to)
    if place not in officials:
        users = officials_who_may(permission, body, on=today)
        officials[place] = tuple(user.party_id for user in users if user.party_id) or (body,)
    return officials[place]


def _body_and_permission(obligation: Obligation, to: Recipient) -> tuple[UUID, str]:
    match to:
        case Recipient.SUBJECT:
            return obligation.subject_id, FULFIL
        case Recipient.HEAD:
            return obligation.subject_id, HEAD
        case Recipient.OVERSEER:
            return obligation.to_id, OVERSEE
        case Recipient.GOVERNMENT:
            government = find_body(law().government)
            return (government.pk if government else obligation.to_id), OVERSEE


# ---- what they are told ----
def _digest(today: date) -> str:
    return f"{KIND}:{today.isoformat()}"


def _had_digest(parties: tuple[UUID, ...], today: date) -> bool:
    return Notice.objects.of(parties).filter(once=_digest(today)).exists()


def _tell(party: UUID, lines: list[Told], today: date, now: datetime) -> int:
    digest = [one for one in lines if not one.mark.on_the_day]
    if digest:
        _say(party, digest, once=_digest(today), now=now)
    on_the_day = [one for one in lines if one.mark.on_the_day]
    for one in on_the_day:
        _say(party, [one], once=f"{KIND}:{one.obligation.pk}:{one.obligation.deadline}", now=now)
    return bool(digest) + len(on_the_day)


def _say(party: UUID, lines: list[Told], *, once: str, now: datetime) -> None:
    today = timezone.localdate(now)
    notify(
        party_id=party,
        kind=KIND,
        subject=in_all_languages(lambda: _subject(lines, today)),
        body=in_all_languages(lambda: "\n\n".join(_line(one, today) for one in lines)),
        once=once,
        now=now,
    )


def _subject(lines: list[Told], today: date) -> str:
    """One duty is named; of several it is said how many."""
    late = sum(one.obligation.deadline < today for one in lines)
    if len(lines) == 1:
        return _subject_of(lines[0], today)
    if late:
        said = ngettext("%(count)s duty is late", "%(count)s duties are late", late)
        return said % {"count": late}
    said = ngettext(
        "%(count)s duty has its day soon", "%(count)s duties have their day soon", len(lines)
    )
    return said % {"count": len(lines)}


def _subject_of(one: Told, today: date) -> str:
    duty = one.obligation
    words = {"duty": duty.said(), "period": duty.period, "day": day_in_words(duty.deadline)}
    if duty.deadline < today:
        return _("Late: %(duty)s, %(period)s") % words
    if one.mark.on_the_day:
        return _("Today is the last day: %(duty)s, %(period)s") % words
    return _("Last day %(day)s: %(duty)s, %(period)s") % words


def _line(one: Told, today: date) -> str:
    duty = one.obligation
    words = {
        "duty": duty.said(),
        "period": duty.period,
        "body": duty.subject.title(get_language() or ""),
        "day": day_in_words(duty.deadline),
    }
    if duty.deadline < today:
        return (
            _("%(body)s: “%(duty)s”, %(period)s. It was due on %(day)s and is not there.") % words
        )
    if duty.deadline == today:
        return _("%(body)s: “%(duty)s”, %(period)s. Today, %(day)s, is the last day.") % words
    left = (duty.deadline - today).days
    days = ngettext("%(n)s day is left", "%(n)s days are left", left) % {"n": left}
    words["left"] = days
    return _("%(body)s: “%(duty)s”, %(period)s. The last day is %(day)s: %(left)s.") % words
