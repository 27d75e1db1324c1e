from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict

from ratusha.ui.forms import Form

from .sections import Section


def form_of(section: Section, data: QueryDict | None = None) -> Form:
    """The controls of a section, filled with what stands in the text."""
    fields = {name: field for slot in section.kind.slots for name, field in slot.fields().items()}
    initial: dict[str, Any] = {}
    for slot in section.kind.slots:
        value: Any = section.value
        for step in slot.steps:
            value = value.get(step) if isinstance(value, dict) else None
        initial |= slot.initial(value)
    made: Form = type("SectionForm", (Form,), fields)(data, initial=initial)
    return made


def values_of(section: Section, form: Form) -> dict[str, Any]:
    """What the valid form says for each slot; an error of a slot stands at its first control."""
    found: dict[str, Any] = {}
    for slot in section.kind.slots:
        try:
            found[slot.name] = slot.value(form.cleaned_data)
        except ValidationError as error:
            form.add_error(next(iter(slot.fields())), error)
    return found
