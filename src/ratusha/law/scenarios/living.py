"""Living through the scenarios of a definition, each undone behind itself. Every surprise makes one red, in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.applications.public import Filled
from ratusha.cases.public import Case
from ratusha.kernel.errors import DomainError
from ratusha.procedures.public import Definition

from .conditions import Goal
from .derive import Kind, Scenario
from .life import Broken, Life, Told, Verdict
from .sandbox import Sandbox
from .ways import FROM_ACCEPTED, FROM_LODGED, WAYS


def live_all(scenarios: list[Scenario], box: Sandbox, promise: Definition) -> list[Told]:
    """In the order of the scenarios. What begins with the same lodged case is tried on one case, each time undone."""
    told = {one.code: Told(one) for one in scenarios}
    seen: list[tuple[Filled, Told]] = []
    shared = [one for one in told.values() if one.scenario.kind in FROM_LODGED]
    for one in told.values():
        if one not in shared:
            _live(Life(box, promise, one, box.now), seen)
    if shared:
        _live_together(shared, box, promise)
    return list(told.values())


def _live(life: Life, seen: list[tuple[Filled, Told]]) -> None:
    """In a savepoint of its own: the next scenario begins where this one began."""
    scenario = life.told.scenario
    with _verdict_of([life.told]), _undone():
        if scenario.kind is Kind.BRANCH and _was_seen(life, seen):
            return
        filled = life.prepared(scenario.goals)
        if filled is None:
            life.told.verdict, life.told.reason = _not_found(scenario)
            return
        WAYS[scenario.kind](life, filled)
        seen.append((filled, life.told))


def _was_seen(life: Life, seen: list[tuple[Filled, Told]]) -> bool:
    """Whether a case lodged before went this way already; then its steps are told again."""
    for filled, earlier in seen:
        if all(filled.holds(g.condition) == g.holds for g in life.told.scenario.goals):
            life.told.steps = earlier.steps[:1]
            return True
    return False


def _live_together(shared: list[Told], box: Sandbox, promise: Definition) -> None:
    whole = Life(box, promise, Told(Scenario("shared", Kind.APPLY, promise.heading)), box.now)
    with _verdict_of(shared), _undone():
        filled = whole.prepared(())
        if filled is None:
            raise Broken(_("No answers were found with which one can apply."))
        case = whole.lodged(filled)
        for stage in (FROM_LODGED, FROM_ACCEPTED):
            if stage is FROM_ACCEPTED:
                whole.accepted(case)
            for told in shared:
                kind = told.scenario.kind
                if (kind in FROM_ACCEPTED) == (stage is FROM_ACCEPTED):
                    with _verdict_of([told]), _undone():
                        told.steps = list(whole.told.steps)
                        life = Life(box, promise, told, whole.now, whole.variant)
                        FROM_LODGED[kind](life, Case.objects.get(pk=case.pk))


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


@contextmanager
def _verdict_of(about: list[Told]) -> Iterator[None]:
    """What stops a scenario makes it red, in the words with which it was stopped."""
    try:
        yield
    except DomainError as error:
        reason = error.message
    except Broken as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - whatever breaks an act keeps the definition out of force
        words = _("The platform cannot carry this out: %(error)s")
        reason = words % {"error": f"{type(error).__name__} {error}".strip()[:300]}
    else:
        return
    for told in about:
        if told.verdict is Verdict.GREEN:
            told.verdict, told.reason = Verdict.RED, reason


def _not_found(scenario: Scenario) -> tuple[Verdict, str]:
    goal = scenario.goals[-1] if scenario.goals else Goal("")
    values = {"condition": goal.condition}
    if goal.holds:
        return Verdict.NOT_REACHED, _(
            "No answers were found under which this holds: %(condition)s"
        ) % values
    return Verdict.NOT_REACHED, _(
        "No answers were found under which this fails: %(condition)s"
    ) % values
