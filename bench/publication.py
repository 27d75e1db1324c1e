"""One row of the law from its text to an edition in force: how long each act takes, with scenarios lived through."""

import time
from datetime import date, datetime
from statistics import median
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User, appoint, prepare_cabinet
from ratusha.law.models import Verdict
from ratusha.law.workshop import services
from ratusha.parties.public import Organisation

NAMES = {"be": "Вымярэнне", "ru": "Измерение", "en": "Measuring"}
# Numbers and names are of the list; what the other cells say is made up for the measurement.
ROWS = {
    "2.26": "Выдача справки о размере получаемой пенсии",
    "2.27": "Выдача справки о неполучении пенсии",
    "2.31": "Выдача справки о регистрации гражданина в качестве безработного",
}
CELLS = """паспорт или иной документ, удостоверяющий личность
свидетельство о рождении ребенка – для граждан, имеющих детей
документ, подтверждающий внесение платы
0,1 базовой величины; бесплатно – для пенсионеров
{days} дней со дня подачи заявления, а в случае запроса документов и (или) сведений от других органов – 1 месяц
6 месяцев"""


def publication(count: int = 6) -> dict[str, Any]:
    """`count` rows, none with a wording that was tried before; each is undone, so that nothing remains."""
    taken: dict[str, list[float]] = {"compiling": [], "publishing": [], "publishing_cpu": []}
    scenarios = 0
    for number in range(count):
        code = list(ROWS)[number % len(ROWS)]
        with transaction.atomic():
            told, scenarios = _one(code, 10 + number)
            for act, seconds in told.items():
                taken[act].append(seconds)
            transaction.set_rollback(True)
    return {
        "scenarios_each": scenarios,
        "compiling": {"p50": _ms(median(taken["compiling"])), "count": count},
        "publishing": {
            "p50": _ms(median(taken["publishing"])),
            "cpu_ms": _ms(median(taken["publishing_cpu"])),
            "count": count,
        },
    }


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)


def _one(code: str, days: int) -> tuple[dict[str, float], int]:
    now = timezone.now()
    office = Organisation.objects.filter(is_body=True).order_by("code")[0].pk
    first, second = _lawyer(office, now.date()), _lawyer(office, now.date())
    start = time.perf_counter()
    text = f"{code}. {ROWS[code]}\n{CELLS.format(days=days)}"
    (draft,) = services.take_in(text.encode(), by=first, body_id=office, now=now)
    compiling = time.perf_counter() - start
    services.settle(draft, services.open_facts(draft), {}, by=first, now=now)
    services.review(draft, by=first, now=now)
    start, cpu = time.perf_counter(), time.process_time()
    services.publish(draft, timezone.localdate(now), by=second, now=now)
    publishing, cpu = time.perf_counter() - start, time.process_time() - cpu
    told = {"compiling": compiling, "publishing": publishing, "publishing_cpu": cpu}
    return told, _scenarios_of(draft.code, now)


def _scenarios_of(code: str, now: datetime) -> int:
    """How many were lived through just now; none would mean that an old verdict was found."""
    told = Verdict.objects.get(code=code, tried_at=now).told
    return len(told["scenarios"])


def _lawyer(office: UUID, today: date) -> User:
    user = prepare_cabinet(None, display_name="bench", language="be")
    appoint(user, office, ["law.compile", "law.publish"], NAMES, today, by=None)
    return user
