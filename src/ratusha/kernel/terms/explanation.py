"""A computed date with the reasons for it: plain values that can be kept, compared and told in any language."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from ratusha.kernel.texts import Text, in_my_language

from .sentences import sentence

Source = str | Text  # the article of law; a Text where it is written differently in each language


@dataclass(frozen=True)
class DueStep:
    """`params` holds JSON values only: dates as ISO, terms as `Term.parse` reads them."""

    code: str
    on: date | None
    source: Source
    params: dict[str, Any] = field(default_factory=dict)

    def sentence(self) -> str:
        """In the active language, without the source."""
        return sentence(self.code, self.on, self.params)

    def source_text(self) -> str:
        if isinstance(self.source, str):
            return self.source
        return in_my_language(self.source).text

    def to_json(self) -> dict[str, Any]:
        on = self.on.isoformat() if self.on else None
        return {"code": self.code, "on": on, "source": self.source, "params": self.params}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        return cls(kept["code"], _day(kept["on"]), kept["source"], kept["params"])


@dataclass(frozen=True)
class Due:
    """`on` is None while the clock stands still."""

    on: date | None
    steps: tuple[DueStep, ...]

    def explanation(self) -> list[tuple[str, str]]:
        """Sentences in the active language, each with its source."""
        return [(step.sentence(), step.source_text()) for step in self.steps]

    def to_json(self) -> dict[str, Any]:
        on = self.on.isoformat() if self.on else None
        return {"on": on, "steps": [step.to_json() for step in self.steps]}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        steps = tuple(DueStep.from_json(step) for step in kept["steps"])
        return cls(_day(kept["on"]), steps)


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
