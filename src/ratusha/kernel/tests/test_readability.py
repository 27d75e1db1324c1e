"""Each figure is counted by hand from the definition of LIX: words a sentence, plus long words in a hundred."""

import pytest

from ratusha.kernel.readability import Reading, is_hard, read, what_is_hard


@pytest.mark.parametrize(
    ("text", "words", "lix", "longest"),
    [
        ("", 0, 0, 0),
        ("The cat sat.", 3, 3, 3),
        ("The cat sat. Nobody objected.", 5, 2.5 + 20, 3),
        ("Пачакайце да 5 мая. Мы вам напішам.", 7, 3.5 + 100 * 2 / 7, 4),
        ("Работа спынена: няма адказу", 4, 4 + 100 * 1 / 4, 4),
        ("Плацяжу няма: Пачакайце", 3, 1.5 + 100 * 2 / 3, 2),
        ("See art. 15 of Law 433-Z.", 6, 6, 6),
        ("One line\nanother", 3, 1.5 + 100 / 3, 2),
        ("%(applicant)s: {explanation_of_all}", 2, 1, 1),
        ("Сям’я", 1, 1, 1),
    ],
)
def test_a_text_is_measured_as_by_hand(text, words, lix, longest):
    assert read(text) == Reading(words, round(lix), longest)


def test_a_short_text_is_never_called_hard():
    assert not is_hard(read("Непрацаздольнасць інвалідызаваных пенсіянераў"), "be")


def test_the_same_measure_is_hard_in_one_language_and_bearable_in_another():
    reading = Reading(words=20, lix=60, longest=20)
    assert [is_hard(reading, language) for language in ("be", "ru", "en")] == [False, False, True]


def test_what_is_hard_is_said_with_figures_and_a_way_to_mend_it():
    long = read(" ".join(["word"] * 26))
    assert list(what_is_hard(long, "en")) == [
        ("text.long_sentence", "a sentence of 26 words, more than 25", "Make two sentences of it.")
    ]
    hard = Reading(words=20, lix=66, longest=20)
    assert [found[0] for found in what_is_hard(hard, "ru")] == ["text.hard"]
    assert list(what_is_hard(Reading(words=20, lix=65, longest=25), "ru")) == []
