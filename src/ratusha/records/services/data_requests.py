"""The acts on a request about one's own data: lodged, taken up, answered or refused, withdrawn."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, hand_to, open_case, take_step
from ratusha.documents.public import Document, issue
from ratusha.exchange.public import Purpose, note_look
from ratusha.kernel.errors import NotPermitted
from ratusha.kernel.terms import Term
from ratusha.kernel.texts import in_all_languages
from ratusha.records.asking.composition import compose
from ratusha.records.asking.law import rule_of
from ratusha.records.asking.rules import KIND, Asks, Status, Step, require_details, require_words
from ratusha.records.models import DataRequest, Reply

PURPOSE = "data_request"  # of the pack


@transaction.atomic
def ask_about_data(
    *,
    asks: str,
    body_id: UUID,
    text: str,
    language: str,
    by: User,
    now: datetime,
    look: UUID | None = None,
) -> Case:
    """The person asks for themselves. Asked twice about one look, the running request stays the only one."""
    if by.party_id is None:
        raise NotPermitted("data_request.no_person", _("This cabinet belongs to no person."))
    User.objects.select_for_update().get(pk=by.pk)  # two presses of one person, one after the other
    if look and (running := _running_about(look, by.party_id)):
        return running
    text = require_details(asks, text)
    rule = rule_of(asks)
    label = Asks(asks).label
    case = open_case(
        kind=KIND,
        status=Status.LODGED,
        applicant_id=by.party_id,
        by=by,
        body_id=body_id,
        subject_code=KIND,
        title=in_all_languages(lambda: _("My data: %(asked)s") % {"asked": label}),
        language=language,
        term=Term.parse(rule.term),
        term_source=rule.source.cited(language),
        now=now,
    )
    DataRequest.objects.create(case=case, asks=asks, look=look, text=text)
    return case


def _running_about(look: UUID, applicant_id: UUID) -> Case | None:
    asked = DataRequest.objects.filter(
        look=look, case__applicant_id=applicant_id, case__closed_on=None
    )
    found = asked.select_related("case").first()
    return found.case if found else None


@transaction.atomic
def take_up(case_id: UUID, *, by: User, now: datetime) -> Case:
    take_step(case_id, Step.TAKE_UP, by=by, now=now)
    return hand_to(case_id, by, by=by, now=now)


@transaction.atomic
def reply(
    case_id: UUID, step: Step, *, text: str, legal_source: str, by: User, now: datetime
) -> Case:
    """Answer, or refuse where the law obliges the body to keep or to be silent: with words and a norm in both cases."""
    text = require_words(text, field="text", missing=_("Write the answer."))
    norm = _("Name the norm on which the answer rests.")
    legal_source = require_words(legal_source, field="legal_source", missing=norm)
    case = take_step(case_id, step, by=by, now=now)
    document = _seal(case, step, text=text, legal_source=legal_source, by=by, now=now)
    Reply(
        case=case, text=text, legal_source=legal_source, document_id=document.pk, at=now, by=by
    ).save(force_insert=True)
    return case


def _seal(
    case: Case, step: Step, *, text: str, legal_source: str, by: User, now: datetime
) -> Document:
    asked = DataRequest.objects.get(pk=case.pk)
    sheet = compose(case, asked, step, text)
    return issue(
        kind="decision",
        holder_id=case.applicant_id,
        body_id=case.body_id,
        case_reference=case.reference,
        language=case.language,
        title=sheet.title,
        paragraphs=sheet.paragraphs,
        facts=sheet.facts,
        number=case.reference,
        signed_by=by.display_name,
        legal_basis=legal_source,
        issued_at=now,
        valid_until=None,
        sample=rule_of(asked.asks).source.confidence == "sample",
        appeal=sheet.appeal,
        by=by,
    )


@transaction.atomic
def withdraw(case_id: UUID, *, by: User, now: datetime) -> Case:
    return take_step(case_id, Step.WITHDRAW, by=by, now=now)


@transaction.atomic
def look_into(case: Case, *, by: User, now: datetime) -> DataRequest:
    """Opening it at the desk is a look at the person's data too, and the journal says so."""
    asked = DataRequest.objects.get(pk=case.pk)
    source = rule_of(asked.asks).source
    note_look(
        case.applicant_id,
        purpose=Purpose(code=PURPOSE, legal_basis=source.said(), case_reference=case.reference),
        by=by,
        body=case.body_id,
        now=now,
    )
    return asked
