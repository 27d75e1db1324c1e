"""What is asked when a paper is written, signed and judged. Shape of the input only; the law is in rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .beside import measures_of
from .law import law, tasks
from .models import Paper, Result, Row
from .rules import LONGEST_WORDS, About

QUARTERS = [("1", "I"), ("2", "II"), ("3", "III"), ("4", "IV")]


def _choices(entries: Any) -> list[tuple[str, str]]:
    return [(one.code, one.said()) for one in entries]


class RowForm(ui.Form):
    """One row of a plan, or of an annex to it."""

    title = ui.TextField(
        label=_("What it is, if it is not in the list above"), required=False, max_length=300
    )
    owner = ui.TextField(
        label=_("Who answers for it"), help_text=_("A department or a position."), max_length=200
    )
    quarter = ui.ChoiceField(label=_("Until which quarter"), choices=QUARTERS)
    target = ui.NumberField(label=_("Target"), places=3, smallest=0)
    money = ui.MoneyField(label=_("Money"), required=False)
    risk = ui.LongTextField(
        label=_("Risk"),
        help_text=_("What may prevent it; if the target is lower than what is reached, why."),
        required=False,
        max_length=LONGEST_WORDS,
    )
    field_order: tuple[str, ...] = (
        "subject",
        "title",
        "task",
        "owner",
        "quarter",
        "target",
        "money",
        "source",
        "risk",
    )

    def __init__(self, paper: Paper, data: Any = None, row: Row | None = None) -> None:
        super().__init__(data, initial=_of_row(row) if row else {"quarter": "4"})
        subjects = [
            *((f"{About.INDICATOR}:{one.code}", one.said()) for one in law().indicators),
            *(
                (f"{About.MEASURE}:{code}", name)
                for code, name in measures_of(paper.body_id).items()
            ),
            (About.OTHER.value, About.OTHER.label),
        ]
        known = {code for code, _name in subjects}
        if row and row.about == About.MEASURE and f"{row.about}:{row.code}" not in known:
            subjects.insert(0, (f"{row.about}:{row.code}", row.title))
        self.fields["subject"] = ui.ChoiceField(label=_("What the row is about"), choices=subjects)
        self.fields["task"] = ui.ChoiceField(
            label=_("Task it serves"), choices=_choices(tasks()), widget=forms.Select
        )
        self.fields["source"] = ui.ChoiceField(
            label=_("Source of money"),
            choices=_choices(law().money),
            required=False,
            widget=forms.Select,
        )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "quarter" in given:
            given["quarter"] = int(given["quarter"])
        if "money" in given:
            given["money"] = given["money"] or 0
        return given


def _of_row(row: Row) -> dict[str, Any]:
    subject = row.about if row.about == About.OTHER else f"{row.about}:{row.code}"
    told = {name: getattr(row, name) for name in ("task", "owner", "target", "source", "risk")}
    title = row.title if row.about == About.OTHER else ""
    return {
        **told,
        "title": title,
        "subject": subject,
        "quarter": str(row.quarter),
        "money": row.money or None,
    }


class AnnexForm(RowForm):
    reasons = ui.LongTextField(label=_("Why the plan changes"), max_length=LONGEST_WORDS)
    field_order = ("reasons", *RowForm.field_order)


class ResultForm(ui.Form):
    """What came of one row of the plan."""

    fact = ui.NumberField(label=_("Fact"), places=3, smallest=0, required=False)
    money = ui.MoneyField(label=_("Money, spent"), required=False)
    words = ui.LongTextField(
        label=_("Explanation of the gap"), required=False, max_length=LONGEST_WORDS
    )
    evidence = ui.LongTextField(
        label=_("Evidence"),
        help_text=_("A document with its number and date, or an address."),
        required=False,
        max_length=LONGEST_WORDS,
    )
    next_steps = ui.LongTextField(label=_("Next steps"), required=False, max_length=LONGEST_WORDS)
    difference = ui.LongTextField(
        label=_("Why the fact differs from the campaign of indicators"),
        required=False,
        max_length=LONGEST_WORDS,
    )

    def __init__(self, result: Result, data: Any = None) -> None:
        names = ("fact", "money", "words", "evidence", "next_steps", "difference", "reason")
        super().__init__(data, initial={name: getattr(result, name) for name in names})
        self.fields["reason"] = ui.ChoiceField(
            label=_("Reason of the gap"),
            choices=_choices(law().reasons),
            required=False,
            widget=forms.Select,
        )
        self.order_fields(
            ("fact", "reason", "words", "evidence", "money", "next_steps", "difference")
        )
        if result.known is None:
            del self.fields["difference"]

    def clean(self) -> dict[str, Any]:
        return {"difference": "", **(super().clean() or self.cleaned_data)}


class TrainingForm(ui.Form):
    training = ui.LongTextField(
        label=_("Training, retraining, internships"),
        help_text=_("Whom the body sends, where and for what; if nobody, why."),
        max_length=LONGEST_WORDS,
    )
    trained = ui.NumberField(label=_("How many people"), smallest=0)


class AcceptForm(ui.Form):
    words = ui.LongTextField(
        label=_("A note for the body"), required=False, max_length=LONGEST_WORDS
    )


class ReturnForm(ui.Form):
    reason = ui.LongTextField(
        label=_("What is to be mended"),
        help_text=_("The body will read this and mend exactly that."),
        max_length=LONGEST_WORDS,
    )


class TreasuryForm(ui.Form):
    year = ui.NumberField(label=_("Year"), smallest=2000, greatest=2100)
    table = ui.FileField(
        label=_("Table (CSV)"),
        help_text=_("First line: body,source,amount. Bodies and sources by their codes."),
        kinds="text/csv",
        max_bytes=1024 * 1024,
    )
