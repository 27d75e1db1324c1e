"""Somebody has the whole database, the journal, the logs, the keys of the server: who voted how they do not learn."""

import json
import logging
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ratusha.accounts.tests.factories import sign_in
from ratusha.consultations.models import Ballot, Poll, VotingPaper
from ratusha.consultations.polls import count, vote

from .conftest import belenios, needs_tool

pytestmark = needs_tool


def whole_database() -> dict[str, str]:
    """Every table as text, with what PostgreSQL itself keeps of a row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = [row[0] for row in cursor.fetchall()]
        found = {}
        for name in names:
            cursor.execute(f'SELECT xmin::text, ctid::text, t::text FROM "{name}" AS t')  # noqa: S608
            found[name] = "\n".join(" ".join(row) for row in cursor.fetchall())
    return found


def rows(table: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT xmin::text, ctid::text, {'receipt' if 'ballot' in table else 'holder'} FROM {table}"  # noqa: S608
        )
        return cursor.fetchall()


def test_no_row_of_a_person_names_a_ballot_and_no_ballot_names_a_person(town):
    poll, person = town.opened(), town.resident()
    voter = sign_in(Client(), person)
    voter.post(reverse("consultations:booth", args=[poll.code]), {"answer_0": "0"})
    ballot = Ballot.objects.get()
    credential = json.loads(ballot.words)["credential"]
    marks = (ballot.receipt, ballot.credential, credential)
    for table, text in whole_database().items():
        for line in text.splitlines():
            is_of_person = str(person.pk) in line or str(person.party_id) in line
            assert not (is_of_person and any(mark in line for mark in marks)), table
        if table != "consultations_ballot":
            assert not any(mark in text for mark in marks), table


def test_ballots_and_papers_have_neither_time_nor_number():
    kinds = {"AutoField", "BigAutoField", "DateTimeField", "DateField", "TimeField", "UUIDField"}
    for model in (Ballot, VotingPaper):
        own = [f for f in model._meta.concrete_fields if f.name != "poll"]
        assert not [f.name for f in own if f.get_internal_type() in kinds]
        assert not [f.name for f in own if f.is_relation]


def test_mixing_takes_order_and_common_transactions_away(town):
    poll = town.opened()
    for choice in (0, 1) * 8:
        town.vote(poll, choice)
    before = [row[2] for row in rows("consultations_ballot")]
    assert vote.mix_open_polls(timezone.now()) == 1
    after = rows("consultations_ballot")
    assert sorted(before) == sorted(row[2] for row in after)
    assert before != [row[2] for row in after]  # one chance in 16! of being equal
    transactions = {row[0] for row in after} | {row[0] for row in rows("consultations_votingpaper")}
    assert len(transactions) == 1


def toast() -> set[int]:
    """The numbers under which PostgreSQL keeps long values: given one after another, they tell an order too."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltoastrelid::regclass FROM pg_class WHERE relname = 'consultations_ballot'"
        )
        cursor.execute(f"SELECT DISTINCT chunk_id::bigint FROM {cursor.fetchone()[0]}")  # noqa: S608
        return {row[0] for row in cursor.fetchall()}


def test_mixing_gives_long_values_new_numbers_too(town):
    poll = town.opened()
    for choice in (0, 1, 0):
        town.vote(poll, choice)
    before = toast()
    vote.mix(poll.pk)
    kept = {row.receipt: row.words for row in Ballot.objects.all()}
    assert len(before) == len(kept) == 3
    assert len(toast() - before) == 3


def test_who_voted_without_a_script_is_not_told(town):
    """Papers and ballots of both ways have one form: the same fields in the same order, marks of the same length."""
    poll = town.opened()
    town.vote(poll, 0)
    vote.give_paper(poll, 12345, by=town.resident(), now=timezone.now())
    assert {len(one.asked) for one in VotingPaper.objects.all()} == {64}
    script = (Path(vote.__file__).parents[1] / "static/consultations/belenios.js").read_text()
    names = list(json.loads(Ballot.objects.get().words))
    assert names == ["election_uuid", "election_hash", "credential", "answers", "signature"]
    assert "{ election_uuid: uuid, election_hash: hash, credential, answers }" in script


def test_whoever_watches_the_public_box_never_sees_fewer_than_five_come(town):
    poll = town.opened()
    seen = [0]
    for _ballot in range(7):
        town.vote(poll, 0)
        vote.mix_open_polls(timezone.now())
        box = Client().get(reverse("consultations:box", args=[poll.code])).text
        seen.append(sum(one.receipt in box for one in Ballot.objects.all()))
    assert seen == [0, 0, 0, 0, 0, 5, 5, 5]


def test_the_size_of_a_ballot_does_not_tell_the_choice(town):
    """Lengths differ by how many digits a random number has; whatever was chosen there are as many numbers."""
    poll = town.opened()
    for choice in (0, 1):
        town.vote(poll, choice)
    vote.cast_for(poll, [[]], by=town.resident(), now=timezone.now())
    numbers = {len(re.findall(r'"\d+"', one.words)) for one in Ballot.objects.all()}
    assert len(numbers) == 1


def test_when_the_poll_closes_nobody_knows_any_more_who_took_part(town):
    poll = town.opened()
    for choice in (0, 1, 0, 1, 0):
        town.vote(poll, choice)
    poll = town.ended(poll)
    assert not VotingPaper.objects.exists()
    assert not Ballot.objects.exists()  # they lie in the archive, by their hashes
    assert poll.paper_key_sealed is None
    named = re.findall(rb"([0-9a-f]{64})\.data\.json", bytes(poll.archive))
    times = set(re.findall(rb"(\d{11})\0\d{6}\0 0", bytes(poll.archive)))
    assert len(named) > 5
    assert len(times) == 1


def test_the_journal_counts_papers_and_names_nobody(town):
    poll, person = town.opened(), town.resident()
    town.vote(poll, 0, by=person)
    entry = apps.get_model("audit.Entry").objects.get(action="poll.paper")
    assert entry.by is None
    assert entry.details == {}
    assert entry.object_id == poll.code


def test_logs_hold_no_receipt_and_no_choice(town, caplog):
    poll = town.opened()
    caplog.set_level(logging.DEBUG)
    voter = sign_in(Client(), town.resident())
    voter.post(reverse("consultations:booth", args=[poll.code]), {"answer_0": "0"})
    receipt = Ballot.objects.get().receipt
    Client().post(reverse("consultations:box", args=[poll.code]), {"receipt": receipt})
    # what the database driver tells at this level is what the database keeps anyway
    told = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith("django.db"))
    assert receipt not in told
    assert "answer_0" not in told


def test_nothing_can_be_decrypted_with_what_the_server_has(town, tmp_path):
    """Without the private keys of the trustees there is no key; with all but one there is none either."""
    poll = town.opened()
    for choice in (0, 1, 0, 1, 0):
        town.vote(poll, choice)
    poll = town.ended(poll)
    everything = "\n".join(whole_database().values())
    for name in town.private_keys.values():
        private_key = json.loads((town.folder / name).read_text())
        assert private_key not in everything
    first = poll.trustees.first()
    count.bring_share(first.pk, town.share(poll, first), by=first.user, now=timezone.now())
    poll.refresh_from_db()
    assert poll.result is None
    (tmp_path / f"{poll.code}.bel").write_bytes(bytes(poll.archive))
    with pytest.raises(Exception, match="compute-result"):
        belenios(tmp_path, "election", "compute-result")


def test_secrets_of_a_ballot_are_never_in_a_file(town, monkeypatch):
    """What goes to the tool in words or files while it encrypts for somebody."""
    seen = []
    real = vote.tool.subprocess.run

    def watch(command, *, cwd, **more):
        seen.extend(command)
        seen.extend(file.read_text() for file in Path(cwd).iterdir())
        return real(command, cwd=cwd, **more)

    poll = town.opened()
    monkeypatch.setattr(vote.tool.subprocess, "run", watch)
    town.vote(poll, 1)
    assert seen
    assert not [one for one in seen if "[0,0,1]" in one]
    assert Poll.objects.count() == 1
