"""A number drawn twice is nobody's mistake and nobody's trouble."""

from ratusha.kernel.drawing import drawn


def of(*numbers):
    return iter(numbers).__next__


def test_what_is_taken_is_drawn_anew_until_it_is_free():
    asked = []

    def taken(numbers):
        asked.append(list(numbers))
        return {"a", "b"} & set(numbers)

    assert drawn([of("a", "b", "c"), of("d")], taken=taken) == ["c", "d"]
    assert asked == [["a", "d"], ["b"], ["c"]]


def test_two_draws_of_one_time_are_not_alike_either():
    assert drawn([of("a"), of("a", "a", "b")], taken=lambda _numbers: ()) == ["a", "b"]


def test_nothing_drawn_asks_nobody():
    assert drawn([], taken=lambda _numbers: 1 / 0) == []
