"""What the composition root may use of portal."""

from .matter.story import said_beside
from .steering import may_work as may_work_in_steering

__all__ = ["may_work_in_steering", "said_beside"]
