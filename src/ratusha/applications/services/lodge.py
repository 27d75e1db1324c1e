"""Lodging: the draft becomes a case with a number, a body and a running term. All of it, or nothing."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications import filling, rules
from ratusha.applications.answers import files_in
from ratusha.applications.channels import channel_of
from ratusha.applications.models import Application, Draft
from ratusha.cases.public import Attachment, Case, open_case
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.rows import Part, changed
from ratusha.kernel.terms import Term
from ratusha.parties.public import (
    Act,
    acts_for_child,
    describe_with_address,
    has_consent,
    needs_consent,
    require_one_side,
)
from ratusha.procedures.public import BodyRule, responsible_body
from ratusha.territory.public import Address

from .charging import charge_fee
from .draft import release, require_mandate


@transaction.atomic
def lodge(
    draft_id: UUID, *, by: User, now: datetime, papers: Sequence[tuple[UUID, str]] = ()
) -> Case:
    """Check everything once more, find the body, open the case. A second press gives the same case.

    `papers` are files beside those of the form, with their titles.
    """
    draft = (
        Draft.objects.select_for_update(of=("self",))
        .select_related("edition")
        .defer("edition__definition")
        .get(pk=draft_id, user=by)
    )
    if draft.lodged_as:
        return draft.lodged_as
    require_mandate(draft, by, now, Act.LODGE)
    if other := channel_of(draft):
        other.require_ready(draft)
    today = timezone.localdate(now)
    edition = draft.edition
    if not edition.is_in_force(today):
        message = _("The rules of this service have changed. Check your answers and lodge again.")
        raise Conflict("application.edition_changed", message)
    promise = edition.promise
    assert promise.term is not None, "the pack check lets no e3 procedure be without a term"  # noqa: S101
    applicant, home = describe_with_address(draft.applicant_id)
    if draft.applicant_id == by.party_id:
        _require_capacity(draft, applicant, today)
    filled = filling.of_draft(draft, today, applicant)
    problems = filled.problems()
    if problems:
        raise RuleBroken("application.incomplete", problems[0].message, field=problems[0].field)
    address = _address_of_object(draft, promise.body) or home
    body = responsible_body(edition, address=address, on=today)
    _require_one_side(draft, by, body.pk, today)
    answers, facts = filled.what_applies(), draft.facts
    brought = files_in(promise, answers)
    release(file for file in files_in(promise, draft.answers) if file not in brought)
    draft.answers, draft.typed, draft.facts = {}, {}, {}  # the application holds them now
    attached: list[tuple[UUID | str, str]] = [(file["id"], file["name"]) for file in brought]
    attached += papers

    def application(case: Case) -> Iterator[Part]:
        yield Application(case=case, edition=edition, answers=answers, facts=facts)
        for file_id, title in attached:
            yield Attachment(case=case, file_id=file_id, title=title, by=by, at=now)
        draft.lodged_as = case
        yield changed(draft, "lodged_as", "answers", "typed", "facts")

    case = open_case(
        kind=rules.KIND,
        status=rules.Status.LODGED,
        applicant_id=draft.applicant_id,
        by=by,
        body_id=body.pk,
        subject_code=edition.procedure_id,
        title=promise.heading,
        language=draft.language,
        term=Term.parse(promise.term.base),
        term_source=promise.term.source.cited(draft.language),
        now=now,
        channel=draft.channel,
        with_it=application,
    )
    return charge_fee(case, promise, "lodging", by=by, now=now)


def _require_one_side(draft: Draft, by: User, body_id: UUID, today: date) -> None:
    """Who works at the body that decides acts for no applicant of it: nobody stands on both sides."""
    acts_for_another = draft.applicant_id != by.party_id and channel_of(draft) is None
    if acts_for_another:
        require_one_side([body_id], [one.body_id for one in by.appointments_on(today)])


def _require_capacity(draft: Draft, applicant: dict[str, Any], today: date) -> None:
    """Under 14 nobody applies alone; from 14 to 18 with the consent of a parent, where the procedure asks for it."""
    if "birth_date" not in applicant:
        return
    born = date.fromisoformat(applicant["birth_date"])
    if acts_for_child(born, today):
        message = _("A parent, an adopter or a guardian applies for a child under 14.")
        raise RuleBroken("application.child_applies", message)
    code = draft.edition.procedure_id
    asked = draft.edition.promise.for_minors and needs_consent(born, today)
    if asked and not has_consent(draft.applicant_id, code):
        message = _(
            "Until you are 18 a parent must agree in writing. Ask a parent to sign in, to open “Who may act for "
            "whom” and to agree there; then lodge."
        )
        raise RuleBroken("application.no_consent", message)


def _address_of_object(draft: Draft, rule: BodyRule | None) -> Address | None:
    """Of the thing applied for, where its place decides which body is responsible and not the applicant's home."""
    if rule and rule.by == "object_address" and rule.field in draft.answers:
        return Address.from_dict(draft.answers[rule.field])
    return None
