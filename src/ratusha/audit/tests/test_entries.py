"""The journal: what is written, what is refused, and by whom."""

from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError

from ratusha.audit.models import Entry
from ratusha.audit.public import record
from ratusha.audit.services import PersonalDataInJournal

pytestmark = pytest.mark.django_db
OFFICIAL = UUID(int=7)
CHANGES = [
    "UPDATE audit_entry SET action = 'x'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "TRUNCATE audit_entry_2026",
    "UPDATE audit_entry_2026 SET action = 'x'",
]


def test_an_entry_says_who_did_what_to_which_object():
    record("case.accept", "case", "2026-7HKM", by=OFFICIAL, body=UUID(int=3), ground="g1")
    entry = Entry.objects.get()
    assert (entry.action, entry.object_id, entry.by) == ("case.accept", "2026-7HKM", OFFICIAL)
    assert entry.details == {"ground": "g1"}


def test_recording_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        record("case.accept", "case", "1", by=None)


@pytest.mark.parametrize("change", CHANGES)
def test_the_owner_of_the_table_cannot_change_it(change):
    record("case.accept", "case", "1", by=None)
    connection.cursor().execute("UPDATE audit_entry SET action = 'x' WHERE false")
    with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute(change)
    assert Entry.objects.get().action == "case.accept"


@pytest.fixture
def as_application():
    """The role the web server runs as, made here because the launcher makes it on a real machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_roles WHERE rolname = 'ratusha_app'")
        if cursor.rowcount == 0:
            cursor.execute("CREATE ROLE ratusha_app")
        cursor.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO ratusha_app")
        cursor.execute("SELECT audit_protect()")
        cursor.execute("SET LOCAL ROLE ratusha_app")
        yield
        cursor.execute("RESET ROLE")


@pytest.mark.usefixtures("as_application")
def test_the_application_may_add_and_read():
    record("case.accept", "case", "1", by=None)
    assert Entry.objects.get().action == "case.accept"


@pytest.mark.usefixtures("as_application")
@pytest.mark.parametrize(
    "change",
    [
        *CHANGES,
        "INSERT INTO audit_entry (at, action, object_type, object_id) VALUES ('2020-01-01', 'x', 'x', 'x')",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "DELETE FROM audit_link",
    ],
)
def test_the_application_may_nothing_else(change):
    record("case.accept", "case", "1", by=None)
    with pytest.raises(ProgrammingError), transaction.atomic():
        connection.cursor().execute(change)


@pytest.mark.parametrize(
    "details",
    [
        {"surname": "x"},
        {"holder_name": "x"},
        {"email": "x"},
        {"note": "number 7123456A789PB6 given"},
        {"note": "7123456А789РВ6 in Cyrillic letters"},
        {"note": "write to alena@example.by"},
        {"note": "+375 29 123-45-67"},
        {"fields": ["a", "7123456A789PB6"]},
        {"nested": {"password": 1}},
    ],
)
def test_personal_data_are_refused(details):
    with pytest.raises(PersonalDataInJournal):
        record("case.accept", "case", "1", by=None, **details)


def test_in_service_personal_data_are_withheld_and_the_act_goes_on(settings, caplog):
    settings.STRICT_AUDIT = False
    record("case.refuse", "case", "1", by=None, note="of 7123456A789PB6", ground="g1")
    assert Entry.objects.get().details == {"note": "[withheld]", "ground": "g1"}
    assert "7123456" not in caplog.text


def test_details_keep_ids_dates_and_codes():
    record(
        "case.accept",
        "case",
        "1",
        by=None,
        procedure="U200/1.3.2",
        filename_length=3,
        body_id=OFFICIAL,
    )
    assert Entry.objects.get().details["body_id"] == str(OFFICIAL)
