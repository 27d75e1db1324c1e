"""Reading outlines that somebody brings as GeoJSON (RFC 7946). Hostile until checked; each refusal names the place."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import shapely
from django.utils.translation import gettext as _
from shapely.validation import explain_validity

from ratusha.kernel.errors import RuleBroken

from .cells import Ring

Outline = list[list[list[list[float]]]]  # polygons of rings of [longitude, latitude]
MOST_BYTES = 10 * 1024 * 1024
MOST_FEATURES = 2000
MOST_POINTS = 200_000
FEWEST_IN_RING = 4
LONGEST_NAME = 200
PLACES = 7  # decimals that are kept: a centimetre


@dataclass(frozen=True)
class Feature:
    outline: Outline
    organisation: str
    name: str


def refused(message: str) -> RuleBroken:
    return RuleBroken("assignment.file", message, field="file")


def read(content: bytes, bounds: Sequence[float]) -> list[Feature]:
    """`bounds` of the country: west, south, east, north."""
    if len(content) > MOST_BYTES:
        raise refused(
            _("The file is larger than ten megabytes. Leave out points that change nothing.")
        )
    try:
        told = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise refused(_("This is not GeoJSON: it cannot be read as JSON.")) from error
    if not isinstance(told, dict) or told.get("type") != "FeatureCollection":
        raise refused(_("This is not a FeatureCollection of GeoJSON."))
    if "crs" in told and "CRS84" not in str(told["crs"]) and "4326" not in str(told["crs"]):
        raise refused(
            _(
                "The file has another system of coordinates. Save it in WGS 84 (longitude, latitude)."
            )
        )
    features = told.get("features")
    if not isinstance(features, list) or not features:
        raise refused(_("The file has no outlines in it."))
    if len(features) > MOST_FEATURES:
        raise refused(_("There are more than %(most)s outlines.") % {"most": MOST_FEATURES})
    reading = _Reading(bounds)
    return [reading.feature(number, one) for number, one in enumerate(features, start=1)]


@dataclass
class _Reading:
    bounds: Sequence[float]
    points: int = 0

    def feature(self, number: int, told: Any) -> Feature:
        geometry = told.get("geometry") if isinstance(told, dict) else None
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if kind not in {"Polygon", "MultiPolygon"}:
            message = _("Outline %(number)s is not a Polygon or a MultiPolygon.")
            raise refused(message % {"number": number})
        assert isinstance(geometry, dict)  # noqa: S101 - its kind was read from it
        polygons = geometry.get("coordinates")
        if kind == "Polygon":
            polygons = [polygons]
        if not isinstance(polygons, list) or not polygons:
            raise _broken(number)
        outline = [self._polygon(number, one) for one in polygons]
        _require_valid(number, outline)
        said = told.get("properties")
        said = said if isinstance(said, dict) else {}
        return Feature(outline, _word(said.get("organisation")), _word(said.get("name")))

    def _polygon(self, number: int, rings: Any) -> list[list[list[float]]]:
        if not isinstance(rings, list) or not rings:
            raise _broken(number)
        return [self._ring(number, ring) for ring in rings]

    def _ring(self, number: int, ring: Any) -> list[list[float]]:
        if not isinstance(ring, list) or len(ring) < FEWEST_IN_RING:
            raise _broken(number)
        self.points += len(ring)
        if self.points > MOST_POINTS:
            raise refused(_("The outlines have more than %(most)s points.") % {"most": MOST_POINTS})
        found = [self._point(number, point) for point in ring]
        if found[0] != found[-1]:
            message = _("Outline %(number)s is not closed: its last point is not its first.")
            raise refused(message % {"number": number})
        return found

    def _point(self, number: int, point: Any) -> list[float]:
        fits = isinstance(point, list) and len(point) in {2, 3}
        if not fits or not all(type(one) in {int, float} for one in point[:2]):
            raise _broken(number)
        try:
            lon, lat = float(point[0]), float(point[1])
        except OverflowError as error:
            raise _broken(number) from error
        west, south, east, north = self.bounds
        if not (math.isfinite(lon) and math.isfinite(lat)) or not (
            west <= lon <= east and south <= lat <= north
        ):
            message = _(
                "Outline %(number)s has a point outside the country: %(lon)s, %(lat)s. "
                "Longitude comes first in GeoJSON."
            )
            raise refused(message % {"number": number, "lon": f"{lon:.6g}", "lat": f"{lat:.6g}"})
        return [round(lon, PLACES), round(lat, PLACES)]


def _broken(number: int) -> RuleBroken:
    return refused(_("Outline %(number)s has no proper coordinates.") % {"number": number})


def _word(said: Any) -> str:
    """What a property says, as one line of text."""
    if isinstance(said, bool) or not isinstance(said, str | int):
        return ""
    return "".join(sign for sign in str(said) if sign.isprintable()).strip()[:LONGEST_NAME]


def shape_of(outline: Outline) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([(rings[0], rings[1:]) for rings in outline])


def _require_valid(number: int, outline: Outline) -> None:
    shape = shape_of(outline)
    if shape.is_empty or not shape.is_valid:
        _what, _bracket, place = explain_validity(shape).partition("[")
        message = _("Outline %(number)s crosses or touches itself near %(place)s.")
        raise refused(message % {"number": number, "place": place.rstrip("]") or "?"})


def rings_of(outline: Outline) -> list[Ring]:
    return [[(lon, lat) for lon, lat in ring] for polygon in outline for ring in polygon]
