"""Taking in a whole register from a file: each row whole or not at all, with its line and the reason why not."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.audit.public import record
from ratusha.parties.public import find_body
from ratusha.systems.card import plain
from ratusha.systems.models import System
from ratusha.systems.queries import Surroundings, surroundings
from ratusha.systems.register_file.form import Entry
from ratusha.systems.register_file.reading import read_file
from ratusha.systems.rules import check

from .entering import hold_numbering, take_in_system


@dataclass(frozen=True)
class Refused:
    line: int
    reason: str


@dataclass
class TakenIn:
    rows: int = 0
    new: list[tuple[int, str]] = field(default_factory=list)  # line, number; "" in a trial
    unchanged: int = 0
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, line: int, reason: str) -> None:
        self.refused.append(Refused(line, reason))


@transaction.atomic
def take_in(content: bytes, *, name: str, now: datetime, trial: bool = False) -> TakenIn:
    """What is here already stays as it is: the same file may come twice. In a trial nothing is written.

    A card that differs from the one here is refused: only its owner changes it, and the approvers see it.
    """
    hold_numbering()
    done, today = TakenIn(), timezone.localdate(now)
    coming = _hold_against_rules(_not_here_yet(content, done), done, today)
    digest = hashlib.sha256(content).hexdigest()
    for line, entry in coming:
        number = entry.number
        if not trial:
            owner = find_body(entry.card.owner)
            assert owner is not None, "G04 has seen it"  # noqa: S101 - the rules were asked above
            number = take_in_system(
                entry.card, number=number, owner_id=owner.pk, now=now,
                reason=_("taken in from the file %(name)s, SHA-256 %(digest)s")
                % {"name": name[:100], "digest": digest},
            ).number  # fmt: skip
        done.new.append((line, number))
    done.refused.sort(key=lambda one: one.line)
    if not trial:
        record(
            "system.take_in_file", "file", digest, by=None, new=len(done.new), refused=len(done.refused)
        )  # fmt: skip
    return done


def _not_here_yet(content: bytes, done: TakenIn) -> Iterator[tuple[int, Entry]]:
    here = {one.number: one for one in System.objects.all()}
    named = {_known_by(one.told): one for one in here.values()}
    seen: dict[Any, int] = {}
    numbered: dict[Any, int] = {}  # by name: a row without a number may speak of the same system
    for row in read_file(content):
        done.rows += 1
        if row.entry is None:
            done.refuse(row.line, row.reason)
            continue
        told = plain(row.entry.card)
        number, name = row.entry.number, _known_by(told)
        before = seen.get(number or name) or (seen if number else numbered).get(name)
        if before:
            message = _("line %(line)s speaks of the same system")
            done.refuse(row.line, message % {"line": before})
            continue
        seen[number or name] = row.line
        if number:
            numbered.setdefault(name, row.line)
        known = here.get(number) if number else named.get(name)
        if known is None:
            yield row.line, row.entry
        elif known.told == told:
            done.unchanged += 1
        else:
            message = _("%(number)s is here with another card: its owner changes it")
            done.refuse(row.line, message % {"number": known.number})


def _known_by(told: dict[str, Any]) -> tuple[Any, ...]:
    """By what a system that brings no number is known again: whose it is and what it is called."""
    return told["owner"], *sorted(told["name"].items())


def _hold_against_rules(
    coming: Iterable[tuple[int, Entry]], done: TakenIn, today: date
) -> list[tuple[int, Entry]]:
    """The rules among all that come together: who exchanges with a refused row is refused as well.

    Of two masters of one object the first comes in, unless it is refused for something else: then it claims nothing.
    """
    rows = {entry.number or f"#{line}": (line, entry) for line, entry in coming}
    around = surroundings()
    refused = _refused(rows, around, {}, today)
    while True:
        left = {key: row for key, row in rows.items() if key not in refused}
        claims = _claims(left)
        lost = _refused(left, around, {code: keys[0] for code, keys in claims.items()}, today)
        in_the_way = {
            keys[0]
            for keys in claims.values()
            if keys[0] in lost and any(key in lost for key in keys[1:])
        }
        refused |= {key: lost[key] for key in in_the_way or lost}
        if not in_the_way:
            break
    for key, reason in refused.items():
        done.refuse(rows[key][0], reason)
    # Those with a number first: what gets the next one then cannot get theirs.
    found = [row for key, row in rows.items() if key not in refused]
    return sorted(found, key=lambda row: not row[1].number)


def _claims(rows: Mapping[str, tuple[int, Entry]]) -> dict[str, list[str]]:
    """Who would be the master of each object, in the order of the file."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, (_line, entry) in rows.items():
        for code in {one.code for one in entry.card.objects if one.master}:
            found[code].append(key)
    return found


def _refused(
    rows: Mapping[str, tuple[int, Entry]],
    here: Surroundings,
    masters: Mapping[str, str],
    today: date,
) -> dict[str, str]:
    """What is wrong with which of these rows, where those named are the masters among them."""
    around = replace(
        here,
        statuses={
            **here.statuses,
            **{key: entry.card.status for key, (_line, entry) in rows.items()},
        },
        promised=dict(here.promised),
        masters={**masters, **here.masters},
    )
    takers: dict[str, list[str]] = defaultdict(list)
    for key, (_line, entry) in rows.items():
        if entry.card.promised is not None:
            around.promised[key] = entry.card.promised
        for other in {one.system for one in entry.card.interfaces if one.system}:
            takers[other].append(key)
    refused: dict[str, str] = {}
    waiting = list(rows)[::-1]
    while waiting:
        key = waiting.pop()
        if key in refused or key not in rows:
            continue
        if reason := _mistakes(around, rows[key][1], key, today):
            refused[key] = reason
            around.statuses.pop(key, None)
            around.promised.pop(key, None)
            waiting += takers[key]
    return refused


def _mistakes(around: Surroundings, entry: Entry, key: str, today: date) -> str:
    found = check(entry.card, around.around(entry.card, number=key, today=today))
    return " ".join(f"{one.code}: {one.message}" for one in found if one.level == "error")
