"""One measure from the idea to its end, through the pages alone, by everybody whose duty it is.

On a phone, in other languages and without scripts the same pages are walked in `test_measures`.
"""

from copy import deepcopy
from datetime import date, timedelta

import pytest

from ratusha.kernel.pack import pack

from .acts import begin_step, choose_first
from .measuring import (
    about_item,
    answer,
    choose_about,
    convene,
    council_act,
    hand_in,
    last_button,
    note_present,
    open_measure,
    opine,
    put,
    put_on_agenda,
    send_to_experts,
    take,
    tick_all,
    write_block,
    write_passport,
)
from .pages import arrive, errors_of, follow, go, press, shows, text_of
from .papers import a_scan

pytestmark = [pytest.mark.journey, pytest.mark.timeout(1500)]
UNTIL_THE_SESSION = 10  # days: members have the agenda five working days before
BETTER = "Расклад вядуць на паперы ў 118 раёнах. Пра спазненне ніхто не ведае."


def in_days(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()  # noqa: DTZ011 - the browser's own day


@pytest.fixture
def passport():
    return deepcopy(pack().yaml("demonstration/measures.yaml")["passport"])


@pytest.fixture
def days_pass(state):
    return lambda reference, days: state.as_application("days_pass.py", reference, str(days))


def test_a_measure_goes_from_the_idea_to_its_end_by_the_hands_of_ten_people(
    at_desk, at_site, state, passport, *, days_pass, tmp_path
):
    initiator, manager = at_desk("initiator"), at_desk("programme")
    name = "Квіток на ўвесь транспарт"
    passport["identity"]["name"] = name
    reference = proposed_and_routed(initiator, manager, name)
    submitted_after_mistakes(initiator, reference, passport)
    came_back_once(initiator, manager, at_desk("expert"), reference)
    decided_by_the_council(at_desk, state, reference, days_pass)
    met_late(initiator, reference, days_pass)
    carried_out(
        at_desk("apparatus"), initiator, at_desk("transport_head"), reference, a_scan(tmp_path)
    )
    put_into_operation(
        initiator, at_desk("council_secretary"), reference, days_pass, a_scan(tmp_path)
    )

    anybody = at_site()
    go(anybody, f"measures/{reference}/")
    assert shows(anybody, "Completed")
    assert (
        anybody.locator("main li", has_text="Узгадніць перадачу даных").locator(".tag.late").count()
    )
    counted = {"for": 2, "against": 0, "abstained": 0, "apart": 1}
    words = "for %(for)s, against %(against)s, abstained %(abstained)s, did not take part %(apart)s"
    assert shows(anybody, words, **counted)


def proposed_and_routed(initiator, manager, name) -> str:
    """Step 1, the kind; step 2, the route by the source of money."""
    go(initiator, "desk/measures/")
    follow(initiator, "Propose a measure")
    last_button(initiator)
    assert len(errors_of(initiator)) >= 3
    answer(
        initiator, name=name, goal="Адзін квіток на аўтобус і цягнік.", sphere="transport",
        sources=["republican"], language="be",
    )  # fmt: skip
    reference = initiator.url.rstrip("/").split("/")[-1]
    take(initiator, "classify", kind="system", reasons="Ствараецца новая сістэма.")
    assert shows(initiator, "It is somebody else’s turn now.")
    open_measure(manager, reference)
    take(manager, "route", subprogramme="2026-2030/2")
    return reference


def submitted_after_mistakes(initiator, reference, passport) -> None:
    """Step 3: all blocks on their pages; a sum that is a kopeck short holds the passport back."""
    open_measure(initiator, reference)
    follow(initiator, "Open the passport")
    right, passport["budget"]["total"] = passport["budget"]["total"], "527999.99"
    write_passport(initiator, passport)
    assert "P01" in text_of(initiator)
    follow(initiator, "Submit")
    last_button(initiator)
    assert errors_of(initiator)
    go(initiator, f"desk/measures/{reference}/passport/budget/")
    write_block(initiator, {"total": right})
    press(initiator, "Save and continue")
    open_measure(initiator, reference)
    take(initiator, "submit")
    assert shows(initiator, "Passport submitted")


def came_back_once(initiator, manager, expert, reference) -> None:
    send_to_experts(manager, reference)
    open_measure(expert, reference)
    take(
        expert,
        "remark",
        place="goal.problem",
        ground="goal",
        text="Назавіце, дзе расклад на паперы.",
    )
    take(expert, "return", ground="goal", text="Удакладніце праблему.")
    open_measure(initiator, reference)
    take(initiator, "submit")
    assert "P20" in text_of(initiator) or errors_of(initiator)  # nothing has changed
    go(initiator, f"desk/measures/{reference}/passport/goal/")
    assert "Назавіце, дзе расклад на паперы." in text_of(initiator)
    put(initiator, "problem", BETTER)
    press(initiator, "Save")
    open_measure(initiator, reference)
    take(initiator, "submit")
    send_to_experts(manager, reference)
    open_measure(expert, reference)
    arrive(expert, expert.locator("main .rest a[href*='/versions/2/']").first)
    assert expert.locator("main ins", has_text="118 раёнах").count() == 1
    open_measure(expert, reference)
    arrive(expert, expert.locator("main a[href$='/checks/']").first)
    assert shows(expert, "What is similar")
    open_measure(expert, reference)
    opine(expert, "Пашпарт адпавядае, выдаткі абгрунтаваныя.")
    assert shows(expert, "Waits for the Council")


def decided_by_the_council(at_desk, state, reference, days_pass) -> None:
    """No quorum first; then one whose ministry proposes it has no vote; the rest recommend with a condition."""
    secretary = at_desk("council_secretary")
    room = convene(secretary, f"M-{reference[5:]}", in_days(UNTIL_THE_SESSION))
    put_on_agenda(secretary, reference, "on_conditions")
    about_item(
        secretary,
        "condition",
        text="Узгадніць перадачу даных з перавозчыкамі.",
        due_on=in_days(UNTIL_THE_SESSION + 5),
    )
    council_act(secretary, "publish")
    days_pass(reference, UNTIL_THE_SESSION)

    members = {
        code: state.card(code).name
        for code in ("council_chair", "council_member", "council_interested")
    }
    note_present(secretary, room, members["council_chair"])
    chair = at_desk("council_chair")
    go(chair, room)
    assert shows(chair, "no quorum: %(present)s here, %(needed)s needed", present=1, needed=2)
    council_act(chair, "open")
    assert "K01" in errors_of(chair)[0]
    note_present(secretary, room, *members.values())
    go(chair, room)
    council_act(chair, "open")

    interested, member = at_desk("council_interested"), at_desk("council_member")
    go(interested, room)
    assert shows(interested, "conflict of interest")
    assert interested.locator("main a[href$='/vote/']").count() == 0
    go(chair, room)
    about_item(chair, "vote", choice="for")
    about_item(chair, "settle", heard="Даклад ініцыятара.")
    assert "K04" in errors_of(chair)[0]  # a member who may vote has not
    go(member, room)
    about_item(member, "vote", choice="for")
    go(chair, room)
    about_item(chair, "settle", heard="Даклад ініцыятара.")
    council_act(chair, "close")
    council_act(chair, "seal")
    arrive(chair, chair.locator("aside a[href*='/documents/'], aside a[href*='/verify/']").first)
    go(chair, f"desk/measures/{reference}/")
    assert shows(chair, "Recommended, conditions are to be met")


def met_late(initiator, reference, days_pass) -> None:
    """Late is late for ever."""
    days_pass(reference, 9)
    open_measure(initiator, reference)
    begin_step(initiator, "steps/meet")
    choose_first(initiator, "condition")
    answer(initiator, evidence="Ліст № 9")
    assert shows(initiator, "Recommended, waits for the act on inclusion")


def carried_out(apparatus, initiator, inspector, reference, paper) -> None:
    """The act on inclusion; step 4, the way to the implementer; step 5, contract, stages, amendment, money."""
    open_measure(apparatus, reference)
    take(apparatus, "include", act="Пастанова Савета Міністраў № 12")
    open_measure(initiator, reference)
    begin_step(initiator, "steps/choose")
    answer(initiator, mechanism="office")
    assert errors_of(initiator)  # without a competition the reason is said
    office = {"office": "office-19", "roles": ["architect"], "price_by_method": ["yes"]}
    answer(
        initiator, why_not_competition="Офіс ужо вядзе рэестр перавозчыкаў.", **office, level="4"
    )
    assert errors_of(initiator)  # nobody there knows it at this level
    answer(initiator, level="3")
    begin_step(initiator, "steps/contract")
    answer(
        initiator, number="14/2", signed_on=in_days(-1), ends_on="2028-12-29", result_1="Праект",
        due_on_1="2027-12-20", amount_1="1000", result_2="Сістэма", due_on_2="2029-01-15", amount_2="2000",
        with_code_2=["code"],
    )  # fmt: skip
    assert errors_of(initiator)  # the stage is due after the contract ends
    answer(initiator, due_on_2="2028-06-20", amount_2="900000")
    assert "C04" in errors_of(initiator)[0]
    answer(initiator, amount_2="2000")
    criteria = {"criteria_1": "Праект узгоднены", "criteria_2": "Крытычных заўваг няма"}
    take(initiator, "terms", **criteria, vat="20", penalties="0,1 % за дзень", rights="licence", warranty_months="24",
         service="Адказ за дзве гадзіны", exit_terms="Даныя ў адкрытых фарматах", secrecy="open")  # fmt: skip
    assert errors_of(initiator)  # a licence says what it lets the state do
    answer(initiator, rights_terms="Карыстацца, мяняць, перадаваць іншым органам")
    for stage in ("1", "2"):
        begin_step(initiator, "steps/hand_over")
        choose_about(initiator, "stage", f"{stage}. ")
        hand_in(initiator, paper, text="Справаздача")
        if stage == "2":
            assert "C03" in errors_of(initiator)[0]
            hand_in(initiator, paper, commit="0123456789abcdef0123456789abcdef01234567")
        open_measure(inspector, reference)
        begin_step(inspector, "steps/accept_stage")
        choose_about(inspector, "stage", f"{stage}. ")
        hand_in(inspector, paper, conclusion="accept", text=f"Пратакол выпрабаванняў № {stage}")
    take(initiator, "amend", title="№ 1", signed_on=in_days(-1), ground="customer", reasons="Доўга чакалі даных.",
         ends_on="2029-12-31")  # fmt: skip
    assert errors_of(initiator)  # above the ceiling the measure itself is changed
    answer(initiator, ends_on="2029-01-26")
    take(initiator, "pay", amount="3000,01")
    assert "C01" in errors_of(initiator)[0]
    answer(initiator, amount="3000")


def put_into_operation(initiator, registrar, reference, days_pass, paper) -> None:
    """Step 6."""
    take(initiator, "begin_trial")
    begin_step(initiator, "steps/prove")
    tick_all(initiator, "checks")
    hand_in(
        initiator, paper, text="Пратаколы выпрабаванняў", load="104", hours="9", is_open=["open"]
    )
    assert "Z03" in errors_of(initiator)[0]  # the passport promises eight
    hand_in(initiator, paper, hours="6")
    open_measure(registrar, reference)
    begin_step(registrar, "steps/commission")
    answer(registrar, act="Акт № 1")
    assert errors_of(registrar)
    tick_all(registrar, "checks")
    last_button(registrar)
    open_measure(initiator, reference)
    begin_step(initiator, "steps/review")
    last_button(initiator)
    assert errors_of(initiator)
    days_pass(reference, 750)
    for place in range(3):
        go(initiator, f"desk/measures/{reference}/")
        take(
            initiator, "review", **{"fact-0": str(9 - place), "text": "Чаканне скарацілася ўдвая."}
        )
    assert shows(initiator, "written late")
    take(initiator, "complete", review="Чаканне скарацілася ўдвая.")
    assert shows(initiator, "Completed")
