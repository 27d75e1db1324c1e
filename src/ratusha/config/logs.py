"""Logs carry ids and codes, never personal data: lines for a person on a terminal, JSON for machines."""

import logging.config
import sys
from typing import Any

import structlog

QUIET = {
    "pymorphy3": "WARNING",
    "procrastinate": "WARNING",
    "fontTools": "WARNING",
    "pikepdf": "WARNING",
    "PIL": "WARNING",
}


def _without_addresses(_logger: Any, _method: str, line: dict[str, Any]) -> dict[str, Any]:
    """Django hands the whole request to its loggers; its address and words may name a person."""
    line.pop("request", None)
    return line


def configure(*, level: str, style: str) -> None:
    """`style` is "json" or "text"; else text on a terminal and JSON elsewhere."""
    as_text = style == "text" or (style != "json" and sys.stderr.isatty())
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _without_addresses,
    ]
    last: Any = (
        structlog.dev.ConsoleRenderer()
        if as_text
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "line": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": shared,
                    "processors": [
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        last,
                    ],
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"handlers": ["stderr"], "level": level},
            "loggers": {name: {"level": quiet} for name, quiet in QUIET.items()},
        }
    )
