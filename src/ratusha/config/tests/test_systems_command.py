"""The register of systems from the command line: what comes in, with lines and an exit code, and goes out again."""

import json

import pytest
from click.testing import CliRunner

from ratusha.config.cli import systems
from ratusha.parties.models import Organisation
from ratusha.systems.public import System

HEAD = "number,name_be,kind,owner\n"


class NoServer:
    def __init__(self, *_folder): ...
    def running_server(self):
        return self

    def __enter__(self): ...
    def __exit__(self, *_error): ...


@pytest.fixture
def asked(db, monkeypatch):  # noqa: ARG001 - its tables
    Organisation.objects.create(kind="ministry", is_body=True, name={"be": "М"}, code="state:331")
    monkeypatch.setattr(systems, "State", NoServer)
    return lambda *words: CliRunner().invoke(systems.command, [str(one) for one in words])


def test_a_register_comes_in_and_goes_out_and_every_refused_row_has_its_line(asked, tmp_path):
    file, out = tmp_path / "in.csv", tmp_path / "out.json"
    file.write_text(f"{HEAD}SYS-2020-00001,Рэестр,system,state:331\nSYS-1,Другі,system,state:331\n")
    trial = asked("import", file, "--dry-run")
    assert trial.exit_code == 1
    assert "line 3: " in trial.output
    assert not System.objects.exists()
    assert asked("import", file).exit_code == 1
    assert System.objects.get().number == "SYS-2020-00001"
    assert asked("export", out).exit_code == 0
    again = json.loads(asked("import", out, "--format", "json").output)
    assert (again["unchanged"], again["new"], again["refused"]) == (1, [], [])


def test_a_file_that_is_no_register_is_one_sentence(asked, tmp_path):
    file = tmp_path / "in.csv"
    file.write_text("a,b\n")
    done = asked("import", file)
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert asked("export", tmp_path / "out.xml").exit_code == 2
