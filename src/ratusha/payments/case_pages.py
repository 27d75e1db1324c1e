"""Where the case of a charge is shown. Cases live upstairs: the composition root says how to get there."""

from collections.abc import Callable

AddressOf = Callable[[str], str]
_pages: list[tuple[AddressOf, AddressOf]] = []


def plug_case_page(for_payer: AddressOf, at_desk: AddressOf) -> None:
    _pages[:] = [(for_payer, at_desk)]


def case_page(reference: str, *, at_desk: bool = False) -> str:
    """The address of the case in the active language, or "" while nobody shows cases."""
    return _pages[0][at_desk](reference) if _pages else ""
