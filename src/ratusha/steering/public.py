"""What other modules may use of steering."""

from .models import PublishedIndex
from .services import publish, publish_folder

__all__ = ["PublishedIndex", "publish", "publish_folder"]
