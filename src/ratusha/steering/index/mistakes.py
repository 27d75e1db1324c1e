"""What is wrong with a specification or its data, where, and how to mend it. English only, as the command line is."""

from collections.abc import Iterable

from rapidfuzz import process

from ratusha.kernel.marked import Finding, Steps

CLOSE_ENOUGH = 70


class Mistake(Exception):
    """One mistake at `steps` of a specification, while it is being read."""

    def __init__(self, code: str, message: str, mend: str, steps: Steps = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.mend, self.steps = code, message, mend, steps

    def at(self, *steps: str | int) -> "Mistake":
        """The same, further from the root of the file."""
        return Mistake(self.code, self.message, self.mend, (*steps, *self.steps))


class Mistaken(Exception):
    """A specification or a table that cannot be used; all findings at once."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__("\n".join(map(str, self.findings)))


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    known = list(allowed)
    near = process.extractOne(word, known, score_cutoff=CLOSE_ENOUGH)
    if near:
        return f"Did you mean {near[0]}?"
    return f"Use one of: {', '.join(known)}." if known else "Leave it out."
