"""The chain over committed entries (these tests really commit)."""

import threading

import pytest
from django.db import connection, connections, transaction

from ratusha.audit.models import Entry, Link, Seal
from ratusha.audit.public import record, seal_entries, verify_chain

pytestmark = pytest.mark.django_db(transaction=True)


def add(count=3):
    for number in range(count):
        record("case.accept", "case", str(number), by=None, note="Рашэнне", amount="1.50")


def as_superuser(*statements):
    """What an attacker with the rights of the whole server could do."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")


@pytest.mark.parametrize("time", [1, 2])
def test_a_committed_entry_does_not_leak_into_the_next_test(time):
    record("case.accept", "case", str(time), by=None)
    assert Entry.objects.count() == 1


def test_sealing_links_every_entry_once_however_often_it_runs():
    add(3)
    assert [seal_entries(), seal_entries()] == [3, 0]
    add(2)
    assert seal_entries() == 2
    assert list(Link.objects.order_by("position").values_list("position", flat=True)) == [
        1,
        2,
        3,
        4,
        5,
    ]
    assert verify_chain().sound
    assert (verify_chain().sealed, verify_chain().waiting) == (5, 0)


def test_sealing_goes_in_pieces():
    add(5)
    assert [seal_entries(limit=2) for _ in range(4)] == [2, 2, 1, 0]
    assert verify_chain().sound


def test_sealing_is_a_handful_of_queries(django_assert_max_num_queries):
    add(50)
    with django_assert_max_num_queries(7):
        seal_entries()


def test_an_entry_of_a_running_transaction_waits_and_is_not_forgotten():
    """The late one has the lower number: a chain by number alone would lose it."""
    started, finish = threading.Event(), threading.Event()

    def slow():
        try:
            with transaction.atomic():
                record("case.slow", "case", "slow", by=None)
                started.set()
                finish.wait(10)
        finally:
            connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    assert started.wait(10)
    add(2)
    assert seal_entries() == 0
    assert verify_chain().waiting == 2
    finish.set()
    thread.join(10)
    assert seal_entries() == 3
    assert verify_chain().sound


def test_two_sealers_at_once_make_one_chain():
    add(20)
    done = []

    def seal():
        try:
            done.append(seal_entries())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=seal) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(done) == [0, 0, 0, 20]
    assert verify_chain().sound


def test_an_altered_entry_is_named():
    add()
    seal_entries()
    second = Link.objects.get(position=2).entry_id
    as_superuser(
        "UPDATE audit_entry SET action = 'x' WHERE id = (SELECT entry_id FROM audit_link WHERE position = 2)"
    )
    assert (verify_chain().sound, verify_chain().altered) == (False, [second])


def test_a_removed_entry_is_named():
    add()
    seal_entries()
    second = Link.objects.get(position=2).entry_id
    as_superuser(
        "DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_link WHERE position = 2)"
    )
    assert (verify_chain().sound, verify_chain().missing) == (False, [second])


def test_an_entry_slipped_in_with_an_old_date_is_named():
    add()
    seal_entries()
    as_superuser(
        "INSERT INTO audit_entry (at, tx, action, object_type, object_id) VALUES ('2026-02-01', 3, 'x', 'x', 'x')"
    )
    assert verify_chain().inserted == [Entry.objects.latest("id").pk]


def test_an_entry_doubled_under_its_number_is_named():
    add()
    seal_entries()
    second = Link.objects.get(position=2).entry_id
    as_superuser(
        "INSERT INTO audit_entry (id, at, tx, action, object_type, object_id) OVERRIDING SYSTEM VALUE "
        "SELECT (SELECT entry_id FROM audit_link WHERE position = 2), '2031-02-01', 3, 'x', 'x', 'x'"
    )
    assert second in verify_chain().altered


def test_an_entry_removed_with_its_link_leaves_a_gap():
    add()
    seal_entries()
    as_superuser(
        "DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_link WHERE position = 2)",
        "DELETE FROM audit_link WHERE position = 2",
    )
    assert verify_chain().links_missing == [2]


def test_a_cut_tail_is_seen_by_its_seal():
    add()
    seal_entries()
    as_superuser(
        "DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_link WHERE position = 3)",
        "DELETE FROM audit_link WHERE position = 3",
    )
    assert verify_chain().links_missing == [3]


def test_a_whole_history_made_anew_is_found_by_a_head_kept_elsewhere():
    add()
    seal_entries()
    kept = verify_chain().head
    as_superuser("TRUNCATE audit_entry, audit_link, audit_seal")
    add(2)
    seal_entries()
    assert verify_chain().sound
    assert not verify_chain(expected_head=kept).sound


def test_a_journal_restored_into_another_server_is_sealed_on():
    add()
    seal_entries()
    add(2)
    as_superuser(
        "UPDATE audit_seal SET cluster = 'old'", "UPDATE audit_entry SET tx = tx + 1000000"
    )
    as_superuser("UPDATE audit_seal SET settled_tx = settled_tx + 1000000")
    assert seal_entries() == 2
    add(1)
    assert seal_entries() == 1
    assert verify_chain().sound
    assert Seal.objects.count() == 3


def test_the_application_may_seal_and_verify():
    add()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_roles WHERE rolname = 'ratusha_app'")
        if cursor.rowcount == 0:
            cursor.execute("CREATE ROLE ratusha_app")
        cursor.execute("SELECT audit_protect()")
        cursor.execute("SET LOCAL ROLE ratusha_app")
        assert seal_entries() == 3
        assert verify_chain().sound
