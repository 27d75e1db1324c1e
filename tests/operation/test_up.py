"""`ratusha up` as a person uses it: start, use, start twice by mistake, stop, start again."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import pytest

RATUSHA = Path(sys.executable).parent / "ratusha"
PATIENCE = 240


@pytest.fixture(scope="module")
def state():
    folder = Path(tempfile.mkdtemp(prefix="ratusha-up-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder / "state"
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(state):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("RATUSHA_", "PYTEST_"))}
    return kept | {"RATUSHA_DATA": str(state), "RATUSHA_LOG": "json"}


def start(state, port):
    return subprocess.Popen(  # noqa: S603 - our own command
        [RATUSHA, "up", "--no-demo", "--port", str(port), "--workers", "1"],
        env=environment(state), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def run(state, *arguments):
    return subprocess.run(  # noqa: S603 - our own command
        [RATUSHA, *arguments], env=environment(state),
        text=True, capture_output=True, check=False, timeout=120,
    )  # fmt: skip


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with closing(connection):
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read().decode()


def wait_until_open(up, port):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and up.poll() is None:
        try:
            if get(port, "/health/ready")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    up.kill()
    pytest.fail(f"did not open: {up.communicate()[0]}")


def stop(up):
    up.send_signal(signal.SIGTERM)
    output, _ = up.communicate(timeout=60)
    return output


def test_a_state_is_started_used_stopped_and_started_again(state, port):
    up = start(state, port)
    try:
        wait_until_open(up, port)
        status, headers, page = get(port, "/en/")
        assert status == 200
        assert "<h1" in page
        assert "script-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"

        second = run(state, "up", "--port", str(port + 1))
        assert second.returncode == 1
        assert "is in use by another `ratusha`" in second.stderr

        taken = run(state.parent / "other", "up", "--port", str(port))
        assert taken.returncode == 1
        assert f"Port {port}" in taken.stderr
        assert not (state.parent / "other").exists()  # refused before anything was made

        told = json.loads(run(state, "database", "url", "--format", "json").stdout)
        assert told["running"] is True
        assert "ratusha_app@" in told["url"]
    finally:
        output = stop(up)
    assert up.returncode == 0, output
    assert f"http://127.0.0.1:{port}/" in output
    assert "Traceback" not in output

    secrets = {f.name: f.read_text() for f in (state / "secrets").iterdir()}
    assert all((state / "secrets" / name).stat().st_mode & 0o077 == 0 for name in secrets)
    again = start(state, port)
    try:
        wait_until_open(again, port)
    finally:
        output = stop(again)
    assert "brought up to date" not in output  # nothing had changed
    assert {f.name: f.read_text() for f in (state / "secrets").iterdir()} == secrets

    assert run(state, "reset", "--yes").returncode == 0
    assert not state.exists()
