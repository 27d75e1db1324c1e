"""Software of the demonstration state, and two cards on their way through the approvers."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from ratusha.kernel.pack import pack
from ratusha.systems import public as systems

from .officials import Account

DAYS_LATE = 30
OFFICE = "office-04"  # of the ministry of health
TRACES = (
    "kind,organisation,subject\n"
    "contract,Гарвыканкам (узор),Стварэнне інфармацыйнай сістэмы ўліку зялёных насаджэнняў (узор)\n"
    "contract,Паліклініка (узор),Набыццё праграмнага комплексу лабараторыі (узор)\n"
)


def install_software(numbers: dict[str, str], *, now: datetime) -> int:
    """`numbers`: of the systems by their keys. Returns how many items there are."""
    told = pack().yaml("demonstration/systems.yaml")
    today = timezone.localdate(now)
    items = {
        one["key"]: systems.enter_software(
            name=one["name"], version=one["version"], vendor=one["vendor"], vendor_group="",
            origin=one["origin"], layer=one["layer"], licence=one.get("licence", ""), cost=one.get("cost"),
            criticality=one["criticality"], exemption=one.get("exemption", ""), mirror=one.get("mirror", ""),
            bus_factor=one.get("bus_factor"), registry_number=one.get("registry", ""), sample=True,
            support_ends_on=today + timedelta(days=one["support_ends"]) if "support_ends" in one else None,
            bought_on=today - timedelta(days=one["bought"]) if "bought" in one else None,
        )
        for one in told["software"]
    }  # fmt: skip
    for key, used in told["uses"].items():
        systems.use_software(numbers[key], [items[one] for one in used], since=today)
    for one in told["substitutes"]:
        plan = (
            {"wave": one["wave"], "on": today + timedelta(days=one["in_days"])}
            if "wave" in one
            else None
        )
        systems.enter_substitute(
            items[one["item"]], items[one["by"]], fit=one["fit"], evidence=f"{one['evidence']} (узор).", plan=plan
        )  # fmt: skip
    return len(items)


def open_offices(officials: dict[str, Account], *, now: datetime) -> int:
    """All offices of the pack; people, a need and a training in one; traces for the registrar. How many offices."""
    count = systems.load_offices(pack())
    today = timezone.localdate(now)
    quarter = f"{today.year + 1}-Q1"
    for role, level, people in (("data", 2, 6), ("architect", 3, 5), ("security", 3, 2)):
        for _one in range(people):
            systems.enter_specialist(OFFICE, role=role, level=level, since=today, by=None)
    systems.need(OFFICE, role="security", level=3, people=4, quarter=quarter, by=None, on=today)
    systems.ask_for_training(
        OFFICE, kind="qualification", role="security", level=3, course="Абарона ў воблаку (узор)", provider="",
        budget=None, quarter=quarter, by=None, on=today,
    )  # fmt: skip
    systems.take_traces(
        TRACES.encode(),
        by=officials["council_secretary"].user,
        now=now - timedelta(days=DAYS_LATE + 5),
    )
    return count


def bring_cards(officials: dict[str, Account], *, now: datetime) -> None:
    """One card waits for approvers of whom one is late; one is being written."""
    keeper = officials["systems_keeper"].user
    body = keeper.bodies_with("systems.keep", on=timezone.localdate(now))[0]
    earlier = now - timedelta(days=DAYS_LATE)
    asked = systems.begin(
        body,
        name={"be": "Рэестр медыцынскіх вырабаў (узор)"},
        kind="resource",
        by=keeper,
        now=earlier,
    )
    card: dict[str, Any] = {
        "sphere": "health", "purpose": {"be": "Улік медыцынскіх вырабаў (узор)."}, "sample": True,
        "statuses": [{"status": "planned", "on": timezone.localdate(earlier).isoformat()}],
    }  # fmt: skip
    systems.write(asked.pk, lambda told: {**told, **card}, by=keeper, now=earlier)
    filing = systems.ask(asked.pk, by=keeper, now=earlier)
    for one in filing.asked.filter(approver__in=("security", "archives", "statistics")):
        by = officials[f"systems_{one.approver}"].user
        systems.answer(
            one.pk, answer="positive", reasons="", by=by, now=earlier + timedelta(days=3)
        )
    systems.begin(body, name={"be": "Тэлемедыцына (узор)"}, kind="platform", by=keeper, now=now)
