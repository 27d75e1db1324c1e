"""Rows of the journal and of requests in words: who, which facts, why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ratusha.kernel.terms import Due
from ratusha.kernel.texts import Said, in_language
from ratusha.parties.public import Organisation, party_name
from ratusha.ui import formats

from . import catalogue
from .case_pages import case_page
from .models import AccessRecord, InteragencyRequest
from .rules import Part


@dataclass(frozen=True)
class Look:
    """One row of "Who looked at my data"; a look that a body has caused can be asked about."""

    id: UUID
    at: datetime
    who: Said
    what: Said
    fields: list[Said]
    source: Said
    why: Said
    legal_basis: str
    case_reference: str
    case_address: str
    procedure_code: str
    mentioned: bool
    sample: bool
    of_body: bool


def _names(bodies: Iterable[UUID | None], language: str) -> dict[UUID, Said]:
    found = Organisation.objects.in_bulk([body for body in bodies if body])
    return {key: in_language(body.name, language) for key, body in found.items()}


def looks(rows: Sequence[AccessRecord], user_id: UUID, language: str) -> list[Look]:
    """Names of bodies in one query, everything else from the pack."""
    names = _names({row.body_id for row in rows}, language)
    return [_look(row, names, user_id, language) for row in rows]


def _look(row: AccessRecord, names: dict[UUID, Said], user_id: UUID, language: str) -> Look:
    service = catalogue.services().get(row.service)
    purpose = catalogue.purposes().get(row.purpose)
    labels = [
        service.fields[field].label for field in row.fields if service and field in service.fields
    ]
    said = [in_language(label, language) for label in labels]
    return Look(
        id=row.id,
        at=row.at,
        who=_who(row, names, user_id, language),
        what=in_language(service.title, language) if service else Said(row.service, ""),
        fields=list(dict.fromkeys(said)),
        source=in_language(service.source, language) if service else Said("", ""),
        why=in_language(purpose.title, language) if purpose else Said(row.purpose, ""),
        legal_basis=row.legal_basis,
        case_reference=row.case_reference,
        case_address=case_page(row.case_reference),
        procedure_code=row.procedure_code,
        mentioned=row.part == Part.MENTIONED,
        sample=bool(purpose and purpose.sample),
        of_body=row.body_id is not None,
    )


def _who(row: AccessRecord, names: dict[UUID, Said], user_id: UUID, language: str) -> Said:
    if row.body_id:
        return names.get(row.body_id, Said(_("A body that exists no more"), language))
    if row.by == user_id:
        return Said(_("You"), language)
    if row.part == Part.MENTIONED:
        return Said(_("This site, for a relative or neighbour of yours"), language)
    return Said(_("This site, for you"), language)


@dataclass(frozen=True)
class Asked:
    """A request as the answering official sees it."""

    request: InteragencyRequest
    title: Said
    question: Said
    from_body: Said
    to_body: Said
    overdue: bool
    due: Due


def asked(requests: Sequence[InteragencyRequest], today: date, language: str) -> list[Asked]:
    names = _names({r.from_body_id for r in requests} | {r.to_body_id for r in requests}, language)
    unknown = Said("", language)
    return [
        Asked(
            request=request,
            title=in_language(catalogue.service(request.service).title, language),
            question=in_language(request.question, language),
            from_body=names.get(request.from_body_id, unknown),
            to_body=names.get(request.to_body_id, unknown),
            overdue=request.is_overdue(today),
            due=Due.from_json(request.due),
        )
        for request in requests
    ]


def about(request: InteragencyRequest, language: str) -> str:
    """The name of the person asked about: the answering official must know whom to look for."""
    return party_name(request.subject_id, language)


def answer_rows(request: InteragencyRequest, language: str) -> list[tuple[str, str]]:
    """What was answered, with the labels of the service."""
    fields = catalogue.service(request.service).fields
    return [
        (in_language(fields[code].label, language).text, _written(value))
        for code, value in (request.facts or {}).items()
        if code in fields
    ]


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (int, Decimal)):
        return formats.number(value)
    try:
        return formats.day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
