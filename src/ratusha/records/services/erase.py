"""Carrying out a confirmed act of disposal: case by case, each in a transaction of its own; a second run goes on."""

import logging
from datetime import datetime

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from ratusha.audit.public import record
from ratusha.cases.public import Case, erase, lock
from ratusha.records.disposal.due import hanging_on
from ratusha.records.disposal.sockets import erase_everywhere
from ratusha.records.models import DataRequest, Disposal, DisposalItem, Hold, Reply

MOST_AT_ONCE = 200
log = logging.getLogger(__name__)


def carry_out(now: datetime) -> int:
    """What two officials have confirmed and is not ended yet; how many cases were erased."""
    waiting = DisposalItem.objects.filter(ended_at=None, disposal__confirmed_at__isnull=False)
    erased = 0
    for item_id in list(
        waiting.order_by("disposal", "pk").values_list("pk", flat=True)[:MOST_AT_ONCE]
    ):
        try:
            erased += _end(item_id, now)
        except (models.ProtectedError, IntegrityError):  # a module has rows that it does not erase
            log.exception("a case of a confirmed act cannot be erased: item %s", item_id)
    _finish(now)
    return erased


@transaction.atomic
def _end(item_id: int, now: datetime) -> bool:
    """Erase the case of this item, or keep it and say why. Two runs at once share the work."""
    free = DisposalItem.objects.select_for_update(of=("self",), skip_locked=True)
    item = free.select_related("disposal").filter(pk=item_id, ended_at=None).first()
    if item is None:
        return False
    case = lock(item.case_id)
    item.kept_because = hanging_on([case], timezone.localdate(now)).get(case.pk, "")
    if not item.kept_because:
        _erase(case)
    item.ended_at = now
    item.save(update_fields=["ended_at", "kept_because"])
    record(
        "records.kept" if item.kept_because else "records.erase",
        "case",
        item.reference,
        by=None,
        body=item.disposal.body_id,
        disposal=item.disposal.reference,
        because=item.kept_because,
    )
    return not item.kept_because


def _erase(case: Case) -> None:
    erase_everywhere(case)
    for table in (Reply, DataRequest, Hold):
        table.objects.filter(case=case).delete()
    erase(case)


@transaction.atomic
def _finish(now: datetime) -> None:
    running = Disposal.objects.filter(confirmed_at__isnull=False, finished_at=None)
    for disposal in running.select_for_update(skip_locked=True):
        if not disposal.items.filter(ended_at=None).exists():
            disposal.finished_at = now
            disposal.save(update_fields=["finished_at"])
            kept = disposal.items.exclude(kept_because="").count()
            record(
                "records.disposal_finish",
                "disposal",
                disposal.reference,
                by=None,
                body=disposal.body_id,
                kept=kept,
            )
