"""The parts of a draft and their ids, the days of a discussion, answers. Pure.

Ids are those of Akoma Ntoso: `art_3__para_2`. The id of a part is given when it first appears and stays with it: when a
later version moves a part to another number, its author writes the old id after it in braces, `# 4. Fees {art_3}`.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

ARTICLE = re.compile(
    r"#\s*(?P<number>\d+(?:-\d+)?)\.\s*(?P<text>.*?)\s*(?:\{(?P<id>[a-z0-9_-]+)\})?"
)
PARAGRAPH = re.compile(r"(?P<number>\d+(?:-\d+)?)\.\s+(?P<text>.*?)\s*(?:\{(?P<id>[a-z0-9_-]+)\})?")
MOST_PARTS = 500


class Decision(models.TextChoices):
    TAKEN = "taken", gettext_lazy("taken over")
    PARTLY = "partly", gettext_lazy("taken over in part")
    DECLINED = "declined", gettext_lazy("not taken over")


@dataclass(frozen=True)
class Part:
    """An article (no `text` of its own but its heading) or a paragraph of one."""

    eid: str
    number: str
    text: str
    is_article: bool


def parts_of(source: str) -> list[Part]:
    """`# 1. Heading` begins an article, `1. text` a paragraph; a line without a number goes on with the last one."""
    found: list[Part] = []
    article = ""
    for line in filter(None, map(str.strip, source.splitlines())):
        if match := ARTICLE.fullmatch(line):
            article = match["id"] or f"art_{match['number']}"
            found.append(Part(article, match["number"], match["text"], is_article=True))
        elif article and (match := PARAGRAPH.fullmatch(line)):
            eid = match["id"] or f"{article}__para_{match['number']}"
            found.append(Part(eid, match["number"], match["text"], is_article=False))
        elif found:
            last = found[-1]
            found[-1] = Part(last.eid, last.number, f"{last.text}\n{line}", last.is_article)
        else:
            message = _("The first line must begin an article, like “# 1. Subject”.")
            raise RuleBroken("draft.no_article", message, field="source")
    _require_parts(found)
    return found


def _require_parts(found: Sequence[Part]) -> None:
    if not 1 <= len(found) <= MOST_PARTS:
        raise RuleBroken("draft.empty", _("Write the text of the draft."), field="source")
    ids = [one.eid for one in found]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice:
        message = _("Two parts have the same id: %(id)s.") % {"id": twice}
        raise RuleBroken("draft.id_twice", message, field="source")


def require_days(opens: date, closes: date, least: int) -> None:
    """At least so many days (Resolution of the Council of Ministers No. 56, 28.01.2019)."""
    if closes < opens + timedelta(days=least):
        message = _("A discussion lasts at least %(days)s days.") % {"days": least}
        raise RuleBroken("draft.too_short", message, field="closes_on")


def require_open(opens: date, closes: date, today: date) -> None:
    if not opens <= today <= closes:
        raise RuleBroken("draft.not_open", _("This draft is not open for comments now."))


def require_part_of(eid: str, ids: Collection[str]) -> None:
    if eid not in ids:
        raise RuleBroken("draft.no_such_part", _("The draft has no such part now."))


def require_reasons(decision: str, reasons: str) -> None:
    """What is not taken over, whole or in part, is answered with reasons."""
    if decision not in Decision.values:
        raise RuleBroken("draft.decision_missing", _("Choose what was decided."), field="decision")
    if decision != Decision.TAKEN and not reasons.strip():
        raise RuleBroken("draft.reasons_missing", _("Write the reasons."), field="reasons")


@dataclass(frozen=True)
class Changed:
    """A part beside what it was in the version before."""

    part: Part
    before: str | None

    @property
    def kind(self) -> str:
        if self.before is None:
            return "new"
        return "same" if self.before == self.part.text else "changed"


def compare(before: Sequence[Part], after: Sequence[Part]) -> tuple[list[Changed], list[Part]]:
    """Part by part by their ids; and what is left out now."""
    was = {one.eid: one.text for one in before}
    now = {one.eid for one in after}
    return [Changed(one, was.get(one.eid)) for one in after], [
        o for o in before if o.eid not in now
    ]
