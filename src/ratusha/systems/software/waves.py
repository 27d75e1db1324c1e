"""The waves of replacement as numbers: what is replaced by what, never where it runs."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from ratusha.systems.models import Replacement
from ratusha.ui.numbers import Input, Number, counted

from .numbers import VERSION

MOST = 32_767  # of a small number of the table


def number_of_wave(code: str, wave: str, today: date) -> Number | None:
    """`replacements` of a wave, and how many of them are `replaced`."""
    if code not in {"replacements", "replaced"} or not wave.isdecimal():
        return None
    plans = list(
        Replacement.objects.filter(wave=min(int(wave), MOST)).select_related("item", "substitute")
    )
    if not plans:
        return None
    done = [one for one in plans if one.done_on]
    rows = [_row(one) for one in (plans if code == "replacements" else done)]
    value, expression = counted("replacement", rows)
    label, said = {
        "replacements": (_("Replacements"), _("plans of this wave")),
        "replaced": (_("Done"), _("plans of this wave that were carried out")),
    }[code]
    covers = _("%(done)s of %(of)s plans of the wave are carried out") % {
        "done": len(done), "of": len(plans),
    }  # fmt: skip
    return Number(
        label, value, said, expression, VERSION, today, covers, rows,
        of=_("wave %(number)s") % {"number": wave},
    )  # fmt: skip


def _row(one: Replacement) -> Input:
    note = one.result or one.measure
    return Input("replacement", f"{one.item.name} → {one.substitute.name}", 1, note=note,
                 on=one.done_on or one.on)  # fmt: skip


def waves() -> Sequence[tuple[int, date, int, int]]:
    """Number, when it begins, how many plans, how many of them done."""
    found: dict[int, list[Replacement]] = {}
    for one in Replacement.objects.all():
        found.setdefault(one.wave, []).append(one)
    return [
        (wave, min(one.on for one in plans), len(plans), sum(one.done_on is not None for one in plans))
        for wave, plans in sorted(found.items())
    ]  # fmt: skip
