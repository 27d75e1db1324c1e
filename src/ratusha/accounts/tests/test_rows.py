"""Several new rows in one statement (kernel.rows), tried on two tables of this module."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ratusha.accounts.models import Appointment, User
from ratusha.kernel.rows import NotInTransaction, write_together


def two_rows(**appointment):
    user = User(display_name="Алена К.", language="be", password="!", party_id=uuid4())
    held = {"user": user, "body_id": uuid4(), "permissions": ["cases.see"], "position": {"be": "Ё"}}
    return user, Appointment(**held | {"since": timezone.localdate()} | appointment)


@pytest.mark.django_db
def test_rows_of_two_tables_are_written_by_one_statement(django_assert_num_queries):
    user, appointment = two_rows()
    with django_assert_num_queries(1):
        write_together(user, appointment)
    found = Appointment.objects.select_related("user").get(pk=appointment.pk)
    assert found.user.display_name == "Алена К."
    assert found.permissions == ["cases.see"]
    assert found.position == {"be": "Ё"}
    user.display_name = "Алена Б."
    user.save()  # it knows that it is written
    assert User.objects.get(party_id=user.party_id).display_name == "Алена Б."


@pytest.mark.django_db
def test_what_one_row_breaks_leaves_nothing_of_the_other():
    user, appointment = two_rows(permissions=[])
    with pytest.raises(IntegrityError, match="gives_a_permission"), transaction.atomic():
        write_together(user, appointment)
    assert not User.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_rows_are_written_only_inside_an_act():
    with pytest.raises(NotInTransaction, match="User, Appointment"):
        write_together(*two_rows())
