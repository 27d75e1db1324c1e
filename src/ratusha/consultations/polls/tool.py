"""`belenios-tool` as a process of its own: it makes elections, encrypts without a script, sums and checks.

What is secret goes to it through pipes and never lies in a file. Its words go to the log only as its exit status.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

TOOL = "belenios-tool"
GROUP = "BELENIOS-2048"
PATIENCE, EACH = 120, 1  # seconds, and for each ballot: it looks at all of them whatever it does
PLACES = "/usr/local/bin:/usr/bin:/bin"


class ToolRefused(RuleBroken):
    """The tool looked at it and said no: an altered archive, a wrong proof, a key that is none."""

    def __init__(self) -> None:
        super().__init__(
            "poll.refused_by_tool", _("The check of the ballot box says that this is not right.")
        )


def is_installed() -> bool:
    return shutil.which(TOOL, path=PLACES) is not None


def require_installed() -> None:
    if not is_installed():
        message = _(
            "The program that encrypts and counts (belenios-tool) is not installed on this server."
        )
        raise RuleBroken("poll.tool_missing", message)


@contextmanager
def at_work() -> Iterator[Path]:
    """A folder for one piece of work, gone afterwards."""
    with TemporaryDirectory(prefix="poll-") as name:
        yield Path(name)


def run(folder: Path, *words: str, given: Mapping[str, str] | None = None, ballots: int = 0) -> str:
    """What the tool printed. `given`: secrets, options whose values the tool reads from a pipe."""
    require_installed()
    pipes: list[int] = []
    options: list[str] = []
    try:
        for option, value in (given or {}).items():
            reading, writing = os.pipe()
            pipes.append(reading)
            with os.fdopen(writing, "w") as pipe:
                pipe.write(value)
            options += [option, f"/dev/fd/{reading}"]
        done = subprocess.run(  # noqa: S603 - a fixed program, words of ours
            [TOOL, *words, *options],
            cwd=folder,
            env={"BELENIOS_USE_URANDOM": "1", "PATH": PLACES},
            pass_fds=pipes,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE + EACH * ballots,
            check=False,
        )
    finally:
        for one in pipes:
            os.close(one)
    if done.returncode:
        raise ToolRefused
    return done.stdout
