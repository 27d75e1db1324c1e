"""Appeals of the demonstration state: alike, answered, studied further, sent on, contested."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.appeals import public as appeals
from ratusha.appeals.public import Hours, Words
from ratusha.cases.public import Case

from .cases import at_work

QUEUE = (
    "Трэці тыдзень у калідоры каля кабінета 3 стаяць па дзве гадзіны, талоны заканчваюцца да дзявятай раніцы. Прашу "
    "адкрыць другое акно."
)
OTHERS = {
    "study": "Прашу праверыць, чаму даведкі на нашай вуліцы выдаюць са старой назвай вуліцы.",
    "answered": "Прапаную працаваць хаця б адну суботу ў месяц: у будні мы не паспяваем.",
    "forwarded": "На вуліцы каля вашага будынка разбіты тратуар, людзі падаюць. Прашу адрамантаваць.",
}
ANSWER = (
    "Ваша прапанова разгледжана. З 1 чысла наступнага месяца кабінет працуе ў першую суботу кожнага месяца з 9 да 13 "
    "гадзін. Графік вывешаны каля ўваходу (артыкул 17 Закона № 300-З)."
)
WHY_STUDY = "Патрэбна звесткі пра перайменаванне з выканкама."
WHY_FORWARD = "Тратуары рамантуе выканкам раёна."


def live_appeals(people: list[User], clerk: User, *, now: datetime) -> int:
    """All at the body of the clerk, whose desk is the busy one. The number of appeals."""
    begun = at_work(now, 6, hour=10)
    (body,) = clerk.bodies_with("cases.decide", on=timezone.localdate(begun))[:1]

    def write(number: int, text: str, at: datetime) -> Case:
        person = people[number % len(people)]
        assert person.party_id is not None  # noqa: S101 - residents have a party
        words = Words(sort="statement", text=text, language="be")
        return appeals.appeal_to(body, applicant_id=person.party_id, words=words, by=person, now=at)

    alike = ("", " Дзякуй.", " Мне 70 год.")
    for number, end in enumerate(alike):
        write(number, QUEUE + end, begun + timedelta(hours=number))
    told = {
        name: write(number + 3, text, begun) for number, (name, text) in enumerate(OTHERS.items())
    }
    later = begun + timedelta(days=1)
    for name in ("study", "answered"):
        appeals.take_up(told[name].pk, by=clerk, now=later)
    appeals.study(told["study"].pk, reasons=WHY_STUDY, by=clerk, now=later)
    appeals.answer(told["answered"].pk, result="satisfy", text=ANSWER, by=clerk, now=later)
    if above := appeals.body_above(body, now):
        case = told["forwarded"].pk
        appeals.forward(case, body_id=above.pk, reasons=WHY_FORWARD, by=clerk, now=later)
    _receive_people(people, clerk, body, now)
    return len(alike) + len(told)


def _receive_people(people: list[User], clerk: User, body: UUID, now: datetime) -> None:
    """Hours next week, and somebody who comes."""
    day = timezone.localdate(now) + timedelta(days=7)
    begins_at = timezone.make_aware(datetime.combine(day, time(15)))
    hours = Hours(begins_at=begins_at, minutes=15, places=8, room="кабінет 12")
    there = appeals.announce(body, hours, receives=clerk, by=clerk, now=now)
    appeals.book(there.pk, matter="Прашу разабрацца з чэргамі ў кабінет 3.", by=people[0], now=now)
