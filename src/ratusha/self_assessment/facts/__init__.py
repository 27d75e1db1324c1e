"""The facts this module tells by itself; those of its neighbours are plugged in by whoever composes the state."""

from ratusha.self_assessment.offers import Provider

from . import bodies, law, people, procedures, site


def own() -> list[Provider]:
    return [
        *site.providers(),
        *bodies.providers(),
        *law.providers(),
        *procedures.providers(),
        *people.providers(),
    ]
