"""A plan that is not in by 1 May: who is late, who was reminded, what the ministry's report says on its first page.

The demonstration state lived through the spring of 2026; the nights of 2027 are let come.
"""

import pypdfium2
import pytest

from .pages import arrive, errors_of, go, look, press, said, shows, text_of
from .ways import three_ways

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]
TRANSPORT = {
    "be": "Міністэрства транспарту і камунікацый",
    "ru": "Министерство транспорта и коммуникаций",
    "en": "Ministry of Transport and Communications",
}
MARKS = ["T-60", "T-30", "T-14", "T-7", "T-3", "T-1", "T-0", "+1", "+5", "+10"]
NIGHTS = {
    2027: [
        "2027-03-01", "2027-03-31", "2027-04-16", "2027-04-23", "2027-04-27", "2027-04-29", "2027-04-30",
        "2027-05-01", "2027-05-07", "2027-05-17",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def both_springs(state):
    """2026 is behind us; the nights of the spring of 2027 come now."""
    told = state.as_application("nights.py", *NIGHTS[2027]).splitlines()
    assert len(told) == len(NIGHTS[2027])
    return state


@three_ways(phone="be", bare="ru")
def test_a_plan_not_in_by_the_first_of_may_is_seen_by_everybody(
    both_springs, at_desk, way, tmp_path
):
    assert both_springs
    initiator = at_desk("initiator")
    go(initiator, "steering/obligations/late/")
    assert TRANSPORT[way.language] in text_of(initiator)
    for year in (2026, 2027):
        plan_of(initiator, way.language, year)
        for mark in MARKS:
            assert mark in text_of(initiator)
        assert shows(initiator, "The last day passed")
        notices_of(initiator, year)

    programme = at_desk("programme")
    for year in (2026, 2027):
        go(programme, f"steering/plans/all/plan/{year + 1}/")
        assert TRANSPORT[way.language] in text_of(programme)
        with programme.expect_download() as waited:
            programme.locator("a[href$='/sheet.pdf']").click()
        file = tmp_path / f"{year}.pdf"
        waited.value.save_as(file)
        first = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
        words = " ".join(first.replace("\x02", "").split())
        assert TRANSPORT[way.language].split()[0] in words
        assert str(year) in words
    go(programme, "steering/obligations/")
    go(programme, "steering/obligations/rules/?year=2026")


def plan_of(page, language: str, year: int) -> None:
    """The duty of the ministry of transport, from those who are missing in the consolidated plan."""
    go(page, f"steering/plans/all/plan/{year + 1}/")
    row = page.locator("main table").first.locator("tr", has_text=TRANSPORT[language])
    arrive(page, row.locator("a").first)


def notices_of(page, year: int) -> None:
    """The reminders stand among the notices of who fulfils duties of the body."""
    go(page, "notifications/")
    found = 0
    for number in range(1, 9):
        page.goto(page.url.split("?")[0] + f"?page={number}")
        texts = page.locator("main li, main tr").all_inner_texts()
        found += sum(str(year) in text for text in texts)
        if found:
            break
    assert found, f"no notice of {year}"
    look(page)


def test_a_plan_is_mended_signed_by_two_and_accepted_and_stays_late(both_springs, at_desk):
    assert both_springs
    writer = at_desk("initiator", "be", width=390)
    go(writer, "steering/plans/")
    words = said(writer, "Plan for %(year)s", year=2027)
    arrive(writer, writer.locator("main table a", has_text=words).first)
    paper = writer.url.split("/be/")[1]
    begin_to_hand_over(writer)
    assert errors_of(writer)  # rows have no owner yet
    go(writer, paper)
    while True:
        unowned = writer.locator("main .card", has_text="—").locator("a[href*='/rows/']")
        if not unowned.count():
            break
        arrive(writer, unowned.first)
        writer.locator("[name=owner]").fill("Аддзел лічбавага развіцця")
        writer.locator("select[name=task]").select_option(index=3)
        press(writer, "Save")
    arrive(writer, writer.locator("main a[href$='/training/']"))
    writer.locator("[name=training]").fill("Двое едуць на стажыроўку.")
    writer.locator("[name=trained]").fill("2")
    press(writer, "Training of people")
    begin_to_hand_over(writer)
    assert shows(writer, "The paper waits for the signature of the head.")

    head = at_desk("transport_head", "ru")
    go(head, paper)
    arrive(head, head.locator("main aside a[href$='/sign/']"))
    press(head, "Sign and send to the ministry")
    ministry = at_desk("programme", "en")
    go(ministry, paper)
    arrive(ministry, ministry.locator("main aside a[href$='/return/']"))
    press(ministry, "Return to be completed")
    assert errors_of(ministry)
    go(ministry, paper)
    arrive(ministry, ministry.locator("main aside a[href$='/accept/']"))
    press(ministry, "Accept and freeze")
    assert shows(ministry, "The paper is accepted and frozen.")
    go(ministry, "steering/obligations/late/?year=2026")
    assert said(ministry, "came late") in text_of(ministry)
    go(ministry, "steering/plans/all/plan/2027/")


def begin_to_hand_over(page) -> None:
    arrive(page, page.locator("main aside a[href$='/prepare/']"))
    press(page, "Hand over to the head")
