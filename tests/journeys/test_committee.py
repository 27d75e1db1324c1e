"""A committee gives a task with a control date, hears of it, sees that another was late; and reads its week."""

import csv
import re
from datetime import date, timedelta

import pytest

from .acts import write, write_day
from .pages import arrive, errors_of, follow, go, press, shows, text_of
from .ways import three_ways

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
UTILITY = re.compile("(ЖК[ГХ]|ousing).*(Лен[іи]нск|Leninski).*(М[іи]нск|Minsk)")


@three_ways(phone="be", bare="ru")
def test_a_task_is_given_with_a_date_reported_and_accepted_and_the_week_is_read(
    at_desk, way, tmp_path
):
    deputy, master = at_desk("committee"), at_desk("master")
    words = f"Пасыпаць дарожкі пяском ({way})."
    go(deputy, "committee/")
    follow(deputy, "Give a task")
    write(deputy, "text", words)
    choices = deputy.locator("select[name=organisation]")
    (utility,) = [one for one in choices.locator("option").all_inner_texts() if UTILITY.search(one)]
    choices.select_option(label=utility)
    press(deputy, "Give the task")
    assert len(errors_of(deputy)) == 1  # the day
    write_day(deputy, "due_on", (date.today() - timedelta(days=1)).isoformat())  # noqa: DTZ011
    write(deputy, "resolution", "Рашэнне № 7-У, п. 1 (узор)")
    press(deputy, "Give the task")
    assert errors_of(deputy)
    write_day(deputy, "due_on", (date.today() + timedelta(days=10)).isoformat())  # noqa: DTZ011
    press(deputy, "Give the task")
    assert shows(deputy, "The task is given. Its control date stands in the calendar of duties.")
    task = deputy.url.split("/", 4)[4]

    go(master, task)
    follow(master, "Take the task on")
    press(master, "Take the task on")
    follow(master, "Report on the task")
    write(master, "text", "Дарожкі пасыпаны, акт № 4-У.")
    press(master, "Report on the task")
    go(deputy, task)
    follow(deputy, "Accept the report")
    press(deputy, "Accept the report")
    assert shows(deputy, "The report is accepted: the task is done.")

    go(deputy, "committee/digests/")
    arrive(deputy, deputy.locator("main ul.list a").first)
    assert shows(deputy, "more than chance explains")
    with deputy.expect_download() as waited:
        deputy.locator("main a[href$='table.csv']").click()
    waited.value.save_as(tmp_path / "digest.csv")
    with (tmp_path / "digest.csv").open(newline="") as opened:
        rows = list(csv.DictReader(opened))
    counted = [row for row in rows if row["source"] == "issues"]
    assert counted
    assert all(int(row["count"]) >= 5 for row in counted if row["count"])
    told = text_of(deputy)
    assert all(row["topic"] in told for row in counted)


def test_a_task_that_is_done_late_stays_late(at_desk):
    master, deputy = at_desk("master", "en", width=390), at_desk("committee", "en")
    go(master, "committee/states/overdue/")
    arrive(master, master.locator("main a[data-row]").first)
    task = master.url.split("/", 4)[4]
    follow(master, "Report on the task")
    write(master, "text", "Арэлі прыбраны, акт № 9-У.")
    press(master, "Report on the task")
    go(deputy, task)
    follow(deputy, "Accept the report")
    press(deputy, "Accept the report")
    assert "was late" in text_of(deputy)
