"""What other modules may use of statistics."""

from .queries import FrontLine, front_line
from .rules import Mean, Share

__all__ = ["FrontLine", "Mean", "Share", "front_line"]
