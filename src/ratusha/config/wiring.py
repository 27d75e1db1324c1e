"""What is plugged into which socket: lower floors name an interface, this page gives them the thing."""

from uuid import UUID

from django.urls import reverse

from ratusha.accounts import public as accounts
from ratusha.applications import public as applications
from ratusha.exchange import public as exchange
from ratusha.notifications.public import plug_case_page
from ratusha.parties.public import find_person_by_number, party_name
from ratusha.payments import public as payments
from ratusha.records.public import plug_part
from ratusha.registers.public import providers
from ratusha.ui import header

from .header import header_for


def connect() -> None:
    """Called once when the program starts."""
    header.plug(header_for)
    exchange.plug(providers())
    plug_case_page(case_page)
    plug_part(applications.KIND, applications.record_of)
    exchange.plug_case_page(case_page)
    payments.plug_case_page(case_page, desk_case_page)
    payments.plug_provider(payments.DemonstrationBank())
    accounts.connect_provider(accounts.DemonstrationCards())
    accounts.connect_directory(find_party, party_name)


def case_page(reference: str) -> str:
    return reverse("portal:my_case", args=[reference])


def desk_case_page(reference: str) -> str:
    return reverse("applications:desk_case", args=[reference])


def find_party(personal_number: str) -> UUID | None:
    person = find_person_by_number(personal_number)
    return person.pk if person else None
