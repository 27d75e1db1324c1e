"""What was begun is gone on with: on another device, after the visit has ended, after the back button."""

import pytest

from .acts import (
    CERTIFICATE,
    KINDERGARTEN,
    begin_step,
    begin_to_apply,
    choose,
    choose_labelled,
    download_decision,
    find_at_desk,
    go_on,
    lodge,
    lodge_certificate,
    open_case,
    sign_in_with_card,
    sign_in_with_password,
    take_step,
    take_up,
    write,
    write_day,
)
from .pages import arrive, errors_of, follow, go, look, press, shows, text_of
from .papers import text_in

pytestmark = pytest.mark.journey


def test_a_half_filled_application_goes_on_on_another_device(at_site, at_desk, state, tmp_path):
    alena = state.accounts["alena"]
    phone = at_site("be", width=390)
    begin_to_apply(phone, KINDERGARTEN)
    sign_in_with_password(phone, alena["login"], alena["password"])
    choose_labelled(phone, "child", "Міхаіл")
    go_on(phone)
    write_day(phone, "wanted_from", "2027-02-31")
    write(phone, "kindergarten", "№ 432, вул. Прытыцкага")
    choose(phone, "group_language", "be")
    press(phone, "Save and come back later")
    assert len(errors_of(phone)) == 1
    assert phone.locator("[name=wanted_from_day]").input_value() == "31"

    desktop = at_site("ru", scripts=False)
    sign_in_with_card(desktop, state.card("alena"))
    go(desktop, "my/")
    arrive(desktop, desktop.locator("main li.card.row a[href*='/drafts/']").first)
    assert desktop.locator("[name=wanted_from_day]").input_value() == "31"
    assert desktop.locator("[name=kindergarten]").input_value() == "№ 432, вул. Прытыцкага"
    assert len(errors_of(desktop)) == 1
    write_day(desktop, "wanted_from", "2027-09-01")
    go_on(desktop)
    assert "№ 432" in text_of(desktop)
    reference = lodge(desktop)

    official = at_desk("education", "be")
    find_at_desk(official, reference)
    take_step(official, "accept")
    take_up(official)
    take_step(official, "grant")

    open_case(phone, reference)
    paper = text_in(download_decision(phone, tmp_path))
    assert "Михаил" in paper  # in the language in which it was lodged


def test_who_was_signed_out_meanwhile_comes_back_to_the_same_page(at_site, state):
    card = state.a_resident()
    person = at_site("en")
    begin_to_apply(person, CERTIFICATE)
    sign_in_with_card(person, card)
    go_on(person)
    where = person.url
    person.context.clear_cookies(name="visit")
    choose(person, "purpose", "court")
    press(person, "Save and continue")
    assert "/account/sign-in/" in person.url
    sign_in_with_card(person, card)
    assert person.url == where
    assert person.locator("select[name=purpose], [name=purpose]:checked").first.count() <= 1


def test_a_message_written_for_too_long_is_not_lost(at_site, state):
    """The visit ends while the person writes, and the official's too: both find their words again and send them."""
    card = state.a_resident()
    person = at_site("ru", scripts=False)
    sign_in_with_card(person, card)
    reference = lodge_certificate(person)
    person.context.clear_cookies(name="visit")
    write(person, "text", "Прошу указать\nдля суда.")
    press(person, "Send")
    assert "/account/sign-in/" in person.url
    sign_in_with_card(person, card)
    assert person.locator("[name=text]").input_value() == "Прошу указать\nдля суда."
    assert errors_of(person) == []
    press(person, "Send")
    assert shows(person, "Your message is sent.")

    clerk = at_site("be")
    sign_in_with_card(clerk, state.card("clerk"), acting_for_body=True)
    find_at_desk(clerk, reference)
    take_step(clerk, "accept")
    begin_step(clerk, "refuse")
    write(clerk, "reasons", "Доўгае тлумачэнне, якое шкада пісаць двойчы.")
    clerk.context.clear_cookies(name="visit")
    arrive(clerk, clerk.locator("main form button").last)
    sign_in_with_card(clerk, state.card("clerk"), acting_for_body=True)
    assert "/refuse/" in clerk.url
    assert clerk.locator("[name=reasons]").input_value().startswith("Доўгае тлумачэнне")


def test_lodging_twice_gives_one_case(at_site, state):
    person = at_site("ru", scripts=False)
    begin_to_apply(person, CERTIFICATE)
    sign_in_with_card(person, state.a_resident())
    go_on(person)
    go_on(person)
    second = person.context.new_page()
    second.goto(person.url)
    reference = lodge(person)
    assert lodge(second) == reference
    person.go_back()
    look(person)
    assert person.url.endswith(f"/cases/{reference}/")
    second.close()
    go(person, "my/")
    assert person.locator("main li.card h3").count() == 1


def test_a_draft_is_thrown_away_only_when_asked_twice(at_site, state):
    person = at_site("be", width=390)
    begin_to_apply(person, CERTIFICATE)
    sign_in_with_card(person, state.a_resident())
    follow(person, "Throw this draft away")
    follow(person, "Keep it")
    follow(person, "Go on")
    follow(person, "Throw this draft away")
    press(person, "Throw away")
    assert shows(person, "The draft is thrown away.")
    assert person.locator("main li.card.row").count() == 0
