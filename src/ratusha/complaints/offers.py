"""What is said about complaints on the page of a case: that there is one, that one may complain, and until when."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, Related, is_applicant
from ratusha.kernel.dates import day_in_words
from ratusha.parties.public import party_name

from .bodies import higher_body
from .contested import subject_of, was_considered
from .law import law
from .models import Explanation, Obligation, Ruling
from .permissions import may_explain
from .queries import complaints_about
from .rules import OPEN, Status, Subject
from .services.lodge import last_day


def said_beside(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:
    complaints = list(complaints_about(case))
    if at_desk:
        return [*_owed_by_us(case, complaints), *(_at_desk(one, user, on) for one in complaints)]
    if not is_applicant(user, case, on):
        return []
    own = [one for one in complaints if one.applicant_id == case.applicant_id]
    others = [one for one in complaints if one not in own and one.status not in _NOT_TOLD]
    told = [*map(_mine, own), *map(_anothers, others), *_offer(case, own, on)]
    return [*_owed_to_me(case, [*own, *others]), *told]


_NOT_TOLD = {
    Status.LODGED,
    Status.NOT_CONSIDERED,
    Status.WITHDRAWN,
}  # nothing was, or will be, considered


def _owed(case: Case, complaints: list[Case]) -> Iterator[tuple[Case, str, bool]]:
    """Rulings that are not carried out yet: the complaint, the last day in words, whether the term is made up."""
    waiting = Obligation.objects.filter(case__in=[one.pk for one in complaints], ended_at=None)
    by_complaint = {one.pk: one for one in complaints}
    for one in waiting:
        day = one.due_on or case.due_on
        sample = bool(one.due_on) and law().carrying_out.source.confidence == "sample"
        yield by_complaint[one.pk], day_in_words(day) if day else "", sample


def _owed_by_us(case: Case, complaints: list[Case]) -> list[Related]:
    return [
        Related(
            title=_("Decide by %(day)s, as the higher body says") % {"day": day},
            text=_("%(status)s (%(source)s). %(words)s")
            % {
                "status": complaint.status_label,
                "source": ruling.legal_source,
                "words": ruling.text,
            },
            sample=sample,
        )
        for complaint, day, sample in _owed(case, complaints)
        for ruling in [Ruling.objects.get(pk=complaint.pk)]
    ]


def _owed_to_me(case: Case, complaints: list[Case]) -> list[Related]:
    """The applicant reads that a decision is owed, whoever complained."""
    text = _("%(status)s. The body must decide by %(day)s.")
    return [
        Related(
            title=_("A decision is owed to you"),
            text=text % {"status": complaint.status_label, "day": day},
            sample=sample,
        )
        for complaint, day, sample in _owed(case, complaints)
    ]


def _mine(complaint: Case) -> Related:
    return Related(
        title=_("Your complaint"),
        text=_("Lodged on %(day)s. %(status)s.")
        % {"day": day_in_words(complaint.lodged_on), "status": complaint.status_label},
        address=complaint.address,
        action=_("Open the complaint"),
    )


def _anothers(complaint: Case) -> Related:
    """That there is a complaint and how it ended: nothing of the person who complained."""
    return Related(
        title=_("Somebody complained about this decision"),
        text=_(
            "A person whose rights it touches complained on %(day)s. %(status)s. Who it is and what they wrote is not "
            "shown here."
        )
        % {"day": day_in_words(complaint.lodged_on), "status": complaint.status_label},
        sample=law().told_to_the_applicant.confidence == "sample",
    )


def _at_desk(complaint: Case, user: User, on: date) -> Related:
    asked = Explanation.objects.filter(
        complaint=complaint.pk, answered_at=None, complaint__case__status__in=OPEN
    ).first()
    awaited = asked and may_explain(user, asked.complaint.first_body_id, on)
    return Related(
        title=_("A complaint about this decision"),
        text=_("Lodged on %(day)s, considered by %(body)s. %(status)s.")
        % {
            "day": day_in_words(complaint.lodged_on),
            "body": party_name(complaint.body_id, get_language() or ""),
            "status": complaint.status_label,
        },
        address=reverse("complaints:explain", args=[complaint.reference]) if awaited else "",
        action=_("Explain the decision"),
    )


def _offer(case: Case, own: list[Case], on: date) -> list[Related]:
    """Until the last day one may simply complain; after it, with a valid reason."""
    if any(not one.closed_on for one in own):
        return []
    subject = subject_of(case, on)
    if subject is None:
        return []
    if was_considered(case, own):
        text = _(
            "The higher body has considered your complaint. Now you may go to a court (%(source)s)."
        )
        return [Related(title=_("If you do not agree"), text=text % {"source": _right()})]
    if higher_body(case.body_id, on) is None:
        text = _(
            "There is no higher body here: the decision is contested directly in court (%(source)s)."
        )
        return [Related(title=_("If you do not agree"), text=text % {"source": _right()})]
    until = last_day(case, subject)
    if on > until:
        text = _(
            "The term to complain ended on %(day)s. It can be restored for a valid reason (%(source)s)."
        )
    else:
        text = _(
            "You may complain to the higher body until %(day)s, and to a court only after that (%(source)s)."
        )
    inaction = subject == Subject.INACTION
    return [
        Related(
            title=_("The term is over and nothing is decided")
            if inaction
            else _("If you do not agree"),
            text=text % {"day": day_in_words(until), "source": _right()},
            address=reverse("complaints:about", args=[case.reference]),
            action=_("Complain that nothing is decided")
            if inaction
            else _("Complain about this decision"),
        )
    ]


def _right() -> str:
    return law().right.cited(get_language() or "")
