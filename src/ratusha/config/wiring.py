"""What is plugged into which socket: lower floors name an interface, this page gives them the thing."""


def connect() -> None:
    """Called once when the program starts."""
