"""The shape of what people type here. The words of errors say what to do next."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from ratusha.ui.forms import ChoiceField, ChoicesField, EmailField, Form, TextField
from ratusha.ui.reading import WAYS

LONGEST_PASSWORD = 128
SPOKEN = {"spellcheck": "false", "autocapitalize": "off"}


class SecretField(forms.CharField):
    """A password, a PIN, a PUK: never shown again, never trimmed."""

    def __init__(self, *, autocomplete: str, digits: int = 0, **options: Any) -> None:
        attrs = {"autocomplete": autocomplete, **SPOKEN}
        if digits:
            attrs["inputmode"] = "numeric"
            message = _("“%(label)s” has %(digits)s digits") % {
                "label": options["label"],
                "digits": digits,
            }
            pattern = rf"^[0-9]{{{digits}}}\Z"
            options["validators"] = [RegexValidator(pattern, message)]
        super().__init__(
            max_length=LONGEST_PASSWORD,
            strip=bool(digits),
            widget=forms.PasswordInput(attrs=attrs),
            **options,
        )


class PasswordSignInForm(Form):
    login = TextField(
        label=_("Unique identifier"),
        help_text=_(
            "It is your identification number: 14 characters from the passport or ID card."
        ),
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "username", **SPOKEN}),
    )
    password = SecretField(label=_("Password"), autocomplete="current-password")


class CardNumberField(TextField):
    """Twelve digits, with or without spaces."""

    def __init__(self) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", **SPOKEN}
        super().__init__(
            label=_("Card number"),
            help_text=_("Twelve digits on the front of the card."),
            max_length=40,
            widget=forms.TextInput(attrs=attrs),
        )

    def clean(self, value: Any) -> str:
        digits = "".join(sign for sign in str(super().clean(value)) if sign not in " -\u00a0")
        if not (digits.isascii() and digits.isdecimal() and len(digits) == 12):  # noqa: PLR2004 - as printed
            raise ValidationError(
                _("The card number has twelve digits. Look at the front of the card.")
            )
        return digits


class CardForm(Form):
    number = CardNumberField()
    pin = SecretField(label=_("PIN"), digits=6, autocomplete="off")


class UnlockForm(Form):
    number = CardNumberField()
    puk = SecretField(label=_("PUK code"), digits=10, autocomplete="off")
    new_pin = SecretField(label=_("New PIN"), digits=6, autocomplete="off")


class ConsentForm(Form):
    """The list its owner shortens; what is mandatory is not a question."""

    allowed = ChoicesField(label=_("May also be passed on"), required=False, choices=())

    def __init__(self, *args: Any, choices: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["allowed"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = choices


class WelcomeForm(Form):
    language = ChoiceField(
        label=_("In which language shall we write to you?"), choices=settings.LANGUAGES
    )
    email = EmailField(
        label=_("E-mail"),
        help_text=_(
            "We send a note there when something happens. Your cabinet has everything without it too."
        ),
        required=False,
    )


class ReadingForm(Form):
    ways = ChoicesField(
        label=_("How pages look on this device"),
        required=False,
        choices=list(
            zip(
                WAYS,
                [_("Large text"), _("High contrast"), _("No keys of one letter at the desk")],
                strict=True,
            )
        ),
    )


class NewPasswordForm(Form):
    password = SecretField(
        label=_("New password"),
        help_text=_("At least 10 characters. Four unrelated words are good and easy to remember."),
        autocomplete="new-password",
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password
