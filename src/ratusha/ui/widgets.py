"""Widgets that Django does not have. They only read and hold values; `ui/controls.html` draws them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict


class PartsWidget(forms.Widget):
    """Several inputs that make one answer; the value is a dictionary of what was typed."""

    use_fieldset = True
    parts: Sequence[str] = ()

    def part_name(self, name: str, part: str) -> str:
        return f"{name}_{part}"

    def value_from_datadict(
        self,
        data: Mapping[str, Any],
        files: MultiValueDict[str, Any],  # noqa: ARG002 - Django's signature
        name: str,
    ) -> dict[str, str] | None:
        names = {part: self.part_name(name, part) for part in self.parts}
        if not any(full in data for full in names.values()):
            return None
        return {part: str(data.get(full, "")) for part, full in names.items()}

    def value_omitted_from_data(
        self,
        data: Mapping[str, Any],
        files: MultiValueDict[str, Any],  # noqa: ARG002 - Django's signature
        name: str,
    ) -> bool:
        return all(self.part_name(name, part) not in data for part in self.parts)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_{self.parts[0]}" if id_ else id_


class DayWidget(PartsWidget):
    """Day, month and year in three inputs: people mistype a calendar less often this way.

    A whole date under the plain name (22.12.2026 or 2026-12-22) is understood as well.
    """

    parts = ("day", "month", "year")

    def __init__(self, attrs: dict[str, Any] | None = None, *, birthday: bool = False) -> None:
        super().__init__(attrs)
        self.birthday = birthday

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> dict[str, str] | None:
        typed = super().value_from_datadict(data, files, name)
        if typed is not None:
            return typed
        whole = str(data.get(name, "")).strip()
        if not whole:
            return None
        pieces = whole.split(".", 2) if "." in whole else whole.split("-", 2)[::-1]
        return dict(zip(self.parts, [*pieces, "", ""], strict=False))


class AddressWidget(PartsWidget):
    """Settlement, street, house, block, flat, post code, and the place chosen among namesakes."""

    parts = ("settlement", "street", "house", "block", "flat", "postcode", "code")
    candidates: Sequence[
        tuple[str, str]
    ] = ()  # (code, label): set by the field when a name is shared


class KeptFileInput(forms.FileInput):
    """A file input that can say which file is already kept, so that nobody uploads it twice."""

    def __init__(self, attrs: dict[str, Any] | None = None, *, kept_name: str = "") -> None:
        super().__init__(attrs)
        self.kept_name = kept_name
