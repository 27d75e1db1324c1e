"""What is plugged into which socket: lower floors name an interface, this page gives them the thing."""

from ratusha.exchange.public import plug as plug_registers
from ratusha.registers.public import providers
from ratusha.ui import header

from .header import header_for


def connect() -> None:
    """Called once when the program starts."""
    header.plug(header_for)
    plug_registers(providers())
