from django import forms
from django.utils.translation import gettext_lazy as _

from .rules import normalise_code


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        help_text=_("12 letters and digits, printed beside the square on the document."),
        max_length=60,
    )

    def clean_code(self) -> str:
        return normalise_code(self.cleaned_data["code"])


class FileForm(forms.Form):
    file = forms.FileField(label=_("File"), help_text=_("The PDF as you received it."))
