"""The acts of handing out: a package leaves the state only with a trace of who took it."""

import importlib.resources
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.documents.public import pack_sealed
from ratusha.exchange.public import journal_of
from ratusha.notifications.public import Notice
from ratusha.parties.public import party_name
from ratusha.records.case_file import CaseFile, gather

STYLE = importlib.resources.files("ratusha.records").joinpath("package.css").read_bytes()
READ_ME = "case.html"


@transaction.atomic
def export_case(case: Case, *, by: User, body: UUID | None, language: str, now: datetime) -> bytes:
    """The whole file as one sealed package. Who may have the case, the caller has checked.

    `body`: the body for which an official takes it, or None for the applicant and who acts for them.
    """
    found = gather(case, language=language, on=timezone.localdate(now))
    record(
        "records.export_case", "case", case.reference, by=by.pk, body=body, files=len(found.files)
    )
    return pack_sealed(
        f"case-{case.reference}",
        _files_of(found, language),
        {
            "Source-Organization": party_name(case.body_id, language),
            "External-Identifier": case.reference,
            "External-Description": found.record["title"],
        },
        now=now,
    )


@transaction.atomic
def export_everything(user: User, *, language: str, now: datetime) -> bytes:
    """A person's whole relationship with the state: own cases, notices, and who looked at the data."""
    assert user.party_id is not None, "only a person has a relationship of their own"  # noqa: S101
    files: dict[str, bytes] = {}
    today = timezone.localdate(now)
    for case in Case.objects.filter(applicant_id=user.party_id).order_by("lodged_at"):
        found = gather(case, language=language, on=today)
        files |= {f"cases/{case.reference}/{k}": v for k, v in _files_of(found, language).items()}
    files["looks.json"] = as_json(_looks(user.party_id))
    files["notices.json"] = as_json(_notices(user.party_id, language))
    record("records.export_everything", "user", str(user.pk), by=user.pk, files=len(files))
    with translation.override(language):
        title = _("Everything the state keeps about my cases")
    name = party_name(user.party_id, language)
    return pack_sealed(
        f"everything-{today:%Y-%m-%d}",
        files,
        {"Contact-Name": name, "External-Description": title},
        now=now,
    )


def _looks(party: UUID) -> list[dict[str, Any]]:
    columns = ("at", "service", "fields", "purpose", "legal_basis", "case_reference", "body_id")
    return list(journal_of(party).values(*columns))


def _notices(party: UUID, language: str) -> list[dict[str, Any]]:
    told: Iterable[Notice] = Notice.objects.of(party).order_by("created_at")
    return [
        {
            "at": one.created_at,
            "case": one.case_reference,
            "subject": one.subject.get(language, ""),
            "body": one.body.get(language, ""),
        }
        for one in told
    ]


def _files_of(found: CaseFile, language: str) -> dict[str, bytes]:
    """For programs and for people: the same file twice, and the papers."""
    with translation.override(language):
        page = render_to_string("records/case_file.html", {"file": found.record, "lang": language})
    return {
        "case.json": as_json(found.record),
        READ_ME: page.encode(),
        "package.css": STYLE,
        **found.files,
    }


def as_json(value: Any) -> bytes:
    """Days and moments in ISO form, letters as they are, keys in the order they were said."""
    plain = msgspec.to_builtins(value)
    return json.dumps(plain, ensure_ascii=False, indent=1).encode() + b"\n"
