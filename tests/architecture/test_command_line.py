"""The command line: quick to ask, true to what it says of itself, and plain about trouble."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ratusha.config import cli

from .places import ROOT

RATUSHA = Path(sys.executable).parent / "ratusha"


def run(*arguments, **environment):
    return subprocess.run(  # noqa: S603 - our own command
        [RATUSHA, *arguments], text=True, capture_output=True, check=False, timeout=60,
        env={"PATH": "/usr/bin:/bin", **environment},
    )  # fmt: skip


def test_help_comes_at_once():
    run("--help")  # once, so that the files are compiled
    times = []
    for _ in range(3):
        start = time.perf_counter()
        assert run("--help").returncode == 0
        times.append(time.perf_counter() - start)
    assert min(times) < 1.5  # 0.2 s when nothing else runs


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_a_command_says_of_itself_what_the_list_says(name):
    command = cli.ratusha.get_command(None, name)
    first_paragraph = " ".join(command.help.split("\n\n")[0].split())
    assert first_paragraph.startswith(
        cli.COMMANDS[name].sentence.split(";")[0].split(":")[0].rstrip(".")
    )


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_option_is_explained(name):
    command = cli.ratusha.get_command(None, name)
    for one in [command, *getattr(command, "commands", {}).values()]:
        for parameter in one.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {one.name} {parameter.name}"


def test_wrong_usage_is_exit_code_2():
    assert run("up", "--port", "nonsense").returncode == 2
    assert run("dance").returncode == 2


def test_a_missing_database_is_one_sentence(tmp_path):
    done = run(
        "migrate",
        RATUSHA_DATABASE_URL="postgresql://nobody@127.0.0.1:1/none",
        RATUSHA_SECRET_KEY="x" * 50,
        RATUSHA_PROTECTION_KEY="x" * 50,
        RATUSHA_DATA=str(tmp_path),
    )
    assert done.returncode == 1
    assert done.stderr.startswith("ratusha: The database does not answer")
    assert "Traceback" not in done.stderr


def test_a_server_without_secrets_says_which_to_set(tmp_path):
    done = run(
        "migrate", RATUSHA_DATABASE_URL="postgresql://a@127.0.0.1:1/b", RATUSHA_DATA=str(tmp_path)
    )
    assert done.returncode == 1
    assert "Set RATUSHA_SECRET_KEY" in done.stderr


def test_reset_removes_only_what_is_a_state(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    done = run("reset", "--yes", "--data", str(tmp_path))
    assert done.returncode == 1
    assert (tmp_path / "thesis.txt").exists()


def test_commands_named_in_the_documents_exist():
    text = "".join(page.read_text() for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
    named = re.findall(
        r"`?(?:\./)?ratusha ([a-z]+)(?: ([a-z]+))?",
        " ".join(re.findall(r"`[^`\n]+`|^    .*$|^\./.*$", text, re.MULTILINE)),
    )
    unknown = {first for first, _ in named} - set(cli.COMMANDS)
    assert unknown == set()


def test_the_list_of_commands_is_grouped():
    shown = CliRunner().invoke(cli.ratusha, ["--help"]).output
    for section in dict.fromkeys(entry.section for entry in cli.COMMANDS.values()):
        assert f"{section}:" in shown


@pytest.mark.parametrize("arguments", [["--data", "/elsewhere"], ["--data=/elsewhere"]])
def test_the_folder_is_known_before_a_database_is_entered(monkeypatch, arguments):
    monkeypatch.setenv("RATUSHA_DATA", "/here")
    cli.use_folder_named_in(["recompute", *arguments])
    assert os.environ["RATUSHA_DATA"] == "/elsewhere"
