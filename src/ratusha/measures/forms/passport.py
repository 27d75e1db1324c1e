"""One block of the passport as a page: what is written is kept even where it is not complete yet."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from ratusha.measures.passport.definition import NUMBERS, Block, Field
from ratusha.ui import forms as ui

MOST_ROWS = 60
ROOM = 3  # empty rows below those that are filled in
WIDE = 6  # columns from which one empty row is enough


class BlockForm(ui.Form):
    """Nothing is required here: the rules say what is missing, and hold the submission back."""

    def __init__(self, block: Block, answers: Mapping[str, Any], data: Any = None) -> None:
        self.block = block
        self.counts = {
            field.code: _rows_shown(field, answers, data)
            for field in block.asked
            if field.kind == "rows"
        }
        questions: dict[str, forms.Field] = {}
        initial: dict[str, Any] = {}
        for field in block.asked:
            if field.kind != "rows":
                questions[field.code] = _question(field)
                initial[field.code] = _shown(answers.get(field.code), field)
                continue
            rows = answers.get(field.code) or []
            for place in range(self.counts[field.code]):
                for column in field.columns:
                    name = _name(field, place, column)
                    questions[name] = _question(column, in_row=True)
                    if place < len(rows):
                        initial[name] = _shown(rows[place].get(column.code), column)
        self.base_fields = questions  # type: ignore[misc]  # Django reads it here, on the instance
        super().__init__(data, initial=initial)

    def full_clean(self) -> None:
        """What is not there yet is no mistake of this page."""
        super().full_clean()
        for name, wrong in list(self.errors.as_data().items()):
            if all(one.code == "required" for one in wrong):
                del self.errors[name]

    def groups(self) -> list[tuple[Field, list[list[Any]]]]:
        """Fields in their order; a table as the bound questions of each of its rows."""
        return [(field, self._bound(field)) for field in self.block.asked]

    def _bound(self, field: Field) -> list[list[Any]]:
        if field.kind != "rows":
            return [[self[field.code]]]
        return [
            [self[_name(field, place, column)] for column in field.columns]
            for place in range(self.counts[field.code])
        ]

    def answers(self) -> dict[str, Any]:
        """As they are kept: numbers and days as texts, so that nothing is rounded; empty rows left out."""
        made: dict[str, Any] = {}
        for field in self.block.asked:
            if field.kind != "rows":
                made[field.code] = _kept(self.cleaned_data.get(field.code), field)
                continue
            rows = [
                {
                    c.code: _kept(self.cleaned_data.get(_name(field, place, c)), c)
                    for c in field.columns
                }
                for place in range(self.counts[field.code])
            ]
            made[field.code] = [
                row for row in rows if any(v not in {None, ""} for v in row.values())
            ]
        return made


def _name(field: Field, place: int, column: Field) -> str:
    return f"{field.code}-{place}-{column.code}"


def _rows_shown(field: Field, answers: Mapping[str, Any], data: Any) -> int:
    if data is not None:
        asked = re.compile(rf"{field.code}-(\d{{1,3}})-")
        places = [int(found[1]) for found in map(asked.match, data) if found]
        return min(max(places, default=-1) + 1, MOST_ROWS)
    room = 1 if len(field.columns) >= WIDE else ROOM
    return min(max(len(answers.get(field.code) or []) + room, field.least), MOST_ROWS)


def _question(field: Field, *, in_row: bool = False) -> forms.Field:
    """In a row a choice is a list, however short: a table is long enough."""
    given: dict[str, Any] = {"label": field.said(), "required": field.required}
    match field.kind:
        case "long":
            return ui.LongTextField(max_length=field.most or 4000, **given)
        case "choice":
            listed = {"widget": forms.Select} if in_row else {}
            return ui.ChoiceField(choices=field.choices(), **given, **listed)
        case "choices":
            return ui.ChoicesField(choices=field.choices(), **given)
        case "yes_no":
            return ui.YesNoField(**given)
        case "day":
            return ui.DayField(**given)
        case "money":
            if field.smallest is not None:
                given["smallest"] = field.smallest
            return ui.MoneyField(**given)
        case "number":
            return ui.NumberField(
                smallest=field.smallest, greatest=field.greatest, places=field.places or 3, **given
            )
        case _:
            return ui.TextField(max_length=field.most or 300, **given)


def _shown(value: Any, field: Field) -> Any:
    """Figures go back as they are kept, with a point: a reader's grouping could not be read again."""
    return str(value).replace(".", ",") if field.kind in NUMBERS and value else value


def _kept(value: Any, field: Field) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None and field.kind != "yes_no" else value
