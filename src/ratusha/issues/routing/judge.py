"""How well the routing learned from the past would have done: train on the earlier part, judge on what came later.

Three parts in time: evidence leans on the first while the weights are fitted on the second; then both are the past,
and the third is judged. Statuses, planned days and the organisations of the third part are never looked at.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from .evidence import weighed
from .memory import Decided, Past
from .model import Example, Model, fit, threshold_for

JUDGED_SHARE = 0.2
FITTED_SHARE = 0.12
FITTED_MOST = 3000
WANTED = 0.85  # of the decisions made without a dispatcher so many shall be right


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
class Verdict:
    model: Model
    threshold: float
    learned_from: int
    fitted_on: int
    judged: int
    first_judged: int  # the day's ordinal
    top1: float
    top3: float
    baseline1: float  # category x nearest neighbours, on the same split
    baseline3: float
    decided_share: float  # at the threshold that was chosen before looking at the judged part
    decided_right: float
    curve: list[tuple[float, float, float]] = field(
        default_factory=list
    )  # left to dispatcher, right, threshold
    calibration: list[tuple[float, int, float]] = field(
        default_factory=list
    )  # said, how many, were right
    confusion: list[tuple[str, str, int]] = field(default_factory=list)  # truth, guess, how often


def guess(model: Model, past: Past, fresh: Decided) -> Guess:
    executors, numbers = weighed(past.evidence(fresh))
    shares = model.shares(numbers)
    likely = sorted(zip(executors, shares, strict=True), key=lambda pair: -pair[1])
    return Guess(fresh.executor, likely)


def examples(past: Past, fresh: Sequence[Decided]) -> list[Example]:
    found = []
    for one in fresh:
        executors, numbers = weighed(past.evidence(one))
        right = executors.index(one.executor) if one.executor in executors else None
        found.append(Example(numbers, right))
    return found


def learn(decided: Sequence[Decided], *, seed: int = 1) -> tuple[Model, float, int]:
    """The weights, and the certainty below which the dispatcher decides; both from the past alone.

    The weights are fitted on one half of the later part, the threshold is found on the other half.
    """
    ordered = sorted(decided, key=lambda one: one.on)
    cut = int(len(ordered) * (1 - FITTED_SHARE / (1 - JUDGED_SHARE)))
    past, later = Past(ordered[:cut]), ordered[cut:]
    rng = Random(seed)  # noqa: S311 - a sample, not a secret
    chosen = rng.sample(later, min(FITTED_MOST, len(later)))
    half = len(chosen) // 2
    model = fit(examples(past, chosen[:half]))
    tried = [guess(model, past, one) for one in chosen[half:]]
    threshold = threshold_for([one.sure for one in tried], [one.right for one in tried], WANTED)
    return model, threshold, len(chosen)


def judge(decided: Sequence[Decided], *, seed: int = 1, most: int = 0) -> Verdict:
    """`most`: judge a random sample of so many of the later ones; 0: all of them."""
    ordered = sorted(decided, key=lambda one: one.on)
    cut = int(len(ordered) * (1 - JUDGED_SHARE))
    known, later = ordered[:cut], ordered[cut:]
    first = later[0].on
    if most and most < len(later):
        later = Random(seed).sample(later, most)  # noqa: S311 - a sample, not a secret
    model, threshold, fitted_on = learn(known, seed=seed)
    past = Past(known)
    guesses = [guess(model, past, one) for one in later]
    plain = [_plain(past, one) for one in later]
    sure = [one for one in guesses if one.sure >= threshold]
    return Verdict(
        model=model,
        threshold=threshold,
        learned_from=len(known),
        fitted_on=fitted_on,
        judged=len(guesses),
        first_judged=first,
        top1=_share([one.right for one in guesses]),
        top3=_share([one.among(3) for one in guesses]),
        baseline1=_share([one.right for one in plain]),
        baseline3=_share([one.among(3) for one in plain]),
        decided_share=len(sure) / len(guesses),
        decided_right=_share([one.right for one in sure]),
        curve=_curve(guesses),
        calibration=_calibration(guesses),
        confusion=_confusion(guesses),
    )


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
