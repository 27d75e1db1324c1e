"""The letters about a request of a person about their data."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from ratusha.cases.public import Case, CaseMoved, CaseOpened, MessageSent
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_all_languages, in_my_language
from ratusha.notifications.public import notify
from ratusha.records.models import Reply

from .rules import KIND, Step

Line = Callable[[], str]


def _write(case: Case, *, once: str, subject: Line, body: Line, at: datetime) -> None:
    reply = Reply.objects.filter(pk=case.pk).first()
    notify(
        party_id=case.applicant_id,
        kind=f"{KIND}_{once}",
        subject=in_all_languages(lambda: subject() % {"reference": case.reference}),
        body=in_all_languages(
            lambda: (
                body()
                % {
                    "title": in_my_language(case.title).text,
                    "day": day_in_words(case.due_on or case.lodged_on),
                    "text": reply.text if reply else "",
                }
            )
        ),
        case_reference=case.reference,
        once=f"{case.reference}:{once}",
        now=at,
    )


def write_about_lodging(event: CaseOpened) -> None:
    if event.kind == KIND:
        _write(
            Case.objects.get(pk=event.case_id),
            once="lodged",
            subject=lambda: _("Request %(reference)s about your data is lodged"),
            body=lambda: _("We have received “%(title)s”. The answer will come by %(day)s."),
            at=event.at,
        )


def write_about_step(event: CaseMoved) -> None:
    if event.kind == KIND and event.step in _ABOUT_STEP:
        subject, body = _ABOUT_STEP[Step(event.step)]
        _write(
            Case.objects.get(pk=event.case_id),
            once=event.step,
            subject=subject,
            body=body,
            at=event.at,
        )


def write_about_message(event: MessageSent) -> None:
    if event.kind == KIND and not event.from_applicant:
        _write(
            Case.objects.get(pk=event.case_id),
            once=f"message:{event.message_id}",
            subject=lambda: _("A question about your request %(reference)s"),
            body=lambda: _("An official wrote to you about “%(title)s”. Read and answer there."),
            at=event.at,
        )


_ABOUT_STEP: dict[Step, tuple[Line, Line]] = {
    Step.ANSWER: (
        lambda: _("Your request %(reference)s about your data is answered"),
        lambda: _("“%(title)s”. The answer: %(text)s"),
    ),
    Step.REFUSE: (
        lambda: _("Your request %(reference)s about your data is refused"),
        lambda: _(
            "“%(title)s”. The reason: %(text)s You may complain to the authority that protects personal data, or go to "
            "a court."
        ),
    ),
}
