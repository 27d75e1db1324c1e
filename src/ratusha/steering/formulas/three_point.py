"""Durations in three points: the shortest, the likeliest, the longest."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Shape = Literal["pert", "triangular", "uniform"]
Sample = NDArray[np.floating]


@dataclass(frozen=True)
class ThreePoint:
    shortest: float
    likeliest: float
    longest: float
    shape: Shape = "pert"

    def __post_init__(self) -> None:
        if not self.shortest <= self.likeliest <= self.longest:
            raise ValueError("the shortest, the likeliest and the longest are not in this order")

    @property
    def mean(self) -> float:
        a, m, b = self.shortest, self.likeliest, self.longest
        match self.shape:
            case "pert":
                return (a + 4 * m + b) / 6
            case "triangular":
                return (a + m + b) / 3
            case _:
                return (a + b) / 2

    @property
    def variance(self) -> float:
        a, m, b = self.shortest, self.likeliest, self.longest
        match self.shape:
            case "pert":
                return (self.mean - a) * (b - self.mean) / 7
            case "triangular":
                return (a * a + b * b + m * m - a * b - a * m - b * m) / 18
            case _:
                return (b - a) ** 2 / 12

    def drawn(self, random: np.random.Generator, number: int) -> Sample:
        a, m, b = self.shortest, self.likeliest, self.longest
        if a == b:
            return np.full(number, float(a))
        match self.shape:
            case "pert":
                one, two = 1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a)
                return a + (b - a) * random.beta(one, two, number)
            case "triangular":
                return random.triangular(a, m, b, number)
            case _:
                return random.uniform(a, b, number)


@dataclass(frozen=True)
class History:
    """One's own past: drawn from as it was, once there is enough of it."""

    durations: tuple[float, ...]
    ENOUGH = 30

    def __post_init__(self) -> None:
        if len(self.durations) < self.ENOUGH:
            raise ValueError(f"a history needs {self.ENOUGH} durations")

    @property
    def mean(self) -> float:
        return float(np.mean(self.durations))

    def drawn(self, random: np.random.Generator, number: int) -> Sample:
        return random.choice(np.array(self.durations, dtype=float), number)
