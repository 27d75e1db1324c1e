"""Personal data went astray: the body enters it in the register, the person is told, the notice is noted."""

import pytest

from .acts import lodge_certificate, sign_in_with_card, write, write_day
from .pages import errors_of, follow, go, press, shows, text_of

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
HAPPENED = "Спіс з адрасамі даслалі не таму адрасату."


def test_a_breach_is_entered_from_the_desk_and_the_person_told(at_site, at_desk, state):
    person = at_site("ru", width=390, scripts=False)
    sign_in_with_card(person, state.a_resident())
    reference = lodge_certificate(person)

    head = at_desk("head", "be")
    go(head, "desk/")
    follow(head, "Breaches of data")
    follow(head, "Enter a breach")
    press(head, "Enter and tell the people")
    assert len(errors_of(head)) == 3
    write_day(head, "known_on", reference[:4] + "-01-12")
    write(head, "happened", HAPPENED)
    write(head, "measures", "Адрасат выдаліў ліст.")
    write(head, "cases", reference)
    press(head, "Enter and tell the people")
    assert HAPPENED in text_of(head)
    press(head, "The notice is sent")
    assert shows(head, "The authority was told")
    follow(head, "Breaches of personal data")
    assert shows(head, "the authority is told")

    go(person, "notifications/")
    follow(person, "Your personal data were not kept safe")
    assert HAPPENED in text_of(person)
