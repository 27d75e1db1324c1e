"""Form, act, go on or explain."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form, TextField


class NameForm(Form):
    name = TextField(label="Name")


def sent(**words):
    request = RequestFactory().post("/", words)
    return request, NameForm(request.POST)


def refuse(error):
    def act():
        raise error

    return act


def never():
    pytest.fail("this must not be done")


def test_what_came_of_the_act_is_given_back():
    request, form = sent(name="Васілёк")
    assert acted(request, form, lambda: form.cleaned_data["name"]) == "Васілёк"


def test_nothing_is_done_while_the_page_is_only_looked_at_or_the_form_is_wrong():
    request = RequestFactory().get("/")
    assert acted(request, NameForm(), never) is None
    request, form = sent(name="")
    assert acted(request, form, never) is None


def test_what_the_domain_refuses_stands_at_its_field():
    request, form = sent(name="Васілёк")
    error = RuleBroken("name.taken", "Somebody has this name.", field="name")
    assert acted(request, form, refuse(error)) is None
    assert form.errors["name"] == ["Somebody has this name."]


def test_a_person_who_may_not_is_told_why_and_an_official_is_turned_away():
    error = NotPermitted("name.not_yours", "It is not yours.")
    request, form = sent(name="Васілёк")
    assert acted(request, form, refuse(error)) is None
    assert form.non_field_errors() == ["It is not yours."]
    request, form = sent(name="Васілёк")
    with pytest.raises(PermissionDenied, match="It is not yours"):
        acted(request, form, refuse(error), in_office=True)


def test_an_act_that_says_nothing_is_not_taken_for_one_that_was_refused():
    request, form = sent(name="Васілёк")
    with pytest.raises(AssertionError):
        acted(request, form, lambda: None)
