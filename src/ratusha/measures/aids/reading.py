"""Readability: parts that are hard to read, and numbers of different blocks that do not agree. Pure."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from ratusha.kernel.readability import is_hard, read
from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import day, rows, text
from ratusha.ui import formats

from .advice import Advice, Around, Found, Level

VERSION = "reading-1"
READ = (
    ("goal", "problem"), ("goal", "who_suffers"), ("goal", "goal"), ("solution", "why"), ("solution", "functions"),
)  # fmt: skip
FIGURE = re.compile(
    r"(\d[\d\s\u00a0]*(?:[.,]\d+)?)\s*(тыс|thous|млн|мільён|миллион|million)?", re.IGNORECASE
)
MANY_TIMES = 10


def look(answers: Answers, around: Around) -> Found:
    hard = [
        place for place in READ if is_hard(read(text(answers, *place)), around.language or "en")
    ]
    for block, _field in hard:
        yield Advice(
            "T01",
            Level.LOOK,
            block,
            _("This block is hard to read: shorter sentences and words help."),
        )
    if not hard:
        yield Advice("T01", Level.FINE, "goal", _("The texts are easy enough to read."))
    yield from _users(answers)
    yield from _days(answers)


def _users(answers: Answers) -> Found:
    """T02: who suffers and who uses are of one order."""
    suffer, use = (
        _largest(text(answers, *place))
        for place in (("goal", "who_suffers"), ("solution", "users"))
    )
    if suffer is None or use is None:
        yield Advice(
            "T02", Level.UNKNOWN, "solution", _("One of the blocks gives no number of people.")
        )
        return
    apart = max(suffer, use) > MANY_TIMES * min(suffer, use)
    said = {"suffer": formats.number(suffer), "use": formats.number(use)}
    if apart:
        yield Advice(
            "T02",
            Level.LOOK,
            "solution",
            _("The problem speaks of %(suffer)s people, the solution of %(use)s.") % said,
        )
    else:
        yield Advice(
            "T02",
            Level.FINE,
            "solution",
            _("The problem and the solution speak of about as many people."),
        )


def _largest(words: str) -> Decimal | None:
    found = [
        Decimal(re.sub(r"\s", "", figure).replace(",", ".")) * _times(unit)
        for figure, unit in FIGURE.findall(words)
    ]
    return max(found, default=None) or None


def _times(unit: str) -> int:
    if not unit:
        return 1
    return 1000 if unit.lower().startswith(("тыс", "thous")) else 1_000_000


def _days(answers: Answers) -> Found:
    """T03: the stages end when the measure does."""
    ends = day(answers.get("identity", {}), "ends_on")
    last = max(
        (made for one in rows(answers, "schedule", "stages") if (made := day(one, "ends_on"))),
        default=None,
    )
    if not ends or not last:
        yield Advice("T03", Level.UNKNOWN, "schedule", _("The days are not written yet."))
    elif last != ends:
        said = {"last": formats.day(last), "ends": formats.day(ends)}
        yield Advice(
            "T03",
            Level.LOOK,
            "schedule",
            _("The last stage ends on %(last)s, the measure on %(ends)s.") % said,
        )
    else:
        yield Advice("T03", Level.FINE, "schedule", _("The last stage ends with the measure."))
