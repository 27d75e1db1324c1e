"""The poll counted again by a script that shares no line with the program, run as anybody would run it."""

import subprocess
import sys
from pathlib import Path

import pytest

from ratusha.consultations.polls.archive import Archive

from .conftest import needs_tool

pytestmark = needs_tool
SCRIPT = Path(__file__).parents[4] / "tests" / "recount" / "recount.py"


def recount(file):
    return subprocess.run(  # noqa: S603
        [sys.executable, "-I", SCRIPT, file], capture_output=True, text=True, check=False
    )


def test_the_script_counts_what_the_poll_says_and_refuses_another_result(town):
    poll = town.counted(0, 0, 1, 0, 1, 0)
    file = town.folder / "poll.bel"
    file.write_bytes(bytes(poll.archive))
    told = recount(file)
    assert told.returncode == 0, told.stderr
    assert "6 ballots" in told.stdout
    assert "4  Пляцоўку" in told.stdout
    assert "2  Сквер" in told.stdout


@pytest.mark.parametrize(
    "mark", [b'"alpha":"', b'"response":"', b'"result":[[', b'"decryption_factors":[["']
)
def test_the_script_refuses_what_was_altered(town, mark):
    poll = town.counted(0, 0, 1, 0, 1)
    archive = bytearray(poll.archive)
    at = archive.rindex(mark) + len(mark)
    archive[at] = ord("1") if archive[at] != ord("1") else ord("2")
    file = town.folder / "poll.bel"
    file.write_bytes(bytes(archive))
    told = recount(file)
    assert told.returncode == 1
    assert "WRONG" in told.stderr


def test_a_result_that_nobody_counted_is_refused_by_both_though_all_hashes_are_right(town):
    poll = town.counted(0, 0, 1, 0, 1)
    honest = bytes(poll.archive)
    end = honest.rindex(b'{"result":')
    begin = honest.rindex(b".data.json", 0, end) - 64
    for result, right in (('{"result":[[0,3,2]]}', True), ('{"result":[[0,2,3]]}', False)):
        forged = Archive.load(honest[:begin])
        forged.event("Result", result)
        assert town.verify(bytes(forged.content), poll.code) is right
        file = town.folder / "forged.bel"
        file.write_bytes(bytes(forged.content))
        assert (recount(file).returncode == 0) is right
