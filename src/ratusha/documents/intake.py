"""What may come in from outside: the content is looked at; the name and the claimed type are not believed.

Pictures are drawn anew, so nothing but the picture stays. A PDF is kept byte for byte, since it may bear a
signature; it is refused if it holds anything that acts.
"""

import io
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pikepdf
import pikepdf.settings
import puremagic
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from PIL import Image, ImageOps

from ratusha.kernel.errors import RuleBroken

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000  # more than a phone takes by itself; 120 MB once unpacked
MAX_SIDE = 30_000  # a scan of ten sheets in a row; longer is a thread that only costs time
MAX_PAGES = 300
MAX_PARTS = 300_000  # objects and values in a PDF that we are willing to look at
MAX_UNPACKED = 64 * 1024 * 1024  # of one stream in a PDF
NAME_LENGTH = 120
SUFFIXES = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
}
ACTIONS = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition",
    "/Movie", "/Sound", "/RichMediaExecute",
}  # fmt: skip
ACTIVE_KEYS = {"/JS", "/XFA", "/RichMediaContent"}
FILE_KEYS = {"/EF", "/EmbeddedFiles"}

pikepdf.settings.set_qpdf_limits(  # without these, 2 KB of PDF can unpack to gigabytes
    flate_max_memory=MAX_UNPACKED,
    png_max_memory=MAX_UNPACKED,
    run_length_max_memory=MAX_UNPACKED,
    tiff_max_memory=MAX_UNPACKED,
    dct_max_memory=MAX_UNPACKED,
    max_stream_filters=4,
    parser_max_nesting=100,
    doc_max_warnings=50,
)


@dataclass(frozen=True)
class Checked:
    content: bytes
    media_type: str


def refuse(code: str, message: str) -> RuleBroken:
    return RuleBroken(f"file.{code}", message, field="file")


def check(content: bytes, *, max_bytes: int = MAX_BYTES) -> Checked:
    """The content to keep and its true type, or RuleBroken that says what to do."""
    if not content:
        raise refuse("empty", _("The file is empty. Choose another file."))
    if len(content) > max_bytes:
        message = _(
            "The file is %(size)s; at most %(limit)s can be sent. Make it smaller or send it in parts."
        )
        sizes = {"size": filesizeformat(len(content)), "limit": filesizeformat(max_bytes)}
        raise refuse("too_big", message % sizes)
    scan(content)
    if content.startswith(b"%PDF-"):
        check_pdf(content)
        return Checked(content, "application/pdf")
    if content.startswith(b"\xff\xd8\xff"):
        return Checked(redraw(content, "JPEG"), "image/jpeg")
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Checked(redraw(content, "PNG"), "image/png")
    raise refuse("kind", unfit_kind(content))


def unfit_kind(content: bytes) -> str:
    try:
        suffix = puremagic.from_string(content[:4096])
    except (puremagic.PureError, ValueError):
        suffix = ""
    if suffix:
        message = _(
            "This is a file of the kind %(kind)s. Save it as PDF, JPEG or PNG and choose it again."
        )
        return message % {"kind": suffix.lstrip(".").upper()}
    return _("This is not a PDF, JPEG or PNG file. Save it as one of these and choose it again.")


def redraw(content: bytes, kind: str) -> bytes:
    """The picture alone, upright: no place, no camera, no comment, nothing behind its end."""
    spoilt = refuse("spoilt", _("The picture cannot be opened. Take it again or save it anew."))
    too_large = refuse(
        "too_large_picture",
        _("The picture is too large. Make it smaller: %(limit)s million points at most.")
        % {"limit": MAX_PIXELS // 1_000_000},
    )
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as opened:
            fits = opened.width * opened.height <= MAX_PIXELS and max(opened.size) <= MAX_SIDE
            picture = ImageOps.exif_transpose(opened) if fits else opened
            mode = "L" if picture.mode in {"1", "L", "I;16"} else "RGB"
            picture = picture.convert(mode) if fits else picture
    except Image.DecompressionBombError as error:
        raise too_large from error
    except (
        Exception
    ) as error:  # somebody hostile wrote it, and the library fails in more ways than it names
        raise spoilt from error
    if not fits:
        raise too_large
    picture.info.clear()  # whatever the format would carry over: comments, profiles, thumbnails
    drawn = io.BytesIO()
    picture.save(drawn, kind, **({"quality": 90} if kind == "JPEG" else {}))
    return drawn.getvalue()


def check_pdf(content: bytes) -> None:
    """Whole, open, still: no password, no script, no file inside, nothing before its head or behind its end."""
    head, tail = content[:1024].lower(), content[content.rfind(b"%%EOF") + 5 :]
    double = b"<html" in head or b"<script" in head or b"<?php" in head
    if double or b"%%EOF" not in content or tail.strip(b"\r\n\t \0") or _holds_an_archive(content):
        raise refuse(
            "two_in_one",
            _("The file holds more than a PDF. Open it, print it to PDF and choose the new file."),
        )
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise refuse("locked", _("The PDF is locked. Save a copy without a password."))
            if len(pdf.pages) > MAX_PAGES or not pdf.pages:
                message = _("The PDF must have from 1 to %(limit)s pages. Send it in parts.")
                raise refuse("pages", message % {"limit": MAX_PAGES})
            look_for_action(pdf)
    except pikepdf.PasswordError as error:
        raise refuse("locked", _("The PDF is locked. Save a copy without a password.")) from error
    except (pikepdf.PikepdfError, RuntimeError, ValueError, RecursionError) as error:
        message = _("The PDF is damaged. Open it, print it to PDF and choose the new file.")
        raise refuse("spoilt", message) from error


def _holds_an_archive(content: bytes) -> bool:
    return b"PK\x05\x06" in content[-66_000:] and zipfile.is_zipfile(io.BytesIO(content))


def look_for_action(pdf: pikepdf.Pdf) -> None:
    left = MAX_PARTS
    for thing in pdf.objects:
        stack = [thing]
        while stack:
            part = stack.pop()
            left -= 1
            if left < 0:
                message = _("The PDF is too complicated. Print it to PDF and choose the new file.")
                raise refuse("complicated", message)
            if isinstance(part, pikepdf.Stream):
                part = part.stream_dict
            if isinstance(part, pikepdf.Dictionary):
                check_entries(part)
                stack += [v for v in part.values() if _is_nested(v)]
            elif isinstance(part, pikepdf.Array):
                stack += [v for v in part if _is_nested(v)]


def _is_nested(value: object) -> bool:
    """Worth a look now: what is kept apart has its own turn."""
    nested = isinstance(value, (pikepdf.Dictionary, pikepdf.Array))
    return nested and not getattr(value, "is_indirect", False)


def check_entries(entries: pikepdf.Dictionary) -> None:
    keys = set(entries.keys())
    if keys & FILE_KEYS:
        message = _("The PDF has other files inside. Send each file by itself.")
        raise refuse("files_inside", message)
    if keys & ACTIVE_KEYS or str(entries.get("/S", "")) in ACTIONS:
        message = _("The PDF holds a program. Print it to PDF and choose the new file.")
        raise refuse("active", message)


def clean_name(name: str, media_type: str) -> str:
    """A name that is safe in any folder and says the true type."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    seen = "".join("_" if c in '<>:"|?*' else c for c in last if unicodedata.category(c)[0] != "C")
    stem = " ".join(seen.split()).strip(". ")
    suffixes = SUFFIXES[media_type]
    suffix = next((s for s in suffixes if stem.lower().endswith(s)), "")
    stem = stem[: len(stem) - len(suffix)].strip(". ")[: NAME_LENGTH - 5].strip(". ")
    return (stem or pgettext("name of a file", "file")) + (suffix or suffixes[0])


@cache
def scanner(path: str) -> Callable[[bytes], str]:
    found: Callable[[bytes], str] = import_string(path)
    return found


def scan(content: bytes) -> None:
    """Ask the operator's scanner, if one is set: it returns the name of what it found, or "". No answer is a no."""
    path = getattr(settings, "FILE_SCANNER", "")
    if not path:
        return
    try:
        found = scanner(path)(content)
    except OSError as error:
        message = _("Files cannot be checked for viruses just now. Try again in a few minutes.")
        raise refuse("scanner_silent", message) from error
    if found:
        raise refuse("virus", _("The file is infected with a virus. Clean your device first."))
