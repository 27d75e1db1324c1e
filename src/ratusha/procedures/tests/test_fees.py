"""What an application costs: rules, explanations, and properties of money. No database."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.money import Money
from ratusha.procedures.definition import Definition
from ratusha.procedures.facts import Source
from ratusha.procedures.fee_rule import Exemption, FeeRule, Payer, Tariff
from ratusha.procedures.fees import fee_of, split

ON = date(2026, 12, 1)  # a base value of 45.00
LAW = Source(title="Закон № 1")
SAID = {"be": "Плата", "ru": "Плата", "en": "Fee"}


def promise(**rule) -> Definition:
    fee = FeeRule(**{"kind": "tariffs", "source": LAW} | rule)
    return Definition(code="T1/1.1", title=SAID, valid_from=ON, source=LAW, fee=fee)


def tariff(code="one", **more) -> Tariff:
    return Tariff(code=code, label=SAID, **more)


def fee(rule, on=ON, **context):
    given_ = {"answers": {}, "facts": {}, "applicant": {}, "today": on.isoformat(), **context}
    return fee_of(rule, given_, on)


def total(rule, on=ON, **context) -> Decimal:
    return fee(rule, on, **context).total.amount


def test_free_costs_nothing_and_is_known():
    found = fee(promise(kind="free"))
    assert (found.known, found.lines, found.total.amount) == (True, (), 0)


@pytest.mark.parametrize("kind", ["several", "paid_service"])
def test_of_tariffs_not_entered_no_sum_is_said(kind):
    assert not fee(promise(kind=kind)).known


@pytest.mark.parametrize(
    ("on", "sum_"),
    [(date(2024, 5, 1), "20.00"), (date(2025, 12, 31), "21.00"), (date(2026, 1, 1), "22.50")],
)
def test_a_multiple_is_of_the_base_value_of_the_day(on, sum_):
    found = fee(promise(kind="base_value", multiple="0.5"), on)
    assert found.total.amount == Decimal(sum_)
    assert found.lines[0].base.since <= on
    assert found.lines[0].source is LAW


CITIZEN_OR_NOT = promise(
    tariffs=[
        tariff("foreigner", multiple="1", when="applicant.kind == 'foreigner'"),
        tariff("citizen", multiple="0.1"),
    ]
)


@pytest.mark.parametrize(("kind", "sum_"), [("foreigner", "45.00"), ("citizen", "4.50")])
def test_the_first_tariff_that_holds_is_taken(kind, sum_):
    assert total(CITIZEN_OR_NOT, applicant={"kind": kind}) == Decimal(sum_)


def test_every_tariff_that_holds_is_taken_where_the_rule_says_so():
    rule = promise(
        combine="all",
        tariffs=[
            tariff("certificate", multiple="1"),
            tariff("urgent", amount="30.00", when="answers.urgent == true"),
        ],
    )
    assert total(rule, answers={"urgent": True}) == Decimal("75.00")
    assert total(rule, answers={"urgent": False}) == Decimal("45.00")


def test_free_unless_urgent():
    rule = promise(tariffs=[tariff(multiple="2", when="answers.urgent == true")])
    assert total(rule, answers={"urgent": False}) == 0
    assert total(rule, answers={"urgent": True}) == Decimal("90.00")


def test_by_age_and_by_territory():
    young = "years_between(applicant.birth_date, today) < 14"
    far = "facts['population.residence'].code.startsWith('6')"
    rule = promise(
        tariffs=[
            tariff("young", amount="1.00", when=young),
            tariff("far", amount="2.00", when=far),
            tariff("other", amount="3.00"),
        ]
    )
    facts = {"population.residence": {"code": "5268000000"}}
    adult = {"birth_date": "1990-01-01"}
    assert total(rule, applicant={"birth_date": "2015-12-01"}, facts=facts) == 1
    assert total(rule, applicant=adult, facts={"population.residence": {"code": "62"}}) == 2
    assert total(rule, applicant=adult, facts=facts) == 3


def test_so_much_for_each():
    rule = promise(tariffs=[tariff(multiple="0.1", quantity="int(answers.copies)", per=SAID)])
    found = fee(rule, answers={"copies": "3"})
    assert (found.total.amount, found.lines[0].quantity) == (Decimal("13.50"), 3)


@pytest.mark.parametrize("copies", ["-1", "1000001"])
def test_an_absurd_quantity_is_refused(copies):
    rule = promise(tariffs=[tariff(multiple="0.1", quantity="int(answers.copies)", per=SAID)])
    with pytest.raises(RuleBroken, match=r"fee\.quantity_wrong"):
        fee(rule, answers={"copies": copies})


AGED = Exemption(
    code="aged",
    label=SAID,
    source=LAW,
    service="population.person",
    when="years_between(facts['population.person'].birth_date, today) >= 70",
)
HOSTEL = Exemption(
    code="hostel", label=SAID, source=LAW, document="paper", when="answers.basis == 'hostel'"
)
WITH_EXEMPTIONS = promise(kind="base_value", multiple="1", exemptions=[AGED, HOSTEL])
PAPER = {"id": "1", "name": "a.pdf"}


@pytest.mark.parametrize(
    ("answers", "born", "code"),
    [
        ({}, "1956-12-01", "aged"),
        ({}, "1956-12-02", ""),
        ({"basis": "hostel", "paper": PAPER}, "1990-01-01", "hostel"),
        ({"basis": "hostel"}, "1990-01-01", ""),  # nothing proves it
        ({"basis": "rent", "paper": PAPER}, "1990-01-01", ""),
    ],
)
def test_an_exemption_needs_its_condition_and_its_evidence(answers, born, code):
    found = fee(WITH_EXEMPTIONS, answers=answers, facts={"population.person": {"birth_date": born}})
    assert (found.exemption.code if found.exemption else "") == code
    assert found.total.amount == (0 if code else 45)
    assert found.full.amount == 45


@pytest.mark.parametrize("facts", [{}, {"population.person": {}}, {"population.person": {"x": 1}}])
def test_a_silent_register_proves_nothing(facts):
    assert fee(WITH_EXEMPTIONS, facts=facts).exemption is None


def test_two_payers_share_to_the_kopeck():
    rule = promise(
        tariffs=[tariff(amount="10.01")],
        payers=[
            Payer(code="seller", label=SAID, share="1/2"),
            Payer(code="buyer", label=SAID, share="1/2", named_by="buyer"),
        ],
    )
    assert [s.amount.amount for s in fee(rule).shares] == [Decimal("5.01"), Decimal("5.00")]


SUMS = st.decimals("0", "999999.99", places=2)
PARTS = st.lists(st.integers(1, 50), min_size=1, max_size=8).map(
    lambda weights: [Fraction(w, sum(weights)) for w in weights]
)


@given(SUMS, PARTS)
def test_shares_add_up_and_none_is_a_kopeck_off(amount, parts):
    shares = split(Money(amount, "BYN"), parts)
    assert sum(s.amount for s in shares) == amount
    for share, part in zip(shares, parts, strict=True):
        assert share.amount >= 0
        assert abs(Fraction(share.amount) - part * Fraction(amount)) < Fraction(1, 100)


@given(
    st.decimals("0", "1000", places=3),
    st.integers(0, 10_000),
    st.dates(date(2023, 1, 1), date(2027, 12, 31)),
)
def test_a_fee_is_never_negative_and_rounded_once(multiple, copies, on):
    rule = promise(
        tariffs=[tariff(multiple=str(multiple), quantity="int(answers.copies)", per=SAID)]
    )
    line = fee(rule, on, answers={"copies": str(copies)}).lines[0]
    exact = line.base.amount.amount * multiple * copies
    assert line.amount.amount >= 0
    assert abs(line.amount.amount - exact) <= Decimal("0.005")
    assert line.amount.amount == line.amount.amount.quantize(Decimal("0.01"))


@given(st.lists(st.decimals("0", "9999.99", places=2), min_size=1, max_size=6), PARTS)
def test_lines_and_shares_tell_the_same_sum(amounts, parts):
    rule = promise(
        combine="all",
        tariffs=[tariff(f"t{n}", amount=str(a)) for n, a in enumerate(amounts)],
        payers=[
            Payer(code=f"p{n}", label=SAID, share=f"{p.numerator}/{p.denominator}")
            for n, p in enumerate(parts)
        ],
    )
    found = fee(rule)
    assert sum(line.amount.amount for line in found.lines) == found.total.amount
    assert sum(share.amount.amount for share in found.shares) == found.total.amount


def test_shares_that_do_not_come_to_one_are_a_mistake():
    with pytest.raises(ValueError, match="come to one"):
        split(Money(Decimal(1), "BYN"), [Fraction(1, 3)])
