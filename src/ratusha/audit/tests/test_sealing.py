"""The chain over committed entries (these tests really commit)."""

import pytest

from ratusha.audit.models import Entry
from ratusha.audit.public import record

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("time", [1, 2])
def test_a_committed_entry_does_not_leak_into_the_next_test(time):
    record("case.accept", "case", str(time), by=None)
    assert Entry.objects.count() == 1
