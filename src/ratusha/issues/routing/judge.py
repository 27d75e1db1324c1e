"""How well the routing learned from the past would have done: train on the earlier part, judge on what came later.

Weights and the certainty from which it decides are learned on the earlier four fifths alone. Two protocols for the
evidence: *as it works*, an issue sees the decisions of the days before its own; *frozen*, none of the judged part.
Statuses and planned days are never looked at, nor anything of its own day or later.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from .evidence import weighed
from .memory import Decided, Past
from .model import Example, Model, fit, threshold_for

JUDGED_SHARE = 0.2
FITTED_SHARE = 0.12
FITTED_MOST = 6000
FITTED_PART = 0.75  # of those the weights are fitted on; on the others the certainty is found
WANTED = 0.85  # of the decisions made without a dispatcher so many shall be right
CONFUSED = 12  # organisations in the matrix of the most confused


@dataclass(frozen=True)
class Guess:
    truth: str
    likely: list[tuple[str, float]]  # the likeliest first

    @property
    def sure(self) -> float:
        return self.likely[0][1] if self.likely else 0.0

    @property
    def right(self) -> bool:
        return bool(self.likely) and self.likely[0][0] == self.truth

    def among(self, most: int) -> bool:
        return self.truth in [executor for executor, _share in self.likely[:most]]


@dataclass(frozen=True)
class Figures:
    """How good the guesses were under one protocol, and the nearest neighbours of the category beside them."""

    top1: float
    top3: float
    baseline1: float
    baseline3: float
    decided_share: float  # at the certainty that was found before looking at the judged part
    decided_right: float


@dataclass(frozen=True)
class Matrix:
    """`counts[row][column]`: how often `keys[row]` it was and `keys[column]` was said."""

    keys: list[str]
    counts: list[list[int]]


@dataclass(frozen=True)
class Verdict:
    threshold: float
    learned_from: int
    fitted_on: int
    judged: int
    first_judged: int  # the day's ordinal
    last_judged: int
    as_it_works: Figures
    frozen: Figures
    curve: list[tuple[float, float, float]]  # left to the dispatcher, right of the rest, certainty
    calibration: list[tuple[float, int, float]]  # said, how many, were right
    confusion: list[tuple[str, str, int]]  # truth, guess, how often
    matrix: Matrix


def guess(model: Model, past: Past, fresh: Decided) -> Guess:
    executors, numbers = weighed(past.evidence(fresh))
    shares = model.shares(numbers, fresh.group)
    likely = sorted(zip(executors, shares, strict=True), key=lambda pair: -pair[1])
    return Guess(fresh.executor, likely)


def examples(past: Past, fresh: Sequence[Decided]) -> list[Example]:
    found = []
    for one in fresh:
        executors, numbers = weighed(past.evidence(one))
        right = executors.index(one.executor) if one.executor in executors else None
        found.append(Example(numbers, right, one.group))
    return found


def learn(decided: Sequence[Decided], *, seed: int = 1) -> tuple[Model, float, int]:
    """The weights, and the certainty below which the dispatcher decides; both from the past alone.

    Examples are of its later part, each with the evidence of the days before it.
    """
    ordered = sorted(decided, key=lambda one: one.on)
    past = Past(ordered)
    later = ordered[int(len(ordered) * (1 - FITTED_SHARE / (1 - JUDGED_SHARE))) :]
    rng = Random(seed)  # noqa: S311 - a sample, not a secret
    chosen = rng.sample(later, min(FITTED_MOST, len(later)))
    part = int(len(chosen) * FITTED_PART)
    model = fit(examples(past, chosen[:part]))
    tried = [guess(model, past, one) for one in chosen[part:]]
    threshold = threshold_for([one.sure for one in tried], [one.right for one in tried], WANTED)
    return model, threshold, len(chosen)


def judge(decided: Sequence[Decided], *, seed: int = 1, most: int = 0) -> Verdict:
    """`most`: judge a random sample of so many of the later ones; 0: all of them."""
    ordered = sorted(decided, key=lambda one: one.on)
    cut = int(len(ordered) * (1 - JUDGED_SHARE))
    known, later = ordered[:cut], ordered[cut:]
    first, last = later[0].on, later[-1].on
    if most and most < len(later):
        later = Random(seed).sample(later, most)  # noqa: S311 - a sample, not a secret
    model, threshold, fitted_on = learn(known, seed=seed)
    frozen, _guesses = _figures(model, threshold, Past(known), later)
    as_it_works, guesses = _figures(model, threshold, Past(ordered), later)
    return Verdict(
        threshold=threshold,
        learned_from=len(known),
        fitted_on=fitted_on,
        judged=len(guesses),
        first_judged=first,
        last_judged=last,
        as_it_works=as_it_works,
        frozen=frozen,
        curve=_curve(guesses),
        calibration=_calibration(guesses),
        confusion=_confusion(guesses),
        matrix=_matrix(guesses),
    )


def _figures(
    model: Model, threshold: float, past: Past, later: Sequence[Decided]
) -> tuple[Figures, list[Guess]]:
    guesses = [guess(model, past, one) for one in later]
    plain = [_plain(past, one) for one in later]
    sure = [one for one in guesses if one.sure >= threshold]
    found = Figures(
        top1=_share([one.right for one in guesses]),
        top3=_share([one.among(3) for one in guesses]),
        baseline1=_share([one.right for one in plain]),
        baseline3=_share([one.among(3) for one in plain]),
        decided_share=len(sure) / len(guesses),
        decided_right=_share([one.right for one in sure]),
    )
    return found, guesses


def _plain(past: Past, one: Decided) -> Guess:
    """The baseline: the ten nearest of the same category, the nearer the heavier."""
    counted: Counter[str] = Counter()
    near = sorted(past.evidence(one).category, key=lambda neighbour: neighbour.metres)[:10]
    for neighbour in near:
        counted[neighbour.executor] += 1 / (30 + neighbour.metres)  # type: ignore[assignment]
    return Guess(one.executor, list(counted.most_common()))


def _share(truths: Sequence[bool]) -> float:
    return sum(truths) / len(truths) if truths else 0.0


def _curve(guesses: Sequence[Guess]) -> list[tuple[float, float, float]]:
    ordered = sorted(guesses, key=lambda one: -one.sure)
    found = []
    for left in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5):
        kept = ordered[: max(1, round(len(ordered) * (1 - left)))]
        found.append((left, _share([one.right for one in kept]), kept[-1].sure))
    return found


def _calibration(guesses: Sequence[Guess]) -> list[tuple[float, int, float]]:
    found = []
    for tenth in range(2, 10):
        inside = [one.right for one in guesses if tenth / 10 <= one.sure < (tenth + 1) / 10]
        if inside:
            found.append((tenth / 10 + 0.05, len(inside), _share(inside)))
    return found


def _confusion(guesses: Sequence[Guess]) -> list[tuple[str, str, int]]:
    counted = Counter(
        (one.truth, one.likely[0][0]) for one in guesses if one.likely and not one.right
    )
    return [(truth, guessed, count) for (truth, guessed), count in counted.most_common(20)]


def _matrix(guesses: Sequence[Guess]) -> Matrix:
    """Of the organisations that have most mistakes, on either side."""
    told = [one for one in guesses if one.likely]
    wrong = Counter(key for one in told if not one.right for key in (one.truth, one.likely[0][0]))
    keys = [key for key, _count in wrong.most_common(CONFUSED)]
    counted = Counter((one.truth, one.likely[0][0]) for one in told)
    return Matrix(keys, [[counted[truth, said] for said in keys] for truth in keys])
