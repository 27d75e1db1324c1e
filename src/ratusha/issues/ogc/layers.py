"""Layers: what is public as things with a place, each found by the query that the pages use too."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from .asked import Asked

Feature = dict[str, Any]
Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "nullable": True}
NUMBER: Schema = {"type": "integer", "nullable": True}
DAY: Schema = {"type": "string", "format": "date", "nullable": True}
MOMENT: Schema = {"type": "string", "format": "date-time"}
TRUTH: Schema = {"type": "boolean"}


@dataclass(frozen=True)
class Page:
    """`after`: where the next begins, empty on the last. `matched`: of how many, where that was counted."""

    features: list[Feature]
    after: str = ""
    matched: int | None = None


class Layer(ABC):
    code: ClassVar[str]
    geometry: ClassVar[str]
    properties: ClassVar[dict[str, Schema]]
    columns: ClassVar[tuple[str, ...]]  # which of the properties a page of the layer shows
    wanted: ClassVar[tuple[str, ...]] = ()  # by which of the properties it can be asked

    @property
    @abstractmethod
    def title(self) -> str: ...

    @property
    @abstractmethod
    def description(self) -> str: ...

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose data it is, where it is not ours."""
        return ()

    @abstractmethod
    def page(self, asked: Asked) -> Page: ...

    @abstractmethod
    def one(self, key: str) -> Feature | None: ...

    def begins(self) -> datetime | None:
        """The first moment of the layer; None: time says nothing in it."""
        return None
