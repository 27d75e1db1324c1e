"""The letters a person gets about a case. Called after commit by the events of `cases`; each letter is written once."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.accounts.public import officials_who_may
from ratusha.cases.public import (
    Case,
    CaseMoved,
    CaseOpened,
    CaseOverdue,
    MessageSent,
    TermChanged,
    Tick,
    note_in_history,
)
from ratusha.documents.public import Document, DocumentRevoked
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_all_languages, in_language, in_my_language
from ratusha.notifications.public import notify
from ratusha.parties.public import party_name

from .events import DraftHandedOver
from .models import Decision, Supplement
from .rules import KIND, Step


def _write(
    case: Case,
    *,
    kind: str,
    once: str,
    subject: Callable[[], str],
    body: Callable[[], str],
    event: CaseOverdue | CaseOpened | CaseMoved | TermChanged | MessageSent | DocumentRevoked,
) -> None:
    notify(
        party_id=case.applicant_id,
        kind=kind,
        subject=in_all_languages(subject),
        body=in_all_languages(body),
        case_reference=case.reference,
        once=f"{case.reference}:{once}",
        now=event.at,
    )


def _title(case: Case) -> str:
    return in_my_language(case.title).text


def _until(day: date | None) -> str:
    return day_in_words(day) if day else _("a day we shall tell you")


def write_about_lodging(event: CaseOpened) -> None:
    if event.kind != KIND:
        return
    case = Case.objects.get(pk=event.case_id)
    _write(
        case,
        kind="lodged",
        once="lodged",
        subject=lambda: _("Application %(reference)s is lodged") % {"reference": case.reference},
        body=lambda: (
            (
                _(
                    "We have received your application “%(title)s”. Its number is %(reference)s. "
                    "The answer will come by %(day)s."
                )
            )
            % {"title": _title(case), "reference": case.reference, "day": _until(case.due_on)}
        ),
        event=event,
    )


def write_about_step(event: CaseMoved) -> None:
    if event.kind != KIND or event.step not in _ABOUT_STEP:
        return
    case = Case.objects.get(pk=event.case_id)
    subject, body = _ABOUT_STEP[Step(event.step)]
    _write(
        case,
        kind=event.step,
        once=f"{event.step}:{event.at.isoformat()}",
        subject=lambda: str(subject()) % {"reference": case.reference},
        body=lambda: (
            str(body())
            % {
                "title": _title(case),
                "reasons": _reasons(case),
                **_wanted(case),
            }
        ),
        event=event,
    )
    if event.step in TELLS_A_DECISION:
        standing = Decision.objects.filter(case=case, cancelled_at=None, notified_at=None)
        standing.update(notified_at=event.at)


TELLS_A_DECISION = (Step.GRANT, Step.REFUSE, Step.REFUSE_TO_ACCEPT)


def _wanted(case: Case) -> dict[str, str]:
    supplement = Supplement.objects.filter(case=case).last()
    if supplement is None:
        return {}
    return {"wanted": supplement.wanted, "until": day_in_words(supplement.until)}


def _reasons(case: Case) -> str:
    decision = Decision.objects.of(case)
    if decision is None:
        return ""
    return decision.cancelled_because or decision.reasons


_ABOUT_STEP: dict[Step, tuple[Callable[[], str], Callable[[], str]]] = {
    Step.ACCEPT: (
        lambda: _("Application %(reference)s is accepted"),
        lambda: _(
            "Everything is there. An official of the responsible body is working on “%(title)s”."
        ),
    ),
    Step.REFUSE_TO_ACCEPT: (
        lambda: _("Application %(reference)s was not accepted"),
        lambda: _(
            "We could not accept your application “%(title)s”. The reason: %(reasons)s You can put it right and "
            "apply again; the refusal can be appealed against."
        ),
    ),
    Step.GRANT: (
        lambda: _("The decision on %(reference)s is made: granted"),
        lambda: _(
            "Your application “%(title)s” is granted. The signed document waits in your case."
        ),
    ),
    Step.REFUSE: (
        lambda: _("The decision on %(reference)s is made: refused"),
        lambda: _(
            "Your application “%(title)s” is refused. The reason: %(reasons)s You can appeal against the decision."
        ),
    ),
    Step.ASK_CORRECTION: (
        lambda: _("Something is missing in %(reference)s"),
        lambda: _(
            "An official asks you to add to your application “%(title)s”: %(wanted)s Please do so by %(until)s, in "
            "your case. The term of the decision keeps running."
        ),
    ),
    Step.AWAIT_PAYMENT: (
        lambda: _("A payment is awaited for %(reference)s"),
        lambda: _(
            "“%(title)s” costs a fee. How much, until when and how to pay is shown in your case. Work goes on when "
            "the payment is in."
        ),
    ),
    Step.REOPEN: (
        lambda: _("%(reference)s is considered anew"),
        lambda: _(
            "The decision on your application “%(title)s” is cancelled: %(reasons)s The document issued on it is no "
            "longer valid. The application is considered anew, and its term starts from the beginning."
        ),
    ),
    Step.ANNUL: (
        lambda: _("The decision on %(reference)s is cancelled"),
        lambda: _(
            "The decision on your application “%(title)s” is cancelled: %(reasons)s The document issued on it is no "
            "longer valid. You can appeal against this."
        ),
    ),
    Step.WITHDRAW: (
        lambda: _("Application %(reference)s is withdrawn"),
        lambda: _("You withdrew the application “%(title)s”. Nothing more will be done about it."),
    ),
}


def write_about_term(event: TermChanged) -> None:
    if event.kind != KIND or event.tick == Tick.RESTART:  # the letter about the step tells it
        return
    case = Case.objects.get(pk=event.case_id)
    words = {
        Tick.EXTEND: lambda: _("The term of %(reference)s is longer now"),
        Tick.STOP: lambda: _("The clock of %(reference)s stands"),
        Tick.RESUME: lambda: _("The clock of %(reference)s goes on"),
    }
    bodies = {
        Tick.EXTEND: lambda: _(
            "We asked another body for data, so that you need not bring them. The answer will come by %(day)s. How "
            "the date was counted is shown in your case."
        ),
        Tick.STOP: lambda: _(
            "We asked a body of a foreign state. Until it answers the term does not run. We will write when it "
            "goes on."
        ),
        Tick.RESUME: lambda: _("The answer from abroad is here. The answer will come by %(day)s."),
    }
    tick = Tick(event.tick)
    _write(
        case,
        kind=f"term_{tick}",
        once=f"{tick}:{event.at.isoformat()}",
        subject=lambda: words[tick]() % {"reference": case.reference},
        body=lambda: bodies[tick]() % {"day": _until(case.due_on)},
        event=event,
    )


def write_about_revocation(event: DocumentRevoked) -> None:
    case = Case.objects.filter(reference=event.case_reference, kind=KIND).first()
    if case is None:
        return
    _write(
        case,
        kind="revoked",
        once=f"revoked:{event.document_id}",
        subject=lambda: _("A document in %(reference)s is revoked") % {"reference": case.reference},
        body=lambda: (
            _(
                "The body has revoked the document issued on your application “%(title)s”. It is no longer valid; the "
                "reason is on the page where documents are checked. You can appeal against this."
            )
            % {"title": _title(case)}
        ),
        event=event,
    )


def note_revocation(event: DocumentRevoked) -> None:
    """That the body revoked the document of a decision, and why, belongs to the story of the case."""
    case = Case.objects.filter(reference=event.case_reference, kind=KIND).first()
    if case is None:
        return
    document = Document.objects.with_standing().get(pk=event.document_id)
    reason = in_language(document.revocation.reason, case.language).text
    note_in_history(case, "revoke", at=event.at, note=f"{document.number}: {reason}")


def write_about_overdue(event: CaseOverdue) -> None:
    """To the applicant, honestly; to the heads of the work, who have to see to it."""
    if event.kind != KIND:
        return
    case = Case.objects.get(pk=event.case_id)
    once = f"overdue:{event.due_on.isoformat()}"
    _write(
        case,
        kind="overdue",
        once=once,
        subject=lambda: _("The answer on %(reference)s is late") % {"reference": case.reference},
        body=lambda: (
            _(
                "The answer to your application “%(title)s” was to come by %(day)s, and it has not come. This is our "
                "fault, not yours: you need do nothing. The head of the work has been told. You can complain."
            )
            % {"title": _title(case), "day": day_in_words(event.due_on)}
        ),
        event=event,
    )
    for head in officials_who_may("cases.assign", case.body_id, on=timezone.localdate(event.at)):
        if head.party_id is None:
            continue
        notify(
            party_id=head.party_id,
            kind="overdue_at_body",
            subject=in_all_languages(
                lambda: (
                    _("The term of case %(reference)s has passed") % {"reference": case.reference}
                )
            ),
            body=in_all_languages(
                lambda: (
                    _(
                        "It ended on %(day)s. See at your desk who works on the case and what holds it up."
                    )
                    % {"day": day_in_words(event.due_on)}
                )
            ),
            once=f"{case.reference}:{once}:head",
            now=event.at,
        )


def write_about_message(event: MessageSent) -> None:
    if event.kind != KIND or event.from_applicant:
        return
    case = Case.objects.get(pk=event.case_id)
    _write(
        case,
        kind="message",
        once=f"message:{event.message_id}",
        subject=lambda: _("A question about %(reference)s") % {"reference": case.reference},
        body=lambda: (
            _("An official wrote to you about “%(title)s”. Read and answer in your case.")
            % {"title": _title(case)}
        ),
        event=event,
    )


def write_about_draft(event: DraftHandedOver) -> None:
    if event.agent_id is None or event.to_party_id is None:
        return
    agent = event.agent_id

    def body() -> str:
        name = party_name(agent, translation.get_language() or "")
        return _(
            "%(agent)s has prepared an application and handed it over to you. It lies on your page: read it and "
            "lodge it, or throw it away."
        ) % {"agent": name}

    notify(
        party_id=event.to_party_id,
        kind="draft_handed_over",
        subject=in_all_languages(lambda: _("An application waits to be lodged by you")),
        body=in_all_languages(body),
        once=f"draft:{event.draft_id}:{event.at.isoformat()}",
        now=event.at,
    )
