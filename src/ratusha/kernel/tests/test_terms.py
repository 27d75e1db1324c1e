"""Terms by example: the cases of the law, each with the sentence a person reads."""

import json
from datetime import date

import pytest
from django.utils import translation

from ratusha.kernel.calendar import Calendar, national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import (
    Before,
    Count,
    Due,
    DueStep,
    Extension,
    OnDayOff,
    Reason,
    StartRule,
    Suspension,
    Term,
    Unit,
    boundary_before,
    boundary_not_later_than,
    due,
    national_counting,
)

LAW = "Law 433-Z, term"
COUNTING = "Law 433-Z, counting"


def day(written: str) -> date:
    return date.fromisoformat(written)


def count(start: str, term: str, **options) -> Due:
    options = {"calendar": national_calendar(), "source": LAW} | options
    return due(day(start), Term.parse(term), **options)


def codes(result: Due) -> list[str]:
    return [step.code for step in result.steps]


def abroad(since: str, until: str | None) -> Suspension:
    return Suspension(
        day(since), day(until) if until else None, Reason.FOREIGN_REQUEST, "Law, request"
    )


@pytest.mark.parametrize(
    ("start", "term", "ends"),
    [
        ("2026-03-02", "15 days", "2026-03-17"),
        ("2026-02-28", "15 days", "2026-03-16"),  # a Sunday: Monday
        ("2026-03-02", "0 days", "2026-03-02"),
        ("2026-03-07", "0 days", "2026-03-09"),  # a Saturday: Monday
        ("2026-03-02", "1 day", "2026-03-03"),
        ("2026-03-02", "5 working days", "2026-03-09"),
        ("2026-03-06", "1 working day", "2026-03-09"),
        ("2026-03-07", "1 working day", "2026-03-09"),
        ("2026-03-04", "2 weeks", "2026-03-18"),
        ("2024-01-31", "1 month", "2024-02-29"),  # leap year
        ("2025-01-31", "1 month", "2025-02-28"),
        ("2026-01-31", "1 month", "2026-03-02"),  # 28 February is a Saturday
        ("2026-01-15", "1 month", "2026-02-16"),  # a Sunday
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2025-12-08", "1 month", "2026-01-08"),
        ("2025-12-07", "1 month", "2026-01-08"),  # Christmas on the 7th
        ("2024-04-30", "2 weeks", "2024-05-15"),  # Radunitsa on the 14th
        ("2024-04-29", "2 weeks", "2024-05-15"),  # the 13th is moved, the 14th Radunitsa
        ("2024-05-03", "15 days", "2024-05-18"),  # a Saturday that is worked
        ("2026-04-17", "2 working days", "2026-04-23"),  # over four days off
        ("2026-04-17", "4 working days", "2026-04-25"),  # the worked Saturday counts
        ("2026-12-17", "15 days", "2027-01-04"),  # 1 January, 2 January, Sunday
    ],
)
def test_a_term_ends_on_the_day_the_law_says(start, term, ends):
    assert count(start, term).on == day(ends)


@pytest.mark.parametrize(
    ("start", "term", "ends"),
    [
        ("2026-03-02", "15 days", "2026-03-18"),
        ("2026-01-31", "1 month", "2026-03-02"),  # 1 March is a Sunday
        ("2026-03-06", "1 working day", "2026-03-09"),  # day zero is a Saturday
        ("2026-03-02", "0 days", "2026-03-03"),
    ],
)
def test_a_term_may_start_on_the_next_day(start, term, ends):
    assert count(start, term, start_rule=StartRule.NEXT_DAY).on == day(ends)


def test_a_request_to_another_body_makes_a_month_of_fifteen_days_and_shows_why():
    month = Extension(Term.parse("1 month"), "Law 433-Z, request", "request_to_body")
    result = count("2026-03-02", "15 days", extensions=[month])
    assert result.on == day("2026-04-02")
    extended = result.steps[-1]
    assert (extended.code, extended.source) == ("extended", "Law 433-Z, request")
    assert extended.params == {
        "term": "1 month",
        "instead_of": "15 days",
        "reason": "request_to_body",
    }


def test_an_extension_never_shortens():
    week = Extension(Term.parse("1 week"), LAW, "further_study")
    result = count("2026-03-02", "15 days", extensions=[week])
    assert result.on == day("2026-03-17")
    assert codes(result) == ["start", "term", "not_extended"]


def test_the_same_extension_twice_changes_nothing_more():
    month = Extension(Term.parse("1 month"), LAW, "request_to_body")
    result = count("2026-03-02", "15 days", extensions=[month, month])
    assert codes(result) == ["start", "term", "extended", "not_extended"]


def test_extensions_that_end_on_one_day_count_alike_in_any_order():
    days = Extension(Term.parse("7 days"), LAW, "by_law")
    working = Extension(Term.parse("5 working days"), LAW, "by_law")
    stop = [abroad("2026-03-06", "2026-03-18")]  # what is left differs: 3 days, 1 working day
    one = count("2026-03-02", "0 days", extensions=[days, working], suspensions=stop)
    other = count("2026-03-02", "0 days", extensions=[working, days], suspensions=stop)
    assert one.on == other.on == day("2026-03-19")


def test_a_request_abroad_stops_the_clock_and_the_rest_is_added_when_the_answer_comes():
    result = count("2026-03-02", "15 days", suspensions=[abroad("2026-03-05", "2026-03-25")])
    assert result.on == day("2026-04-06")  # 12 days were left on 5 March
    assert result.steps[-1].params["rest"] == {"n": 12, "unit": "day"}


def test_while_the_answer_from_abroad_is_awaited_there_is_no_date():
    result = count("2026-03-02", "15 days", suspensions=[abroad("2026-03-05", None)])
    assert result.on is None
    assert codes(result) == ["start", "term", "stands"]
    with translation.override("en"):
        assert result.steps[-1].sentence() == (
            "The term is suspended since 5 March 2026: a request was sent to a body of a foreign state. "
            "There is no date until it runs again. Left: 12 days."
        )


def test_working_days_that_were_left_are_counted_on_as_working_days():
    result = count("2026-03-02", "5 working days", suspensions=[abroad("2026-03-04", "2026-03-20")])
    assert result.steps[-1].params["rest"] == {"n": 3, "unit": "working_day"}
    assert result.on == day("2026-03-25")


def test_days_shared_by_two_suspensions_count_once():
    first, second = abroad("2026-03-05", "2026-03-15"), abroad("2026-03-10", "2026-03-20")
    together = count("2026-03-02", "15 days", suspensions=[second, first])
    one_long = count("2026-03-02", "15 days", suspensions=[abroad("2026-03-05", "2026-03-20")])
    assert together.on == one_long.on == day("2026-04-01")


@pytest.mark.parametrize(
    ("suspensions", "why"),
    [
        ([abroad("2026-02-01", "2026-03-02")], "before_start"),
        (
            [abroad("2026-03-05", "2026-03-15"), abroad("2026-03-06", "2026-03-09")],
            "counted_already",
        ),
        ([abroad("2026-03-18", "2026-03-25")], "after_end"),
    ],
)
def test_a_suspension_that_changes_nothing_is_said_to(suspensions, why):
    result = count("2026-03-02", "15 days", suspensions=suspensions)
    assert result.steps[-1].params["why"] == why
    assert result.steps[-1].code == "suspended_in_vain"


def test_a_clock_can_still_stop_on_the_day_to_which_the_end_was_moved():
    result = count("2026-02-28", "15 days", suspensions=[abroad("2026-03-16", "2026-03-30")])
    assert result.on == day("2026-03-30")  # 15 March was a Sunday; nothing was left


def test_an_extension_is_counted_before_a_suspension():
    result = count(
        "2026-03-02",
        "15 days",
        extensions=[Extension(Term.parse("1 month"), LAW, "request_to_body")],
        suspensions=[abroad("2026-03-20", "2026-03-30")],  # after fifteen days, within the month
    )
    assert result.on == day("2026-04-13")  # 12 April is a Sunday


def test_a_suspension_cannot_run_backwards():
    with pytest.raises(RuleBroken, match="suspension_backwards"):
        abroad("2026-03-05", "2026-03-04")


def test_the_validity_of_a_paper_does_not_move_and_asks_no_calendar():
    ends = count("2026-03-02", "10 years", on_day_off=OnDayOff.STAYS)
    assert ends.on == day("2036-03-02")
    later = count(
        "2026-03-02",
        "10 days",
        on_day_off=OnDayOff.STAYS,
        suspensions=[abroad("2026-03-13", "2026-03-20")],
    )
    assert later.steps[-1].params["why"] == "after_end"


def test_a_year_the_calendar_does_not_know_is_named():
    with pytest.raises(RuleBroken, match=r"calendar\.gap") as caught:
        count("2026-03-02", "10 years")
    assert "2036" in caught.value.message


@pytest.mark.parametrize("term", ["10000 years", "10000 months", "9000 years"])
def test_a_term_past_the_end_of_time_is_a_gap_too(term):
    with pytest.raises(RuleBroken, match=r"calendar\.gap"):
        count("2026-03-02", term)


def test_the_explanation_of_a_moved_day_names_the_holiday():
    moved = count("2024-04-30", "2 weeks", counting_source=COUNTING).steps[-1]
    assert (moved.code, moved.source) == ("moved", COUNTING)
    assert moved.params["off"]["name"]["be"] == "Радаўніца"


def test_the_explanation_of_a_worked_saturday_says_for_which_day():
    worked = count("2024-05-03", "15 days").steps[-1]
    assert (worked.code, worked.params) == ("worked_day_of_rest", {"day": "2024-05-13"})


def test_a_worked_saturday_without_a_counterpart_is_still_explained():
    calendar = Calendar(
        frozenset(), frozenset({day("2026-03-07")}), frozenset({5, 6}), range(2026, 2027)
    )
    result = count("2026-03-06", "1 day", calendar=calendar)
    assert result.on == day("2026-03-07")
    assert codes(result)[-1] == "worked_day_of_rest_alone"


def test_a_date_whose_days_off_are_not_yet_decided_is_marked():
    assert codes(count("2026-12-30", "1 month"))[-1] == "provisional"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("15 days", Term(15, Unit.DAY)),
        ("1 day", Term(1, Unit.DAY)),
        ("0 days", Term(0, Unit.DAY)),
        (" 5  working days ", Term(5, Unit.WORKING_DAY)),
        ("2 weeks", Term(2, Unit.WEEK)),
        ("1 month", Term(1, Unit.MONTH)),
        ("3 years", Term(3, Unit.YEAR)),
    ],
)
def test_a_term_is_read_as_written(written, read):
    assert Term.parse(written) == read
    assert Term.parse(str(read)) == read


@pytest.mark.parametrize(
    "written",
    ["", "days", "15", "-1 days", "2 working weeks", "1 fortnight", "99999 days", "١ day"],
)
def test_what_is_not_a_term_is_refused(written):
    with pytest.raises(RuleBroken, match=r"term\.wrong"):
        Term.parse(written)


@pytest.mark.parametrize(
    ("written", "be", "ru", "en"),
    [
        ("0 days", "у той жа дзень", "в тот же день", "on the same day"),
        ("1 day", "1 дзень", "1 день", "1 day"),
        ("3 days", "3 дні", "3 дня", "3 days"),
        ("15 days", "15 дзён", "15 дней", "15 days"),
        ("21 days", "21 дзень", "21 день", "21 days"),
        ("112 days", "112 дзён", "112 дней", "112 days"),
        ("1 working day", "1 рабочы дзень", "1 рабочий день", "1 working day"),
        ("2 working days", "2 рабочыя дні", "2 рабочих дня", "2 working days"),
        ("5 working days", "5 рабочых дзён", "5 рабочих дней", "5 working days"),
        ("1 week", "1 тыдзень", "1 неделя", "1 week"),
        ("2 weeks", "2 тыдні", "2 недели", "2 weeks"),
        ("1 month", "1 месяц", "1 месяц", "1 month"),
        ("6 months", "6 месяцаў", "6 месяцев", "6 months"),
        ("1 year", "1 год", "1 год", "1 year"),
        ("2 years", "2 гады", "2 года", "2 years"),
        ("5 years", "5 гадоў", "5 лет", "5 years"),
    ],
)
def test_a_term_has_the_right_ending_in_each_language(written, be, ru, en):
    for language, words in (("be", be), ("ru", ru), ("en", en)):
        with translation.override(language):
            assert Term.parse(written).text() == words


def test_a_count_grows_by_what_happens_to_the_term():
    filed = Count(start=day("2026-03-02"), term=Term.parse("15 days"), source=LAW)
    waiting = filed.suspended(abroad("2026-03-05", None))
    assert (filed.stands, waiting.stands) == (False, True)
    assert waiting.due(national_calendar()).on is None
    answered = waiting.resumed(day("2026-03-25"))
    assert answered.due(national_calendar()).on == day("2026-04-06")
    month = Extension(Term.parse("1 month"), LAW, "request_to_body")
    assert answered.extended(month).due(national_calendar()).on == day("2026-04-22")
    twice = answered.suspended(abroad("2026-03-26", None)).resumed(day("2026-03-30"))
    assert [s.until for s in twice.suspensions] == [day("2026-03-25"), day("2026-03-30")]


def test_a_term_that_runs_cannot_be_resumed():
    with pytest.raises(RuleBroken, match="not_suspended"):
        Count(start=day("2026-03-02"), term=Term.parse("15 days"), source=LAW).resumed(
            day("2026-03-05")
        )


def full_story() -> Due:
    """Filed on Saturday 31 January, extended, stopped by a request abroad, ended beside Radunitsa."""
    return count(
        "2026-01-31",
        "15 days",
        counting_source={"be": "Закон, вылічэнне тэрмінаў", "en": "Law, counting of terms"},
        extensions=[Extension(Term.parse("1 month"), "Law, request", "request_to_body")],
        suspensions=[abroad("2026-02-03", "2026-03-27")],
    )


EXPECTED = {
    "be": """\
Тэрмін адлічваецца з 31 студзеня 2026.
Тэрмін: 15 дзён. Ён заканчваецца 15 лютага 2026.
Тэрмін падоўжаны: звесткі запытаны ў іншага органа. Было: 15 дзён; цяпер: 1 месяц, адлік з таго ж дня. \
Ён заканчваецца 28 лютага 2026.
Адлік тэрміну быў прыпынены з 3 лютага 2026 да 27 сакавіка 2026: накіраваны запыт у орган замежнай \
дзяржавы. Заставалася: 25 дзён. Адлік адноўлены з 27 сакавіка 2026, тэрмін заканчваецца 21 красавіка 2026.
21 красавіка 2026 – нерабочы дзень: Радаўніца. Тэрмін заканчваецца ў бліжэйшы наступны рабочы дзень, \
22 красавіка 2026.""",
    "ru": """\
Срок исчисляется с 31 января 2026.
Срок: 15 дней. Он истекает 15 февраля 2026.
Срок продлён: сведения запрошены у другого органа. Было: 15 дней; теперь: 1 месяц, отсчёт с того же дня. \
Он истекает 28 февраля 2026.
Отсчёт срока был приостановлен с 3 февраля 2026 до 27 марта 2026: направлен запрос в орган иностранного \
государства. Оставалось: 25 дней. Отсчёт возобновлён с 27 марта 2026, срок истекает 21 апреля 2026.
21 апреля 2026 – нерабочий день: Радуница. Срок истекает в ближайший следующий рабочий день, \
22 апреля 2026.""",
    "en": """\
The term is counted from 31 January 2026.
Term: 15 days. It ends on 15 February 2026.
The term is extended: data were requested from another body. It was: 15 days; now it is: 1 month, counted \
from the same day. It ends on 28 February 2026.
The term was suspended from 3 February 2026 to 27 March 2026: a request was sent to a body of a foreign \
state. Left at that time: 25 days. Counted on from 27 March 2026, it ends on 21 April 2026.
21 April 2026 is a day off: Radunitsa (Day of Rejoicing). The term ends on the next working day, 22 April 2026.""",
}


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_the_whole_explanation_can_be_read_in_each_language(language):
    with translation.override(language):
        sentences = [sentence for sentence, _source in full_story().explanation()]
    assert sentences == EXPECTED[language].splitlines()


def test_a_source_is_shown_in_the_language_of_the_reader():
    for language, words in (("be", "Закон, вылічэнне тэрмінаў"), ("en", "Law, counting of terms")):
        with translation.override(language):
            assert full_story().explanation()[0][1] == words
    assert full_story().explanation()[1][1] == LAW


@pytest.mark.parametrize("language", ["be", "ru"])
def test_every_sentence_is_translated(language):
    params = {
        "start": "2026-03-02",
        "rule": "next_day",
        "term": "1 month",
        "instead_of": "15 days",
        "no_such_day": 31,
        "reason": "x",
        "since": "2026-03-02",
        "until": "2026-03-03",
        "day": "2026-03-02",
        "rest": {"n": 2, "unit": "day"},
        "off": {"day": "2026-03-07", "why": "weekend"},
        "year": 2027,
    }
    variants = [
        ("start", {}),
        ("start", {"rule": "same_day"}),
        ("term", {}),
        ("term", {"term": "0 days"}),
        ("term", {"term": "3 working days"}),
        ("extended", {"reason": "further_study"}),
        ("extended", {"reason": "by_law"}),
        ("extended", {"reason": "something else"}),
        ("not_extended", {}),
        ("suspended", {"reason": "foreign_request"}),
        *(
            ("suspended_in_vain", {"why": w})
            for w in ("before_start", "counted_already", "after_end")
        ),
        ("stands", {}),
        ("moved", {}),
        ("moved", {"off": {"day": "2026-04-20", "why": "transfer", "worked": "2026-04-25"}}),
        (
            "moved_back",
            {"off": {"day": "2026-05-01", "why": "holiday", "name": {"ru": "Праздник"}}},
        ),
        ("worked_day_of_rest", {}),
        ("worked_day_of_rest_alone", {}),
        ("provisional", {}),
        ("not_later_than", {}),
        ("before", {}),
        ("before_with_the_day", {}),
    ]
    for code, special in variants:
        step = DueStep(code, day("2026-03-02"), LAW, params | special)
        with translation.override("en"):
            english = step.sentence()
        with translation.override(language):
            assert step.sentence() != english
            assert not set("abcdefghijklmnopqrstuvwxyz%") & set(step.sentence().lower()), code


def test_a_kept_explanation_is_read_back_whole():
    kept = json.loads(json.dumps(full_story().to_json()))
    assert Due.from_json(kept) == full_story()
    standing = count("2026-03-02", "15 days", suspensions=[abroad("2026-03-05", None)])
    assert Due.from_json(standing.to_json()) == standing


@pytest.mark.parametrize(
    ("on_day_off", "last"),
    [
        (OnDayOff.NEXT_WORKING_DAY, "2026-05-04"),  # 1 May is a holiday, then Saturday and Sunday
        (OnDayOff.PREVIOUS_WORKING_DAY, "2026-04-30"),
        (OnDayOff.STAYS, "2026-05-01"),
    ],
)
def test_not_later_than_the_first_of_may(on_day_off, last):
    result = boundary_not_later_than(
        day=1,
        month=5,
        year=2026,
        calendar=national_calendar(),
        source="RUL-01",
        on_day_off=on_day_off,
    )
    assert result.on == day(last)
    assert result.steps[0].source == "RUL-01"


def before(written: str, reading: Before, on_day_off=OnDayOff.NEXT_WORKING_DAY) -> Due:
    named = day(written)
    return boundary_before(
        day=named.day,
        month=named.month,
        year=named.year,
        calendar=national_calendar(),
        source=LAW,
        reading=reading,
        on_day_off=on_day_off,
    )


def test_before_a_date_is_read_with_or_without_the_date_itself():
    assert before("2025-03-03", Before.WITH_THE_DAY).on == day("2025-03-03")
    assert before("2025-03-04", Before.WITHOUT_THE_DAY).on == day("2025-03-03")


def test_before_a_date_without_it_never_moves_past_it():
    assert before("2025-03-03", Before.WITHOUT_THE_DAY).on == day("2025-02-28")
    stays = before("2025-03-03", Before.WITHOUT_THE_DAY, OnDayOff.STAYS)
    assert stays.on == day("2025-03-02")


def test_the_pack_says_how_the_country_reads_before():
    assert national_counting().before is Before.WITH_THE_DAY
    assert national_counting().start_rule is StartRule.SAME_DAY
    assert national_counting().source["be"]


def test_a_boundary_on_a_day_that_does_not_exist_is_refused():
    with pytest.raises(RuleBroken, match="no_such_day"):
        boundary_not_later_than(
            day=30, month=2, year=2026, calendar=national_calendar(), source=LAW
        )
