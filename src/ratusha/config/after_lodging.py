"""A letter about each lodging; what was lodged in one sitting is told in one letter by `life_events`."""

from ratusha.applications import public as applications
from ratusha.cases.public import CaseOpened
from ratusha.life_events.public import is_in_sitting


def write_about_lodging(event: CaseOpened) -> None:
    if not is_in_sitting(event):
        applications.write_about_lodging(event)
