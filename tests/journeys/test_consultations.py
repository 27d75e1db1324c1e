"""People vote on a phone and without scripts, check a receipt, trustees open the sum, and a program not ours checks it.

And: a petition gets its last signature and its answer; a draft act is commented on and answered; projects are chosen.
"""

import json
import shutil
import subprocess

import pytest

from ratusha.kernel.pack import pack

from .acts import choose, sign_in_with_card, write
from .pages import arrive, follow, go, look, press, said, shows, text_of

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(900),
    pytest.mark.skipif(
        not shutil.which("belenios-tool"), reason="belenios-tool is not installed: no poll is open"
    ),
]
TOLD = pack().yaml("demonstration/consultations.yaml")
POLL, PETITION = TOLD["poll"]["title"], TOLD["petition"]["title"]


def open_thing(page, title: str) -> None:
    go(page, "consultations/")
    arrive(page, page.locator("main a", has_text=title).first)


def vote_with_script(page) -> str:
    """Seal, then cast: the receipt."""
    open_thing(page, POLL)
    follow(page, "Vote")
    page.locator("input[name=answer_0][value='0']").check()
    page.locator("input[name=answer_1][value='1']").check()
    page.get_by_role("button", name=said(page, "Seal the ballot")).click()
    page.locator("[data-sealed]").wait_for(state="visible", timeout=60_000)
    look(page)
    sealed = page.locator("[data-sealed] [data-receipt]").inner_text()
    page.get_by_role("button", name=said(page, "Cast the ballot now")).click()
    page.locator("[data-done]").wait_for(state="visible", timeout=60_000)
    look(page)
    receipt = page.locator("[data-done] [data-receipt]").inner_text()
    assert receipt == sealed
    return receipt


def check_receipt(page, receipt: str) -> None:
    go(page, page.url.split("/", 4)[4].split("vote/")[0] + "box/")
    write(page, "receipt", receipt)
    press(page, "Check")
    assert shows(page, "Your ballot is in the box, unchanged.")


def test_a_vote_on_a_phone_and_one_without_scripts_are_counted_by_the_trustees(
    at_site, at_desk, state, tmp_path
):
    alena = at_site("be", width=390)
    sign_in_with_card(alena, state.card("alena"))
    receipt = vote_with_script(alena)
    check_receipt(alena, receipt)
    open_thing(alena, POLL)
    follow(alena, "Vote")
    assert alena.locator("[data-booth]").count() == 0  # one paper, one vote

    dzmitry = at_site("ru", scripts=False)
    sign_in_with_card(dzmitry, state.card("dzmitry"))
    open_thing(dzmitry, POLL)
    follow(dzmitry, "Vote")
    choose(dzmitry, "answer_0", "2")
    press(dzmitry, "Encrypt and cast for me")
    check_receipt(dzmitry, dzmitry.locator("main code.ref").first.inner_text())

    code = state.as_application("poll_ended.py").strip()
    for n, official in enumerate(("trustee", "second_trustee")):
        page = at_desk(official, "en")
        key = tmp_path / f"{official}.privkey"
        key.write_text(TOLD["poll"]["keys"][n]["private"])
        go(page, f"desk/consultations/polls/{code}/")
        follow(page, "Bring my part of the decryption")
        page.locator("#private-key").set_input_files(key)
        page.get_by_text(said(page, "Done: press the button below.")).wait_for(timeout=60_000)
        press(page, "Bring it")
    everybody = at_site("en", width=390)
    go(everybody, f"consultations/polls/{code}/")
    assert "6" in text_of(everybody)
    with everybody.expect_download() as waited:
        everybody.locator(f"main a[href$='/polls/{code}/archive/']").click()
    waited.value.save_as(tmp_path / f"{code}.bel")
    done = subprocess.run(
        ["/usr/bin/belenios-tool", "election", "verify"], cwd=tmp_path, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    result = (tmp_path / f"{code}.bel").read_bytes()
    assert json.dumps([[0, 3, 1, 2]])[1:-1].encode().replace(b" ", b"") in result


def test_a_petition_gets_its_last_signature_and_its_answer(at_site, at_desk, state):
    """Signed in each language on a phone, once without scripts; who has signed is not asked again."""
    for language, scripts, who in (
        ("be", True, state.card("alena")),
        ("ru", False, state.card("dzmitry")),
        ("en", True, state.a_resident()),
    ):
        page = at_site(language, width=390, scripts=scripts)
        sign_in_with_card(page, who)
        open_thing(page, PETITION)
        follow(page, "Sign the petition")
        press(page, "Sign the petition")
        open_thing(page, PETITION)
        assert not shows(page, "Sign the petition")
    official = at_desk("consultations", "ru")
    go(official, "desk/consultations/")
    follow(official, "Answer the petition")
    write(official, "answer", TOLD["reached"]["answer"])
    press(official, "Answer the petition")
    assert TOLD["reached"]["answer"] in text_of(official)


DOGS = {
    "be": "Няхай будзе асобная пляцоўка для сабак.",
    "en": "Let there be a place of its own for dogs.",
    "ru": "Пусть будет отдельная площадка для собак.",
}


def test_a_draft_is_commented_on_and_answered(at_site, at_desk, state):
    """Commented on in each language on a phone, once without scripts; the last is answered."""
    for language, scripts, who in (
        ("be", True, state.card("alena")),
        ("en", True, state.a_resident()),
        ("ru", False, state.card("dzmitry")),
    ):
        page = at_site(language, width=390, scripts=scripts)
        sign_in_with_card(page, who)
        open_thing(page, TOLD["draft"]["title"])
        arrive(page, page.locator("main a[href$='/art_2__para_1/comment/']").first)
        press(page, "Comment on part %(number)s", number="1")
        write(page, "text", DOGS[language])
        press(page, "Comment on part %(number)s", number="1")
        assert DOGS[language] in text_of(page)
    official = at_desk("consultations", "be")
    go(official, "desk/consultations/")
    arrive(official, official.locator("main a", has_text=TOLD["draft"]["title"]).first)
    follow(official, "Answer comments")
    official.locator("input[name=comments]").last.check()
    choose(official, "decision", "declined")
    press(official, "Answer comments")
    write(official, "reasons", "Месца для яе ў двары няма, яна будзе ў парку.")
    press(official, "Answer comments")
    page.reload()
    assert "яна будзе ў парку" in text_of(page)


def test_projects_are_chosen_and_the_rule_is_explained(at_site, state):
    page = at_site("en", width=390)
    sign_in_with_card(page, state.card("alena"))
    open_thing(page, TOLD["budget"]["title"])
    follow(page, "Choose projects")
    press(page, "Choose projects")
    page.locator("input[name=projects]").first.check()
    press(page, "Choose projects")
    assert shows(page, "Your choice is kept. Until the last day you can choose anew.")
