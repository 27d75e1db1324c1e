"""Two at the same moment. Apart from the other tests, since here everything is really committed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from ratusha.applications.models import Draft
from ratusha.applications.public import lodge
from ratusha.applications.tests.state import HOUSEHOLD, NOW, Applying, settle
from ratusha.cases.public import Case

pytestmark = pytest.mark.django_db(transaction=True)


def both(act):
    def once(_number):
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(once, range(2)))


def test_two_presses_at_once_give_one_draft_and_one_case(settings, tmp_path):
    settings.DATA = tmp_path
    alena = Applying(settle(), HOUSEHOLD)

    drafts = both(lambda: alena.begun().pk)
    assert len(set(drafts)) == 1
    assert Draft.objects.count() == 1

    draft = alena.filled()
    cases = both(lambda: lodge(draft.pk, by=alena.user, now=NOW).reference)
    assert len(set(cases)) == 1
    assert Case.objects.count() == 1
