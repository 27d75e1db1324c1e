"""What may come in from outside: the content is looked at, the name and the claimed type are not believed."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

MAX_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True)
class Checked:
    content: bytes
    media_type: str


def clean_name(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    text = "".join(
        c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C"
    )
    return " ".join(text.split()).strip(". ")[-120:] or "file"


def check(content: bytes, *, max_bytes: int = MAX_BYTES) -> Checked:
    if not content:
        raise RuleBroken("file.empty", _("The file is empty."), field="file")
    if len(content) > max_bytes:
        raise RuleBroken("file.too_big", _("The file is too big."), field="file")
    if content.startswith(b"%PDF-"):
        return Checked(content, "application/pdf")
    if content.startswith(b"\xff\xd8\xff"):
        return Checked(content, "image/jpeg")
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Checked(content, "image/png")
    raise RuleBroken("file.kind", _("Only PDF, JPEG and PNG files are accepted."), field="file")
