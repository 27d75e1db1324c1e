"""Published texts as files of a pack, as the lawyer left them: comments and order of keys too."""

import re
from collections.abc import Iterator
from pathlib import Path

from .models import RowDraft
from .rules import State

_FIRST_DAY = re.compile(r"^valid_from:.*$", re.MULTILINE)


def export(folder: Path) -> Iterator[Path]:
    """Write every published edition below the folder, as `procedures/` of a pack is laid out; the first ones first.

    A later edition of a procedure that has a file there already gets its day into the name.
    """
    published = RowDraft.objects.filter(state=State.PUBLISHED).select_related("edition")
    for draft in published.order_by("code", "edition__number"):
        if draft.edition is not None:
            text = in_force_from(draft.text, draft.edition.valid_from.isoformat())
            yield _written(folder, draft.code, draft.edition.valid_from.isoformat(), text)


def in_force_from(text: str, day: str) -> str:
    """The day that was chosen at publication, in the place of the one that was drafted."""
    return _FIRST_DAY.sub(f"valid_from: {day}", text, count=1)


def _written(folder: Path, code: str, day: str, text: str) -> Path:
    listed, _slash, number = code.partition("/")
    file = folder / listed / f"{number}.yaml"
    if file.exists() and f"valid_from: {day}\n" not in file.read_text(encoding="utf-8"):
        file = file.with_name(f"{number}@{day}.yaml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
