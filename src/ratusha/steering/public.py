"""What other modules may use of steering."""

from .formulas import confidence
from .formulas.conversion import needed_rate
from .formulas.earned_value import EarnedSchedule, EarnedValue, earned_schedule
from .formulas.earning import Earning, earned_share, planned_share
from .formulas.forecast import Forecast, NotAGraph, Risk, forecast
from .formulas.forecast import Stage as ForecastStage
from .formulas.portfolio import (
    Candidate,
    Choice,
    Impossible,
    Problem,
    Reason,
    frontier,
    left,
    price,
    reasons,
    robustness,
    solve,
)
from .formulas.reference_class import uplift
from .formulas.three_point import ThreePoint
from .formulas.trends import METHODS as TRENDS
from .formulas.trends import Step as TrendStep
from .formulas.trends import calibration as trend_calibration
from .models import PublishedIndex
from .places import Place, digits_of_ranks, needed, place_of
from .ranking import Moved, moved
from .services import newest_of, publish, publish_folder

__all__ = [
    "TRENDS",
    "Candidate",
    "Choice",
    "EarnedSchedule",
    "EarnedValue",
    "Earning",
    "Forecast",
    "ForecastStage",
    "Impossible",
    "Moved",
    "NotAGraph",
    "Place",
    "Problem",
    "PublishedIndex",
    "Reason",
    "Risk",
    "ThreePoint",
    "TrendStep",
    "confidence",
    "digits_of_ranks",
    "earned_schedule",
    "earned_share",
    "forecast",
    "frontier",
    "left",
    "moved",
    "needed",
    "needed_rate",
    "newest_of",
    "place_of",
    "planned_share",
    "price",
    "publish",
    "publish_folder",
    "reasons",
    "robustness",
    "solve",
    "trend_calibration",
    "uplift",
]  # fmt: skip
