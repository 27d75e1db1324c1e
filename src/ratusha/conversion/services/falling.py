"""Timed: what was switched on and has gone badly for two quarters goes back to the queue, with the reason."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.audit.public import record
from ratusha.conversion.models import Card, Stage
from ratusha.conversion.presentation import reasons_said
from ratusha.conversion.quality import Quarter, fallen_back
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import notify


@transaction.atomic
def judge(now: datetime) -> int:
    """How many cards fell back tonight. Repeated, it finds none of them again."""
    today = timezone.localdate(now)
    red = fallen_back(today)
    working = (
        Card.objects.select_for_update(of=("self",))
        .select_related("drawn_by")
        .filter(stage=Stage.SWITCHED_ON, procedure__in=red)
    )
    found = list(working.order_by("pk"))
    for card in found:
        card.stage, card.fell_back_on = Stage.FELL_BACK, today
        card.rated = [_told(one) for one in red[card.procedure]]
        card.save(update_fields=["stage", "fell_back_on", "rated"])
        record("conversion.fall_back", "card", card.pk, by=None, body=card.body_id)
        _write(card, now)
    return len(found)


def _told(one: Quarter) -> dict[str, object]:
    return {
        "first": one.first.isoformat(), "ratings": one.ratings, "mean": one.mean, "red": one.red,
        "left_share": one.going.left_share, "answered_share": one.going.answered_share,
    }  # fmt: skip


def _write(card: Card, now: datetime) -> None:
    """To whoever has drawn the card: what people say of the new way, and where to begin again."""
    if card.drawn_by.party_id is None:
        return
    words = {"procedure": card.procedure}
    notify(
        party_id=card.drawn_by.party_id,
        kind="conversion.fell_back",
        subject=in_all_languages(
            lambda: _("%(procedure)s is back in the queue of conversion") % words
        ),
        body=in_all_languages(
            lambda: "\n\n".join(
                (
                    _("It has gone badly for two quarters. Draw its way anew."),
                    "\n".join(f"{one['first']}: {reasons_said(one)}" for one in card.rated),
                )
            )
        ),
        once=f"conversion.fell_back:{card.pk}",
        now=now,
    )
