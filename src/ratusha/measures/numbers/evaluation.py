"""What the evaluation of a pilot says beside its effect: who answered, what it cost, what one more site would cost."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from ratusha.kernel.dates import local_day
from ratusha.measures.law import law
from ratusha.measures.models import Evaluation, PilotTerms
from ratusha.measures.site_costs import ENOUGH, PerSite
from ratusha.ui.numbers import Input, Number, Unit, Words

from .of_one import Of

DIGITS = 3  # as an evaluation is kept


@dataclass(frozen=True)
class Evaluated:
    """The last evaluation of a pilot, as the paper behind its figures."""

    of: Of
    one: Evaluation

    @property
    def on(self) -> date:
        return local_day(self.one.at)

    @cached_property
    def terms(self) -> PilotTerms:
        return PilotTerms.objects.get(pk=self.of.case.pk)

    @cached_property
    def per_site(self) -> PerSite | None:
        return self.one.per_site(law().aids.outside.percent)

    def written(self, field: str, label: str, unit: Unit) -> Number | None:
        """A figure that the evaluation states and that nothing computes."""
        value = getattr(self.one, field)
        if value is None:
            return None
        return self.of.given(label, value, unit, paper=_paper(), at=self.one.at, by=self.one.by)

    def stated(self, name: str, label: Words, value: Any, unit: Unit, address: str = "") -> Input:
        return Input(name, label, value, unit, _paper(), self.on, self.of.by(self.one.by), address)


def _paper() -> str:
    return _("Evaluation of the pilot")


def evaluated(of: Of, key: str) -> Evaluated | None:
    """Its figures have no key."""
    found = Evaluation.objects.filter(case=of.case).select_related("by").last()
    return Evaluated(of, found) if found and not key else None


def answers(of: Of, key: str) -> Number | None:
    found = evaluated(of, key)
    return None if found is None else found.written("answers", _("Users who answered"), Unit.COUNT)


def cost(of: Of, key: str) -> Number | None:
    found = evaluated(of, key)
    return None if found is None else found.written("cost", _("Cost of the pilot"), Unit.MONEY)


def for_a_thousand(of: Of, key: str) -> Number | None:
    found = evaluated(of, key)
    if found is None or not found.one.cost:
        return None
    inputs = [
        found.stated(
            "effect", _("Effect of the pilot"), found.one.effect, Unit.FACTOR, of.to("effect")
        ),
        found.stated("cost", _("Cost of the pilot"), found.one.cost, Unit.MONEY, of.to("cost")),
    ]
    return of.made(_("Effect for each thousand spent"), found.one.for_a_thousand(), _("effect ÷ cost × 1000"),
                   f"rounded(effect / cost * 1000, {DIGITS})", inputs, coverage=_("this evaluation"),
                   unit=Unit.FACTOR, as_of=found.on)  # fmt: skip


# ---- one more site ----
def _sites(of: Of, key: str) -> tuple[Evaluated, PerSite, list[Input], dict[str, Any]] | None:
    found = evaluated(of, key)
    if found is None or found.per_site is None:
        return None
    inputs = [
        found.stated("site", name, Decimal(paid), Unit.MONEY) for name, paid in found.one.sites
    ]
    coverage = _("%(number)s sites whose cost is known") % {"number": found.per_site.count}
    return found, found.per_site, inputs, {"coverage": coverage, "as_of": found.on}


def sites(of: Of, key: str) -> Number | None:
    if (asked := _sites(of, key)) is None:
        return None
    _found, cost_of, inputs, kept = asked
    said = _("sites whose cost is known")
    return of.made(_("Sites"), cost_of.count, said, "count(site)", inputs, unit=Unit.COUNT, **kept)


def site_half(of: Of, key: str) -> Number | None:
    if (asked := _sites(of, key)) is None:
        return None
    _found, cost_of, inputs, kept = asked
    said = _("half of the sites cost less, half more")
    return of.made(
        _("One more site, P50"), cost_of.half, said, "rounded(median(site), 2)", inputs, **kept
    )


def site_most(of: Of, key: str) -> Number | None:
    """Of few sites the spread of an outside class is taken, which is an input then."""
    if (asked := _sites(of, key)) is None:
        return None
    _found, cost_of, inputs, kept = asked
    if len(inputs) >= ENOUGH:
        said = _("four in five of the sites cost less")
        expression = "rounded(percentile(site, 80), 2)"
    else:
        outside = law().aids.outside
        inputs.append(
            Input("dearer", outside.said(), outside.percent, Unit.INDEX, outside.source.said())
        )
        said = _("the middle of the sites, and as much more as an outside class became dearer by")
        expression = "rounded(median(site) * (1 + dearer / 100), 2)"
    return of.made(_("One more site, P80"), cost_of.most, said, expression, inputs, **kept)
