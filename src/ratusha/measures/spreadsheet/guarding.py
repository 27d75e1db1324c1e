"""What a spreadsheet may not bring: it is looked at as an archive, before any program of spreadsheets opens it."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

MOST_BYTES = 2 * 2**20  # of the file
MOST_UNPACKED = 24 * 2**20
MOST_PARTS = 200
EXPECTED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/[\w.-]+\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain|metadata)\.xml|xl/theme/theme\d*\.xml"
    r"|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels"
    r"|xl/printerSettings/printerSettings\d+\.bin"
)
MACROS = re.compile(r"vba|macrosheet|activeX|customUI|\.bin$", re.IGNORECASE)
LINKS = re.compile(r"externalLink|connections|queryTable|webExtension", re.IGNORECASE)
SIGNS = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)
MACRO_KIND = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    RuntimeError,
    EOFError,
    OSError,
    NotImplementedError,
)


def refuse(code: str, message: str) -> RuleBroken:
    return RuleBroken(f"spreadsheet.{code}", message, field="file")


def guard(content: bytes) -> None:
    """Nothing that acts, leads outside, or unpacks into more than it says."""
    if len(content) > MOST_BYTES:
        raise refuse(
            "too_big",
            _("The file is larger than a spreadsheet may be here: %(most)s MB at most.")
            % {"most": MOST_BYTES // 2**20},
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _guard_parts(archive.infolist())
            for part in archive.infolist():
                _guard_content(part.filename, archive.read(part))
    except UNREADABLE as error:
        raise refuse(
            "unreadable", _("This is not a spreadsheet of the kind xlsx, or it is damaged.")
        ) from error


def _guard_parts(parts: list[zipfile.ZipInfo]) -> None:
    """Sizes are those the archive declares; a part is never unpacked beyond its own."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refuse("bomb", _("The file unpacks into more than a spreadsheet may be here."))
    names = [part.filename for part in parts]
    if len(set(names)) != len(names):
        raise refuse(
            "twice", _("The file holds two parts under one name: save it anew in your program.")
        )
    if "xl/workbook.xml" not in names:
        raise refuse(
            "unreadable", _("This is not a spreadsheet of the kind xlsx, or it is damaged.")
        )
    for name in names:
        for code, message in _unwanted(name):
            raise refuse(code, message)


def _unwanted(name: str) -> Iterator[tuple[str, str]]:
    if EXPECTED.fullmatch(name) or name.endswith("/"):
        return
    if MACROS.search(name):
        yield (
            "macros",
            _("The file holds macros or other parts that act. Save it as an ordinary xlsx."),
        )
    elif LINKS.search(name):
        yield "links", _("The file takes values from other files. Write the values themselves.")
    else:
        said = {"part": name[:80]}
        yield (
            "parts",
            _("“%(part)s” is not taken: leave out pictures, notes and embedded files.") % said,
        )


def _guard_content(name: str, content: bytes) -> None:
    if name.endswith(".bin"):
        return
    if content and (
        SIGNS.search(content) or content[:2] in {b"\xfe\xff", b"\xff\xfe"} or b"\x00" in content
    ):
        raise refuse(
            "entities", _("The file is written in a way that no program of spreadsheets writes.")
        )
    if name.endswith(".rels") and OUTSIDE.search(content):
        raise refuse(
            "links", _("The file takes values from other files. Write the values themselves.")
        )
    if name == "[Content_Types].xml" and MACRO_KIND.search(content):
        raise refuse(
            "macros",
            _("The file holds macros or other parts that act. Save it as an ordinary xlsx."),
        )
