"""Demonstration people are lawful and believable, and a seed decides them all."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.db import transaction

from ratusha.kernel.identifiers import check_payer_number, check_personal_number
from ratusha.kernel.pack import pack
from ratusha.parties.models import Mandate, Organisation, Person, PersonDocument
from ratusha.registers import queries
from ratusha.registers.demonstration import generate_population
from ratusha.registers.demonstration.naming import (
    draw_given,
    draw_surname,
    given_names,
    names_of,
    surname_of,
    surnames,
)
from ratusha.registers.models import Dwelling, DwellingShare, FamilyTie, Residence
from ratusha.territory.public import Address, load_territory

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
BELARUSIAN = set("абвгдеёжзійклмнопрстуўфхцчшыьэюя’")
RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")


@pytest.mark.parametrize(
    ("man", "woman", "language"),
    [
        ("Кавалёў", "Кавалёва", "be"),
        ("Ковалёв", "Ковалёва", "ru"),
        ("Аляксандраў", "Аляксандрава", "be"),
        ("Козлов", "Козлова", "ru"),
        ("Беляеў", "Беляева", "be"),
        ("Казлоўскі", "Казлоўская", "be"),
        ("Козловский", "Козловская", "ru"),
        ("Савіцкі", "Савіцкая", "be"),
        ("Уткін", "Уткіна", "be"),
        ("Уткин", "Уткина", "ru"),
        ("Марчанка", "Марчанка", "be"),
        ("Жук", "Жук", "ru"),
        ("Адамовіч", "Адамовіч", "be"),
        ("Кулік", "Кулік", "be"),
    ],
)
def test_a_womans_surname_follows_the_language(man, woman, language):
    assert surname_of(man, "F", language) == woman
    assert surname_of(man, "M", language) == man


def test_every_name_is_spelled_with_the_letters_of_its_language():
    words = {"be": [], "ru": []}
    for language, listed in words.items():
        for name in (*given_names("M"), *given_names("F")):
            listed += [name.name[language], *(p[language] for p in name.patronymics.values())]
        for surname in surnames():
            listed += [surname[language], surname_of(surname[language], "F", language)]
    assert [w for w in words["be"] if set(w.lower()) - BELARUSIAN] == []
    assert [w for w in words["ru"] if set(w.lower()) - RUSSIAN] == []


def test_belarusian_names_keep_the_rules_of_spelling():
    """No р, ч, ш, ж, дж with a soft vowel; no ў after a consonant; т and д before і turn into ц and дз."""
    wrong = re.compile(r"[рчшж][іяюё]|[чшж]е(?!$)|[бвгджзклмнпрстфхцчшь]ў|[тд]і|^ў", re.IGNORECASE)
    forms = [s["be"] for s in surnames()]
    for name in (*given_names("M"), *given_names("F")):
        forms += [name.name["be"], *(p["be"] for p in name.patronymics.values())]
    assert [form for form in forms if wrong.search(form)] == []


def test_patronymics_end_as_the_sex_and_the_language_want():
    for father in given_names("M"):
        son, daughter = father.patronymics["M"], father.patronymics["F"]
        assert son["ru"].endswith("ич")
        assert son["be"].endswith("іч")
        assert daughter["ru"].endswith("на")
        assert daughter["be"].endswith("на")


def test_the_pairs_everybody_knows_are_right():
    known = {n.name["ru"]: n.name["be"] for n in (*given_names("M"), *given_names("F"))}
    assert known["Елена"] == "Алена"
    assert known["Михаил"] == "Міхаіл"
    assert known["Дмитрий"] == "Дзмітрый"
    assert known["Анна"] == "Ганна"
    assert known["Владимир"] == "Уладзімір"


def test_a_whole_name_is_of_one_sex_in_every_language():
    rng = Random(3)  # noqa: S311 - a demonstration
    father = draw_given(rng, "M", 1960)
    names = names_of(draw_surname(rng), draw_given(rng, "F", 1990), father, "F")
    assert names.keys() == {"be", "ru", "lat"}
    assert names["be"]["patronymic"].endswith("на")
    assert names["lat"]["given"].isascii()


@pytest.fixture(scope="module")
def population(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there first
    """Two thousand people, made once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_territory(pack())
        yield generate_population(2000, 7, NOW)
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.usefixtures("population")
class TestThePopulation:
    def test_there_are_as_many_people_as_asked_and_no_cut_household(self, population):
        assert 2000 <= population.people < 2010
        assert Person.objects.count() == population.people

    def test_every_number_is_valid(self):
        for person in Person.objects.all()[:300]:
            assert check_personal_number(person.personal_number).warnings == ()
        for company in Organisation.objects.all():
            check_payer_number(company.unp)

    def test_the_seed_decides_everything(self):
        def made(seed):
            known = set(Person.objects.values_list("id", flat=True))
            with transaction.atomic():
                generate_population(60, seed, NOW + timedelta(hours=1))
                people = Person.objects.exclude(pk__in=known).order_by("id")
                told = [(p.id, p.personal_number, p.names, p.address) for p in people]
                transaction.set_rollback(True)
            return told

        assert made(8) == made(8) != made(9)

    def test_everybody_lives_somewhere_that_is_registered(self):
        people = set(Person.objects.values_list("id", flat=True))
        assert set(Residence.objects.values_list("person_id", flat=True)) == people
        someone = Person.objects.order_by("id")[11]
        residence = queries.residence_on(someone.pk, TODAY)
        assert residence.address == someone.address
        assert queries.dwelling_at(Address.from_dict(someone.address)).pk == residence.dwelling_id

    def test_every_address_is_named_in_both_languages(self):
        addresses = Dwelling.objects.values_list("address", flat=True)
        assert all({"be", "ru"} <= a["settlement"].keys() & a["street"].keys() for a in addresses)

    def test_parents_are_older_than_their_children_by_a_generation(self):
        born = dict(Person.objects.values_list("id", "birth_date"))
        ties = FamilyTie.objects.filter(kind="parent").values_list("person_id", "relative_id")
        gaps = [(born[child] - born[parent]).days / 365.25 for child, parent in ties]
        assert gaps
        assert min(gaps) >= 18
        assert max(gaps) < 60

    def test_a_child_bears_the_fathers_patronymic_and_surname(self):
        people = Person.objects.in_bulk()
        sexes = {"M": "іч", "F": "на"}
        seen = 0
        for child, parent in FamilyTie.objects.filter(kind="parent").values_list(
            "person_id", "relative_id"
        ):
            father, child_ = people[parent], people[child]
            assert child_.names["be"]["patronymic"].endswith(sexes[child_.sex])
            if father.sex == "M":
                seen += 1
                surname = father.names["ru"]["surname"]
                assert child_.names["ru"]["surname"] == surname_of(surname, child_.sex, "ru")
        assert seen > 100

    def test_spouses_are_of_age_on_their_wedding_day(self):
        born = dict(Person.objects.values_list("id", "birth_date"))
        for person, since in FamilyTie.objects.filter(kind="spouse").values_list(
            "person_id", "since"
        ):
            assert (since - born[person]).days >= 18 * 365
            assert since <= TODAY

    def test_the_ages_are_those_of_a_country(self):
        ages = Counter(p.age(TODAY) // 20 for p in Person.objects.all())
        assert all(ages[twenty] > 200 for twenty in range(4))
        assert max(p.age(TODAY) for p in Person.objects.all()) < 105

    def test_only_those_old_enough_have_documents(self):
        for paper in PersonDocument.objects.select_related("person"):
            assert paper.person.age(paper.issued_on) >= 13
            assert paper.issued_on <= TODAY

    def test_companies_have_a_head_of_age(self):
        heads = Mandate.objects.exclude(organisation=None)
        assert heads.count() == Organisation.objects.count() > 60
        for mandate in heads.select_related("person"):
            assert mandate.person.age(mandate.since) >= 17

    def test_owners_own_the_whole(self):
        shares = Counter()
        for dwelling, n, d in DwellingShare.objects.values_list(
            "dwelling_id", "numerator", "denominator"
        ):
            shares[dwelling] += n / d
        assert all(abs(sum_ - 1) < 0.001 for sum_ in shares.values())
