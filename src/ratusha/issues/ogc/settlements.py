"""Towns and villages of the territory, as the country pack lists them."""

from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import in_my_language
from ratusha.territory.public import Settlement

from .asked import Asked
from .layers import NUMBER, TEXT, Feature, Layer, Page


class Settlements(Layer):
    code = "settlements"
    geometry = "Point"
    properties = {
        "name": TEXT, "kind": TEXT, "territory": TEXT, "postcode": TEXT, "population": NUMBER,
        "population_year": NUMBER,
    }  # fmt: skip
    columns = ("name", "territory", "population", "postcode")
    wanted = ("territory", "kind")

    @property
    def title(self) -> str:
        return _("Towns and villages")

    @property
    def description(self) -> str:
        return _("Settlements of the territory with their middle, where it is known.")

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(one["title"] for one in pack().yaml("territory/about.yaml")["sources"])

    @cached_property
    def year(self) -> int:
        found: int = pack().yaml("territory/about.yaml")["population_year"]
        return found

    def page(self, asked: Asked) -> Page:
        found = self._found(asked)
        here = list(found.filter(key__gt=asked.after).order_by("key")[: asked.limit + 1])
        more = here[asked.limit - 1].key if len(here) > asked.limit else ""
        matched = None if asked.after else found.count()
        return Page([self._feature(one) for one in here[: asked.limit]], more, matched)

    def one(self, key: str) -> Feature | None:
        found = Settlement.objects.filter(key=key[:120]).first()
        return self._feature(found) if found else None

    @staticmethod
    def _found(asked: Asked) -> QuerySet[Settlement]:
        inside = Q()
        for west, south, east, north in asked.boxes:
            inside |= Q(lon__range=(west, east), lat__range=(south, north))
        found = Settlement.objects.filter(inside)
        if unit := asked.wanted.get("territory"):
            found = found.filter(unit__lineage__contains=[unit[:10]])
        if kind := asked.wanted.get("kind"):
            found = found.filter(kind=kind)
        return found

    def _feature(self, one: Settlement) -> Feature:
        known = one.lat is not None and one.lon is not None
        where = {"type": "Point", "coordinates": [float(one.lon or 0), float(one.lat or 0)]}
        return {
            "type": "Feature",
            "id": one.key,
            "geometry": where if known else None,
            "properties": {
                "name": in_my_language(one.name).text,
                "kind": one.kind,
                "territory": one.unit_id,
                "postcode": one.postcode or None,
                "population": one.population,
                "population_year": self.year if one.population else None,
            },
        }
