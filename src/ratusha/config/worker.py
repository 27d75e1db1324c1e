"""The worker delivers the events that waited for their transaction, and does the timed work. It may die at any time."""

import threading


def run() -> None:
    threading.Event().wait()
