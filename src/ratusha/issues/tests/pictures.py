"""Pictures for tests: honest ones, and such as somebody hostile sends."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

Point = tuple[float, float]


def jpeg(size: Point = (40, 30), colour: str = "green", *, exif: Any = None) -> bytes:
    made = io.BytesIO()
    more = {} if exif is None else {"exif": exif}
    Image.new("RGB", (int(size[0]), int(size[1])), colour).save(made, "JPEG", **more)
    return made.getvalue()


def png(size: Point = (40, 30), *, words: str = "") -> bytes:
    made, told = io.BytesIO(), PngInfo()
    if words:
        told.add_text("Comment", words, zip=True)
    Image.new("RGB", (int(size[0]), int(size[1])), "green").save(made, "PNG", pnginfo=told)
    return made.getvalue()


def webp() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(made, "WEBP")
    return made.getvalue()


def with_position(lat: float, lon: float, *, size: Point = (40, 30), **more: Any) -> bytes:
    """As a camera writes it; `more`: other words by their number in EXIF."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (lat, 0, 0), 3: "E", 4: (lon, 0, 0)})
    for number, said in more.items():
        exif[int(number[1:])] = said
    return jpeg(size, exif=exif)


def chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png_that_claims(width: int, height: int) -> bytes:
    """A head that promises so many points, and a few bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def street(plate: str, size: tuple[int, int] = (800, 600)) -> Image.Image:
    """A car in a street, with a number plate that can be read, at 300 to 500 across and 400 to 440 down."""
    picture = Image.new("RGB", size, "#8fa3b5")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 450, size[0], size[1]), fill="#555b61")
    draw.rectangle((250, 300, 550, 470), fill="#7a1f1f")
    draw.rectangle((300, 400, 500, 440), fill="white")
    draw.text((312, 402), plate, fill="black", font=ImageFont.load_default(size=32))
    return picture


def street_jpeg(plate: str) -> bytes:
    made = io.BytesIO()
    street(plate).save(made, "JPEG", quality=95)
    return made.getvalue()
