"""The timed work: the whole list, with its times (in the country's time zone). Each job may run twice without harm."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    name: str
    cron: str
    do: Callable[[], object]


JOBS: list[Job] = []
