"""Who hears what: the whole list. Handlers may run twice, so each is written to bear it."""


def connect() -> None:
    """Called once when the program starts."""
