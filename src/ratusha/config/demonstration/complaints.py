"""Complaints of the demonstration state, in every status: about refused certificates, and about missed terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ratusha.accounts.public import User
from ratusha.cases.public import Case, rate
from ratusha.complaints import public as complaints
from ratusha.complaints.public import Status, Step, Subject, Words

from .cases import HOUSEHOLD, Story, at_work, tell

DEMAND = (
    "Прашу адмяніць рашэнне: я зарэгістраваны менавіта ў гэтым доме, даведку мне выдавалі і раней."
)
SLOW = "Тэрмін даўно скончыўся, а даведкі няма і ніхто мне не адказвае."
TOUCHES = "Я жыву ў той самай кватэры, і без гэтага рашэння мне не аформіць дагавор."
SOURCE = "Указ Прэзідэнта № 200, п. 1.3.2"
TEXT = "Праверана па рэестры: звесткі пра месца жыхарства разгледжаны разам з матэрыяламі справы."
NO_REASON = (
    "Па названым нумары рашэння гэтага органа няма. Удакладніце нумар і падайце скаргу яшчэ раз."
)
QUESTION = "Растлумачце, па якіх звестках рэестра прынята рашэнне."
UNKNOWN = "2026-7NR4-9WD3-R"
RESULTS = {
    Status.UPHELD: Step.UPHOLD,
    Status.CANCELLED: Step.CANCEL,
    Status.RETURNED: Step.RETURN,
    Status.CHANGED: Step.CHANGE,
    Status.REJECTED: Step.REJECT,
    Status.OBLIGED: Step.OBLIGE,
}
SLOW_ENDS = (Status.REJECTED, Status.OBLIGED)
OF_THIRD_PARTIES = (Status.LODGED, Status.NOT_CONSIDERED, Status.UPHELD)


@dataclass(frozen=True)
class Dispute:
    """Whose application it was, who else is touched, who did not decide well, who considers."""

    applicant: User
    neighbour: User
    clerk: User
    judge: User


def disputes(people: list[User], clerk: User, judge: User) -> Iterator[tuple[Status, Dispute]]:
    for number, status in enumerate(Status):
        applicant = people[number % len(people)]
        yield status, Dispute(applicant, people[(number + 1) % len(people)], clerk, judge)


def live_complaint(goes_to: Status, dispute: Dispute, *, now: datetime) -> Case:
    """An application that ends badly, a complaint about it, and how far that goes."""
    about = tell(_application(goes_to, dispute), now=now)
    moment = at_work(now, 12, hour=11)
    case = _lodge(goes_to, about, dispute, moment)
    for case_then in _steps(goes_to, case, dispute, moment + timedelta(hours=1)):
        case = case_then
    return case


def _application(goes_to: Status, dispute: Dispute) -> Story:
    party = dispute.applicant.party_id
    assert party is not None  # noqa: S101 - people, not officials
    end = "in_work" if goes_to in SLOW_ENDS else "refused"
    return Story(HOUSEHOLD, dispute.applicant, party, dispute.clerk, 18, end)


def _lodge(goes_to: Status, about: Case, dispute: Dispute, moment: datetime) -> Case:
    if goes_to not in OF_THIRD_PARTIES:
        words = Words(demand=SLOW if goes_to in SLOW_ENDS else DEMAND, language="be")
        return complaints.complain(about.pk, words=words, by=dispute.applicant, now=moment)
    party = dispute.neighbour.party_id
    assert party is not None  # noqa: S101 - people, not officials
    return complaints.complain_as_third_party(
        number=UNKNOWN if goes_to == Status.NOT_CONSIDERED else about.reference,
        first_body_id=about.body_id,
        subject=Subject.DECISION,
        applicant_id=party,
        words=Words(demand=DEMAND, language="be", touches=TOUCHES),
        by=dispute.neighbour,
        now=moment,
    )


def _steps(goes_to: Status, case: Case, dispute: Dispute, moment: datetime) -> Iterator[Case]:
    """Each act is taken when it is asked for."""
    judge = dispute.judge
    if goes_to == Status.LODGED:
        return
    if goes_to == Status.WITHDRAWN:
        yield complaints.withdraw(case.pk, by=dispute.applicant, now=moment)
        return
    if goes_to == Status.NOT_CONSIDERED:
        yield complaints.leave_without_consideration(
            case.pk, ground="no_decision", reasons=NO_REASON, by=judge, now=moment
        )
        return
    yield complaints.accept(case.pk, by=judge, now=moment)
    if goes_to == Status.EXPLAINING:
        yield complaints.ask_to_explain(case.pk, question=QUESTION, by=judge, now=moment)
    elif goes_to in RESULTS:
        yield complaints.decide(
            case.pk, result=RESULTS[goes_to], legal_source=SOURCE, text=TEXT, by=judge, now=moment
        )
    if goes_to == Status.CANCELLED:
        marks = {"simplicity": 4, "information": 5, "term": 5, "politeness": 5}
        rate(case.pk, scores=marks, comment="", by=dispute.applicant, now=moment)
