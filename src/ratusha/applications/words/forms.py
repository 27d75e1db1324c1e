"""The shape of what is written: words in each language of the site, and from which day they hold."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ratusha.applications.rules import LONGEST_REASONS
from ratusha.kernel.texts import Text
from ratusha.ui import forms as ui


class ChangeWordsForm(ui.Form):
    since = ui.DayField(label=_("From which day do these words hold?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for language, name in settings.LANGUAGES:
            self.fields[language] = ui.LongTextField(
                label=gettext("The words in this language: %(language)s") % {"language": name},
                max_length=LONGEST_REASONS,
                required=False,
            )
        self.order_fields([language for language, _name in settings.LANGUAGES])

    @property
    def said(self) -> dict[str, Any]:
        """What was written, as the acts take it."""
        words: Text = {language: self.cleaned_data[language] for language, _n in settings.LANGUAGES}
        return {"words": words, "since": self.cleaned_data["since"]}


class NewWordsForm(ChangeWordsForm):
    ground = ui.ChoiceField(label=_("For which ground?"), choices=[], widget=forms.RadioSelect)

    def __init__(self, grounds: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = grounds
        self.order_fields(["ground"])

    @property
    def said(self) -> dict[str, Any]:
        return {"ground": self.cleaned_data["ground"], **super().said}
