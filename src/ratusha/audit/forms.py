from django.utils.translation import gettext_lazy as _

from ratusha.ui.forms import DayField, Form, TextField


class SearchForm(Form):
    object_type = TextField(label=_("Kind of object"), max_length=80, required=False)
    object_id = TextField(label=_("Number or id of the object"), max_length=120, required=False)
    action = TextField(
        label=_("Action"),
        help_text=_("Its beginning is enough: case."),
        max_length=80,
        required=False,
    )
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("To, this day included"), required=False)
