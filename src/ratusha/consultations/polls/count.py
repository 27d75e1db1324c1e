"""After the vote: the box becomes an archive, the sum is encrypted, the trustees open it together."""

import json
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.consultations.events import PollCounted
from ratusha.consultations.law import law
from ratusha.consultations.models import Poll, Trustee
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish

from . import rules, tool
from .archive import Archive, compact, receipt_of
from .prepare import locked
from .shares import is_share_of

LONGEST_SHARE = 2_000_000
OPENED_AT_ONCE = 100  # ballots: of more the sum is opened in the background, a minute later


def close_due(now: datetime) -> int:
    """Every minute, by itself: end what is due, then do what takes long for a large poll, one after another."""
    due = Poll.objects.filter(status=rules.PollStatus.OPEN, closes_at__lte=now)
    closed = [close_poll(one, now=now) for one in due.values_list("pk", flat=True)]
    counting = Poll.objects.filter(status=rules.PollStatus.CLOSED)
    for one in counting.filter(tally="").values_list("pk", flat=True):
        sum_up(one)
    for one in counting.exclude(tally="").exclude(trustees__share="").values_list("pk", flat=True):
        open_sum(one, now=now)
    return len(closed)


@transaction.atomic
def close_poll(poll_id: UUID, *, now: datetime) -> Poll:
    """The key of papers and the papers themselves are destroyed: who took part is known to nobody from now on."""
    poll = locked(poll_id)
    rules.require_ended(poll.status, poll.closes_at, now)
    poll.papers_given = poll.papers.count()
    poll.papers.all().delete()
    ballots = list(poll.ballots.order_by("receipt").values_list("words", flat=True))
    poll.receipts = list(poll.ballots.order_by("receipt").values_list("receipt", flat=True))
    poll.ballots.all().delete()
    poll.ballots_cast, poll.closed_at, poll.paper_key_sealed = len(ballots), now, None
    if len(ballots) < law().polls.least_ballots:
        poll.status = rules.PollStatus.TOO_FEW
    else:
        poll.archive = _boxed(poll, ballots)
        poll.status = rules.PollStatus.CLOSED
    poll.save()
    record("poll.close", "poll", poll.code, by=None, ballots=len(ballots), status=poll.status)
    return poll


def _boxed(poll: Poll, ballots: list[str]) -> bytes:
    """Setup, the ballots by their hashes, and that there are no more."""
    assert poll.opened_at is not None, "an open poll was opened"  # noqa: S101
    at = poll.opened_at.replace(hour=0, minute=0, second=0, microsecond=0)
    credentials = sorted(json.loads(one)["credential"] for one in ballots)
    archive = Archive.begin(int(at.timestamp()), poll.election, poll.trustee_keys, credentials)
    for one in ballots:
        archive.event("Ballot", one)
    archive.event("EndBallots")
    return bytes(archive.content)


def sum_up(poll_id: UUID) -> None:
    """The encrypted sum. The tool looks at every ballot once more: some minutes for thousands, so nothing is locked."""
    poll = Poll.objects.get(pk=poll_id)
    archive = Archive.load(bytes(poll.archive or b""))
    # two lines: the sum, and how many ballots are in it; the event carries the second, which names the first
    tally, sized = _told_by_tool(poll, archive, "compute-encrypted-tally").splitlines()
    archive.data(tally)
    archive.event("EncryptedTally", sized)
    with transaction.atomic():
        poll = locked(poll_id)
        if not poll.tally:
            poll.tally, poll.archive = tally, bytes(archive.content)
            poll.save(update_fields=["tally", "archive"])


def _told_by_tool(poll: Poll, archive: Archive, act: str) -> str:
    with tool.at_work() as folder:
        (folder / f"{poll.code}.bel").write_bytes(archive.content)
        return tool.run(folder, "election", act, ballots=poll.ballots_cast or 0)


@transaction.atomic
def bring_share(trustee_id: UUID, share: str, *, by: User, now: datetime) -> Poll:
    """A partial decryption, made where the private key is. After the last one a small sum is opened at once."""
    trustee = Trustee.objects.select_for_update().get(pk=trustee_id)
    rules.require_mine(trustee.user_id == by.pk)
    poll = locked(trustee.poll_id)
    rules.require_counting(poll.status)
    rules.require_summed(poll.tally)
    trustee.share = _as_share(share)
    key = int(json.loads(trustee.public_key)["public_key"])
    tally, made = json.loads(poll.tally), json.loads(trustee.share)
    if not is_share_of(key, receipt_of(poll.election), tally, made):
        message = _("This was not made of this poll with your key.")
        raise RuleBroken("poll.share_of_another_key", message, field="share")
    trustee.save(update_fields=["share"])
    record("poll.share", "poll", poll.code, by=by.pk, trustee=trustee.number)
    all_here = not poll.trustees.filter(share="").exists()
    if all_here and (poll.ballots_cast or 0) <= OPENED_AT_ONCE:
        open_sum(poll.pk, now=now)
        poll.refresh_from_db()
    return poll


def _as_share(text: str) -> str:
    """The first line of what the tool prints, or the same made in the browser."""
    try:
        given = json.loads(text[:LONGEST_SHARE].strip().splitlines()[0])
        return compact(
            {
                "decryption_factors": [[str(int(one)) for one in row] for row in given["decryption_factors"]],
                "decryption_proofs": [
                    [{name: str(int(one[name])) for name in ("challenge", "response")} for one in row]
                    for row in given["decryption_proofs"]
                ],
            }
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        message = _("This is no partial decryption.")
        raise RuleBroken("poll.not_a_share", message, field="share") from error


def open_sum(poll_id: UUID, *, now: datetime) -> None:
    """All shares are there: the result, and the whole archive looked at by the tool before anybody reads it."""
    poll = Poll.objects.get(pk=poll_id)
    archive = Archive.load(bytes(poll.archive or b""))
    for one in poll.trustees.all():
        payload = archive.data(one.share)
        archive.event("PartialDecryption", compact({"owner": one.number, "payload": payload}))
    result = _told_by_tool(poll, archive, "compute-result").strip()
    archive.event("Result", result)
    _told_by_tool(poll, archive, "verify")
    with transaction.atomic():
        poll = locked(poll_id)
        if poll.status != rules.PollStatus.CLOSED:
            return
        poll.archive, poll.result = bytes(archive.content), json.loads(result)["result"]
        poll.status = rules.PollStatus.COUNTED
        poll.save(update_fields=["archive", "result", "status"])
        record("poll.counted", "poll", poll.code, by=None)
        publish(PollCounted(code=poll.code, at=now))
