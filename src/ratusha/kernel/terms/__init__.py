"""Terms of law, dates that follow from them, and the explanation of each date.

Words: a *term* is a length of time, a *due date* the day it ends, a *boundary* a date the law names itself. Nothing
here asks what day it is, and no article of law is written here: both are arguments.
"""

from .boundaries import (
    Before,
    NationalCounting,
    boundary_before,
    boundary_not_later_than,
    national_counting,
)
from .count import Count
from .counting import Extension, OnDayOff, Reason, StartRule, Suspension, due
from .explanation import Due, DueStep, Source
from .term import Term, Unit

__all__ = [
    "Before",
    "Count",
    "Due",
    "DueStep",
    "Extension",
    "NationalCounting",
    "OnDayOff",
    "Reason",
    "Source",
    "StartRule",
    "Suspension",
    "Term",
    "Unit",
    "boundary_before",
    "boundary_not_later_than",
    "due",
    "national_counting",
]
