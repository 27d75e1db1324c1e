"""What other modules may use of records."""

from .asking.letters import write_about_lodging, write_about_message, write_about_step
from .asking.record import record_of
from .asking.rules import KIND
from .beside import registers_of, said_beside
from .disposal.due import due_now, held_now
from .disposal.sockets import plug_erasers
from .parts import plug as plug_part
from .services.disposal import prepare_all
from .services.erase import carry_out
from .services.export import export_case, export_everything

__all__ = [
    "KIND",
    "carry_out",
    "due_now",
    "export_case",
    "export_everything",
    "held_now",
    "plug_erasers",
    "plug_part",
    "prepare_all",
    "record_of",
    "registers_of",
    "said_beside",
    "write_about_lodging",
    "write_about_message",
    "write_about_step",
]
