"""The letters about a complaint: to who complains, and to the applicant of the case it is about.

The applicant is told that there is a complaint and how it ended, but not who complained and what they said.
"""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from ratusha.cases.public import Case, CaseMoved, CaseOpened, MessageSent
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_all_languages, in_my_language
from ratusha.notifications.public import notify

from .contested import complained_about
from .models import Ruling
from .permissions import KIND
from .rules import RESULTS, Status, Step

Line = Callable[[], str]
DECIDING = [step for steps in RESULTS.values() for step in steps]


def _write(case: Case, *, kind: str, once: str, subject: Line, body: Line, at: datetime) -> None:
    notify(
        party_id=case.applicant_id,
        kind=kind,
        subject=in_all_languages(lambda: subject() % {"reference": case.reference}),
        body=in_all_languages(
            lambda: (
                body()
                % {
                    "title": in_my_language(case.title).text,
                    "day": day_in_words(case.due_on or case.lodged_on),
                    "status": case.status_label,
                    "text": _text_of(case),
                }
            )
        ),
        case_reference=case.reference,
        once=f"{case.reference}:{once}",
        now=at,
    )


def _text_of(case: Case) -> str:
    ruling = Ruling.objects.filter(pk=case.pk).first()
    return ruling.text if ruling else ""


def write_about_lodging(event: CaseOpened) -> None:
    if event.kind == KIND:
        _write(
            Case.objects.get(pk=event.case_id),
            kind="complaint_lodged",
            once="lodged",
            subject=lambda: _("Complaint %(reference)s is lodged"),
            body=lambda: _(
                "We have received “%(title)s”. An official will check it. The answer will come by %(day)s. You may "
                "withdraw the complaint any time before that."
            ),
            at=event.at,
        )


def write_about_step(event: CaseMoved) -> None:
    if event.kind != KIND or event.step not in _ABOUT_STEP:
        return
    case = Case.objects.get(pk=event.case_id)
    subject, body = _ABOUT_STEP[Step(event.step)]
    _write(
        case,
        kind=f"complaint_{event.step}",
        once=f"{event.step}:{event.at.isoformat()}",
        subject=subject,
        body=body,
        at=event.at,
    )


def _decided() -> tuple[Line, Line]:
    return (
        lambda: _("Complaint %(reference)s is decided"),
        lambda: _(
            "“%(title)s” is considered. The result: %(status)s. The reason: %(text)s The signed document waits in your "
            "complaint. Now you may go to a court."
        ),
    )


_ABOUT_STEP: dict[Step, tuple[Line, Line]] = {
    Step.RESTORE: (
        lambda: _("The term of complaint %(reference)s is restored"),
        lambda: _("The reason why you could not complain in time is found valid."),
    ),
    Step.ACCEPT: (
        lambda: _("Complaint %(reference)s is accepted"),
        lambda: _("The higher body considers “%(title)s”. The answer will come by %(day)s."),
    ),
    Step.NOT_CONSIDER: (
        lambda: _("Complaint %(reference)s is left without consideration"),
        lambda: _(
            "We could not consider “%(title)s”. The reason: %(text)s Now you may go to a court."
        ),
    ),
    Step.WITHDRAW: (
        lambda: _("Complaint %(reference)s is withdrawn"),
        lambda: _("You withdrew “%(title)s”. The decision stays as it is."),
    ),
    **dict.fromkeys(DECIDING, _decided()),
}


def write_about_message(event: MessageSent) -> None:
    if event.kind == KIND and not event.from_applicant:
        _write(
            Case.objects.get(pk=event.case_id),
            kind="message",
            once=f"message:{event.message_id}",
            subject=lambda: _("A question about complaint %(reference)s"),
            body=lambda: _("An official wrote to you about “%(title)s”. Read and answer there."),
            at=event.at,
        )


def write_to_the_applicant(event: CaseMoved) -> None:
    """Somebody else complained about the decision in this person's case: it is accepted, or it has ended."""
    if event.kind != KIND or event.step not in _TOLD_TO_THE_APPLICANT:
        return
    complaint = Case.objects.get(pk=event.case_id)
    about = complained_about(complaint)
    if about is None or about.applicant_id == complaint.applicant_id:
        return
    subject, body = _TOLD_TO_THE_APPLICANT[Step(event.step)]
    status = Status(event.status)
    notify(
        party_id=about.applicant_id,
        kind=f"complained_{event.step}",
        subject=in_all_languages(lambda: subject() % {"reference": about.reference}),
        body=in_all_languages(
            lambda: (
                body()
                % {
                    "title": in_my_language(about.title).text,
                    "status": status.label,
                }
            )
        ),
        case_reference=about.reference,
        once=f"{complaint.reference}:{about.reference}:{event.step}",
        now=event.at,
    )


def _told_the_result() -> tuple[Line, Line]:
    return (
        lambda: _("The complaint about the decision in %(reference)s is decided"),
        lambda: _(
            "A complaint about the decision on “%(title)s” is considered. The result: %(status)s."
        ),
    )


_TOLD_TO_THE_APPLICANT: dict[Step, tuple[Line, Line]] = {
    Step.ACCEPT: (
        lambda: _("Somebody complained about the decision in %(reference)s"),
        lambda: _(
            "A person whose rights it touches complained about the decision on “%(title)s”. The higher body considers "
            "the complaint. You need not do anything; we shall write how it ends."
        ),
    ),
    **dict.fromkeys(DECIDING, _told_the_result()),
}
