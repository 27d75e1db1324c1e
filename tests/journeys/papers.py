"""Papers in the hand: what a person or a camera reads from a document, and files to upload."""

import re
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

CODE = re.compile(r"(?<![0-9A-Z-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z-])")


def text_in(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


def code_in(file: Path) -> str:
    """The code beside the square, as a person would copy it."""
    return CODE.findall(text_in(file))[-1]


def square_in(file: Path) -> str:
    """What a camera reads."""
    with pypdfium2.PdfDocument(file) as pdf:
        sheets = [page.render(scale=150 / 72).to_pil() for page in pdf]
    return next(found[0].text for sheet in sheets if (found := zxingcpp.read_barcodes(sheet)))


def a_scan(folder: Path, name: str = "dahavor.pdf") -> Path:
    file = folder / name
    Image.new("RGB", (420, 594), "white").save(file)
    return file


def a_program_called_a_scan(folder: Path, name: str = "skan.pdf") -> Path:
    file = folder / name
    file.write_bytes(b"MZ\x90\x00" + b"\x00" * 400)
    return file
