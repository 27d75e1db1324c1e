"""The law of administrative procedures once more, told as simply as it reads, to hold the real one against.

It knows nothing of the rules, the clock or the services: facts about one application, an act for each thing that
people do, and days that are counted one by one. Terms, persons and orders are written out by hand.
"""

from collections.abc import Callable
from datetime import date, timedelta

DAY = timedelta(days=1)
OFFICIALS = ("first", "second")  # both accept and decide; "desk" only accepts
PEOPLE = ("applicant", "stranger", "desk", *OFFICIALS, "system")


class Naive:
    def __init__(
        self, today: date, *, asks: bool, two: bool, is_off: Callable[[date], bool]
    ) -> None:
        self.asks, self.two, self.is_off = asks, two, is_off
        self.began, self.days = today, 10
        self.longer = False  # another body was asked: a month
        self.stood: list[tuple[date, date | None]] = []
        self.accepted = self.taken = False
        self.official = ""
        self.turned_away = self.withdrawn = self.struck = self.told = False
        self.decided = ""
        self.abroad = self.questions = self.owes = self.waits_for_money = False
        self.wanted_until: date | None = None
        self.draft = self.writer = ""

    # where it is

    def over(self) -> bool:
        return bool(self.turned_away or self.withdrawn or self.struck or self.decided)

    def where(self) -> str:
        if self.withdrawn:
            return "withdrawn"
        if self.struck:
            return "annulled"
        if self.turned_away:
            return "not_accepted"
        if self.decided:
            return "delivered" if self.told else self.decided
        if not self.accepted:
            return "lodged"
        for held_up, name in (
            (self.abroad, "suspended"),
            (self.wanted_until, "correction"),
            (self.draft, "to_confirm"),
            (self.waits_for_money, "awaiting_payment"),
            (self.questions, "waiting"),
            (not self.taken, "accepted"),
        ):
            if held_up:
                return name
        return "in_work"

    def whose_move(self) -> str:
        where = self.where()
        if where in {"withdrawn", "annulled", "not_accepted", "delivered"}:
            return "nobody"
        if where in {"correction", "awaiting_payment", "granted", "refused"}:
            return "applicant"
        return {"suspended": "foreign_body", "waiting": "other_body"}.get(where, "body")

    # until when

    def due(self) -> date | None:
        """Days one by one; a day on which the clock stands moves the end a day away."""
        end = self._a_month_on() if self.longer else self.began + self.days * DAY
        for since, until in self.stood:
            if since > self._worked(end):
                continue  # it had ended before: late stays late
            if until is None:
                return None
            end = max(end, since)
            day = since
            while day < until:
                end, day = end + DAY, day + DAY
        return self._worked(end)

    def _a_month_on(self) -> date:
        """The same date of the next month, or the last day of that month."""
        last = self.began
        while last.month == self.began.month:
            last += DAY
        month, day = last.month, last
        while day.day < self.began.day and (day + DAY).month == month:
            day += DAY
        return day

    def _worked(self, day: date) -> date:
        while self.is_off(day):
            day += DAY
        return day

    # what happens: an act says whether the law lets it happen, and lets it

    def act(self, name: str, who: str, today: date) -> bool:
        return bool(getattr(self, name)(who, today))

    def accept(self, who: str, _today: date) -> bool:
        if self.where() != "lodged" or who not in {"desk", *OFFICIALS}:
            return False
        self.accepted = True
        if who in OFFICIALS:
            self.official, self.taken = who, True
        self._ask_others()
        self._turn_to_who_owes()
        return True

    def _ask_others(self) -> None:
        if self.asks:
            self.questions = self.longer = self.taken = True

    def _turn_to_who_owes(self) -> None:
        if self.owes and self.where() in {"accepted", "in_work", "waiting"}:
            self.waits_for_money = self.taken = True

    def refuse_to_accept(self, who: str, _today: date) -> bool:
        if self.where() != "lodged" or who not in {"desk", *OFFICIALS}:
            return False
        self.turned_away = True
        return True

    def take_up(self, who: str, _today: date) -> bool:
        if self.where() not in {"accepted", "in_work"} or self.official or who not in OFFICIALS:
            return False
        self.official, self.taken = who, True
        return True

    def put_back(self, who: str, _today: date) -> bool:
        if self.over() or not self.official or who != self.official:
            return False
        self.official = ""
        return True

    def ask_correction(self, who: str, today: date) -> bool:
        if self.where() not in {"in_work", "waiting"} or not self._is_official(who):
            return False
        self.wanted_until = today + 3 * DAY
        return True

    def _is_official(self, who: str) -> bool:
        return bool(self.official) and who == self.official

    def correct(self, who: str, _today: date) -> bool:
        if self.where() != "correction" or who != "applicant":
            return False
        self.wanted_until = None
        self._turn_to_who_owes()
        return True

    def go_on(self, who: str, today: date) -> bool:
        """Silence decides nothing: after the day the official goes on with what there is."""
        if self.where() not in {"correction", "awaiting_payment"} or not self._is_official(who):
            return False
        if self.wanted_until and today <= self.wanted_until:
            return False
        self.wanted_until, self.waits_for_money = None, False
        return True

    def await_payment(self, _who: str, _today: date) -> bool:
        if not self.over():
            self.owes = True
            self._turn_to_who_owes()
        return True

    def payment_received(self, _who: str, _today: date) -> bool:
        self.owes = self.waits_for_money = False
        return True

    def answer(self, _who: str, _today: date) -> bool:
        """The other body answers all it was asked."""
        was_waiting = self.where() == "waiting"
        self.questions = False
        if was_waiting:
            self._turn_to_who_owes()
        return True

    def suspend(self, who: str, today: date) -> bool:
        if self.where() != "in_work" or not self._is_official(who):
            return False
        self.abroad = True
        self.stood.append((today, None))
        return True

    def resume(self, who: str, today: date) -> bool:
        if self.where() != "suspended" or not self._is_official(who):
            return False
        self.abroad = False
        self.stood[-1] = (self.stood[-1][0], today)
        self._turn_to_who_owes()
        return True

    def grant(self, who: str, _today: date) -> bool:
        if self.owes:
            return False
        return self._decide("granted", who)

    def refuse(self, who: str, _today: date) -> bool:
        return self._decide("refused", who)

    def _decide(self, what: str, who: str) -> bool:
        if self.where() != "in_work" or not self._is_official(who):
            return False
        if self.two:
            self.draft, self.writer = what, who
        else:
            self.decided = what
        return True

    def confirm(self, who: str, _today: date) -> bool:
        if self.where() != "to_confirm" or who not in OFFICIALS or who == self.writer:
            return False
        if self.draft == "granted" and self.owes:
            return False
        self.decided, self.draft = self.draft, ""
        return True

    def give_back(self, who: str, _today: date) -> bool:
        may = who in OFFICIALS and (who != self.writer or who == self.official)
        if self.where() != "to_confirm" or not may:
            return False
        self.draft = ""
        self._turn_to_who_owes()
        return True

    def deliver(self, who: str, _today: date) -> bool:
        if self.where() not in {"granted", "refused"}:
            return True  # nothing to deliver, nothing wrong
        if who not in {"system", "applicant"} and not self._is_official(who):
            return False
        self.told = True
        return True

    def withdraw(self, who: str, _today: date) -> bool:
        """Any time before the end (art. 10)."""
        if self.over() or who != "applicant":
            return False
        self.withdrawn = True
        return True

    def reopen(self, _who: str, today: date) -> bool:
        """A complaint is upheld: cancelled and returned, with the whole term, to somebody else or anew."""
        if not (self.turned_away or self.decided) or self.struck:
            return False
        never_accepted = self.turned_away
        self.turned_away, self.decided, self.told, self.official = False, "", False, ""
        self.accepted = self.taken = True
        self.began, self.longer, self.stood = today, False, []
        if never_accepted:
            self._ask_others()
        self._turn_to_who_owes()
        return True

    def annul(self, _who: str, _today: date) -> bool:
        if not (self.turned_away or self.decided) or self.struck:
            return False
        self.struck = True
        return True


ACTS = (
    "accept", "refuse_to_accept", "take_up", "put_back", "ask_correction", "correct", "go_on", "await_payment",
    "payment_received", "answer", "suspend", "resume", "grant", "refuse", "confirm", "give_back", "deliver",
    "withdraw", "reopen", "annul",
)  # fmt: skip
BY_THE_SYSTEM = {"await_payment", "payment_received", "answer", "reopen", "annul"}
