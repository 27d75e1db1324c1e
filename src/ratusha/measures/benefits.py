"""What came of what was promised, review after review: how far each indicator has gone from its baseline. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any


@dataclass(frozen=True)
class Course:
    """One indicator: its facts by months of operation; `share` of the promised way that the last fact has gone."""

    name: str
    unit: str
    baseline: Decimal | None
    target: Decimal | None
    facts: tuple[Decimal | None, ...]

    @property
    def share(self) -> Decimal | None:
        last = next((one for one in reversed(self.facts) if one is not None), None)
        if (
            last is None
            or self.baseline is None
            or self.target is None
            or self.target == self.baseline
        ):
            return None
        return (last - self.baseline) / (self.target - self.baseline)


def courses(
    reviews: Mapping[int, Sequence[Mapping[str, Any]]], months: Sequence[int]
) -> list[Course]:
    """From the figures of each review, by the months after which it was due; a review to come has no facts."""
    by_name = {
        count: {str(one.get("name")): one for one in figures} for count, figures in reviews.items()
    }
    first: dict[str, Mapping[str, Any]] = {}
    for figures in by_name.values():
        for name, one in figures.items():
            first.setdefault(name, one)
    return [
        Course(
            name, str(one.get("unit") or ""), number_written(one.get("baseline")), number_written(one.get("target")),
            tuple(number_written(by_name.get(count, {}).get(name, {}).get("fact")) for count in months),
        )
        for name, one in first.items()
    ]  # fmt: skip


def number_written(written: Any) -> Decimal | None:
    """As it was written, with a comma or a point; None where it is no number."""
    try:
        return Decimal(str(written).replace(",", ".")) if written not in {None, ""} else None
    except InvalidOperation:
        return None
