"""What other modules may use of statistics."""

from .finishing import finishing_card, promise_and_judge, promise_for, usual_days
from .marks import plug_marks
from .models import FinishPromise
from .queries import FrontLine, front_line
from .rules import Mean, Share

__all__ = [
    "FinishPromise",
    "FrontLine",
    "Mean",
    "Share",
    "finishing_card",
    "front_line",
    "plug_marks",
    "promise_and_judge",
    "promise_for",
    "usual_days",
]
