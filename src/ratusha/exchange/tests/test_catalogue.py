"""The services and purposes of the pack are whole: every word in every language, every purpose on real fields."""

import pytest

from ratusha.exchange.catalogue import purposes, services
from ratusha.exchange.forms import KINDS
from ratusha.kernel.pack import pack
from ratusha.parties.public import body_kinds

LANGUAGES = set(pack().about["languages"])


@pytest.mark.parametrize("service", services().values(), ids=lambda s: s.code)
def test_a_service_is_told_in_every_language(service):
    texts = [service.title, service.source, *(field.label for field in service.fields.values())]
    assert [text for text in texts if text.keys() != LANGUAGES or not all(text.values())] == []


@pytest.mark.parametrize("purpose", purposes().values(), ids=lambda p: p.code)
def test_a_purpose_is_told_in_every_language_and_has_a_basis(purpose):
    assert purpose.title.keys() == LANGUAGES
    assert purpose.basis
    assert all(fields for fields in purpose.services.values())


def test_a_service_that_a_body_answers_can_be_typed():
    for service in services().values():
        kinds = [field.kind for field in service.fields.values()]
        assert all(kind in KINDS for kind in kinds) == bool(service.answered_by), service.code
        assert all(kind in body_kinds() for kind in service.answered_by)
