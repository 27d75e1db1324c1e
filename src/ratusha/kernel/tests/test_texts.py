import pytest

from ratusha.kernel.texts import Said, in_language


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ({"be": "Даведка", "ru": "Справка", "en": "Certificate"}, "en", Said("Certificate", "en")),
        ({"be": "Даведка", "ru": "Справка"}, "be", Said("Даведка", "be")),
        ({"ru": "Справка", "en": "Certificate"}, "be", Said("Справка", "ru")),
        ({"be": "Даведка", "en": "Certificate"}, "ru", Said("Даведка", "be")),
        ({"be": "Даведка", "ru": "Справка"}, "en", Said("Даведка", "be")),
        ({"be": "", "ru": "Справка"}, "be", Said("Справка", "ru")),
        ({"pl": "Zaświadczenie"}, "be", Said("Zaświadczenie", "pl")),
        ({}, "be", Said("", "be")),
    ],
)
def test_a_reader_gets_the_nearest_language_and_knows_which(text, lang, said):
    assert in_language(text, lang) == said


def test_a_said_text_is_its_words():
    assert str(Said("Даведка", "be")) == "Даведка"
    assert not Said("", "be")
