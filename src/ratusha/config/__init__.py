"""The composition root: settings, addresses, who hears which event, what is plugged where, the command line."""

import sys
from types import ModuleType

# The expression language's package loads its own command line, a fifth of our time to start; nothing here uses it.
sys.modules.setdefault("cel.cli", ModuleType("cel.cli"))
