"""The ways a journey is walked: each language once; one of the three on a phone, one where no script arrives."""

from typing import NamedTuple

import pytest

PHONE, DESK = 390, 1280


class Way(NamedTuple):
    language: str = "be"
    width: int = DESK
    scripts: bool = True

    def __str__(self) -> str:
        """The name of the run: `be-on-the-phone`, `ru-without-scripts`."""
        words = [self.language]
        if self.width == PHONE:
            words.append("on-the-phone")
        if not self.scripts:
            words.append("without-scripts")
        return "-".join(words)


def three_ways(*, phone: str, bare: str) -> pytest.MarkDecorator:
    """`phone` and `bare` (no scripts) are languages; `at_site` and `at_desk` then follow the way of the run."""
    ways = [
        Way(language, PHONE if language == phone else DESK, language != bare)
        for language in ("be", "ru", "en")
    ]
    return pytest.mark.parametrize("way", ways, ids=str, indirect=True)
