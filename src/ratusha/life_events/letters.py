"""What a person is told: one letter about a whole sitting, about what can go on, and about an offer."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_all_languages, in_my_language
from ratusha.notifications.public import notify

from .models import Errand, Offer, Sitting
from .reading import LifeEvent, OfferRule, life_event


def _here(text: dict[str, str]) -> str:
    return in_my_language(text).text


def write_about_sitting(sitting: Sitting, cases: Sequence[Case], *, now: datetime) -> None:
    """Everything that was lodged together, in one notice."""
    event = life_event(sitting.event)
    assert event is not None  # noqa: S101 - lodged under it this moment

    def body() -> str:
        lines = [_("All of it is lodged. Each has its own number and its own term:")]
        lines += [
            _("%(title)s: %(reference)s, answer by %(day)s")
            % {
                "title": _here(case.title),
                "reference": case.reference,
                "day": day_in_words(case.due_on) if case.due_on else "—",
            }
            for case in cases
        ]
        return "\n".join(lines)

    notify(
        party_id=sitting.applicant_id,
        kind="sitting_lodged",
        subject=in_all_languages(
            lambda: _("Lodged in one sitting: %(event)s") % {"event": _here(event.title)}
        ),
        body=in_all_languages(body),
        once=f"sitting:{sitting.pk}:{cases[0].reference}",
        now=now,
    )


def write_about_next(sitting: Sitting, errand: Errand, event: LifeEvent, *, now: datetime) -> None:
    """What had to wait for a result can be filled in now."""
    name = event.named(errand.procedure)
    notify(
        party_id=sitting.applicant_id,
        kind="sitting_goes_on",
        subject=in_all_languages(lambda: _("You can go on: %(name)s") % {"name": _here(name)}),
        body=in_all_languages(
            lambda: (
                _("What this had to wait for is granted. Go on from “My page”: %(event)s.")
                % {"event": _here(event.title)}
            )
        ),
        once=f"sitting_next:{errand.pk}",
        now=now,
    )


def write_about_offer(offer: Offer, rule: OfferRule, *, now: datetime) -> None:
    def body() -> str:
        words = {"reason": _here(rule.reason), "day": day_in_words(offer.until)}
        if rule.questions_left:
            said = _(
                "%(reason)s What we know is written down already: look at it on “My page” and answer the rest, or "
                "decline. The offer stands until %(day)s."
            )
        else:
            said = _(
                "%(reason)s You need not fill in anything: look at it on “My page” and confirm, or decline. The "
                "offer stands until %(day)s."
            )
        return said % words

    notify(
        party_id=offer.person_id,
        kind="offer",
        subject=in_all_languages(lambda: _here(rule.title)),
        body=in_all_languages(body),
        once=f"offer:{offer.pk}",
        now=now,
    )
