"""A map that is moved: what one pan asks, over the file and over copies of its rows moved by some metres."""

import time
from random import Random
from typing import Any

from django.db import connection, transaction

from bench import machine

from .town import EAST, NORTH, SOUTH, WEST

ZOOMS = (6, 10, 13, 16)
NEW = 4  # tiles that one pan brings into a screen of 1280 points
QUARTER = 250_000
NEARBY = 200  # squares of the finest grid, about 280 metres
BATCH = 50_000


def panning(count: int, many: int) -> dict[str, Any]:
    """After `import`. Each size with the same pans; `bare`: the questions of the same tiles, by the database alone."""
    from ratusha.issues import public as issues  # noqa: PLC0415
    from ratusha.issues.models import Shown  # noqa: PLC0415

    issues.draw_anew()
    found: dict[str, Any] = {}
    here = Shown.objects.count()
    for size in sorted({here, *(one for one in (QUARTER, many) if one > here)}):
        begun = time.perf_counter()
        _fill_to(size)
        filled = round(time.perf_counter() - begun, 1)
        found[str(size)] = {"seconds_to_fill": filled, **_pans(count), "load": machine.load()}
    return found


def _fill_to(size: int) -> None:
    from uuid_utils.compat import uuid7  # noqa: PLC0415

    from ratusha.issues.map import grid, keeping  # noqa: PLC0415
    from ratusha.issues.models import Cell, Shown  # noqa: PLC0415
    from ratusha.kernel.rows import copy_in  # noqa: PLC0415

    rng, missing = Random(3), size - Shown.objects.count()  # noqa: S311 - invented
    if missing > 0:
        known = list(Shown.objects.exclude(x=None).values()[:BATCH])
        for start in range(0, missing, BATCH):
            copies = []
            for row in rng.choices(known, k=min(BATCH, missing - start)):
                x, y = ((row[one] or 0) + rng.randint(-NEARBY, NEARBY) for one in ("x", "y"))
                moved = {"issue_id": uuid7(), "x": x, "y": y, "place": grid.number(x, y)}
                copies.append(Shown(**{**row, **moved}))
            with transaction.atomic():
                copy_in(copies)
        Cell.objects.all().delete()
        keeping.count_cells()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE issues_shown")
        cursor.execute("VACUUM ANALYZE issues_cell")


def _pans(count: int) -> dict[str, Any]:
    from django.conf import settings  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from ratusha.issues.models import Executor, Shown  # noqa: PLC0415

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    whose = Shown.objects.exclude(executor_id=None).values("executor_id")[:1]
    executor = Executor.objects.filter(pk__in=whose).values_list("code", flat=True)[0]
    asked = {"everything": "", "one organisation": executor}
    found: dict[str, Any] = {}
    for name, executor in asked.items():
        question = {"executor": executor} if executor else {}
        for zoom in ZOOMS:
            taken, bare, sizes = [], [], []
            for tiles in _where(zoom, count):
                begun = time.perf_counter()
                replies = [
                    client.get(f"/tiles/issues/{zoom}/{x}/{y}.mvt", question) for x, y in tiles
                ]
                taken.append(time.perf_counter() - begun)
                sizes.append(sum(len(one.content) for one in replies))
                bare.append(_bare(zoom, tiles, executor))
            found[f"{name}, zoom {zoom}"] = {
                **machine.percentiles(taken),
                "bare": machine.percentiles(bare),
                "most_kilobytes": round(max(sizes) / 1000, 1),
            }
    return found


def _where(zoom: int, count: int) -> list[list[tuple[int, int]]]:
    """Columns of tiles over the town, by chance, the same for every size."""
    from ratusha.issues.map import grid  # noqa: PLC0415

    rng, shift = Random(zoom), grid.FINEST - zoom  # noqa: S311 - invented
    found = []
    for _pan in range(count):
        x, y = grid.position(rng.uniform(SOUTH, NORTH), rng.uniform(WEST, EAST))
        found.append([(x >> shift, (y >> shift) + down) for down in range(NEW)])
    return found


def _bare(zoom: int, tiles: list[tuple[int, int]], executor: str) -> float:
    """Only the questions, with their rows fetched."""
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from ratusha.issues.map.tiles import Tile, circles_in  # noqa: PLC0415
    from ratusha.issues.queries import Filter  # noqa: PLC0415

    with CaptureQueriesContext(connection) as caught:
        for x, y in tiles:
            circles_in(Tile(zoom, x, y), Filter(executor=executor))
    return sum(float(one["time"]) for one in caught)
