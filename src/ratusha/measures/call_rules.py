"""The yearly call for pilots: set by an act, in three languages, open between two days. Pure.

Regulation on pilot projects (Edict No. 381), step 1; no official text says how the call is made: its terms are
a sample.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.texts import Text

from .passport.names import names_a_person


class CallState(TextChoices):
    DRAFT = "draft", gettext_lazy("Being prepared")
    ANNOUNCED = "announced", gettext_lazy("Announced, opens later")
    OPEN = "open", gettext_lazy("Applications are taken")
    CLOSED = "closed", gettext_lazy("Closed, applications are no longer taken")


def state_of(*, published: bool, opens_on: date, closes_on: date, today: date) -> CallState:
    if not published:
        return CallState.DRAFT
    if today < opens_on:
        return CallState.ANNOUNCED
    return CallState.OPEN if today <= closes_on else CallState.CLOSED


def require_days(opens_on: date, closes_on: date, *, least: int) -> None:
    """Everybody has time to write an application."""
    if (closes_on - opens_on).days + 1 < least:
        message = _("A call is open for at least %(days)s days.") % {"days": least}
        raise RuleBroken("pilot.call_too_short", message, field="closes_on")


def require_every_language(texts: Mapping[str, Text]) -> None:
    """What is asked of everybody is said in each language of the site."""
    for name, said in texts.items():
        for language, _own_name in settings.LANGUAGES:
            if not said.get(language, "").strip():
                message = _("Write it in every language of the site.")
                raise RuleBroken(f"pilot.call_{name}", message, field=f"{name}_{language}")


def require_not_published(state: CallState) -> None:
    """What was published is what applicants relied on: it is not edited."""
    if state != CallState.DRAFT:
        raise RuleBroken("pilot.call_published", _("A published call is not changed."))


def code_of_call(year: int, taken: Iterable[str]) -> str:
    """The year, and a number from the second on: after every one that is there."""
    places = {1 if one == str(year) else int(one.rpartition("-")[2]) for one in taken}
    place = next_place(places)
    return str(year) if place == 1 else f"{year}-{place}"


def require_new(codes: Iterable[str]) -> None:
    """Sent twice, or by two at once: the second is shown the first."""
    for code in codes:
        message = _("This very call is being prepared already: open the draft %(code)s.")
        raise Conflict("pilot.call_written_already", message % {"code": code})


def require_directions(count: int) -> None:
    if not count:
        message = _("Add at least one direction before the call is published.")
        raise RuleBroken("pilot.call_without_directions", message)


def require_opens_ahead(opens_on: date, today: date) -> None:
    if opens_on < today:
        message = _("The call cannot have been open before it is published: move its days.")
        raise RuleBroken("pilot.call_opens_before", message)


def require_open(state: CallState) -> None:
    """Step 1: an application is made under a direction whose call is open that day."""
    if state != CallState.OPEN:
        message = _("Applications are taken only under a direction of a call that is open.")
        raise RuleBroken("pilot.call_not_open", message, field="direction")


def require_no_person(words: str, *, field: str) -> None:
    """What everybody will read names nobody."""
    if names_a_person(words):
        message = _("Everybody will read this: leave out the names of persons.")
        raise RuleBroken("pilot.names_a_person", message, field=field)


def next_place(taken: Iterable[int]) -> int:
    return max(taken, default=0) + 1
