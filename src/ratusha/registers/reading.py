"""What the country pack says of the ages of the register."""

from functools import cache

from ratusha.kernel.pack import pack

FILE = "pension_age.yaml"


@cache
def pension_ages() -> dict[str, int]:
    """Years by sex; nothing where the pack does not say."""
    if not pack().file(FILE).exists():
        return {}
    return {str(sex): int(years) for sex, years in pack().yaml(FILE)["years"].items()}
