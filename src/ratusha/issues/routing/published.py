"""The newest verdict on the routing, with the names of organisations, for the page that everybody reads."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ratusha.issues.models import Executor, RoutingVerdict

WIDTH, HEIGHT = 640, 200
LEFT, BOTTOM = 44, 24


@dataclass(frozen=True)
class Published:
    at: datetime
    first: date
    last: date
    told: dict[str, Any]
    names: dict[str, str]

    @property
    def pairs(self) -> list[tuple[str, str, int]]:
        """It was, we said, how often."""
        return [
            (self.names.get(truth, truth), self.names.get(said, said), count)
            for truth, said, count in self.told["confusion"]
        ]

    @property
    def matrix(self) -> list[tuple[int, str, list[tuple[int, bool]]]]:
        """Number, name, and for each column how often it was said and whether that was right."""
        keys, counts = self.told["matrix"]["keys"], self.told["matrix"]["counts"]
        return [
            (
                row + 1,
                self.names.get(key, key),
                [(count, row == column) for column, count in enumerate(counts[row])],
            )
            for row, key in enumerate(keys)
        ]

    @property
    def curve(self) -> list[tuple[float, float, float, float, float]]:
        """Left to the dispatcher, right of the rest, certainty; and the place on the picture."""
        points = self.told["curve"]
        lowest = min(right for _left, right, _sure in points)
        floor = int(lowest * 10) / 10
        most = max(left for left, _right, _sure in points) or 1
        return [
            (
                left,
                right,
                sure,
                round(LEFT + (WIDTH - LEFT - 40) * left / most, 1),
                round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - 30) * (right - floor) / (1 - floor), 1),
            )
            for left, right, sure in points
        ]


def published() -> Published | None:
    verdict = RoutingVerdict.objects.order_by("-at").first()
    if verdict is None:
        return None
    told = verdict.told
    keys = {*told["matrix"]["keys"], *(key for pair in told["confusion"] for key in pair[:2])}
    names = {str(one.pk): str(one) for one in Executor.objects.filter(pk__in=keys)}
    return Published(
        verdict.at,
        date.fromordinal(told["first_judged"]),
        date.fromordinal(told["last_judged"]),
        told,
        names,
    )
