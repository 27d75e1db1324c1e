"""The analysis of a quarter on paper, and all analyses of a quarter as a table for programs."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.documents.public import Sheet, print_sheet
from ratusha.kernel.dates import day_in_words
from ratusha.ui.formats import number
from ratusha.ui.text import harmless_cell

from .models import Analysis
from .reading import Line, Theme, corrections_of, facts_of, lines_of, themes_of, title_of

HEAD = (
    "quarter", "code", "name_be", "name_ru", "criterion", "ratings", "mean", "low", "high",
    "change", "change_low", "change_high", "finished", "rated", "replied", "reply_days", "set_aside",
)  # fmt: skip


def as_pdf(analysis: Analysis, *, language: str) -> bytes:
    """A4, in the language of the reader."""
    title = title_of(analysis)
    groups = [
        (_("What was counted"), facts_of(analysis)),
        (_("By criterion"), [(one.name.text, _said(one)) for one in lines_of(analysis)]),
        (_("By theme"), [(one.name.text, _of_theme(one)) for one in themes_of(analysis)]),
        (
            _("Corrections since then"),
            [(_day(one.at), str(one.what)) for one in corrections_of(analysis)],
        ),
    ]
    return print_sheet(
        Sheet(
            language=language,
            title=_("How people rate organisations"),
            subtitle=title,
            body=analysis.organisation.said.text if analysis.organisation else "",
            holder="",
            holder_details=[],
            groups=[group for group in groups if group[1]],
            paragraphs=[made_words(analysis)],
            signatures=[],
            footer=title,
            sample=False,
            at=analysis.made_at,
        )
    )


def made_words(analysis: Analysis) -> str:
    return _("Made on %(day)s and not changed since. Formula %(version)s.") % {
        "day": _day(analysis.made_at),
        "version": analysis.formula,
    }


def _day(moment: datetime) -> str:
    return day_in_words(timezone.localdate(moment))


def _said(line: Line) -> str:
    belief = line.belief
    interval = _("from %(low)s to %(high)s") % {
        "low": number(belief.low, 2),
        "high": number(belief.high, 2),
    }
    return f"{number(belief.mean, 2)} ({interval}) · {line.moved.label}: {line.moved.words}"


def _of_theme(theme: Theme) -> str:
    mean = f"{number(theme.belief.mean, 2)} ({number(theme.belief.count)})"
    return f"{mean}; {theme.lowest}: {number(theme.lowest_mean, 2)}"


def as_csv(analyses: Iterable[Analysis]) -> str:
    """A row for the whole rating and for each criterion; where there were too few, one row without them."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEAD)
    for one in analyses:
        for row in _rows(one):
            table.writerow(
                [harmless_cell(value) if isinstance(value, str) else value for value in row]
            )
    return out.getvalue()


def _rows(analysis: Analysis) -> Iterator[list[object]]:
    told, whom = analysis.figures, analysis.organisation
    names = [whom.code, whom.name.get("be", ""), whom.name.get("ru", "")] if whom else ["", "", ""]
    after = [told["finished"], *(told.get(name) for name in HEAD[-4:])]
    if told["ratings"] is None:
        yield [analysis.quarter, *names, "", *[None] * 7, *after]
        return
    for one in ({"criterion": "", **told}, *told["criteria"]):
        change = one["change"] or {}
        figures = [
            one["mean"],
            one["low"],
            one["high"],
            *(change.get(n) for n in ("mean", "low", "high")),
        ]
        rounded = [None if value is None else round(value, 2) for value in figures]
        yield [analysis.quarter, *names, one["criterion"], told["ratings"], *rounded, *after]
