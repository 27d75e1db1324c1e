"""Numbers that are drawn at random: one day two are alike, and then the second is drawn anew before anybody sees it."""

from collections.abc import Callable, Collection, Iterable, Sequence

Draw = Callable[[], str]


def drawn(draws: Sequence[Draw], *, taken: Callable[[Collection[str]], Iterable[str]]) -> list[str]:
    """One number of each draw, none like another and none that is taken: `taken` says which of some are.

    What two transactions draw at the same moment the database still has to refuse.
    """
    made = [draw() for draw in draws]
    mine: set[str] = set()
    open_ = list(range(len(made)))
    while open_:
        others = set(taken([made[at] for at in open_]))
        again = []
        for at in open_:
            if made[at] in others or made[at] in mine:
                again.append(at)
            else:
                mine.add(made[at])
        for at in again:
            made[at] = draws[at]()
        open_ = again
    return made
