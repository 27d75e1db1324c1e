"""The figures in words and tables, for a terminal and for docs/benchmarks.md."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Rows = dict[str, dict[str, Any]]
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures: written by ./ratusha bench --write -->", "<!-- end of figures -->"
OURS = ("RATUSHA_", "DJANGO_")
NAMES = {
    "lodging": "lodge an application", "bare": "bare: the same rows or bytes by the library alone",
    "beginning": "begin a draft, ask the registers, save its pages", "take_step": "take a step (accept)",
    "accept": "accept and take up (two steps, three entries)", "granting": "grant, with the PDF document",
    "bench_few": "among 1,000 cases", "bench_many": "among 1,000,000 cases",
    "bench_ten": "10 procedures beside the pack", "bench_thousand": "1,000 procedures beside the pack",
    "one_process": "one process", "two_processes": "two processes",
    "ledger": "one clock alone, nothing remembered",
    "home": "home", "search": "search", "procedure": "procedure page, described (e4)",
    "procedures": "procedure page, any of the catalogue", "my_page": "my page", "case": "my case", "desk": "desk queue",
    "compiling": "compile a pasted row", "publishing": "publish it, all scenarios lived through",
    "desk_case": "case at the desk", "step": "accept and take up", "lodging_half": "lodge, 75 a second asked",
}  # fmt: skip
COLUMNS = {
    "per_second": "a second", "p50": "median, ms", "p95": "p95", "p99": "p99",
    "cpu_ms": "CPU ms each", "postgres_cpu_ms": "of PostgreSQL", "worker_cpu_ms": "of the worker",
    "cases": "cases", "differences": "differences", "seconds": "seconds", "cases_a_second": "cases a second",
    "microseconds": "microseconds each", "megabytes": "MiB",
    "cpu_ms_least": "both, least of rounds", "memory_mib": "web + worker, MiB", "count": "counted", "load": "load",
}  # fmt: skip


def clean_environment() -> dict[str, str]:
    """Ours, without what names another state."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}


def as_text(figures: dict[str, Any]) -> str:
    """Markdown, which reads well on a terminal too."""
    about = figures["machine"]
    day = about["day"]
    machine = f"{about['processor']}, {about['cores']} cores, {about['memory_gib']} GiB, {about['system']}"
    lines = [f"Measured on {day}: {machine}, Python {about['python']}.", ""]
    sections: dict[str, tuple[str, Callable[[Rows], Rows]]] = {
        "acts": ("The acts themselves, one process, one connection", lambda f: f),
        "together": (
            "Lodging over several connections",
            lambda f: {f"{k} connections": v for k, v in f.items()},
        ),
        "desk": ("The queue of a desk where many cases wait", lambda f: f),
        "growth": ("Lodging among few and among many cases", lambda f: f),
        "procedures": ("Lodging while few and while many procedures are in force", lambda f: f),
        "recompute": ("Clocks of a million cases replayed", lambda f: f),
        "publication": ("A row of the law published, with its scenarios", lambda f: f),
        "programmes": ("Dashboards of programmes, 2,000 measures, ten years", lambda f: f),
        "dashboards": ("Dashboards of steering as an official opens them", _asked_pages),
        "indicators": ("Pages of live indicators among a million cases", _asked_pages),
    }
    for name, (title, rows) in sections.items():
        if name in figures:
            lines += _table(title, rows(_rows(figures[name])))
    if "pages" in figures:
        found = figures["pages"]
        lines += _table("Public pages, nothing kept", found["uncached"])
        lines += _table("Public pages, kept ready", found["cached"])
        lines += _table("Pages behind the sign-in", found["signed_in"])
        half = {
            "public pages, 150 a second asked, nothing kept": found["half"]["uncached"],
            "public pages, 1,000 a second asked, kept ready": found["half"]["cached"],
            f"bare Django view of {found['bare']['bytes']} bytes, as fast as it goes": found[
                "bare"
            ],
        }
        lines += _table("At half the load, and the floor", half)
    if "http" in figures:
        lines += _table("Acts over HTTP", _rows(figures["http"]))
    return "\n".join(lines).rstrip()


def _asked_pages(found: Rows) -> Rows:
    """Without what was counted beside them."""
    return {name: row for name, row in found.items() if "p95" in row}


def _rows(figures: dict[str, Any]) -> Rows:
    return {name: value for name, value in figures.items() if isinstance(value, dict)}


def _table(title: str, rows: Rows) -> list[str]:
    shown = [c for c in COLUMNS if any(c in row for row in rows.values())]
    lines = [f"### {title}", "", "| |" + "".join(f" {COLUMNS[c]} |" for c in shown)]
    lines.append("|---|" + "--:|" * len(shown))
    for name, row in rows.items():
        cells = "".join(f" {_number(row.get(c))} |" for c in shown)
        lines.append(f"| {NAMES.get(name, name)} |{cells}")
    return [*lines, ""]


def _number(value: Any) -> str:
    if not isinstance(value, (int, float)):
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:g}"  # noqa: PLR2004 - three figures are enough


def write(figures: dict[str, Any]) -> None:
    page = PAGE.read_text()
    before, _begin, rest = page.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{as_text(figures)}\n\n{END}{after}")
