"""What other modules may use of records."""

from .parts import plug as plug_part
from .services.export import export_case, export_everything

__all__ = ["export_case", "export_everything", "plug_part"]
