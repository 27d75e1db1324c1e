"""The letters about an appeal: to its first, and of the answer to everybody who has signed it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from ratusha.cases.public import Case, CaseMoved, CaseOpened, MessageSent
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_all_languages, in_my_language
from ratusha.notifications.public import notify
from ratusha.parties.public import organisation

from .models import Answer, Signature
from .rules import ANSWERS, KIND, Step

Line = Callable[[], str]


def write_about_lodging(event: CaseOpened) -> None:
    if event.kind == KIND:
        _write(
            Case.objects.get(pk=event.case_id),
            once="lodged",
            subject=lambda: _("Appeal %(reference)s is registered"),
            body=lambda: _(
                "%(body)s has your appeal. The answer will come by %(day)s. You may withdraw it before that."
            ),
            at=event.at,
        )


def write_about_step(event: CaseMoved) -> None:
    if event.kind != KIND or event.step not in _ABOUT_STEP:
        return
    case = Case.objects.get(pk=event.case_id)
    subject, body = _ABOUT_STEP[Step(event.step)]
    once = f"{event.step}:{event.at.isoformat()}"
    _write(case, once=once, subject=subject, body=body, at=event.at)
    if event.outcome:
        for signed in Signature.objects.filter(appeal=case.pk).iterator():
            _write(
                case, once=f"{once}:{signed.party_id}", subject=subject, body=body, at=event.at,
                to=signed.party_id,
            )  # fmt: skip


def write_about_message(event: MessageSent) -> None:
    if event.kind == KIND and not event.from_applicant:
        _write(
            Case.objects.get(pk=event.case_id),
            once=f"message:{event.message_id}",
            subject=lambda: _("A question about appeal %(reference)s"),
            body=lambda: _("An official of %(body)s wrote to you. Read and answer in the appeal."),
            at=event.at,
        )


def _write(
    case: Case, *, once: str, subject: Line, body: Line, at: datetime, to: UUID | None = None
) -> None:
    given = Answer.objects.filter(pk=case.pk).first()
    reasons = case.history.last()

    def filled() -> str:
        name = organisation(case.body_id).name
        return body() % {
            "body": in_my_language(name).text,
            "day": day_in_words(case.due_on or case.lodged_on),
            "text": given.text if given else "",
            "reasons": reasons.note if reasons else "",
        }

    notify(
        party_id=to or case.applicant_id,
        kind=f"appeal_{once.split(':', maxsplit=1)[0]}",
        subject=in_all_languages(lambda: subject() % {"reference": case.reference}),
        body=in_all_languages(filled),
        case_reference=case.reference,
        once=f"{case.reference}:{once}",
        now=at,
    )


def _answered() -> tuple[Line, Line]:
    return (
        lambda: _("Appeal %(reference)s is answered"),
        lambda: _("%(body)s answers: %(text)s The signed paper waits in the appeal."),
    )


_ABOUT_STEP: dict[Step, tuple[Line, Line]] = {
    Step.FORWARD: (
        lambda: _("Appeal %(reference)s went to another body"),
        lambda: _("It is now at %(body)s, under the same number. The answer will come by %(day)s."),
    ),
    Step.STUDY: (
        lambda: _("Appeal %(reference)s is being studied further"),
        lambda: _("The answer will come by %(day)s. The reason: %(reasons)s"),
    ),
    Step.PROLONG: (
        lambda: _("Appeal %(reference)s needs more time"),
        lambda: _(
            "A month is not enough. The answer will come by %(day)s. The reason: %(reasons)s"
        ),
    ),
    Step.LEAVE: (
        lambda: _("Appeal %(reference)s is left without consideration on the merits"),
        lambda: _("%(body)s explains: %(text)s You may contest this."),
    ),
    Step.WITHDRAW: (
        lambda: _("Appeal %(reference)s is withdrawn"),
        lambda: _("It is not considered any more. You may write again at any time."),
    ),
    **dict.fromkeys(ANSWERS, _answered()),
}
