"""The ground under everything: the engine is there and the modules load."""

import pytest
from django.apps import apps
from django.db import connection


@pytest.mark.django_db
def test_postgresql_is_new_enough():
    assert connection.pg_version // 10000 >= 15
    assert apps.get_model("accounts.User").objects.count() == 0
