"""What the aids see in a passport: each check with what passes and what does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from django.utils import translation

from ratusha.measures.aids import architecture, budget, integrations, reading
from ratusha.measures.aids.advice import Around, Level, Other, Software
from ratusha.measures.aids.grams import (
    BUCKETS,
    Commonness,
    agreement,
    grams,
    likeness,
    normal,
    signature,
)
from ratusha.measures.aids.profile import Profile, of_passport, of_system
from ratusha.measures.aids.similar import factors_of, score_of
from ratusha.measures.law import law
from ratusha.systems.public import read_card

from .conftest import another_passport, whole_passport

COMMON = Commonness(0, np.zeros(BUCKETS, dtype=np.int32))
AROUND = Around(today=date(2026, 9, 1), language="be")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def told(found):
    """The codes with their level; the heaviest where a code was told more than once."""
    made = {}
    for one in found:
        if made.get(one.code) != Level.LOOK:
            made[one.code] = one.level
    return made


def with_lines(*amounts, **changed):
    passport = whole_passport()
    lines = [
        {"year": "2027", "source": "republican", "nature": "capital", "amount": str(one), **changed}
        for one in amounts
    ]
    passport["budget"]["lines"] = lines
    return passport


# ---- similar ----
def test_pieces_stay_within_words_and_letters_of_two_languages_are_alike():
    assert normal("ТАА «Ёлка», Ўлад", frozenset({"таа"})) == "елка улад"
    assert len(grams("кот").hashes) == len({" ко", "кот", "от ", " кот", "кот ", " кот "})
    assert not len(grams("").hashes) or grams("").hashes.size == 0


def test_the_same_text_is_wholly_alike_and_another_is_not():
    one, other = grams(normal("Рэестр школьных маршрутаў")), grams(normal("Улік племянных коней"))
    assert likeness(one, one, COMMON) == pytest.approx(1)
    assert likeness(one, other, COMMON) < 0.1
    assert likeness(grams(""), one, COMMON) == 0


def test_a_signature_tells_about_which_share_of_pieces_is_common():
    words = [f"слова{number}" for number in range(200)]
    one, half = (
        grams(" ".join(words)),
        grams(" ".join(words[:100] + [f"іншае{n}" for n in range(100)])),
    )
    exact = len(np.intersect1d(one.hashes, half.hashes)) / len(np.union1d(one.hashes, half.hashes))
    found = agreement(signature(one) + signature(half), signature(one))
    assert found[0] == 1
    assert found[1] == pytest.approx(exact, abs=0.12)


def test_every_factor_is_shown_and_what_neither_states_is_left_out():
    seen = of_passport(whole_passport(), frozenset())
    texts = (grams(seen.text), grams(seen.text))
    factors = factors_of(seen, seen, texts, COMMON)
    assert factors == {
        "text": 1.0,
        "objects": 1.0,
        "functions": 1.0,
        "users": 1.0,
    }  # no procedures named
    assert score_of(factors) == 1
    stranger = replace(seen, objects=frozenset({"конь"}), procedures=frozenset({"U200/1.1"}))
    factors = factors_of(seen, stranger, texts, COMMON)
    assert (factors["objects"], factors["procedures"]) == (0, 0)
    assert score_of(factors) == pytest.approx(0.35 + 0.20 + 0.10)


def test_a_passport_about_something_else_needs_no_answer():
    seen, other = (of_passport(one, frozenset()) for one in (whole_passport(), another_passport(3)))
    factors = factors_of(seen, other, (grams(seen.text), grams(other.text)), COMMON)
    assert score_of(factors) < 0.2


# ---- money ----
def alike(*totals, labour=None):
    return tuple(
        Other(f"MSR-{n}", Profile("", "", total=Decimal(one), labour=labour))
        for n, one in enumerate(totals)
    )


def test_u01_places_the_price_among_eight_of_its_class_and_u07_takes_an_outer_class_below_that():
    eight = alike(*(100_000 * n for n in range(1, 9)))
    assert told(budget.look(whole_passport(), replace(AROUND, alike=eight)))["U01"] == Level.FINE
    dear = alike(*(1000 * n for n in range(1, 9)))
    assert told(budget.look(whole_passport(), replace(AROUND, alike=dear)))["U01"] == Level.LOOK
    around = replace(AROUND, alike=eight[:7], outside=(Decimal("26.4"), Decimal(29), "Elsewhere"))
    found = {one.code: one for one in budget.look(whole_passport(), around)}
    assert (found["U01"].level, found["U07"].level) == (Level.UNKNOWN, Level.LOOK)
    assert "667,392.00" in found["U07"].message.replace("\xa0", " ")  # 528 000 and 26,4 % more


def test_u02_compares_the_price_of_a_person_month():
    usual = alike(*(480_000,) * 8, labour=Decimal(48))
    assert told(budget.look(whole_passport(), replace(AROUND, alike=usual)))["U02"] == Level.FINE
    cheap = alike(*(240_000,) * 8, labour=Decimal(48))
    assert told(budget.look(whole_passport(), replace(AROUND, alike=cheap)))["U02"] == Level.LOOK


@pytest.mark.parametrize(("paid", "level"), [(79, Level.LOOK), (80, Level.FINE)])
def test_u05_looks_at_what_the_customer_could_spend_before(paid, level):
    around = replace(AROUND, planned=Decimal(100), paid=Decimal(paid))
    assert told(budget.look(whole_passport(), around))["U05"] == level
    assert told(budget.look(whole_passport(), AROUND))["U05"] == Level.UNKNOWN


def test_u10_finds_a_line_that_stands_twice():
    assert told(budget.look(with_lines(5, 5), AROUND))["U10"] == Level.LOOK
    assert told(budget.look(with_lines(5, 6), AROUND))["U10"] == Level.FINE
    apart = with_lines(5, 5)
    apart["budget"]["lines"][1]["economic"] = "equipment"
    assert told(budget.look(apart, AROUND))["U10"] == Level.FINE


def test_u11_finds_sums_that_look_guessed():
    assert told(budget.look(with_lines(1000, 2000, 3000, 4001), AROUND))["U11"] == Level.LOOK
    assert told(budget.look(with_lines(1000, 2000, 3333, 4001), AROUND))["U11"] == Level.FINE


def test_u12_counts_the_net_value_of_five_years():
    passport = whole_passport()  # 180 000 a year at 8 %: 718 687.81, less 528 000
    found = {one.code: one for one in budget.look(passport, AROUND)}
    assert found["U12"].level == Level.FINE
    assert "190,687.81" in found["U12"].message.replace("\xa0", " ")
    passport["effects"]["saved"] = "1000"
    assert told(budget.look(passport, AROUND))["U12"] == Level.LOOK


@pytest.mark.parametrize(
    ("stated", "level"),
    [
        ({"net_value": "190688.80"}, Level.FINE), ({"net_value": "190688.82"}, Level.LOOK),
        ({"net_value": "", "payback": ""}, Level.FINE), ({"payback": "3.0"}, Level.FINE),
        ({"payback": "3.1"}, Level.LOOK),
    ],
)  # fmt: skip
def test_u12_holds_what_is_stated_against_what_it_was_made_of(stated, level):
    passport = whole_passport()
    passport["effects"] |= stated
    assert told(budget.look(passport, AROUND))["U12"] == level


def test_what_cannot_be_computed_is_said_with_its_reason():
    found = [one for one in budget.look(whole_passport(), AROUND) if one.level == Level.UNKNOWN]
    assert "U08" in {one.code for one in found}
    assert all(one.message for one in found)


def test_an_empty_passport_breaks_no_check():
    for look in (budget.look, integrations.look, architecture.look, reading.look):
        assert list(look({}, AROUND))


# ---- integrations ----
def changed(block, field, row, **values):
    passport = whole_passport()
    passport[block][field][row] |= values
    return passport


@pytest.mark.parametrize(
    ("code", "passport"),
    [
        ("I01", changed("data", "objects", 1, master="Іншы рэестр")),
        ("I02", changed("integrations", "integrations", 0, way="direct")),
        ("I02", changed("integrations", "integrations", 0, way="file")),
        ("I05", changed("integrations", "integrations", 0, agreement=" ")),
        ("I05", changed("integrations", "integrations", 0, works_from="2028-07-01")),
    ],
)
def test_an_integration_that_lacks_something_is_found(code, passport):
    assert told(integrations.look(passport, AROUND))[code] == Level.LOOK
    assert told(integrations.look(whole_passport(), AROUND))[code] == Level.FINE


def test_i03_tells_what_is_collected_again_by_the_traffic_light_of_once_only():
    passport = whole_passport()
    passport["data"]["objects"] = [{"name": f"Аб’ект {n}", "use": "own"} for n in range(5)]
    masters = frozenset(normal(f"Аб’ект {n}") for n in range(5))
    for held, mark, level in (
        (1, "green", Level.LOOK),
        (2, "yellow", Level.LOOK),
        (5, "red", Level.LOOK),
    ):
        other = Other("MSR-1", Profile("", "", owned=frozenset(sorted(masters)[:held])))
        found = [
            one
            for one in integrations.look(passport, replace(AROUND, others=(other,)))
            if one.code == "I03"
        ]
        assert found[-1].message.endswith(f"({mark}).")
        assert found[0].level == level
    assert told(integrations.look(passport, AROUND))["I03"] == Level.FINE


@pytest.mark.parametrize(
    ("off", "level"), [(date(2028, 6, 30), Level.LOOK), (date(2028, 7, 1), Level.FINE)]
)
def test_i04_finds_a_partner_that_is_switched_off_before(off, level):
    other = Other(
        "MSR-1",
        Profile("", "", replaced=frozenset({normal("Рэгістр насельніцтва")}), switched_off_on=off),
    )
    assert (
        told(integrations.look(whole_passport(), replace(AROUND, others=(other,))))["I04"] == level
    )


def test_i06_wants_people_identified_by_the_state():
    around = replace(AROUND, identity=("Адзіная сістэма ідэнтыфікацыі",))
    assert told(integrations.look(whole_passport(), AROUND))["I06"] == Level.UNKNOWN
    assert told(integrations.look(whole_passport(), around))["I06"] == Level.LOOK
    linked = changed("integrations", "integrations", 0, system="Адзіная сістэма ідэнтыфікацыі асоб")
    assert told(integrations.look(linked, around))["I06"] == Level.FINE
    nobody = changed("data", "objects", 1, personal=False)
    assert told(integrations.look(nobody, around))["I06"] == Level.FINE


def test_i07_wants_fees_paid_through_the_state_wide_system():
    around = replace(AROUND, with_fee=("U200/13.1",), payment=("ЕРІП",))
    assert told(integrations.look(whole_passport(), around))["I07"] == Level.LOOK
    linked = changed("integrations", "integrations", 0, system="АІС «Разлік» (ЕРІП)")
    assert told(integrations.look(linked, around))["I07"] == Level.FINE


# ---- architecture and words ----
def test_a02_finds_what_could_be_replaced():
    foreign = changed("independence", "software", 0, origin="foreign", substitute="PostgreSQL")
    assert told(architecture.look(foreign, AROUND))["A02"] == Level.LOOK
    assert told(architecture.look(whole_passport(), AROUND))["A02"] == Level.FINE


@pytest.mark.parametrize(("registry", "level"), [("", Level.LOOK), ("РП-114", Level.FINE)])
def test_a02_wants_the_number_of_what_is_called_domestic(registry, level):
    domestic = changed("independence", "software", 0, origin="domestic", registry=registry)
    assert told(architecture.look(domestic, AROUND))["A02"] == level


@pytest.mark.parametrize(("partner", "level"), [("99.4", Level.LOOK), ("99.5", Level.FINE)])
def test_a03_a_chain_is_as_strong_as_all_its_links(partner, level):
    made = frozenset({normal("Рэгістр насельніцтва")})
    other = Other("MSR-1", Profile("", "", created=made, availability=Decimal(partner)))
    assert (
        told(architecture.look(whole_passport(), replace(AROUND, others=(other,))))["A03"] == level
    )
    assert told(architecture.look(whole_passport(), AROUND))["A03"] == Level.UNKNOWN


def test_a05_wants_an_address_of_the_code():
    passport = whole_passport()
    assert told(architecture.look(passport, AROUND))["A05"] == Level.FINE
    passport["architecture"]["repository"] = "у распрацоўшчыка"
    assert told(architecture.look(passport, AROUND))["A05"] == Level.LOOK


def test_numbers_of_different_blocks_must_agree():
    assert told(reading.look(whole_passport(), AROUND)) == dict.fromkeys(
        ("T01", "T02", "T03"), Level.FINE
    )
    passport = whole_passport()
    passport["solution"]["users"] = "300 чалавек"
    passport["identity"]["ends_on"] = "2028-12-31"
    passport["goal"]["goal"] = " ".join(["Забеспячэнне"] * 40)
    assert told(reading.look(passport, AROUND)) == dict.fromkeys(("T01", "T02", "T03"), Level.LOOK)


# ---- what a fuller passport lets be computed ----
def test_u03_and_u06_need_to_know_what_lines_are_for():
    unknown = told(budget.look(with_lines(100), AROUND))
    assert (unknown["U03"], unknown["U06"]) == (Level.UNKNOWN, Level.UNKNOWN)
    outside = replace(AROUND, outside=(Decimal("26.4"), Decimal(29), "Elsewhere"))
    for item, share, level in (("licence", "U03", Level.LOOK), ("work", "U03", Level.FINE)):
        passport = with_lines(528_000, item=item)
        assert told(budget.look(passport, outside))[share] == level
    assert told(budget.look(with_lines(528_000, item="work"), outside))["U06"] == Level.LOOK
    assert told(budget.look(with_lines(150_000, item="reserve"), outside))["U06"] == Level.FINE
    ours = replace(AROUND, dearer=tuple(map(Decimal, range(1, 9))))  # half by more than 5 per cent
    assert told(budget.look(with_lines(26_000, item="reserve"), ours))["U06"] == Level.LOOK
    assert told(budget.look(with_lines(27_000, item="reserve"), ours))["U06"] == Level.FINE


@pytest.mark.parametrize("item", ["licence", "equipment"])
def test_u03_holds_shares_against_those_of_eight_of_the_class(item):
    column = {"licence": "licences", "equipment": "equipment"}[item]
    shares = [Decimal(n) / 10 for n in range(1, 9)]  # P90 is 0.73
    eight = tuple(
        Other(f"MSR-{n}", Profile("", "", **{"licences": Decimal(0), "equipment": Decimal(0), column: one}))
        for n, one in enumerate(shares)
    )  # fmt: skip
    for amount, levels in (
        (400_000, (Level.LOOK, Level.LOOK)),
        (300_000, (Level.LOOK, Level.FINE)),
        (250_000, (Level.FINE, Level.FINE)),
    ):
        passport = with_lines(amount, item=item)
        passport["budget"]["total"] = "500000"
        for others, level in zip((eight[:7], eight), levels, strict=True):
            around = replace(AROUND, alike=others)
            assert told(budget.look(passport, around))["U03"] == level, (amount, len(others))


TARIFFS = (("core", Decimal(30)), ("memory", Decimal(8)), ("disk", Decimal("0.3")))


def hosted(**by_year):
    """A core for 360 a year from the middle of 2028, and 40 000 in 2031 for something else."""
    passport = with_lines(40_000, item="work")
    passport["budget"]["lines"][0]["year"] = "2031"
    passport["budget"]["lines"] += [
        {"year": year.removeprefix("in_"), "amount": str(amount), "item": "hosting"}
        for year, amount in by_year.items()
    ]
    passport["architecture"]["resources"] = [{"what": "core", "amount": "1"}]
    return passport


@pytest.mark.parametrize(
    ("planned", "level"),
    [
        ({"in_2028": 180, "in_2029": 360}, Level.FINE), ({"in_2029": 252}, Level.FINE),
        ({"in_2029": 251}, Level.LOOK), ({"in_2029": 540}, Level.FINE), ({"in_2029": 541}, Level.LOOK),
        ({"in_2028": 360}, Level.LOOK), ({}, Level.LOOK),
    ],
)  # fmt: skip
def test_u08_holds_hosting_against_the_tariffs_of_the_data_centre(planned, level):
    around = replace(AROUND, tariffs=TARIFFS)
    assert told(budget.look(hosted(**planned), around))["U08"] == level


def test_u08_says_why_it_cannot_tell():
    around = replace(AROUND, tariffs=TARIFFS)
    for block, asked, given in (
        ("architecture", "hosting", "own"),
        ("architecture", "resources", []),
        ("schedule", "operation_on", ""),
    ):
        passport = hosted(in_2029=360)
        passport[block][asked] = given
        assert told(budget.look(passport, around))["U08"] == Level.UNKNOWN, asked


def test_the_demonstration_passport_is_in_order_by_the_tariffs_of_the_pack():
    around = replace(AROUND, tariffs=tuple(law().tariffs.monthly.items()))
    assert told(budget.look(whole_passport(), around))["U08"] == Level.FINE
    assert law().tariffs.source.confidence == "sample"


def test_u04_knows_licences_that_are_bought_and_not_over():
    bought = Software("postgresql", licences=40, licences_end_on=date(2027, 1, 1))
    assert told(budget.look(whole_passport(), AROUND))["U04"] == Level.FINE
    for software, level in (
        (bought, Level.LOOK),
        (replace(bought, licences_end_on=date(2026, 1, 1)), Level.FINE),
    ):
        around = replace(AROUND, software=(software,))
        assert told(budget.look(whole_passport(), around))["U04"] == level


@pytest.mark.parametrize(
    ("taxes", "index", "level"),
    [(None, "6", Level.UNKNOWN), (False, "6", Level.LOOK), (True, "", Level.LOOK), (True, "6", Level.FINE)],
)  # fmt: skip
def test_u09_asks_for_taxes_and_for_an_index_of_later_years(taxes, index, level):
    passport = whole_passport()
    passport["budget"] |= {"taxes": taxes, "price_index": index}
    assert told(budget.look(passport, AROUND))["U09"] == level


@pytest.mark.parametrize(
    ("code", "block", "field", "levels"),
    [
        ("I08", "solution", "result_form", {"": "unknown", "electronic": "fine", "both": "look", "paper": "look"}),
        ("I09", "solution", "notices", {"": "unknown", "state": "fine", "own": "look", "none": "look"}),
    ],
)  # fmt: skip
def test_i08_and_i09_by_what_the_passport_says(code, block, field, levels):
    for answer, level in levels.items():
        passport = whole_passport()
        passport[block][field] = answer
        assert told(integrations.look(passport, AROUND))[code] == level, answer


def test_i10_asks_about_classifiers_of_its_own():
    passport = whole_passport()
    assert told(integrations.look(passport, AROUND))["I10"] == Level.FINE
    passport["data"]["classifiers"].append({"name": "Прыпынкі", "origin": "own"})
    assert told(integrations.look(passport, AROUND))["I10"] == Level.LOOK
    passport["data"]["classifiers"] = []
    assert told(integrations.look(passport, AROUND))["I10"] == Level.UNKNOWN


def test_a01_knows_support_that_ends_before_the_use_does():
    assert told(architecture.look(whole_passport(), AROUND))["A01"] == Level.UNKNOWN
    for ends_on, level in ((date(2030, 11, 8), Level.LOOK), (date(2031, 1, 1), Level.FINE)):
        around = replace(AROUND, software=(Software("postgresql", ends_on),))
        assert told(architecture.look(whole_passport(), around))["A01"] == level


def test_a04_asks_a_second_site_of_personal_data():
    passport = whole_passport()
    for site, level in ((True, Level.FINE), (False, Level.LOOK), (None, Level.UNKNOWN)):
        passport["architecture"]["second_site"] = site
        assert told(architecture.look(passport, AROUND))["A04"] == level
    passport["security"]["system_class"] = "open"
    assert told(architecture.look(passport, AROUND))["A04"] == Level.FINE


def test_a_card_of_the_register_is_compared_as_a_passport_is():
    card = read_card({
        "name": {"be": "Рэестр маршрутаў", "en": "Register of routes"}, "kind": "system", "owner": "x",
        "functions": ["Маршруты, расклад"], "objects": [{"code": "route", "name": "Маршрут", "master": True}],
        "promised": "99.5", "statuses": [{"status": "being_switched_off", "on": "2027-05-01"}],
    })  # fmt: skip
    seen = of_system(card, frozenset())
    assert seen.owned == frozenset({"маршрут"})
    assert seen.created == seen.replaced == {"рэестр маршрутау", "register of routes"}
    assert (seen.switched_off_on, seen.availability) == (date(2027, 5, 1), Decimal("99.5"))
