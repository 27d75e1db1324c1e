"""A passport on paper or for a word processor: every block, marked a sample while the official form is not there."""

from datetime import datetime

from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.documents.public import Sheet
from ratusha.kernel.texts import in_language
from ratusha.parties.public import party_name

from .models import PassportVersion
from .passport.changes import said
from .passport.definition import Form


def sheet_of(
    case: Case, version: PassportVersion, form: Form, *, language: str, at: datetime
) -> Sheet:
    groups = [
        (
            f"{place}. {block.said()}",
            [
                (field.said(), said(version.answers, block.code, field) or "—")
                for field in block.shown(version.answers)
            ],
        )
        for place, block in enumerate(form.blocks, 1)
    ]
    words = {"reference": case.reference, "number": version.number}
    return Sheet(
        language=language,
        title=_("Technical passport"),
        subtitle=in_language(case.title, language).text,
        body=party_name(case.body_id, language),
        holder=party_name(case.applicant_id, language),
        holder_details=[],
        groups=groups,
        paragraphs=[],
        signatures=[],
        footer=_("%(reference)s, version %(number)s") % words,
        sample=form.source.confidence == "sample",
        at=at,
    )
