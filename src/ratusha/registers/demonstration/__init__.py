"""People who do not exist: a believable, lawful population made from a seed. One seed, one state, to the last number.

Nothing here is taken from a real person; numbers are valid by form only.
"""

from .generate import Generated, generate_population

__all__ = ["Generated", "generate_population"]
