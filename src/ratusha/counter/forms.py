from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms


class WindowForm(forms.Form):
    window = forms.TextField(
        label=_("Your window"), help_text=_("As it is called in the hall."), max_length=10
    )


class IdentityForm(forms.Form):
    document_number = forms.TextField(
        label=_("Number of the identity document"),
        help_text=_("Series and number as printed, for example MP1234567."),
        max_length=20,
    )
    stands_here = django_forms.BooleanField(
        label=_("I have compared the person with the photo: it is the same person"), required=False
    )
    agrees = django_forms.BooleanField(
        label=_("The person agrees that I ask the registers and fill in the application for them"),
        required=False,
    )


class ServiceForm(forms.Form):
    service = forms.TextField(
        label=_("Number of the service"),
        help_text=_("As on its page, for example U200/1.3.2."),
        max_length=40,
    )


class SignedForm(forms.Form):
    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        help_text=_("PDF, JPEG or PNG, at most 10 MB. You may leave it out."),
        required=False,
    )
