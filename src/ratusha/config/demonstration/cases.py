"""What happens in the demonstration state: cases of the five procedures in every status, through the very acts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.applications import public as applications
from ratusha.cases.public import Case, hand_to, rate, send_message
from ratusha.exchange.public import answer_request, requests_of_case
from ratusha.kernel.calendar import national_calendar
from ratusha.procedures.public import edition_in_force

HOUSEHOLD, BENEFIT, MOVE, KINDERGARTEN, TRADE = (
    "U200/1.3.2", "U200/2.6", "U200/13.1", "U200/6.6", "CM156/9.10",
)  # fmt: skip
REASONS = {
    "be": "Вы зарэгістраваны па іншым адрасе. Падайце заяву ў арганізацыю, якая абслугоўвае ваш дом.",
    "ru": "Вы зарегистрированы по другому адресу. Подайте заявление в организацию, которая обслуживает ваш дом.",
}


ABROAD = "Польшча, рэестр насельніцтва"


@dataclass(frozen=True)
class Story:
    """One case: who applies for what, how many days ago, and how far it goes."""

    code: str
    user: User
    applicant_id: UUID
    official: User
    days_ago: int
    goes_to: str
    answers: dict[str, Any] = field(default_factory=dict)
    answered_by: User | None = None
    marks: tuple[int, int, int, int] | None = None
    question: str = ""


def at_work(now: datetime, days_ago: int, hour: int = 10) -> datetime:
    """That many days ago at this hour; a day off counts as the next working day, but never after `now`."""
    then = timezone.localtime(now) - timedelta(days=days_ago)
    then = then.replace(hour=hour, minute=12, second=0, microsecond=0)
    working = national_calendar().next_working_day(timezone.localdate(then))
    return min(then + (working - timezone.localdate(then)), now - timedelta(minutes=20))


def tell(story: Story, *, now: datetime) -> Case:
    """Live a case through the acts of the law, each at its moment."""
    moment = at_work(now, story.days_ago)
    case = _lodge(story, moment)
    if story.goes_to not in {"lodged", "withdrawn"}:
        applications.look_into(case, by=story.official, now=moment + timedelta(minutes=2))
    if story.question:
        send_message(
            case.pk, text=story.question, by=story.official, now=moment + timedelta(minutes=2)
        )
    for step in _steps(story, case, moment, now):
        step()
    case.refresh_from_db()
    return case


def _lodge(story: Story, moment: datetime) -> Case:
    edition = edition_in_force(story.code, timezone.localdate(moment))
    draft = applications.begin(
        edition,
        user=story.user,
        applicant_id=story.applicant_id,
        language=story.user.language,
        now=moment,
    )
    for page in edition.promise.form:
        codes = {f.code for f in page.fields}
        applications.save_page(
            draft.pk,
            page.code,
            {code: value for code, value in story.answers.items() if code in codes},
            by=story.user,
            language=story.user.language,
            now=moment,
        )
    return applications.lodge(draft.pk, by=story.user, now=moment)


def _steps(story: Story, case: Case, moment: datetime, now: datetime) -> Iterator[Any]:
    """Acts still to be taken for this story, in order; each is taken when it is asked for."""
    by, soon = story.official, moment + timedelta(minutes=5)
    match story.goes_to:
        case "lodged":
            return
        case "withdrawn":
            yield lambda: applications.withdraw(case.pk, by=story.user, now=soon)
        case "not_accepted":
            yield lambda: applications.refuse_to_accept(
                case.pk, ground=_ground(case, accept=True), reasons=_reasons(case), by=by, now=soon
            )
        case end:
            yield lambda: applications.accept(case.pk, by=by, now=soon)
            if end == "accepted":
                yield lambda: hand_to(case.pk, None, by=by, now=soon)
            elif end == "suspended":
                yield lambda: applications.suspend(case.pk, by=by, now=soon, note=ABROAD)
            elif end not in {"in_work", "waiting"}:
                yield from _to_the_end(story, case, _decided_at(case, moment, now))


def _decided_at(case: Case, moment: datetime, now: datetime) -> datetime:
    """What is promised on the day is decided on the day, everything else on the next one."""
    takes = timedelta(hours=2) if case.due_on == case.lodged_on else timedelta(days=1)
    return min(moment + takes, now)


def _to_the_end(story: Story, case: Case, later: datetime) -> Iterator[Any]:
    by = story.official
    for request in requests_of_case(case.reference):
        if story.answered_by:
            answer_request(request.pk, facts={"employed": True}, by=story.answered_by, now=later)
    yield lambda: applications.receive_answers(case.pk, now=later)
    if story.goes_to == "refused":
        yield lambda: applications.refuse(
            case.pk, ground=_ground(case), reasons=_reasons(case), by=by, now=later
        )
    else:
        yield lambda: applications.grant(case.pk, by=by, now=later)
    if story.goes_to == "delivered":
        yield lambda: applications.deliver(case.pk, by=story.user, now=later)
    if story.marks:
        names = ("simplicity", "information", "term", "politeness")
        scores = dict(zip(names, story.marks, strict=True))
        yield lambda: rate(case.pk, scores=scores, comment="", by=story.user, now=later)


def _ground(case: Case, *, accept: bool = False) -> str:
    promise = edition_in_force(case.subject_code, case.lodged_on).promise
    grounds = promise.refuse_to_accept if accept else promise.refuse
    return grounds[0].code


def _reasons(case: Case) -> str:
    return REASONS.get(case.language, REASONS["ru"])


def busy_days(rng: Random, users: list[User], official: User, *, count: int) -> Iterator[Story]:
    """Certificates of a body with much to do: most are granted, some are refused, rated, or still on the desk."""
    ends = ["delivered"] * 12 + ["granted"] * 2 + ["refused", "withdrawn", "lodged", "in_work"]
    for number in range(count):
        user = users[number % len(users)]
        end = ends[rng.randrange(len(ends))]
        assert user.party_id is not None  # noqa: S101 - residents are persons
        marks = None
        if end == "delivered" and rng.random() < 0.6:  # noqa: PLR2004 - not everybody rates
            marks = tuple(rng.choices((5, 4, 3), (7, 2, 1), k=4))
        yield Story(
            code=HOUSEHOLD,
            user=user,
            applicant_id=user.party_id,
            official=official,
            days_ago=rng.randint(0, 1) if end in {"lodged", "in_work"} else rng.randint(2, 60),
            goes_to=end,
            marks=marks,  # type: ignore[arg-type]  # four of them
        )
