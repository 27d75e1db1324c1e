"""The form of a definition before anybody can apply: the very controls of an application, and what comes when."""

from dataclasses import dataclass
from datetime import date

from ratusha.applications.public import Filled, PageForm
from ratusha.procedures.public import Definition, Field, Page


@dataclass(frozen=True)
class PreviewedPage:
    """`known` a register answers; `later` is asked only where its condition holds."""

    page: Page
    form: PageForm
    known: list[Field]
    later: list[Field]


def form_pages(promise: Definition, language: str, today: date) -> list[PreviewedPage]:
    """Every page, those too that come only on a condition."""
    filled = Filled(
        promise=promise,
        answers={},
        facts={},
        applicant={"kind": promise.applicants[0]} if promise.applicants else {},
        today=today,
    )
    return [_previewed(page, filled, language) for page in promise.form]


def _previewed(page: Page, filled: Filled, language: str) -> PreviewedPage:
    form = PageForm(page, filled, language)
    known = [field for field in page.fields if field.prefill and not field.prefill.editable]
    for field in known:
        form.fields.pop(field.code, None)
    shown = {*form.fields, *(field.code for field in known)}
    return PreviewedPage(page, form, known, [f for f in page.fields if f.code not in shown])
