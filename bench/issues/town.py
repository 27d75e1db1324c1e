"""The town of these measurements: its dispatcher, and organisations that mend."""

TOWN = "5000000000"
QUIET = "6000000000"
WEST, SOUTH, EAST, NORTH = 27.42, 53.84, 27.70, 53.97
WAYS = 10  # so many columns and rows of organisations on the territory


def prepare() -> None:
    """A town, its dispatcher, organisations that mend. Models can be read only after Django has been set up."""
    from ratusha.issues.models import Executor  # noqa: PLC0415
    from ratusha.parties.models import Organisation  # noqa: PLC0415
    from ratusha.territory.models import Unit  # noqa: PLC0415

    unit = Unit.objects.create(
        code=TOWN, level="capital", kind="city", name={"be": "Мінск"}, lineage=[TOWN],
        lat=53.9, lon=27.56, population=2_000_000, folded="|мінск|",
    )  # fmt: skip
    Unit.objects.create(
        code=QUIET, level="region", name={"be": "Ціхая"}, lineage=[QUIET], folded="|ціхая|",
    )  # fmt: skip
    Organisation.objects.create(
        kind="executive_committee", is_body=True, name={"be": "Гарвыканкам"}, code="hall", serves=[unit.pk]
    )  # fmt: skip
    Executor.objects.bulk_create(
        Executor(code=f"bench:{number}", name={"be": f"Арганізацыя {number}"})
        for number in range(WAYS * WAYS)
    )
