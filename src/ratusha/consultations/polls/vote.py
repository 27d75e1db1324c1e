"""The vote: a paper for who is asked, a ballot into the box. The two never meet in what is kept."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.core.cache import caches
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.consultations.electorate import require_part
from ratusha.consultations.law import law
from ratusha.consultations.models import Ballot, Poll, VotingPaper
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.protection import fingerprint, fingerprints, unseal

from . import rules, tool
from .archive import Archive, compact, receipt_of
from .papers import is_signed, sign_blind

LONGEST_BALLOT = 400_000
MOST_TRIES, TRIES_WITHIN = 10, 3600  # ballots that one paper may try, in so many seconds
MIX = """
WITH gone AS (DELETE FROM {table} WHERE poll_id = %s RETURNING *)
INSERT INTO {table} SELECT * FROM gone ORDER BY random()
"""


def has_paper(poll: Poll, by: User) -> bool:
    holders = fingerprints(f"poll:{poll.code}:{by.party_id}")
    return VotingPaper.objects.filter(poll=poll, holder__in=holders).exists()


@transaction.atomic
def give_paper(poll: Poll, blinded: int, *, by: User, now: datetime) -> int:
    """Sign, without being able to read it, the public key under which this person will vote. Once for a person."""
    rules.require_voting(poll.status, poll.closes_at, now)
    asked = hashlib.sha256(str(blinded).encode()).hexdigest()
    _take_paper(poll, asked, by=by, now=now)
    private_key = unseal(poll.paper_key_sealed or b"", context=f"consultations.poll:{poll.code}")
    try:
        return sign_blind(private_key, blinded)
    except ValueError as error:
        raise RuleBroken("poll.not_a_paper", _("This is no request for a voting paper.")) from error


def _take_paper(poll: Poll, asked: str, *, by: User, now: datetime) -> None:
    """That a paper was taken stands in the journal without a name: so many, and no more, may vote."""
    person = require_part(by, poll.electorate, timezone.localdate(now))
    known = fingerprints(f"poll:{poll.code}:{person}")
    again = VotingPaper.objects.filter(poll=poll, holder__in=known)
    if again.filter(asked=asked).exists():
        return  # the answer was lost on its way
    message = _("You have taken your voting paper already: one vote for each person.")
    if again.exists():
        raise Conflict("poll.paper_taken", message)
    paper = VotingPaper(holder=fingerprint(f"poll:{poll.code}:{person}"), poll=poll, asked=asked)
    try:
        with transaction.atomic():
            paper.save(force_insert=True)
    except IntegrityError as error:  # pressed twice at once
        raise Conflict("poll.paper_taken", message) from error
    record("poll.paper", "poll", poll.code, by=None)


def cast(poll: Poll, ballot: str, signature: str, *, now: datetime) -> str:
    """From anybody with a signed paper: who that is, is not asked. The receipt."""
    rules.require_voting(poll.status, poll.closes_at, now)
    credential = _credential_of(poll, ballot)
    if not (signature.isdecimal() and is_signed(poll.paper_key, credential, int(signature))):
        message = _("This ballot has no voting paper of this poll.")
        raise RuleBroken("poll.paper_missing", message, field="envelope")
    _require_few_tries(credential)
    _require_right(poll, ballot, credential)
    return _put(poll, ballot, credential, now)


@transaction.atomic
def cast_for(poll: Poll, chosen: Sequence[Sequence[int]], *, by: User, now: datetime) -> str:
    """Without a script: the server takes the paper, encrypts and forgets. Said plainly on the page."""
    rules.require_voting(poll.status, poll.closes_at, now)
    answers = [
        rules.choices_of(question, one)
        for question, one in zip(poll.questions, chosen, strict=True)
    ]
    nothing = secrets.token_hex(
        32
    )  # looks like any other paper: who voted without a script is not told
    _take_paper(poll, nothing, by=by, now=now)
    with tool.at_work() as folder:
        (folder / f"{poll.code}.bel").write_bytes(
            Archive.begin(0, poll.election, poll.trustee_keys, []).content
        )
        ballot = tool.run(
            folder, "election", "generate-ballot",
            given={"--privcred": rules.new_credential(), "--ballot": compact(answers)},
        ).strip()  # fmt: skip
    return _put(poll, ballot, _credential_of(poll, ballot), now)


def _require_few_tries(credential: str) -> None:
    """To look at a ballot takes the tool a while: a paper gets so many tries. Counted in memory and kept nowhere."""
    key = f"poll-tries:{_mark(credential)}"
    caches["default"].add(key, 0, TRIES_WITHIN)
    if caches["default"].incr(key) > MOST_TRIES:
        message = _("This voting paper was tried too often: wait an hour.")
        raise RuleBroken("poll.too_many_tries", message, field="envelope")


def _mark(credential: str) -> str:
    return hashlib.sha256(credential.encode()).hexdigest()


def _credential_of(poll: Poll, ballot: str) -> str:
    """The public key that signed it; the words must be those that are hashed, to the byte."""
    try:
        given = json.loads(ballot) if len(ballot) <= LONGEST_BALLOT else {}
        credential = given["credential"]
        right = given["election_uuid"] == poll.code and credential.isdecimal()
        right = right and compact(given) == ballot
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        right = False
    if not right:
        raise RuleBroken(
            "poll.not_a_ballot", _("This is no ballot of this poll."), field="envelope"
        )
    return str(credential)


def _require_right(poll: Poll, ballot: str, credential: str) -> None:
    """An election with this one ballot, looked at by the tool: proofs, signature, form."""
    archive = Archive.begin(0, poll.election, poll.trustee_keys, [credential])
    archive.event("Ballot", ballot)
    with tool.at_work() as folder:
        (folder / f"{poll.code}.bel").write_bytes(archive.content)
        tool.run(folder, "election", "verify")


def _put(poll: Poll, ballot: str, credential: str, now: datetime) -> str:
    """Into the box. Sent twice it is there once; another one under the same paper is refused by the table."""
    receipt = receipt_of(ballot)
    mark = _mark(credential)
    try:
        with transaction.atomic():
            Ballot.objects.create(receipt=receipt, poll=poll, credential=mark, words=ballot)
    except IntegrityError as error:
        if Ballot.objects.filter(poll=poll, receipt=receipt).exists():
            return receipt
        poll.refresh_from_db(fields=["status"])  # it may have closed in between
        rules.require_voting(poll.status, poll.closes_at, now)
        message = _("With this voting paper a ballot has been cast already.")
        raise Conflict("poll.voted", message) from error
    return receipt


@transaction.atomic
def mix(poll_id: UUID) -> None:
    """Write papers and ballots anew in a random order, so that their rows tell no order and no common transaction.

    Then the public list of receipts is renewed, when enough have come: whoever watches it learns whose they may be
    only up to so many people.
    """
    with connection.cursor() as cursor:
        for model in (VotingPaper, Ballot):
            cursor.execute(MIX.format(table=model._meta.db_table), [poll_id])
    poll = Poll.objects.select_for_update().get(pk=poll_id)
    there = list(poll.ballots.order_by("receipt").values_list("receipt", flat=True))
    if len(there) - len(poll.receipts) >= law().polls.least_ballots:
        poll.receipts = there
        poll.save(update_fields=["receipts"])


def mix_open_polls(now: datetime) -> int:
    """Every hour; each poll apart."""
    voting = Poll.objects.filter(status=rules.PollStatus.OPEN, closes_at__gt=now)
    open_ = list(voting.values_list("pk", flat=True))
    for one in open_:
        mix(one)
    return len(open_)
