"""Reading the file: CSV or CSV.GZ with the columns of the open data of 115. Pure; nothing in it is believed."""

import csv
import gzip
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ratusha.issues.law import law
from ratusha.issues.rules import Status

COLUMNS = (
    "id",
    "category",
    "address",
    "lat",
    "lon",
    "status",
    "opened",
    "planned",
    "organisation_id",
)
STATUSES = {  # the file does not say what its numbers mean; planned days lie far ahead only where it says 7
    "4": Status.ASSIGNED,
    "5": Status.CLOSED,
    "7": Status.PLANNED,
}
MOST_BYTES = 512 * 1024 * 1024  # once unpacked


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    category: str
    address: str
    lat: float | None
    lon: float | None
    status: Status
    opened: date
    planned: date | None
    organisation: str
    remark: str = ""  # what was left out of it, and why


@dataclass(frozen=True, slots=True)
class Refused:
    line: int
    reason: str


class NotThisFile(ValueError):
    """The file as a whole cannot be read; the message says why."""


def open_file(path: Path) -> io.TextIOBase:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    if packed:
        return io.TextIOWrapper(gzip.open(path, "rb"), encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def read(path: Path) -> Iterator[Row | Refused]:
    """Row after row, in the order of the file; a row that cannot be read is told with its line and the reason."""
    try:
        with open_file(path) as file:
            reader = csv.DictReader(file)
            missing = [one for one in COLUMNS if one not in (reader.fieldnames or ())]
            if missing:
                raise NotThisFile(f"columns are missing: {', '.join(missing)}")
            for told in reader:
                yield _row(told, reader.line_num)
    except (OSError, EOFError, UnicodeDecodeError, csv.Error, gzip.BadGzipFile) as error:
        raise NotThisFile(f"the file cannot be read: {error}") from error


def _row(told: dict[str, str], line: int) -> Row | Refused:
    said = {name: (told.get(name) or "").strip() for name in COLUMNS}
    for name, most in (("id", 60), ("category", 40), ("organisation_id", 40), ("address", 300)):
        if len(said[name]) > most or "\x00" in said[name]:
            return Refused(line, f"{name} is too long or holds what is no text")
    if not said["id"] or not said["category"]:
        return Refused(line, "no number or no category")
    status = STATUSES.get(said["status"])
    if status is None:
        return Refused(line, f"status {said['status'][:20]!r} is not known")
    try:
        opened = date.fromisoformat(said["opened"])
        planned = date.fromisoformat(said["planned"]) if said["planned"] else None
    except ValueError:
        return Refused(line, "a date is not a date")
    if planned is not None and planned < opened:
        return Refused(line, "planned before it was opened")
    lat, lon, remark = _point(said["lat"], said["lon"])
    return Row(
        key=said["id"],
        category=said["category"],
        address=said["address"],
        lat=lat,
        lon=lon,
        status=status,
        opened=opened,
        planned=planned,
        organisation=said["organisation_id"],
        remark=remark,
    )


def _point(lat: str, lon: str) -> tuple[float | None, float | None, str]:
    """A point outside the country is not kept as a point: the row is, with a remark."""
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        return None, None, "no point" if not (lat or lon) else "the point is not two numbers"
    west, south, to_east, to_north = law().bounds
    inside = math.isfinite(north) and math.isfinite(east)
    if inside and south <= north <= to_north and west <= east <= to_east:
        return north, east, ""
    return None, None, f"the point {lat}, {lon} is outside the country"


def read_organisations(path: Path) -> dict[str, str]:
    """Names by the codes of the file: two columns, `organization_id` and `org_name`."""
    with open_file(path) as file:
        rows = csv.DictReader(file)
        return {
            row["organization_id"].strip(): row["org_name"].strip()
            for row in rows
            if row.get("organization_id") and row.get("org_name")
        }
