"""The smallest lawful persons and organisations. Numbers are valid and differ; everything else is fixed."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from ratusha.kernel.identifiers import personal_check_digit
from ratusha.kernel.protection import fingerprint, seal
from ratusha.parties.models import PERSON

ALENA = {
    "be": {"surname": "Кавалёва", "given": "Алена", "patronymic": "Віктараўна"},
    "ru": {"surname": "Ковалёва", "given": "Елена", "patronymic": "Викторовна"},
    "lat": {"surname": "Kavaliova", "given": "Alena"},
}


def personal_number(n: int) -> str:
    body = f"7{n:06}A001PB"
    return body + personal_check_digit(body)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = "parties.Person"

    class Params:
        number = factory.Sequence(personal_number)

    personal_number_sealed = factory.LazyAttribute(lambda o: seal(o.number, context=PERSON))
    personal_number_fingerprint = factory.LazyAttribute(lambda o: fingerprint(o.number))
    names = ALENA
    sex = "F"
    birth_date = date(1991, 5, 17)
    citizenship = "BY"


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = "parties.Organisation"

    kind = "limited_company"
    name = {"be": "ТАА «Васілёк»", "ru": "ООО «Василёк»"}
    since = date(2015, 3, 2)


class BodyFactory(OrganisationFactory):
    is_body = True
    kind = "registry_office"
    code = factory.Sequence("registry_office:{}".format)
    name = {"be": "Аддзел ЗАГС", "ru": "Отдел ЗАГС"}


class MandateFactory(DjangoModelFactory):
    class Meta:
        model = "parties.Mandate"

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = "head"
    source = "organisations register"
    since = date(2020, 1, 1)
