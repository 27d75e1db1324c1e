"""Every kind of question: what people really type is understood, and what cannot be is explained."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from ratusha.kernel.errors import RuleBroken
from ratusha.ui import forms
from ratusha.ui.controls import control
from ratusha.ui.gallery import GalleryForm, places


def form_with(field, data=None, files=None, **options):
    cls = type("OneForm", (forms.Form,), {"x": field})
    return cls(data, MultiValueDict(files or {}), **options)


def cleaned(field, data, files=None):
    form = form_with(field, data, files)
    assert form.is_valid(), form.errors
    return form.cleaned_data["x"]


def error(field, data, files=None):
    with translation.override("en"):
        form = form_with(field, data, files)
        assert not form.is_valid()
        return form.errors["x"][0]


@pytest.mark.parametrize(
    "parts",
    [
        ("22", "12", "2026"),
        ("22", "снежня", "2026"),
        ("22", "декабря", "2026"),
        ("22", "Dec", "2026"),
    ],
)
def test_a_date_is_understood_with_months_in_figures_or_words(parts):
    data = dict(zip(("x_day", "x_month", "x_year"), parts, strict=True))
    assert cleaned(forms.DayField(label="When"), data) == date(2026, 12, 22)


@pytest.mark.parametrize("whole", ["22.12.2026", "2026-12-22"])
def test_a_whole_date_in_one_input_is_understood_too(whole):
    assert cleaned(forms.DayField(label="When"), {"x": whole}) == date(2026, 12, 22)


@pytest.mark.parametrize(
    ("day", "month", "year", "said"),
    [
        ("", "12", "2026", "must have a day, a month and a year"),
        ("31", "2", "2026", "must be a real date"),
        ("5", "ма", "2026", "must be a real date"),
        ("5", "5", "26", "write the year with four digits"),
        ("1", "1", "1800", "must be 1\u00a0January\u00a01900 or later"),
        ("٢", "²", "2026", "must be a real date"),
        ("", "", "", "Enter the date: “When”"),
    ],
)
def test_a_wrong_date_is_explained(day, month, year, said):
    data = {"x_day": day, "x_month": month, "x_year": year}
    assert said in error(forms.DayField(label="When"), data)


@pytest.mark.parametrize(
    ("typed", "meant"), [("1 234,5", "1234.5"), ("1234.50", "1234.5"), ("\u00a012,05", "12.05")]
)
def test_money_is_understood_as_people_write_it(typed, meant):
    assert cleaned(forms.MoneyField(label="Sum"), {"x": typed}) == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("twelve", "must be a number"),
        ("NaN", "must be a number"),
        ("1e999999", "must be"),
        ("9" * 5000, "must be a number"),
        ("12,345", "no more than 2 digits"),
        ("-1", "must be 0 or more"),
    ],
)
def test_a_wrong_sum_is_explained(typed, said):
    assert said in error(forms.MoneyField(label="Sum"), {"x": typed})


def test_a_whole_number_takes_no_fraction():
    field = forms.NumberField(label="People", smallest=1, greatest=30)
    assert "whole number" in error(field, {"x": "2,5"})
    assert "must be 30 or less" in error(field, {"x": "31"})


def test_yes_and_no_are_truth_values():
    assert cleaned(forms.YesNoField(label="Sure?"), {"x": "no"}) is False
    assert cleaned(forms.YesNoField(label="Sure?", required=False), {}) is None
    assert error(forms.YesNoField(label="Sure?"), {}) == "Choose an answer: “Sure?”"


def test_many_choices_become_a_list_with_an_empty_first_line():
    field = forms.ChoiceField(label="Region", choices=[(str(n), str(n)) for n in range(9)])
    drawn = control(form_with(field)["x"])
    assert (drawn.kind, drawn.options[0].value) == ("select", "")
    assert error(field, {"x": "99"}) == "Choose an answer: “Region”"


def test_one_place_of_a_name_gives_its_code():
    field = forms.AddressField(label="Home", find_places=places)
    found = cleaned(field, {"x_settlement": "Мінск", "x_house": "24"})
    assert (found["code"], found["house"]) == ("5000000000", "24")


def test_namesakes_are_asked_about_and_the_choice_is_taken():
    field = forms.AddressField(label="Home", find_places=places)
    data = {"x_settlement": "Бярозаўка", "x_house": "1"}
    form = form_with(field, data)
    assert "several places" in error(field, data)
    assert form.errors
    assert len(control(form["x"]).candidates) == 2
    chosen = cleaned(field, {**data, "x_code": "4243557000"})
    assert chosen["code"] == "4243557000"


def test_a_forged_code_of_a_place_is_not_believed():
    field = forms.AddressField(label="Home", find_places=places)
    data = {"x_settlement": "Бярозаўка", "x_house": "1", "x_code": "5000000000"}
    assert "several places" in error(field, data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"x_settlement": "", "x_house": "1"}, "write the town or village"),
        ({"x_settlement": "Мінск", "x_house": ""}, "write the house number"),
        ({"x_settlement": "Атлантыда", "x_house": "1"}, "we do not know the place “Атлантыда”"),
        ({"x_settlement": "М" * 101, "x_house": "1"}, "too long"),
    ],
)
def test_an_address_with_gaps_is_explained(data, said):
    assert said in error(forms.AddressField(label="Home", find_places=places), data)


def test_an_identifier_is_checked_by_the_kernel_and_warns():
    def check(value):
        if value != "1":
            raise RuleBroken("identifier.wrong", "Check the last character")
        return type("Checked", (), {"value": "0001", "warnings": ("Looks old",)})()

    field = forms.IdentifierField(label="Number", check=check)
    form = form_with(field, {"x": "1"})
    assert form.is_valid()
    assert form.cleaned_data["x"] == "0001"
    assert form.fields["x"].warnings == ("Looks old",)
    assert error(field, {"x": "2"}) == "Check the last character"


def test_a_file_is_bounded_and_not_asked_for_twice():
    field = forms.FileField(label="Lease", max_bytes=10)
    big = SimpleUploadedFile("a.pdf", b"x" * 11)
    assert "larger than" in error(field, {}, {"x": [big]})
    assert error(field, {}) == "Add a file: “Lease”"
    assert cleaned(forms.FileField(label="Lease", kept_name="a.pdf"), {}) is None


def test_text_is_cleaned_before_it_is_looked_at():
    typed = "  Але\u0301на\x00\u202e Кава\u200bлёва\r\nМінск\ud800 "
    assert cleaned(forms.TextField(label="Name"), {"x": typed}) == "Але\u0301на Кавалёва Мінск"
    assert cleaned(forms.LongTextField(label="Why"), {"x": "а\r\nб"}) == "а\nб"


def test_composed_letters_are_one_letter():
    assert cleaned(forms.TextField(label="Name"), {"x": "и\u0306у\u0306"}) == "йў"


def test_no_text_is_endless():
    said = error(forms.TextField(label="Name"), {"x": "а" * 201})
    assert said == "“Name”: 201 characters are written, 200 are allowed"
    drawn = control(form_with(forms.TextField(label="Name"))["x"])
    assert "maxlength" not in drawn.attrs


def test_a_domain_error_stands_at_its_field_or_above_the_form():
    form = form_with(forms.TextField(label="Name"), {"x": "а"})
    assert form.is_valid()
    forms.add_domain_error(form, RuleBroken("a.b", "100 % no", field="x"))
    forms.add_domain_error(form, RuleBroken("a.c", "Not today", field="gone"))
    assert form.errors["x"] == ["100 % no"]
    assert form.non_field_errors() == ["Not today"]


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_errors_name_their_question_in_every_language(language):
    with translation.override(language):
        form = GalleryForm({})
        assert not form.is_valid()
        for name, found in form.errors.items():
            assert str(form.fields[name].label) in found[0]
