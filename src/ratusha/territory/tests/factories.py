"""A small invented territory: a region, a district in it, a village council in that."""

import factory
from factory.django import DjangoModelFactory


class UnitFactory(DjangoModelFactory):
    """Give `above` the unit that holds it."""

    class Meta:
        model = "territory.Unit"

    class Params:
        above = None

    code = factory.Sequence("{:010}".format)
    level = factory.LazyAttribute(lambda o: "district" if o.above else "region")
    name = {"be": "Раён", "ru": "Район"}
    parent = factory.SelfAttribute("above")
    lineage = factory.LazyAttribute(lambda o: [o.code, *(o.above.lineage if o.above else [])])
    folded = "|раен|район|"
