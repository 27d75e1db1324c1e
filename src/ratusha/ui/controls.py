"""What a template needs to draw one form field, computed once: names, ids, description, value, choices."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from . import text
from .widgets import AddressWidget, DayWidget, KeptFileInput, PartsWidget


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One input of an answer that has several."""

    id: str
    name: str
    label: str
    value: str
    size: str
    attrs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Control:
    kind: str
    id: str
    name: str
    label: str
    hint: str
    errors: tuple[str, ...]
    optional: bool
    described_by: str
    value: Any
    attrs: dict[str, Any]
    options: tuple[Option, ...] = ()
    parts: tuple[Part, ...] = ()
    candidates: tuple[Option, ...] = ()
    kept_name: str = ""
    mixed: tuple[text.MixedWord, ...] = ()

    @property
    def grouped(self) -> bool:
        return self.kind in {"radios", "checkboxes", "day", "address"}

    @property
    def target(self) -> str:
        """Where a link in the error summary leads: the first input of the answer."""
        if self.parts:
            return self.parts[0].id
        if self.kind in {"radios", "checkboxes"} and self.options:
            return self.options[0].id
        return self.id


KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DayWidget, "day"),
    (AddressWidget, "address"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.SelectMultiple, "checkboxes"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.CheckboxInput, "checkbox"),
    (forms.FileInput, "file"),
    (forms.HiddenInput, "hidden"),
    (forms.widgets.Input, "input"),
)
NOT_DRAWN = {
    "maxlength",
    "cols",
    "aria-describedby",
    "required",
}  # a silent cut of a pasted text is a trap


def control(bound: BoundField) -> Control:
    widget = bound.field.widget
    kind = next((name for cls, name in KINDS if isinstance(widget, cls)), "other")
    id_, value = bound.auto_id, bound.value()
    described = [f"{id_}_helptext"] if bound.help_text else []
    described += [f"{id_}_error"] if bound.errors else []
    attrs = {k: v for k, v in widget.attrs.items() if k not in NOT_DRAWN}
    if isinstance(widget, forms.widgets.Input) and widget.input_type:
        attrs.setdefault("type", widget.input_type)
    if bound.field.disabled:
        attrs["disabled"] = True
    return Control(
        kind=kind,
        id=id_,
        name=bound.html_name,
        label=str(bound.label),
        hint=str(bound.help_text),
        errors=tuple(str(error) for error in bound.errors),
        optional=not bound.field.required,
        described_by=" ".join(described),
        value=value if isinstance(widget, PartsWidget) else _shown(widget, value),
        attrs=attrs,
        options=_options(widget, id_, value)
        if isinstance(widget, forms.widgets.ChoiceWidget)
        else (),
        parts=_parts(widget, bound, value) if isinstance(widget, PartsWidget) else (),
        candidates=_candidates(widget, id_, value),
        kept_name=widget.kept_name if isinstance(widget, KeptFileInput) else "",
        mixed=_mixed(widget, value) if bound.form.is_bound else (),
    )


def _shown(widget: forms.Widget, value: Any) -> Any:
    if isinstance(widget, forms.PasswordInput | forms.FileInput):
        return ""
    if isinstance(widget, forms.CheckboxInput):
        return bool(value)
    return "" if value is None else value


def _options(widget: forms.widgets.ChoiceWidget, id_: str, value: Any) -> tuple[Option, ...]:
    chosen = (
        {str(v) for v in value} if isinstance(value, list | tuple | set) else {str(value or "")}
    )
    return tuple(
        Option(f"{id_}_{i}", str(code), str(label), str(code) in chosen)
        for i, (code, label) in enumerate(widget.choices)
        if code != "" or isinstance(widget, forms.Select)
    )


def _parts(widget: PartsWidget, bound: BoundField, value: Any) -> tuple[Part, ...]:
    held = value if isinstance(value, dict) else {}
    drawn = []
    for code, label, size, attrs in _part_plan(widget):
        name = widget.part_name(bound.html_name, code)
        text_now = str(held.get(code) or "")
        drawn.append(Part(f"{bound.auto_id}_{code}", name, label, text_now, size, attrs))
    return tuple(drawn)


def _part_plan(widget: PartsWidget) -> list[tuple[str, str, str, dict[str, str]]]:
    if isinstance(widget, DayWidget):
        fill = {p: {"autocomplete": f"bday-{p}"} if widget.birthday else {} for p in widget.parts}
        return [
            ("day", _("Day"), "w2", {"inputmode": "numeric", **fill["day"]}),
            ("month", _("Month"), "w4", fill["month"]),
            ("year", _("Year"), "w4", {"inputmode": "numeric", **fill["year"]}),
        ]
    return [
        ("settlement", _("Town or village"), "w20", {"autocomplete": "address-level2"}),
        ("street", _("Street"), "w20", {"autocomplete": "address-line1"}),
        ("house", _("House"), "w4", {}),
        ("block", _("Block"), "w4", {}),
        ("flat", _("Flat"), "w4", {}),
        ("postcode", _("Post code"), "w8", {"autocomplete": "postal-code", "inputmode": "numeric"}),
    ]


def _candidates(widget: forms.Widget, id_: str, value: Any) -> tuple[Option, ...]:
    if not isinstance(widget, AddressWidget):
        return ()
    chosen = value.get("code", "") if isinstance(value, dict) else ""
    return tuple(
        Option(f"{id_}_code_{i}", code, label, code == chosen)
        for i, (code, label) in enumerate(widget.candidates)
    )


def _mixed(widget: forms.Widget, value: Any) -> tuple[text.MixedWord, ...]:
    plain = isinstance(widget, forms.Textarea) or type(widget) is forms.TextInput
    return tuple(text.mixed_words(value)) if plain and isinstance(value, str) else ()
