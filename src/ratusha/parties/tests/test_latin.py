"""Names in Latin letters, as passports write them."""

import pytest

from ratusha.parties.latin import in_latin_letters


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Алена", "Alena"),
        ("Кавалёва", "Kavaliova"),
        ("Міхаіл", "Mikhail"),
        ("Сяргей", "Siarhei"),
        ("Дзмітрый", "Dzmitry"),
        ("Наталля", "Natallia"),
        ("Юлія", "Yuliya"),
        ("Дар’я", "Darya"),
        ("Яўген", "Yauhen"),
        ("Ткачоў", "Tkachou"),
        ("Казлоўская", "Kazlouskaya"),
        ("Лявонцьеў", "Liavontsyeu"),
        ("Шчэрба", "Shcherba"),
        ("Макарына-Кібак", "Makaryna-Kibak"),
    ],
)
def test_a_name_is_written_by_the_table(name, latin):
    assert in_latin_letters(name) == latin
