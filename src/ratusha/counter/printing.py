"""What the counter prints for a person: the application to be signed, and the receipt."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.applications.public import Draft, FilledGroup
from ratusha.cases.public import Case
from ratusha.documents.public import Sheet, print_sheet
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_language
from ratusha.parties.public import address_of, party_name, person

from .models import Visit


def _details(visit: Visit, language: str) -> list[str]:
    assert visit.person_id is not None  # noqa: S101 - only of a checked person is anything printed
    address = address_of(visit.person_id)
    number = person(visit.person_id).personal_number
    lines = [_("Identification number: %(number)s") % {"number": number}]
    return [*lines, address.text(language)] if address else lines


def application(
    visit: Visit, draft: Draft, groups: Sequence[FilledGroup], *, now: datetime
) -> bytes:
    language = draft.language
    with translation.override(language):
        promise = draft.edition.promise
        return print_sheet(
            Sheet(
                language=language,
                title=_("Application"),
                subtitle=in_language(promise.heading, language).text,
                body=party_name(visit.body_id, language),
                holder=party_name(draft.applicant_id, language),
                holder_details=_details(visit, language),
                groups=[(g.title, [(row.term, row.value) for row in g.rows]) for g in groups],
                paragraphs=[
                    _("I confirm that what is written here is true and ask to carry out the procedure."),
                    _("I agree that the official fills in this application and asks the registers for me."),
                    promise.source.said(),
                ],
                signatures=[
                    _("Signature of the applicant"),
                    _("Official: %(name)s") % {"name": visit.official.display_name},
                ],
                footer=day_in_words(timezone.localdate(now)),
                sample=promise.sample,
                at=now,
            )
        )  # fmt: skip


def receipt(visit: Visit, case: Case, *, sample: bool, now: datetime) -> bytes:
    language = case.language
    with translation.override(language):
        due = day_in_words(case.due_on) if case.due_on else _("a day we shall tell you")
        attached = [one.title for one in case.attachments.all()]
        rows = [
            (_("Number"), case.reference),
            (_("Application"), in_language(case.title, language).text),
            (_("Lodged"), day_in_words(case.lodged_on)),
            (_("The answer comes by"), due),
            (_("Who decides"), party_name(case.body_id, language)),
            (_("Documents taken"), "; ".join(attached) or _("none: the state knows the rest")),
        ]
        return print_sheet(
            Sheet(
                language=language,
                title=_("Receipt"),
                subtitle=_("The application is lodged"),
                body=party_name(visit.body_id, language),
                holder=party_name(case.applicant_id, language),
                holder_details=[],
                groups=[("", rows)],
                paragraphs=[
                    _("Your case waits in your own cabinet: sign in when you can, it is there already."),
                ],
                signatures=[_("Official: %(name)s") % {"name": visit.official.display_name}],
                footer=day_in_words(timezone.localdate(now)),
                sample=sample,
                at=now,
            )
        )  # fmt: skip
