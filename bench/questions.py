"""What is asked of the site, prepared inside the state: addresses, cookies, drafts ready to be lodged."""

from typing import Any
from urllib.parse import quote_plus

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone, translation

from ratusha.accounts.public import User
from ratusha.cases.models import Case
from ratusha.procedures.public import in_force

from .acts import prepare_drafts
from .fill import at_the_desk, clerk
from .people import applicants, headers_of

WORDS = (
    "детский сад", "прописка", "даведка аб складзе сям’і", "открыть магазин", "family composition",
    "пасобие на ребенка", "lbnzxbq cfl", "регистрация автомобиля", "пенсія", "сменить фамилию",
)  # fmt: skip


def pages(lodgings: int, steps: int) -> dict[str, Any]:
    translation.activate("be")
    official = clerk()
    there = at_the_desk()
    busiest = (
        Case.objects.values("lodged_by")
        .annotate(n=Count("pk"))
        .order_by("-n")
        .exclude(lodged_by=official.pk)
    )
    citizen = User.objects.get(pk=busiest[0]["lodged_by"])
    own = Case.objects.filter(lodged_by=citizen).order_by("-lodged_at")[0]
    editions = (
        in_force(timezone.localdate())
        .values_list("procedure_id", flat=True)
        .order_by("procedure__position")
    )
    described = (
        in_force(timezone.localdate())
        .filter(electronic_level__gte="e3")
        .values_list("procedure_id", flat=True)
    )
    search = reverse("portal:search")
    return {
        "public": {
            "home": [reverse("portal:home")],
            "search": [f"{search}?q={quote_plus(word)}" for word in WORDS],
            "procedure": [_procedure(code) for code in described],
            "procedures": [_procedure(code) for code in editions[::20]],
        },
        "citizen": {
            "headers": headers_of(citizen),
            "my_page": [reverse("portal:my_page")],
            "case": [reverse("applications:case", args=[own.reference])],
        },
        "official": {
            "headers": headers_of(official, acting_for=official.appointments[0].body_id),
            "desk": [reverse("portal:desk")],
            "desk_case": [
                reverse("applications:desk_case", args=[one.reference])
                for one in there.order_by("-lodged_at")[:50]
            ],
        },
        "lodging": [
            (reverse("applications:check", args=[draft]), headers_of(user))
            for draft, user in prepare_drafts(applicants(lodgings))
        ],
        "steps": [
            reverse("applications:desk_accept", args=[one.reference])
            for one in there.filter(status="lodged", handler=None)[:steps]
        ],
    }


def _procedure(code: str) -> str:
    listed, _slash, number = code.partition("/")
    return reverse("portal:procedure", args=[listed, number])
