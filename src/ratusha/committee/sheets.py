"""The digest on paper and as a table for programs."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.utils.translation import gettext as _

from ratusha.documents.public import Sheet, print_sheet
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import Said
from ratusha.ui.text import harmless_cell

from .asked import Asked, Result, agreed_words, asked_in, people_words
from .models import Digest
from .reading import Told, noise_words, privacy_words, told
from .waiting import Row, times_in

HEAD = ("week", "source", "district", "topic", "count", "four_weeks_before", "change")


def title_of(digest: Digest) -> str:
    return _("Topics of the week %(first)s – %(last)s") % {
        "first": day_in_words(digest.week),
        "last": day_in_words(digest.week + timedelta(days=6)),
    }


def as_pdf(digest: Digest, *, language: str) -> bytes:
    """A4, in the language of the reader."""
    tables, title = told(digest), title_of(digest)
    return print_sheet(
        Sheet(
            language=language,
            title=title,
            subtitle=privacy_words(),
            body=digest.committee.title(language),
            holder="",
            holder_details=[],
            groups=[
                *((str(one.title), _lines(one)) for one in tables),
                *((str(title), _waited(rows)) for title, rows in times_in(digest.times)),
                *((f"{one.label}: {one.title}", _results(one)) for one in asked_in(digest.ended)),
            ],
            paragraphs=[noise_words(tables)],
            signatures=[],
            footer=title,
            sample=False,
            at=digest.made_at,
        )
    )


def _lines(table: Told) -> list[tuple[str, str]]:
    lines = [
        (
            f"{one.topic.text}, {one.district.text}",
            f"{_('hidden') if one.count is None else one.count} · {one.change.label}",
        )
        for one in table.topics
    ]
    return lines or [(_("No case in this week."), "0")]


def _waited(rows: Iterable[Row]) -> list[tuple[str, str]]:
    lines = []
    for row in rows:
        lines += [
            (f"{row.name.text}: {one.label}", " · ".join(filter(None, (one.words, one.coverage))))
            for one in row.measures
        ]
        lines.append((f"{row.name.text}: {_('In their term')}", row.in_term_words))
    return lines


def _results(one: Asked) -> list[tuple[str, str]]:
    lines = [
        (_("Place"), str(one.place)),
        (_("Took part"), people_words(one.took_part)),
        (_("Where it stands"), str(one.outcome)),
    ]
    for under, results in one.results:
        lines += [(_under(under, result), _said(result)) for result in results]
    return lines


def _said(result: Result) -> str:
    if result.hidden:
        return _("hidden")
    return agreed_words() if result.count is None else str(result.count)


def as_csv(digest: Digest) -> str:
    """An empty count is a hidden one."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEAD)
    for one in told(digest):
        for topic in one.topics:
            names = map(harmless_cell, (topic.district.text, topic.topic.text))
            table.writerow(
                (digest.week, one.source, *names, topic.count, topic.before, topic.change)
            )
    for source, whose, what, value in _times(digest):
        names = map(harmless_cell, (whose, what))
        table.writerow((digest.week, source, *names, value, None, None))
    for asked in asked_in(digest.ended):
        place = harmless_cell(str(asked.place))
        for source, words, count in _rows(asked):
            table.writerow((digest.week, source, place, harmless_cell(words), count, None, None))
    return out.getvalue()


def _times(digest: Digest) -> Iterator[tuple[str, str, str, float | None]]:
    """Whose, what, and the days in the middle; then the share in their term."""
    for name, rows in times_in(digest.times):
        for row in rows:
            for one in row.measures:
                days = one.days[0] if one.days else None
                yield "times.days", row.name.text, f"{name}: {one.label}", days
            share = None if row.in_term is None else round(row.in_term, 4)
            yield "times.in_term", row.name.text, f"{name}: {_('In their term')}", share


def _rows(one: Asked) -> Iterator[tuple[str, str, int | None]]:
    """Who took part, then the results."""
    yield one.kind, str(one.title), one.took_part
    for under, results in one.results:
        for result in results:
            yield f"{one.kind}.result", _under(under, result), result.count


def _under(question: Said, result: Result) -> str:
    return ": ".join(filter(None, (str(question), str(result.text))))
