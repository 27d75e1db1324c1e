from django.utils.translation import gettext_lazy as _

from ratusha.ui.forms import FileField, Form, LongTextField, TextField


class CodeForm(Form):
    code = TextField(
        label=_("Code of the document"),
        help_text=_("12 letters and digits beside the square, for example 7HKM-4XQ3-9D2A."),
        max_length=60,
    )


class FileForm(Form):
    file = FileField(
        label=_("File of the document"),
        help_text=_("The PDF, or the package of a case (ZIP), as you received it. It is not kept."),
        max_bytes=20 * 1024 * 1024,
        kinds="application/pdf,application/zip,.zip",
    )


class RevokeForm(Form):
    reason = LongTextField(
        label=_("Why is the document revoked?"),
        help_text=_("Everybody who checks the document will read this. Name no people."),
        max_length=500,
    )
