"""Verdicts kept by the wording they are about: nothing is tried twice.

The pack ships the digests of wordings that were found green (`procedures/green.txt`), so that a fresh state need not
try out what was tried before it was shipped.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path

from django.db import transaction

from ratusha.law.models import Verdict
from ratusha.procedures.public import Definition, digest_of

from .trying import VERSION, Trial, try_out

GREEN = "procedures/green.txt"
HEAD = """\
# Wordings of definitions whose scenarios are all green, by `ratusha law scenarios --keep`.
# A definition that is not here is tried out when the pack is loaded.
"""


def is_green(promise: Definition, folder: Path, *, now: datetime) -> bool:
    digest = digest_of(promise)
    if digest in shipped(folder):
        return True
    return verdict_on(promise, now=now).green


def kept_verdict(promise: Definition) -> Verdict | None:
    """On this very wording, if it was ever tried."""
    return Verdict.objects.filter(digest=digest_of(promise), version=VERSION).first()


def verdict_on(promise: Definition, *, now: datetime, again: bool = False) -> Verdict:
    """The kept verdict on this wording, or a new one."""
    kept = kept_verdict(promise)
    if kept and not again:
        return kept
    return keep(try_out(promise, now=now), now=now)


@transaction.atomic
def keep(trial: Trial, *, now: datetime) -> Verdict:
    found = trial.to_json()
    values = {"code": trial.code, "green": trial.green, "told": found, "tried_at": now}
    verdict, _new = Verdict.objects.update_or_create(
        digest=trial.digest, version=VERSION, defaults=values
    )
    return verdict


@cache
def shipped(folder: Path) -> frozenset[str]:
    """Only those of this way of trying."""
    file = folder / GREEN
    if not file.exists():
        return frozenset()
    rows = [line.split() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return frozenset(row[0] for row in rows if row[-1] == VERSION)


def ship(folder: Path, trials: Iterable[Trial], *, others_stay: bool = False) -> int:
    """Write down the green ones beside the definitions, and keep the lines of others if asked; returns how many."""
    tried = list(trials)
    rows = [f"{one.digest} {one.code} {VERSION}" for one in tried if one.green]
    if others_stay:
        codes = {one.code for one in tried}
        lines = (folder / GREEN).read_text(encoding="utf-8").splitlines()
        rows += [line for line in lines if line[:1] != "#" and line.split()[1] not in codes]
    rows.sort()
    (folder / GREEN).write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    shipped.cache_clear()
    return len(rows)
