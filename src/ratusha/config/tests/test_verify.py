"""`ratusha verify`: the answer on a computer that has the file and the public key and nothing else."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from ratusha.config.cli import ratusha
from ratusha.documents.tests.conftest import issued, own_keys  # noqa: F401 - fixtures
from ratusha.documents.tests.test_issuing import content_of, read_by_a_camera


@pytest.fixture
def paper(issued, own_keys, tmp_path):  # noqa: F811 - the fixtures above
    document = issued()
    file = tmp_path / "paper.pdf"
    file.write_bytes(content_of(document))
    return document, file, next(own_keys.glob("seal-*.pem"))


def test_a_genuine_file_is_told_to_people_and_to_scripts(paper):
    document, file, key = paper
    told = CliRunner().invoke(ratusha, ["verify", str(file), "--key", str(key)])
    assert told.exit_code == 0
    assert told.output.startswith("Genuine\n")
    assert "cannot be seen" in told.output
    told = CliRunner().invoke(ratusha, ["verify", str(file), "--key", str(key), "--format", "json"])
    said = json.loads(told.output)
    assert (said["number"], said["register_asked"]) == (document.number, False)


def test_a_changed_file_and_a_strange_one_have_an_exit_code(paper):
    _, file, key = paper
    file.write_bytes(file.read_bytes() + b" ")
    told = CliRunner().invoke(ratusha, ["verify", str(file), "--key", str(key)])
    assert (told.exit_code, told.output.splitlines()[0]) == (1, "Changed")
    told = CliRunner().invoke(ratusha, ["verify", str(key), "--key", str(key)])
    assert (told.exit_code, told.output.splitlines()[0]) == (1, "Unknown")


def test_the_square_alone_is_enough(paper):
    document, _, key = paper
    square = read_by_a_camera(document)
    told = CliRunner().invoke(ratusha, ["verify", "--qr", square, "--key", str(key)])
    assert told.exit_code == 0
    assert document.holder_name in told.output


@pytest.mark.parametrize("wrong", [[], ["--qr", "x"], ["/nowhere.pdf"]])
def test_wrong_usage_is_told_as_such(wrong):
    assert CliRunner().invoke(ratusha, ["verify", *wrong]).exit_code == 2


def test_it_needs_no_database_no_settings_and_no_network(paper, tmp_path):
    _, file, key = paper
    alone = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "RATUSHA_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
    }
    told = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "ratusha.config.cli", "verify", str(file), "--key", str(key)],
        env=alone, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout.splitlines()[0]) == (0, "Genuine"), told.stderr
