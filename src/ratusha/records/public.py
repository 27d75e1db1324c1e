"""What other modules may use of records."""

from .asking.letters import write_about_lodging, write_about_step
from .asking.record import record_of
from .asking.rules import KIND
from .parts import plug as plug_part
from .services.export import export_case, export_everything

__all__ = [
    "KIND",
    "export_case",
    "export_everything",
    "plug_part",
    "record_of",
    "write_about_lodging",
    "write_about_step",
]
