from django.utils.translation import gettext_lazy as _

from ratusha.ui.forms import DayField, FileField, Form, LongTextField

LONGEST_TABLE = 200_000  # characters that can be pasted
LONGEST_DEFINITION = 200_000
LARGEST_FILE = 10 * 1024 * 1024
KINDS = ".docx,.html,.htm,.csv,.tsv,.txt"


class TableForm(Form):
    """A table, or one row of it, pasted or as a file."""

    text = LongTextField(
        label=_("Rows of the table"),
        help_text=_("Paste them from the act, with the number, the name and the other columns."),
        max_length=LONGEST_TABLE,
        required=False,
    )
    file = FileField(
        label=_("Or a file"),
        help_text=_("DOCX, HTML, CSV or text."),
        max_bytes=LARGEST_FILE,
        kinds=KINDS,
        required=False,
    )

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        if not self.errors and not cleaned.get("text") and not cleaned.get("file"):
            self.add_error("text", _("Paste a row of the table, or choose a file."))
        return cleaned

    def data_given(self) -> bytes:
        file = self.cleaned_data.get("file")
        content: bytes = file.read() if file else self.cleaned_data["text"].encode()
        return content


class DefinitionForm(Form):
    text = LongTextField(
        label=_("Definition"),
        help_text=_("As its file holds it. What is wrong is listed with its line."),
        max_length=LONGEST_DEFINITION,
    )


class PublicationForm(Form):
    valid_from = DayField(label=_("In force from"), help_text=_("Today or a later day."))


class FactsForm(Form):
    """Only a place for what the rules say; the phrases themselves are marked in the page."""
