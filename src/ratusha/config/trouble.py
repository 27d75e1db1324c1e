"""What stands in the way on this machine: not the law, not a bug. The message says what to do about it."""


class Trouble(Exception):
    """Shown as one sentence by the command line; never as a traceback."""
