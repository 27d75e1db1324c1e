"""Where the case behind a question is shown. Cases live upstairs: the composition root says how to get there."""

from collections.abc import Callable

_address_of: list[Callable[[str], str]] = []


def plug_case_page(address_of: Callable[[str], str]) -> None:
    _address_of[:] = [address_of]


def case_page(reference: str) -> str:
    """The address of the case in the active language, or "" while nobody shows cases."""
    return _address_of[0](reference) if reference and _address_of else ""
