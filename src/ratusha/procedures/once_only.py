"""What a definition asks of the applicant though a connected register holds it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ratusha.kernel.marked import Steps

from .definition import Definition
from .facts import Applicant, Text, Waiver
from .form_fields import Field
from .held import Held, Registers


@dataclass(frozen=True)
class AskedTwice:
    """One question or document that the state has the answer to; `reason` says why it is asked all the same."""

    steps: Steps
    kind: Literal["question", "document"]
    code: str
    title: Text
    service: str
    path: str
    waiver: Waiver | None = None
    reason: str = ""

    def is_waived(self, on: date) -> bool:
        """By an act that still holds, or by what the definition says in `unprefillable`."""
        if self.waiver is not None:
            return on < self.waiver.until
        return bool(self.reason)


def asked_twice(definition: Definition, registers: Registers) -> Iterator[AskedTwice]:
    """Waived or not. What is fetched from the register, or can be told only by the person, is not here."""
    held = list(_held(definition.applicants, registers))
    codes = {code: (service, one.path) for service, one in held for code in one.codes}
    kinds = {kind: (service, one.path) for service, one in held for kind in one.kinds}
    for i, page in enumerate(definition.form):
        for j, field in enumerate(page.fields):
            found = codes.get(field.code) or kinds.get(field.kind)
            if found and not field.prefill and not field.choices_from:
                yield _question(("form", i, "fields", j), field, *found)
    documents = _documents(definition.applicants, registers)
    for i, document in enumerate(definition.documents):
        service = documents.get(document.code, "")
        if service and document.from_ == "applicant" and not document.service:
            yield AskedTwice(
                ("documents", i),
                "document",
                document.code,
                document.title,
                service,
                "",
                document.waiver,
            )


def held_and_fetched(definition: Definition, registers: Registers) -> tuple[int, int]:
    """How many questions and documents a connected register can answer, and how many are taken from it."""
    held = list(_held(definition.applicants, registers))
    codes = {code for _service, one in held for code in one.codes}
    kinds = {kind for _service, one in held for kind in one.kinds}
    asked = [field for page in definition.form for field in page.fields]
    known = [one for one in asked if one.prefill or one.code in codes or one.kind in kinds]
    documents = _documents(definition.applicants, registers)
    papers = [one for one in definition.documents if one.service or one.code in documents]
    twice = sum(1 for _one in asked_twice(definition, registers))
    return len(known) + len(papers), len(known) + len(papers) - twice


def _question(steps: Steps, field: Field, service: str, path: str) -> AskedTwice:
    return AskedTwice(
        steps, "question", field.code, field.label, service, path, field.waiver, field.unprefillable
    )


def _held(applicants: list[Applicant], registers: Registers) -> Iterator[tuple[str, Held]]:
    for name, service in registers.services.items():
        if set(service.applicants) & set(applicants):
            yield from ((name, held) for held in service.holds)


def _documents(applicants: list[Applicant], registers: Registers) -> dict[str, str]:
    return {
        code: name
        for name, service in registers.services.items()
        if set(service.applicants) & set(applicants)
        for code in service.documents
    }
