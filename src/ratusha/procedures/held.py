"""What connected registers hold and can be told to change (registers.yaml of the pack)."""

from typing import Annotated

from msgspec import Meta

from .facts import Applicant, Fact, Name, Source
from .form_fields import FieldKind


class Held(Fact, frozen=True):
    """One fact of a register, and the fields that would ask for it."""

    path: str
    codes: list[str] = []
    kinds: list[FieldKind] = []


class Service(Fact, frozen=True):
    holds: list[Held]
    applicants: Annotated[list[Applicant], Meta(description="Whose facts the service holds.")] = []
    documents: Annotated[
        list[Name], Meta(description="Codes of documents that its facts stand for.")
    ] = []


class Burden(Fact, frozen=True):
    """How long it takes to give again what the state has: minutes, with where the figures come from."""

    question: Annotated[int, Meta(ge=0, description="Minutes to answer one question.")]
    document: Annotated[int, Meta(ge=0, description="Minutes to get and bring one document.")]
    source: Source


class Registers(Fact, frozen=True):
    """What connected registers hold and can be told to change: the measure of once-only."""

    services: dict[str, Service]
    actions: list[str] = []
    burden: Burden | None = None
