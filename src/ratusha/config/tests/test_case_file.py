"""The file of a case that people take along, put together over several modules."""

import pytest

from ratusha.issues.public import assign
from ratusha.issues.tests.conftest import Town
from ratusha.kernel.texts import in_language
from ratusha.records.case_file import gather


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["be", "en"])
def test_a_step_that_keeps_the_code_of_an_organisation_says_its_name_in_the_file(language):
    town = Town()
    case = town.reported()
    assign(case.pk, executor=town.executor.pk, by=town.dispatcher, now=town.later())
    history = gather(case, language=language, on=town.now.date()).record["history"]
    (note,) = [one["note"] for one in history if one["step"] == "assign"]
    assert note == in_language(town.executor.name, language).text != town.executor.code
