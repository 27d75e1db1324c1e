"""The published figures, each with what it was counted from: chapters, months, marks, weeks; never a person’s case."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import chain

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from ratusha.cases.public import Case, Criterion, Skeleton
from ratusha.kernel.texts import Said, in_my_language
from ratusha.procedures.public import electronic_share_by_chapter
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit

from .finishing import calibration
from .marks import told_marks
from .models import Calibration
from .queries import CLOSED, CLOSED_IN_TERM, figures_on, overdue_on

BY_ITSELF = 3  # digits of a share as it is published


def find(code: str, key: str, on: date) -> Number | None:
    """Weeks alone have a key: their Monday."""
    if code in OF_WEEKS:
        return OF_WEEKS[code](key)
    make = MADE.get(code)
    return make(on) if make and not key else None


def procedures(on: date) -> Number:
    inputs = _chapters(on, "chapter", whole=True)
    value = sum(one.value for one in inputs)
    return Number(_("procedures in force"), value, _("procedures that are in force"), "sum(chapter)", "in-force-1", on,
                  _all_in_force(value), inputs)  # fmt: skip


def electronic(on: date) -> Number | None:
    share = figures_on(on).electronic
    if share.value is None:
        return None
    inputs = [*_chapters(on, "online", whole=False), *_chapters(on, "all", whole=True)]
    return Number(_("of them fully online"), share.value, _("applied for and decided online ÷ in force"),
                  f"rounded(sum(online) / sum(all), {BY_ITSELF})", share.formula, on, _all_in_force(share.denominator),
                  inputs, Unit.SHARE)  # fmt: skip


def _all_in_force(number: int) -> str:
    return _("all %(number)s procedures in force") % {"number": number}


def _chapters(on: date, name: str, *, whole: bool) -> list[Input]:
    return [
        Input(name, _chapter(one.list_code, one.number, in_my_language(one.name)),
              one.share.denominator if whole else one.share.numerator, on=on,
              address=address_of("portal:chapter", one.list_code, one.number))
        for one in electronic_share_by_chapter(on)
    ]  # fmt: skip


def _chapter(code: str, number: int, name: Said) -> Said:
    return Said(f"{code}, {number}. {name.text}", name.lang)


def in_term(on: date) -> Number | None:
    """By the month in which cases were closed; erased ones are counted on in their month."""
    share = figures_on(on).in_term
    if share.value is None:
        return None
    closed: Counter[date] = Counter()
    kept: Counter[date] = Counter()
    cases = Case.objects.filter(CLOSED).annotate(month=TruncMonth("closed_on")).order_by()
    counted = cases.values_list("month").annotate(
        all=Count("pk"), good=Count("pk", filter=CLOSED_IN_TERM)
    )
    erased = Skeleton.objects.order_by().values_list("closed_in")
    for month, all_, good in chain(
        counted, erased.annotate(all=Count("pk"), good=Count("pk", filter=Q(in_term=True)))
    ):
        closed[month] += all_
        kept[month] += good
    inputs = [
        *(Input("in_term", f"{month:%Y-%m}", kept[month], note=_("closed by the due day")) for month in sorted(closed)),
        *(Input("closed", f"{month:%Y-%m}", closed[month], note=_("closed")) for month in sorted(closed)),
        Input("overdue", _("Running after their due day"), overdue_on(on), on=on),
    ]  # fmt: skip
    told = _("all %(number)s cases that were closed or are overdue") % {"number": share.denominator}
    return Number(_("of cases in their term"), share.value, _("closed by the due day ÷ closed and overdue"),
                  f"rounded(sum(in_term) / (sum(closed) + overdue), {BY_ITSELF})", share.formula, on, told, inputs,
                  Unit.SHARE)  # fmt: skip


def satisfaction(on: date) -> Number | None:
    """By what was asked; of erased cases only the sum of their four marks is left."""
    mean = figures_on(on).satisfaction
    if mean.value is None:
        return None
    given = told_marks()
    inputs = [
        Input(
            "marks", str(one.label), sum(marks[place] * often for marks, often in given.items()),
            note=_("marks, summed"),
        )
        for place, one in enumerate(Criterion)
    ]  # fmt: skip
    inputs.append(Input("rated", _("Cases that were rated"), given.total()))
    told = _(
        "%(number)s cases that were rated until the end of the last quarter that is told;"
        " a quarter of few waits for the next"
    ) % {"number": mean.count}
    return Number(_("rating of results, out of 5"), mean.value, _("plain mean of the four marks of all rated cases"),
                  "rounded(sum(marks) / (4 * rated), 1)", mean.formula, on, told, inputs, Unit.INDEX)  # fmt: skip


MADE: dict[str, Callable[[date], Number | None]] = {
    "procedures": procedures,
    "electronic": electronic,
    "in-term": in_term,
    "satisfaction": satisfaction,
}


# ---- do our finishing dates keep? ----
def _weeks(key: str) -> list[Calibration]:
    """All that are shown; or the one whose Monday is the key."""
    if not key:
        return calibration()
    try:
        monday = parse_date(key)
    except ValueError:
        return []
    return [one for one in calibration() if one.week == monday]


def _of_weeks(key: str, name: str) -> Number | None:
    weeks = _weeks(key)
    if not weeks:
        return None
    label, said = {
        "kept": (_("Ended by the day named"), _("cases that ended by the day that was named")),
        "judged": (_("Judged"), _("cases that were judged by what was promised in their week")),
    }[name]
    inputs = [
        Input("week", one.week.isoformat(), getattr(one, name), note=one.version, on=one.judged_on,
              address="" if key else address_of("statistics:number_of", name, one.week.isoformat()))
        for one in weeks
    ]  # fmt: skip
    return Number(label, sum(one.value for one in inputs), said, "sum(week)", weeks[0].version, weeks[0].judged_on,
                  _covered(weeks), inputs)  # fmt: skip


def _covered(weeks: list[Calibration]) -> str:
    words = {"judged": sum(one.judged for one in weeks), "weeks": len(weeks)}
    return _("%(judged)s cases of %(weeks)s weeks that had a promise") % words


def kept(key: str) -> Number | None:
    return _of_weeks(key, "kept")


def judged(key: str) -> Number | None:
    return _of_weeks(key, "judged")


def share(key: str) -> Number | None:
    weeks = _weeks(key)
    of, good = sum(one.judged for one in weeks), sum(one.kept for one in weeks)
    if not of:
        return None
    inputs = [
        Input(name, label, value, on=weeks[0].judged_on,
              address=address_of("statistics:number_of", name, key) if key else address_of("statistics:number", name))
        for name, label, value in (("kept", _("Ended by the day named"), good), ("judged", _("Judged"), of))
    ]  # fmt: skip
    return Number(_("ended by the day that was named; 9 of 10 were promised"), Decimal(good) / of,
                  _("ended by the day named ÷ judged"), "kept / judged", weeks[0].version, weeks[0].judged_on,
                  _covered(weeks), inputs, Unit.SHARE)  # fmt: skip


OF_WEEKS: dict[str, Callable[[str], Number | None]] = {
    "kept": kept,
    "judged": judged,
    "share": share,
}
