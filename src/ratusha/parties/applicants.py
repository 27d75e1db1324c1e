"""What a procedure may know of an applicant."""

from typing import Any
from uuid import UUID

from ratusha.kernel.pack import pack
from ratusha.territory.public import Address

from .models import Organisation, Person


def address_of(party_id: UUID) -> Address | None:
    """Where a person is registered, or where an organisation is; None where that is not known."""
    found = (
        Person.objects.filter(pk=party_id).values_list("address", flat=True).first()
        or Organisation.objects.filter(pk=party_id).values_list("address", flat=True).first()
    )
    return _address(found or {})


def describe_party(party_id: UUID) -> dict[str, Any]:
    """The applicant as conditions of a definition see it: id, kind, and of a person the birth date and sex."""
    return describe_with_address(party_id)[0]


def describe_with_address(party_id: UUID) -> tuple[dict[str, Any], Address | None]:
    """`describe_party` and `address_of` at once."""
    fields = ("citizenship", "birth_date", "sex", "address")
    person = Person.objects.filter(pk=party_id).values(*fields).first()
    if person is None:
        return _describe_organisation(party_id)
    at_home = person["citizenship"] == pack().about["country"]
    said = {
        "id": str(party_id),
        "kind": "citizen" if at_home else "foreigner",
        "birth_date": person["birth_date"].isoformat(),
        "sex": person["sex"],
    }
    return said, _address(person["address"])


def _describe_organisation(party_id: UUID) -> tuple[dict[str, Any], Address | None]:
    kind, address = Organisation.objects.values_list("kind", "address").get(pk=party_id)
    said = {
        "id": str(party_id),
        "kind": "sole_trader" if kind == "sole_trader" else "organisation",
        "legal_form": kind,
    }
    return said, _address(address)


def _address(kept: dict[str, Any]) -> Address | None:
    return Address.from_dict(kept) if kept else None
