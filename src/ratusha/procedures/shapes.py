"""What the checks of the pack find: a mistake and where it is."""

from dataclasses import dataclass

from ratusha.kernel.marked import Steps


@dataclass(frozen=True)
class Lint:
    """A mistake at a place inside a file."""

    steps: Steps
    code: str
    message: str
    mend: str
