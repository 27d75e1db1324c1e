"""The benchmark writes rows past the acts, so it breaks unseen when a table changes: not here."""

from importlib import import_module
from pathlib import Path

import pytest
from bench.fill import COLUMNS
from django.db import models

from ratusha.applications.models import Application
from ratusha.cases.models import Case, ClockEntry, StepTaken

BENCH = Path(__file__).resolve().parents[2] / "bench"
MODULES = sorted(file.stem for file in BENCH.glob("*.py") if not file.stem.startswith("__"))


@pytest.mark.parametrize("module", MODULES)
def test_every_module_of_the_benchmark_can_be_imported(module):
    import_module(f"bench.{module}")


@pytest.mark.parametrize("model", [Case, StepTaken, ClockEntry, Application])
def test_rows_in_bulk_fill_every_column_that_must_be_filled(model: type[models.Model]):
    filled = {name.strip('"') for name in COLUMNS[model._meta.db_table].split()}
    needed = {
        field.column
        for field in model._meta.local_concrete_fields
        if not field.null and field.db_default is models.NOT_PROVIDED
        and not isinstance(field, models.AutoField)
    }  # fmt: skip
    assert needed <= filled
