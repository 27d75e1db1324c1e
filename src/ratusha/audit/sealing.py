"""The hash chain over the journal: made afterwards by the worker, so that recording stays one cheap INSERT.

An entry is sealed when no transaction can appear before it any more: its transaction is older than the oldest one
still running (`pg_snapshot_xmin`). So the chain never waits for anybody, and nobody's late commit slips in behind it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from . import rules

BATCH = 20_000
LOCK = 0x617564697421  # one sealer at a time; any number that nobody else uses
LISTED = 1_000  # a report names this many of each kind

LAST = """
SELECT s.settled_tx, s.last_position, s.head, s.cluster = c.id, c.id
FROM (SELECT system_identifier::text AS id FROM pg_control_system()) c
LEFT JOIN LATERAL (SELECT * FROM audit_seal ORDER BY number DESC LIMIT 1) s ON true
"""
# A transaction id from beyond the snapshot was given by another cluster: the table was restored from a dump.
SETTLED = """
WITH seen AS MATERIALIZED (
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest,
           pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS beyond
)
SELECT seen.oldest, e.tx, e.id, e.at, e.action, e.object_type, e.object_id, e.by, e.body, e.details::text
FROM seen LEFT JOIN LATERAL (
    SELECT * FROM audit_entry
    WHERE tx >= %s AND (tx < seen.oldest OR tx >= seen.beyond)
      AND NOT EXISTS (SELECT FROM audit_link WHERE entry_id = audit_entry.id)
    ORDER BY tx, id LIMIT %s
) e ON true
"""
SEAL = "INSERT INTO audit_seal (cluster, settled_tx, last_position, head) VALUES (%s, %s, %s, %s)"
CHAIN = """
SELECT l.position, l.entry_id, l.digest,
       e.id, e.at, e.action, e.object_type, e.object_id, e.by, e.body, e.details::text
FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.position, e.at
"""
UNSEALED = """
SELECT e.id, e.tx < coalesce((SELECT settled_tx FROM audit_seal ORDER BY number DESC LIMIT 1), 0)
FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id) ORDER BY e.id
"""


def canonical(row: tuple[Any, ...]) -> bytes:
    number, at, action, object_type, object_id, by, body, details = row
    return rules.canonical(
        number=number,
        at=at,
        action=action,
        object_type=object_type,
        object_id=object_id,
        by=by,
        body=body,
        details=json.loads(details),
    )


@transaction.atomic
def seal_entries(*, limit: int = BATCH) -> int:
    """Append links for entries that are settled; returns how many. To be called again while it returns `limit`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute(LAST)
        settled, position, head, same_cluster, cluster = cursor.fetchone()
        start = settled if same_cluster else 0
        position, head = position or 0, bytes(head or rules.GENESIS)
        cursor.execute(SETTLED, [start, limit])
        rows = cursor.fetchall()
        entries = [row for row in rows if row[2] is not None]
        if not entries:
            return 0
        links = []
        for row in entries:
            position += 1
            head = rules.next_digest(head, canonical(row[2:]))
            links.append((position, row[2], head))
        with cursor.copy("COPY audit_link (position, entry_id, digest) FROM STDIN") as copy:
            for link in links:
                copy.write_row(link)
        done = rows[0][0] if len(entries) < limit else entries[-1][1]
        cursor.execute(SEAL, [cluster, done, position, head])
        return len(entries)


@dataclass
class Report:
    """What the chain says about the journal. `head` is to be kept elsewhere: it proves everything before it."""

    sealed: int = 0
    waiting: int = 0
    head: str = ""
    altered: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    inserted: list[int] = field(default_factory=list)
    links_missing: list[int] = field(default_factory=list)
    seals_broken: list[int] = field(default_factory=list)
    head_found: bool = True

    @property
    def sound(self) -> bool:
        found = self.altered, self.missing, self.inserted, self.links_missing, self.seals_broken
        return self.head_found and not any(found)


def verify_chain(*, expected_head: str = "") -> Report:
    """Recompute the whole chain. Entries: altered, missing, inserted; links and seals that do not fit.

    Somebody who can rewrite every link as well is found only by a head that was kept elsewhere: `expected_head`.
    """
    report = Report()
    seals = seal_heads()
    heads = {expected_head} if expected_head else set()
    previous: bytes | None = rules.GENESIS
    at_position = 0
    for position, entry_id, digest, *entry in chain():
        for lost in range(at_position + 1, position):
            note(report.links_missing, lost)
            previous = None
        if entry[0] is None:
            note(report.missing, entry_id)
        elif (
            previous is not None and rules.next_digest(previous, canonical(tuple(entry))) != digest
        ):
            note(report.altered, entry_id)
        if position in seals and seals.pop(position) != digest:
            note(report.seals_broken, position)
        heads.discard(digest.hex())
        previous, at_position = digest, position
        report.sealed += 1
    report.head = (previous or b"").hex()
    report.links_missing.extend(sorted(p for p in seals if p > at_position)[:LISTED])
    report.head_found = not heads
    with connection.cursor() as cursor:
        cursor.execute(UNSEALED)
        for entry_id, too_late in cursor:
            if too_late:
                note(report.inserted, entry_id)
            else:
                report.waiting += 1
    return report


def note(found: list[int], what: int) -> None:
    if len(found) < LISTED:
        found.append(what)


def seal_heads() -> dict[int, bytes]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_position, head FROM audit_seal")
        return {position: bytes(head) for position, head in cursor}


def chain() -> Iterator[
    tuple[int, int, bytes, int | None, datetime, str, str, str, UUID, UUID, str]
]:
    """Link by link with its entry; an entry that is there twice comes twice and does not fit the second time."""
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(CHAIN)
        while rows := cursor.fetchmany(5_000):
            for position, entry_id, digest, *entry in rows:
                yield position, entry_id, bytes(digest), *entry
