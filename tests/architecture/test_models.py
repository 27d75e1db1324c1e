"""Tables: named migrations, keys that point downwards, a word for every row."""

import re

import pytest
from django.apps import apps
from django.db import models
from django.db.models.deletion import CASCADE

from ratusha.records.schedule import period_of, schedule, spoken

from .places import MODULES, SOURCE

OURS = [m for m in apps.get_models() if m.__module__.startswith("ratusha.")]
MEANS_NOTHING = re.compile(r"_auto_|_\d{8}_\d{4}$|_alter_|_and_more$|_remove_.*_add_")


def test_migrations_are_named_by_meaning():
    names = [f.stem for f in SOURCE.glob("*/migrations/0*.py")]
    assert [name for name in names if MEANS_NOTHING.search(name)] == []
    assert names


def test_migrations_of_a_module_are_one_line():
    """Two files with one number are two branches that were merged without a look."""
    for module in MODULES:
        numbers = [f.stem[:4] for f in (SOURCE / module / "migrations").glob("0*.py")]
        assert sorted(numbers) == sorted(set(numbers)), module


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_a_row_says_what_it_is(model):
    assert model.__str__ is not models.Model.__str__


def test_a_key_to_another_module_protects_and_leaves_no_way_back():
    loose = [
        f"{model._meta.label}.{field.name}"
        for model in OURS
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model in OURS
        and field.related_model._meta.app_label != model._meta.app_label
        and not field.primary_key  # a kind of case is its case, with tables of its own
        and (field.remote_field.on_delete is CASCADE or field.remote_field.related_name != "+")
    ]
    assert loose == []


KEPT = {one for group in schedule().data for one in group.tables}


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_a_model_says_how_long_it_is_kept(model):
    """For good, with its case, or for a period: then the page "How long we keep what" tells of it."""
    said = model._meta.app_config.models_module.RETENTION
    assert model.__name__ in said or "*" in said
    period = period_of(model._meta.label)
    assert period in {None, "case"} or (spoken(period) and model._meta.label in KEPT)


def test_the_page_about_keeping_names_tables_that_are_there_and_kept_alike():
    assert not KEPT - {m._meta.label for m in OURS}
    assert [g.tables for g in schedule().data if len({period_of(t) for t in g.tables}) > 1] == []


def test_constraints_read_as_sentences():
    """`case_refusal_has_reasons`, not `cases_case_check_1`."""
    names = [c.name for m in OURS for c in m._meta.constraints]
    assert [n for n in names if re.search(r"_\d+$|%\(|_check$|_constraint$", n)] == []
