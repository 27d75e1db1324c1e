"""Photos of issues: only pictures, and the place that a camera wrote into them, read before it is removed."""

import io
import math

from django.utils.translation import gettext as _
from PIL import ExifTags, Image

from ratusha.kernel.errors import RuleBroken

MAX_BYTES = 10 * 1024 * 1024
DEGREES_OF = (1, 60, 3600)


def require_picture(content: bytes) -> None:
    """`documents` looks at every file; here only pictures make sense."""
    if not content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        message = _("This is not a photo. Choose a JPEG or PNG picture.")
        raise RuleBroken("issue.not_a_picture", message, field="photo")


def position_of(content: bytes) -> tuple[float, float] | None:
    """Latitude and longitude that the camera wrote, or nothing; whatever is broken there is nothing."""
    try:
        with Image.open(io.BytesIO(content), formats=["JPEG", "PNG"]) as picture:
            told = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        lat = _degrees(told[ExifTags.GPS.GPSLatitude], told.get(ExifTags.GPS.GPSLatitudeRef) == "S")
        lon = _degrees(
            told[ExifTags.GPS.GPSLongitude], told.get(ExifTags.GPS.GPSLongitudeRef) == "W"
        )
    except Exception:  # noqa: BLE001 - a camera, or somebody hostile, wrote it: the picture itself is judged elsewhere
        return None
    if not (math.isfinite(lat) and math.isfinite(lon) and (lat or lon)):
        return None
    return round(lat, 6), round(lon, 6)


def _degrees(parts: tuple[float, float, float], negative: bool) -> float:  # noqa: FBT001 - one of two signs
    value = sum(float(part) / of for part, of in zip(parts, DEGREES_OF, strict=True))
    return -value if negative else value
