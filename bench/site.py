"""Which pages are asked, and how hard."""

import os
from typing import Any

from ratusha.config.state import State

from . import machine, pages
from .client import Request, again_and_again

PUBLIC = ("home", "search", "procedure", "procedures")
KEPT_SECONDS = 60


def measure_pages(
    state: State, environment: dict[str, str], asked: dict[str, Any], seconds: int, rounds: int
) -> dict[str, Any]:
    os.environ |= environment
    found: dict[str, Any] = {"uncached": {}, "cached": {}, "signed_in": {}, "half": {}}
    with pages.web(state, kept_seconds=0) as site:
        for name in PUBLIC:
            found["uncached"][name] = _press(site, asked["public"][name], {}, seconds, rounds)
        for who, names in (("citizen", ("my_page", "case")), ("official", ("desk", "desk_case"))):
            for name in names:
                headers = {"Cookie": asked[who]["headers"]["Cookie"]}
                found["signed_in"][name] = _press(site, asked[who][name], headers, seconds, rounds)
        mixed = [Request(path) for name in PUBLIC for path in asked["public"][name][:10]]
        found["half"]["uncached"] = site.ask(again_and_again(mixed), seconds=2 * seconds, rate=150)
        size = pages.size_of(site.port, asked["public"]["home"][0])
    with pages.web(state, kept_seconds=KEPT_SECONDS) as site:
        for name in PUBLIC:
            found["cached"][name] = _press(site, asked["public"][name], {}, seconds, rounds)
        found["half"]["cached"] = site.ask(again_and_again(mixed), seconds=2 * seconds, rate=1000)
    found["bare"] = machine.median(
        [pages.bare(size, seconds=seconds) for _round in range(rounds)]
    ) | {"bytes": size}
    return found


def _press(
    site: pages.Site, paths: list[str], headers: dict[str, str], seconds: int, rounds: int
) -> dict[str, Any]:
    site.press(paths, headers, seconds=2)  # warm
    return machine.median([site.press(paths, headers, seconds=seconds) for _round in range(rounds)])


def measure_acts_over_http(
    state: State, environment: dict[str, str], asked: dict[str, Any], seconds: int
) -> dict[str, Any]:
    """Drafts and waiting cases are used up; half of the drafts at full speed, the rest at 75 a second."""
    os.environ |= environment
    official = asked["official"]["headers"]
    lodging = iter([Request(path, "POST", headers) for path, headers in asked["lodging"]])
    steps = iter([Request(path, "POST", official) for path in asked["steps"]])
    warm, most = 50, len(asked["lodging"]) // 2
    with pages.web(state, kept_seconds=0) as site:
        site.ask((next(lodging) for _number in range(warm)), seconds=10, connections=4)
        return {
            "lodging": site.ask(
                (next(lodging) for _number in range(most)), seconds=30, connections=8
            ),
            "lodging_half": site.ask(lodging, seconds=2 * seconds, rate=75, connections=16),
            "step": site.ask(steps, seconds=2 * seconds, connections=8),
        }
