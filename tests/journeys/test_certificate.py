"""A certificate on the day: from everyday words to a paper that a stranger can check."""

import pytest

from .acts import (
    CERTIFICATE,
    download_decision,
    find_at_desk,
    go_on,
    lodge,
    open_case,
    rate,
    read_about,
    search_for,
    sign_in_with_card,
    take_step,
    take_up,
)
from .pages import follow, go, language_of, look, press, shows
from .papers import code_in, square_in
from .ways import three_ways

pytestmark = pytest.mark.journey
WORDS = {
    "be": "даведка аб складзе сям’і",
    "ru": "справка кто прописан в квартире",
    "en": "family composition",
}
MARKS = {"simplicity": 5, "information": 4, "term": 5, "politeness": 5}


@three_ways(phone="be", bare="ru")
def test_a_person_gets_a_certificate_that_anybody_can_check(at_site, at_desk, state, tmp_path, way):
    person = at_site()
    search_for(person, WORDS[way.language])
    read_about(person, CERTIFICATE)
    follow(person, "Apply")
    sign_in_with_card(person, state.a_resident(), keep_back="residence")
    assert shows(person, "The state already knows this")
    go_on(person)
    go_on(person)
    reference = lodge(person)
    assert shows(
        person, "Your application is lodged. Its number is %(reference)s.", reference=reference
    )

    clerk = at_desk("clerk")
    find_at_desk(clerk, reference)
    take_step(clerk, "accept")
    take_up(clerk)
    take_step(clerk, "grant")

    open_case(person, reference)
    file = download_decision(person, tmp_path)
    assert file.read_bytes().startswith(b"%PDF")
    found = state.ratusha("verify", str(file))
    assert (found.returncode, found.stdout.splitlines()[0]) == (0, "Genuine")

    stranger = at_site()
    go(stranger, "verify/")
    stranger.locator("input[type=file]").set_input_files(file)
    press(stranger, "Check the file")
    assert stranger.locator(".verdict.genuine").count() == 1
    code = code_in(file)
    go(stranger, "verify/")
    stranger.locator("[name=code]").fill(code.lower())
    press(stranger, "Check the code")
    assert stranger.locator(".verdict.genuine").count() == 1
    stranger.goto(square_in(file))
    look(stranger)
    assert stranger.locator(".verdict.genuine").count() == 1

    open_case(person, reference)
    rate(person, MARKS)
    assert shows(person, "You have rated this case. Thank you.")
    follow(person, "All looks, and why")
    assert reference in person.content()
    assert language_of(person) == way.language
    look(person)
