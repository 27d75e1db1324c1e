"""Told once, read when read, seen by whom it concerns."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.notifications.case_pages import _address_of
from ratusha.notifications.models import Letter, Notice, WithoutLetters
from ratusha.notifications.public import plug_case_page, unread_count

from .conftest import NOW, PARTY


def at(name, *args, language="en"):
    with translation.override(language):
        return reverse(f"notifications:{name}", args=args)


def test_a_notice_told_twice_is_one_notice_and_one_letter(tell):
    first = tell(once="case:1:closed")
    assert tell(once="case:1:closed").pk == first.pk
    assert (Notice.objects.count(), Letter.objects.count(), unread_count(PARTY)) == (1, 1, 1)


def test_without_a_key_each_telling_is_its_own(tell):
    tell()
    tell()
    assert unread_count(PARTY) == 2


def test_the_same_key_for_another_party_is_another_notice(tell):
    tell(once="x")
    tell(once="x", party_id=uuid4())
    assert Notice.objects.count() == 2


def test_the_unread_are_counted_in_one_partition_by_the_index_of_the_unread(tell):
    tell()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT count(*) FROM notifications_notice WHERE party_id = %s AND read_at IS NULL",
            [PARTY],
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert plan.count("Scan") - plan.count("Bitmap Index") == 1
    assert "party_id_idx" in plan


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_the_inbox_shows_the_unread_first(client, reader, tell, language):
    old = tell(subject={"en": "Old and read"}, now=NOW - timedelta(days=2))
    tell(subject={"en": "Older, not read"}, now=NOW - timedelta(days=9))
    client.force_login(reader)
    client.get(at("notice", old.pk, language=language))
    text = client.get(at("inbox", language=language)).content.decode()
    assert text.index("Older, not read") < text.index("Old and read")


def test_opening_a_notice_reads_it_once_and_a_prefetching_head_does_not(
    client, reader, tell, time_machine
):
    notice = tell()
    client.force_login(reader)
    time_machine.move_to(NOW, tick=False)
    assert client.head(at("notice", notice.pk)).status_code == 200
    assert unread_count(PARTY) == 1
    client.get(at("notice", notice.pk))
    time_machine.move_to(NOW + timedelta(hours=1), tick=False)
    client.get(at("notice", notice.pk))
    notice.refresh_from_db()
    assert notice.read_at == NOW


def test_words_of_another_language_are_marked(client, reader, tell):
    notice = tell()
    client.force_login(reader)
    text = client.get(at("notice", notice.pk)).content.decode()
    assert '<p lang="be">Даведка гатовая.</p>' in text


def test_a_case_s_notices_can_be_seen_alone_and_lead_to_the_case(client, reader, tell):
    tell(subject={"en": "About mine"})
    other = tell(subject={"en": "About another"}, case_reference="2026-AAAA-BBBB-C")
    client.force_login(reader)
    text = client.get(at("inbox") + "?case=2026-7NR4-9WD3-R").content.decode()
    assert "About mine" in text
    assert "About another" not in text
    before = list(_address_of)
    plug_case_page(lambda reference: f"/en/cases/{reference}/")
    assert "/en/cases/2026-AAAA-BBBB-C/" in client.get(at("notice", other.pk)).content.decode()
    _address_of[:] = before


def test_all_can_be_marked_as_read_at_once(client, reader, tell):
    tell()
    other = tell(party_id=uuid4())
    client.force_login(reader)
    assert client.post(at("read_all")).status_code == 302
    assert unread_count(PARTY) == 0
    assert unread_count(other.party_id) == 1
    assert client.get(at("read_all")).status_code == 405


@pytest.mark.parametrize("stranger", [UserFactory, official])
def test_another_person_s_notice_does_not_exist(client, tell, stranger):
    notice = tell()
    client.force_login(stranger())
    assert client.get(at("notice", notice.pk)).status_code == 404
    assert "Решение" not in client.get(at("inbox", language="ru")).content.decode()
    assert unread_count(PARTY) == 1


def test_nobody_unknown_reads_notices(client, tell):
    assert client.get(at("notice", tell().pk)).status_code == 302
    assert client.get(at("inbox")).status_code == 302


@pytest.mark.parametrize(
    "odd",
    ["?page=0", "?page=x", "?page=999999999999", "?case=%00", "?case='--", "?case=" + "a" * 5000],
)
def test_odd_questions_to_the_inbox_are_answered(client, reader, tell, odd):
    tell()
    client.force_login(reader)
    assert client.get(at("inbox") + odd).status_code == 200


def test_markup_in_a_notice_is_words(client, reader, tell):
    bad = {"en": "<script>alert(1)</script>"}
    notice = tell(subject=bad, body=bad, case_reference='"><b>')
    client.force_login(reader)
    for page in (at("inbox"), at("notice", notice.pk)):
        text = client.get(page).content.decode()
        assert "<script>alert" not in text
        assert '"><b>' not in text


def test_the_inbox_costs_the_same_for_two_notices_and_for_twenty(
    client, reader, tell, django_assert_max_num_queries
):
    for _ in range(30):
        tell()
    client.force_login(reader)
    client.get(at("inbox"))  # the first visit of a session is written down
    with django_assert_max_num_queries(9):
        client.get(at("inbox"))


def test_e_mail_can_be_turned_off_and_on_again(client, reader):
    client.force_login(reader)
    client.post(at("choose_letters"), {"letters": "off"})
    client.post(at("choose_letters"), {"letters": "off"})
    assert WithoutLetters.objects.get().party_id == PARTY
    client.post(at("choose_letters"), {"letters": "on"})
    assert not WithoutLetters.objects.exists()
