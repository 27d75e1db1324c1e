"""`./ratusha` on a machine where something is missing: one sentence that says what to install."""

import shutil
import subprocess

import pytest

from tests.architecture.places import ROOT


@pytest.fixture
def door(tmp_path):
    """The script in a folder of its own, and a PATH that holds only what a test puts there."""
    for name in ("ratusha", "requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "cat", "cksum"):
        (tools / name).symlink_to(shutil.which(name))

    def run(*arguments):
        return subprocess.run(  # noqa: S603 - our own script
            [tmp_path / "ratusha", *arguments], env={"PATH": str(tools)},
            text=True, capture_output=True, check=False, timeout=30,
        )  # fmt: skip

    def put(name, script):
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o755)

    run.put = put
    return run


def test_without_python_it_names_the_packages(door):
    done = door("up")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "apt install python3 python3-venv" in done.stderr


def test_an_old_python_is_not_enough(door):
    door.put("python3", 'case "$2" in *version_info*) exit 1;; esac')
    assert "Python 3.11 or newer is needed" in door("up").stderr


def test_without_the_venv_part_it_names_the_package(door):
    door.put("python3", 'case "$2" in *ensurepip*) exit 1;; esac')
    done = door("up")
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_a_ready_environment_is_used_as_it_is(door, tmp_path):
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "ratusha").write_text('#!/bin/sh\necho "$RATUSHA_DATA: $*"\n')
    (venv / "bin" / "ratusha").chmod(0o755)
    sources = b"".join((tmp_path / n).read_bytes() for n in ("requirements.lock", "pyproject.toml"))
    sums = subprocess.run(["/usr/bin/cksum"], input=sources, capture_output=True, check=True).stdout
    (venv / "ready").write_bytes(sums)
    assert door("up", "--port", "1").stdout == f"{tmp_path}/data: up --port 1\n"
