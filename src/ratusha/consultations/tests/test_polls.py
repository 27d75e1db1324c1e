"""A poll from its questions to its archive, with the tool that none of us wrote."""

import base64

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ratusha.consultations.models import Ballot, Poll, VotingPaper
from ratusha.consultations.polls import count, prepare, vote
from ratusha.consultations.polls.archive import compact
from ratusha.kernel.errors import DomainError

from .conftest import needs_tool

pytestmark = needs_tool


def test_a_poll_is_counted_by_its_trustees_and_its_archive_stands_the_check(town):
    poll = town.counted(0, 0, 1, 0, 1)
    assert poll.result == [[0, 3, 2]]
    assert (poll.papers_given, poll.ballots_cast) == (5, 5)
    assert town.verify(bytes(poll.archive), poll.code)


def test_too_few_ballots_are_destroyed_uncounted(town):
    poll = town.opened()
    for choice in (0, 0, 1, 1):
        town.vote(poll, choice)
    poll = town.ended(poll)
    assert poll.status == "too_few"
    assert poll.archive is None
    assert not Ballot.objects.exists()


# ---- one person, one vote, while the poll is open ----
def test_a_person_votes_once_whatever_way(town):
    poll, person = town.opened(), town.resident()
    town.vote(poll, 0, by=person)
    with pytest.raises(DomainError) as refused:
        town.vote(poll, 1, by=person)
    assert refused.value.code == "poll.paper_taken"
    with pytest.raises(DomainError):
        vote.give_paper(poll, 12345, by=person, now=timezone.now())
    assert Ballot.objects.count() == 1


def test_the_same_request_for_a_paper_gets_the_same_answer_and_another_one_none(town):
    poll, person = town.opened(), town.resident()
    first = vote.give_paper(poll, 123456789, by=person, now=timezone.now())
    assert vote.give_paper(poll, 123456789, by=person, now=timezone.now()) == first
    with pytest.raises(DomainError):
        vote.give_paper(poll, 987654321, by=person, now=timezone.now())


def test_nobody_votes_after_the_last_moment_by_the_rule(town):
    poll = town.opened()
    with pytest.raises(DomainError) as refused:
        vote.cast_for(poll, [[0]], by=town.resident(), now=poll.closes_at)
    assert refused.value.code == "poll.not_open"


def test_the_database_lets_nothing_into_a_closed_box_and_changes_no_ballot(town):
    poll = town.opened()
    town.vote(poll, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.update(words="{}")
    town.ended(poll)
    for row in (
        Ballot(receipt="r", poll=poll, credential="c", words="{}"),
        VotingPaper(holder="h", poll=poll, asked=""),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_the_database_lets_a_paper_vote_once(town):
    poll = town.opened()
    Ballot.objects.create(receipt="a", poll=poll, credential="c", words="{}")
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(receipt="b", poll=poll, credential="c", words="{}")


def test_a_paper_that_tries_wrong_ballots_is_stopped_before_the_tool_has_to_look(town, monkeypatch):
    poll = town.opened()
    monkeypatch.setattr(vote, "is_signed", lambda *_given: True)  # a paper of the attacker's own
    ballot = compact({"election_uuid": poll.code, "credential": "4", "answers": []})
    told = []
    for _try in range(vote.MOST_TRIES + 1):
        with pytest.raises(DomainError) as refused:
            vote.cast(poll, ballot, "1", now=timezone.now())
        told.append(refused.value.code)
    assert told == ["poll.refused_by_tool"] * vote.MOST_TRIES + ["poll.too_many_tries"]


def test_what_takes_long_for_a_large_poll_is_done_apart_and_once(town, monkeypatch):
    monkeypatch.setattr(count, "OPENED_AT_ONCE", 0)
    poll = town.opened()
    for choice in (0, 0, 0, 1, 1):
        town.vote(poll, choice)
    Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now())
    poll = count.close_poll(poll.pk, now=timezone.now())
    first = poll.trustees.first()
    with pytest.raises(DomainError) as early:
        count.bring_share(first.pk, "{}", by=first.user, now=timezone.now())
    assert early.value.code == "poll.not_summed"
    count.close_due(timezone.now())
    poll.refresh_from_db()
    for one in poll.trustees.all():
        count.bring_share(one.pk, town.share(poll, one), by=one.user, now=timezone.now())
    poll.refresh_from_db()
    assert poll.status == "closed"
    for _twice in range(2):
        count.close_due(timezone.now())
    poll.refresh_from_db()
    assert poll.result == [[0, 3, 2]]
    assert town.verify(bytes(poll.archive), poll.code)


# ---- trustees ----
def test_a_share_of_another_key_is_refused_and_nothing_is_opened(town):
    poll = town.opened()
    for choice in (0, 0, 0, 1, 1):
        town.vote(poll, choice)
    poll = town.ended(poll)
    first, second = poll.trustees.all()
    share = town.share(poll, first)
    with pytest.raises(DomainError) as wrong:
        count.bring_share(second.pk, share, by=second.user, now=timezone.now())
    assert wrong.value.code == "poll.share_of_another_key"
    with pytest.raises(DomainError) as refused:
        count.bring_share(first.pk, share, by=second.user, now=timezone.now())
    assert refused.value.code == "poll.not_yours"
    count.bring_share(first.pk, share, by=first.user, now=timezone.now())
    poll.refresh_from_db()
    assert poll.status == "closed"
    assert poll.result is None


def test_a_key_with_a_wrong_proof_is_refused(town):
    poll = town.prepared()
    town.bring_keys(poll)
    first, second = poll.trustees.all()
    altered = first.public_key.replace('"response":"', '"response":"1')
    with pytest.raises(DomainError):
        prepare.bring_key(second.pk, altered, by=second.user)


def test_a_poll_does_not_open_before_every_trustee_has_a_key(town):
    poll = town.prepared()
    with pytest.raises(DomainError) as refused:
        prepare.open_poll(poll.pk, by=town.organiser, now=timezone.now())
    assert refused.value.code == "poll.keys_missing"


# ---- the archive ----
@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_an_altered_archive_is_refused(town, place):
    poll = town.counted(0, 1, 0, 1, 0)
    archive = bytearray(poll.archive)
    at = int(len(archive) * place)
    while not chr(archive[at]).isdecimal():
        at += 1
    archive[at] = ord("7") if archive[at] != ord("7") else ord("3")
    assert not town.verify(bytes(archive), poll.code)


def test_an_archive_without_one_ballot_is_refused(town):
    poll = town.counted(0, 1, 0, 1, 0)
    archive = bytes(poll.archive)
    name = base64.b64decode(poll.receipts[0] + "=").hex().encode() + b".data.json"
    at = archive.index(name)
    size = int(archive[at + 124 : at + 135], 8)
    assert not town.verify(archive[:at] + archive[at + 512 + size + -size % 512 :], poll.code)
