"""Drawing every lot again from its seed: whoever was asked had to be, and nobody else."""

from dataclasses import dataclass

from ratusha.issues.models import Draw, Lot

from .rules import fingerprint_of_seed, is_hit


@dataclass(frozen=True)
class Checked:
    """`kept`: lots that are still here; the others went with their cases. `wrong`: lots that came out otherwise."""

    draw: Draw
    kept: int
    wrong: int

    @property
    def is_right(self) -> bool:
        announced = fingerprint_of_seed(self.draw.seed) == self.draw.fingerprint
        return announced and not self.wrong and self.kept <= self.draw.entered


def check_draws() -> list[Checked]:
    found = []
    for draw in Draw.objects.exclude(drawn_at=None):
        lots = draw.lots.values_list("reporter_id", "percent", "outcome")
        drawn = [
            is_hit(draw.seed, key, percent) == (outcome != Lot.Outcome.NOT_DRAWN)
            for key, percent, outcome in lots.iterator()
        ]
        found.append(Checked(draw, len(drawn), drawn.count(False)))
    return found
