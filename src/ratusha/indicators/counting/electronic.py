"""Which procedures are electronic: by the definition that the country calls official."""

from datetime import date

from ratusha.procedures.public import in_force

ELECTRONIC_FROM = "e3"  # an application can be lodged electronically: goals.yaml, "application"


def electronic_codes(on: date) -> list[str]:
    found = in_force(on).filter(electronic_level__gte=ELECTRONIC_FROM)
    return list(found.values_list("procedure_id", flat=True))
