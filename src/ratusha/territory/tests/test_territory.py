"""Loading the territory of the pack and finding one's way in it."""

import pytest
from django.db import transaction

from ratusha.kernel.pack import pack
from ratusha.territory import public
from ratusha.territory.models import Settlement, Unit
from ratusha.territory.public import Level
from ratusha.territory.rules import codes_above, fold, lineages

MINSK, FRUNZENSKI, BARANAVICHY_DISTRICT = "5000000000", "5284000000", "1204000000"


@pytest.fixture(scope="module")
def territory(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there first
    """Loaded once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield public.load_territory(pack())
        transaction.set_rollback(True)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("territory")]


def test_the_whole_country_is_loaded(territory):
    assert (territory.units, territory.settlements) == (1757, 5157)
    assert Unit.objects.filter(level=Level.DISTRICT).count() == 118
    assert Unit.objects.filter(parent=None).count() == 7


def test_loading_twice_changes_nothing():
    before = list(Unit.objects.order_by("code").values())
    public.load_territory(pack())
    assert list(Unit.objects.order_by("code").values()) == before


def test_loading_takes_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        public.load_territory(pack())


def test_ancestors_come_nearest_first():
    assert [unit.name["ru"] for unit in public.ancestors("1204804000")] == [
        "Барановичский район",
        "Брестская область",
    ]


def test_a_district_of_the_capital_lies_in_the_capital():
    assert [unit.code for unit in public.ancestors(FRUNZENSKI)] == [MINSK]


def test_a_code_that_is_not_listed_is_read_by_its_digits():
    unit = public.find_unit("1204804026")
    assert unit is not None
    assert unit.code == "1204804000"


def test_a_code_that_leads_nowhere_finds_nothing():
    assert public.find_unit("9999999999") is None
    assert public.lineage("9999999999") == []


@pytest.mark.parametrize("text", ["баранавіцкі", "Барановичский", "БАРАНОВИЧСКИЙ  район"])
def test_a_unit_is_found_by_its_name_in_either_language(text):
    assert public.units_named(text)[0].code == BARANAVICHY_DISTRICT


def test_a_town_of_many_is_found_before_a_village_of_few():
    assert public.settlements_named("Любань")[0].unit_id == "6234501000"


def test_every_town_and_district_has_a_name_in_both_languages():
    nameless = [u.code for u in Unit.objects.exclude(level__in=["village_council", "town_council", "part"])
                if not {"be", "ru"} <= u.name.keys()]  # fmt: skip
    assert nameless == []


def test_a_name_we_spelled_ourselves_says_so():
    assert Settlement.objects.filter(basis="").exclude(name__has_key="be").exists()
    assert not Settlement.objects.filter(basis="", name__has_key="be").exists()


def test_the_region_dictionary_keeps_three_orders_apart():
    minsk = public.region_of(FRUNZENSKI)
    assert minsk is not None
    assert (minsk.codes.iso, minsk.codes.payer.organisation, minsk.codes.plate, minsk.codes.passport) == (
        "BY-HM", "1", ["7", "8"], "MP",
    )  # fmt: skip


def test_an_address_is_written_in_the_readers_language():
    address = public.Address.from_dict(
        {
            "code": MINSK,
            "postcode": "220030",
            "settlement": {"be": "г. Мінск", "ru": "г. Минск"},
            "street": {"be": "вул. Леніна", "ru": "ул. Ленина"},
            "house": "5",
            "flat": "12",
        }
    )
    assert address.text("en") == "220030, г. Мінск, вул. Леніна, h. 5, flat 12"
    assert public.Address.from_dict(address.to_dict()) == address


def test_a_street_that_was_typed_has_no_language_of_its_own():
    address = public.Address.from_dict({"code": MINSK, "street": "Ленина", "house": "5"})
    assert address.street == {"und": "Ленина"}


def test_a_settlement_is_written_with_what_it_is():
    assert public.settlement_text("village", {"be": "Гайна", "ru": "Гайна"}) == {
        "be": "в. Гайна",
        "ru": "д. Гайна",
    }


def test_folding_forgets_case_apostrophes_and_dots():
    assert fold("Мар’іна  Горка") == fold("мар'іна горка")
    assert fold("Могилёв") == fold("МОГИЛЕВ")


def test_codes_above_are_read_from_the_digits():
    assert codes_above("1204804026", [10, 7, 4, 1]) == [
        "1204804026", "1204804000", "1204000000", "1000000000",
    ]  # fmt: skip


def test_lineages_start_with_the_unit_itself():
    assert lineages([("a", ""), ("b", "a"), ("c", "b")])["c"] == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(53.8702, 27.6003), (53.8391, 27.5714), (53.9450, 27.6880), (53.9070, 27.4370)],
    ids=["Serabranka", "Loshytsa", "Uruchcha", "Kamennaia Horka"],
)
def test_the_edge_of_the_capital_is_nearer_than_the_middle_of_a_village(lat, lon):
    assert public.nearest_unit(lat, lon).pk == MINSK


@pytest.mark.parametrize("name", ["Заславль", "Смолевичи", "Логойск"])
def test_a_town_near_the_capital_stays_a_town_of_its_own(name):
    place = Settlement.objects.get(name__ru=name)
    assert public.nearest_unit(float(place.lat), float(place.lon)).pk == place.unit_id


def test_a_point_far_from_every_place_is_in_none():
    assert public.nearest_unit(0.0, 0.0) is None
