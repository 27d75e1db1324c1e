"""What is known beside an answer: its own earlier figures, and what the registers say of the same."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from ratusha.kernel.pack import pack
from ratusha.steering.public import newest_of
from ratusha.ui.addresses import address_of

from . import tables
from .collecting import Question, Template
from .collection_rules import Beside, Finding, examine
from .models import Answer, Collection, Task
from .queries import by_region

Series = dict[str, dict[str, list[tuple[str, Decimal]]]]  # by question and subject


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def method_of(template: Template) -> str:
    """The specification of the index that a template is collected for."""
    return _text(pack().file(template.index))


def earlier_table(template: Template) -> str:
    found = newest_of(method_of(template))
    return found.table if found else ""


def past_of(collection: Collection) -> Series:
    """Figures of earlier years as they were published."""
    template = collection.made_of
    table = earlier_table(template)
    return {
        question.code: tables.series(table, question.code, before=collection.year) if table else {}
        for question in template.questions
    }


def truths_of(template: Template) -> dict[str, dict[str, Decimal]]:
    """What live indicators say, by question and subject."""
    found: dict[str, dict[str, Decimal]] = {}
    for question in template.questions:
        if question.live:
            _snapshot, rows = by_region(question.live)
            found[question.code] = {
                key: Decimal(str(row[3])) for key, row in rows.items() if row[3] is not None
            }
    return found


class Knowing:
    """Everything that is known beside the answers of one collection, asked for once."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.past = past_of(collection)
        self.published = newest_of(method_of(collection.made_of))
        self.truths = truths_of(collection.made_of)

    def beside(self, task: Task, question: Question, today: date) -> Beside:
        past = self.past.get(question.code, {}).get(task.subject, [])
        return Beside(
            today=today,
            last_day=self.collection.last_day,
            past=tuple(value for _year, value in past),
            truth=self.truths.get(question.code, {}).get(task.subject),
        )

    def past_address(self, subject: str) -> str:
        """Where the earlier figures of a subject were published."""
        one = self.published
        return address_of("steering:unit", one.code, one.edition, subject) if one else ""

    def findings(self, answer: Answer, today: date) -> list[Finding]:
        question = answer.asked
        return examine(question, answer.given, self.beside(answer.task, question, today))
